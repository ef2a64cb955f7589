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

/** Every table of one layout in a stretch of a sheet, from the top; none where the cells are not laid out like that. */
export type StretchReader = (input: LayoutInput) => readonly TableContent[];

/** One reader a layout. */
export const readLayouts: Readonly<Record<Layout, StretchReader>> = {
  matrix: one(readMatrix),
  ledger: one(readLedger),
  targets: readAllTargets,
  "evaluation-form": readAllEvaluationForms,
  "evaluation-summary": one(readEvaluationSummary),
  monitoring: readAllMonitoring,
  "base-data": one(readBaseData),
  narrative: one(readNarrative),
  "unknown-sums": one(readUnknownSums),
};

function one(reader: LayoutReader): StretchReader {
  return (input) => {
    const content = reader(input);
    return content ? [content] : [];
  };
}
