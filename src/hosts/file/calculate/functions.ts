import { AGGREGATES } from "./functions-aggregate";
import { CONDITIONALS } from "./functions-conditional";
import { LOGIC } from "./functions-logic";
import { LOOKUPS } from "./functions-lookup";
import { MATHEMATICS } from "./functions-mathematics";
import { TEXTS } from "./functions-text";
import type { FormulaFunction } from "./function-call";

/** Every function that is calculated here, by its English name. A formula with any other stays uncalculated. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries<FormulaFunction>({
    ...AGGREGATES,
    ...CONDITIONALS,
    ...LOGIC,
    ...LOOKUPS,
    ...MATHEMATICS,
    ...TEXTS,
  }),
);
