import type { Claim } from "./claim";
import type { Passage } from "./passage";
import type { Quantity } from "./quantity";
import type { Words } from "./words-before";

/** A number of things within a longer expression, "12个项目": no figure of the budget, and a whole all the same. */
export function countedThings(passage: Passage, quantity: Quantity, words: Words): Claim {
  const label = { measure: null, name: words.text, year: null, facets: null, path: null, version: null } as const;
  // "12个项目" counts in 个, as its parts do.
  const unit = quantity.unit.slice(0, 1);
  return {
    passage,
    start: Math.min(words.start, quantity.start),
    end: quantity.end,
    label: { ...label, lastYear: false, subject: { kind: "whole" }, named: false, fund: null },
    measure: null,
    meaning: null,
    about: words.text,
    path: null,
    quantity: /^[个家名项]/.test(unit) ? { ...quantity, unit, dimension: unit } : quantity,
    head: null,
    reason: false,
    concerned: false,
    strange: null,
    denial: false,
  };
}
