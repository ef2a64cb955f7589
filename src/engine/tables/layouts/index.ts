import type { Steps } from "../../steps";
import type { LayoutInput, LayoutReader, SteppedReader, TableContent } from "../layout";
import type { Layout } from "../template";
import { readBaseData } from "./base-data";
import { readAllEvaluationForms } from "./evaluation-form";
import { readEvaluationSummary } from "./evaluation-summary";
import { readLedger } from "./ledger";
import { readMatrix } from "./matrix";
import { readAllMonitoring } from "./monitoring";
import { readNarrative } from "./narrative";
import { readAllTargets } from "./targets";
import { readUnknownSums } from "./unknown-sums";

/** How one layout is read and how its tables go on; shared code asks this and never which layout it holds. */
export interface LayoutDefinition {
  /**
   * Every table of the layout in a stretch of a sheet, from the top; none where the cells are not laid out like
   * that. In steps.
   */
  readonly read: (input: LayoutInput) => Steps<readonly TableContent[]>;
  /** A table may be cut into pages with the header on each; else a second one is another table. */
  readonly isPaged: boolean;
  /** Rows without a header may go on with it: until a total is met, or as rows of its kind. */
  readonly goesOn: "until-total" | "by-rows" | null;
  /** A table whose items are hardly any of the template's is another's. */
  readonly wantsKnownItems: boolean;
}

const plain = { isPaged: false, goesOn: null, wantsKnownItems: false } as const;

export const layoutDefinitions: Readonly<Record<Layout, LayoutDefinition>> = {
  matrix: {
    read: one(readMatrix),
    isPaged: true,
    goesOn: "by-rows",
    wantsKnownItems: false,
  },
  ledger: {
    read: one(readLedger),
    isPaged: true,
    goesOn: "until-total",
    wantsKnownItems: true,
  },
  targets: { ...plain, read: several(readAllTargets), isPaged: true },
  "evaluation-form": { ...plain, read: several(readAllEvaluationForms) },
  "evaluation-summary": { ...plain, read: one(readEvaluationSummary) },
  monitoring: { ...plain, read: several(readAllMonitoring) },
  "base-data": { ...plain, read: one(readBaseData) },
  narrative: { ...plain, read: stepped(readNarrative) },
  "unknown-sums": { ...plain, read: stepped(readUnknownSums) },
};

/** The definition of a template's layout. */
export function layoutOf({ layout }: { readonly layout: Layout }): LayoutDefinition {
  return layoutDefinitions[layout];
}

function one(reader: LayoutReader): LayoutDefinition["read"] {
  return several((input) => {
    const content = reader(input);
    return content ? [content] : [];
  });
}

function several(reader: (input: LayoutInput) => readonly TableContent[]): LayoutDefinition["read"] {
  return function* (input): Steps<readonly TableContent[]> {
    yield 0;
    return reader(input);
  };
}

function stepped(reader: SteppedReader): LayoutDefinition["read"] {
  return function* (input): Steps<readonly TableContent[]> {
    const content = yield* reader(input);
    return content ? [content] : [];
  };
}
