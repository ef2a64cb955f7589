import type { LayoutReader } from "../layout";
import type { Layout } from "../template";
import { readLedger } from "./ledger";
import { readMatrix } from "./matrix";

const notYet: LayoutReader = () => null;

/** One reader a layout. */
export const readLayouts: Readonly<Record<Layout, LayoutReader>> = {
  matrix: readMatrix,
  ledger: readLedger,
  targets: notYet,
  "evaluation-form": notYet,
  "base-data": notYet,
  narrative: notYet,
};
