import type { LayoutInput, LayoutReader, TableContent } from "../layout";
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
   * that.
   */
  readonly read: (input: LayoutInput) => readonly TableContent[];
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
  targets: { ...plain, read: readAllTargets, isPaged: true },
  "evaluation-form": { ...plain, read: readAllEvaluationForms },
  "evaluation-summary": { ...plain, read: one(readEvaluationSummary) },
  monitoring: { ...plain, read: readAllMonitoring },
  "base-data": { ...plain, read: one(readBaseData) },
  narrative: { ...plain, read: one(readNarrative) },
  "unknown-sums": { ...plain, read: one(readUnknownSums) },
};

/** The definition of a template's layout. */
export function layoutOf({ layout }: { readonly layout: Layout }): LayoutDefinition {
  return layoutDefinitions[layout];
}

function one(reader: LayoutReader): LayoutDefinition["read"] {
  return (input) => {
    const content = reader(input);
    return content ? [content] : [];
  };
}
