/** A rate that a cell tells without giving it: "全覆盖", "全部合格" beside 合格率, "57件中办结57件" beside 办结率. */

import { normaliseText, tokenise, unitOf } from "../../language";
import { Exact } from "../exact";
import { sharedLetters } from "./cell-parts";
import type { Figure } from "./figure";

type NumberFigure = Extract<Figure, { kind: "number" }>;

/** The rate that a cell tells of an indicator of that name; null where the target is no rate, or it tells none. */
export function shareInWords(text: string, target: Figure, indicator: string): NumberFigure | null {
  if (target.kind !== "number" || target.dimension !== "rate") return null;
  const words = normaliseText(text).text.replace(/[。;]$/u, "");
  const value = isWhole(words, indicator) ? new Exact(1) : partOfWhole(words, indicator);
  return value === null ? null : { kind: "number", value, dimension: "rate", open: null, text };
}

const COVERED = /^(?:已|均|均已|已经|实现|已实现|达到)?(?:全覆盖|全面覆盖|全部覆盖)$/u;
const ALL_OF_IT = /^(?:已)?(?:全部|均已?|全)(?:已)?(\p{Script=Han}{2,4})$/u;

/** What is so of all of them: what the rate counts, by its name. */
function isWhole(words: string, indicator: string): boolean {
  if (COVERED.test(words)) return indicator.includes("覆盖");
  const deed = ALL_OF_IT.exec(words)?.[1];
  return deed !== undefined && !/^[不未没无]/u.test(deed) && indicator.includes(`${deed}率`);
}

/** So many of so many, where what was done with them is what the rate counts. */
function partOfWhole(words: string, indicator: string): Exact | null {
  const tokens = tokenise(words);
  const counted = tokens.flatMap(({ classes, span }) => {
    const quantity = classes.get("quantity");
    return quantity === undefined ? [] : [{ number: String(quantity.number), unit: String(quantity.unit), span }];
  });
  const [all, some, more] = counted;
  if (all === undefined || some === undefined || more !== undefined || all.unit !== some.unit) return null;
  const [whole, part] = [new Exact(all.number), new Exact(some.number)];
  const between = words.slice(all.span.end, some.span.start);
  const deed = between.replace(/^(?:中|,|、|其中|的)+/u, "").replace(/^(?:其中|已|均|实际|成功|按时)+/u, "");
  const told = /^(?:中|,|、)/u.test(between) && sharedLetters(deed, indicator) >= 2 && some.span.end === words.length;
  return told && unitOf(all.unit).dimension === "count" && !/[不未没无]/u.test(deed) && whole.gt(0) && part.lte(whole)
    ? part.div(whole)
    : null;
}
