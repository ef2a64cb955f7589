import type { Area } from "../../../engine/workbook";

/** A formula as a tree. Coordinates are zero-based; `sheet` is null where the formula's own sheet is meant. */
export type FormulaNode =
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "error"; readonly code: string }
  | { readonly type: "missing" }
  | { readonly type: "area"; readonly sheet: string | null; readonly area: Area }
  | { readonly type: "name"; readonly sheet: string | null; readonly name: string }
  | { readonly type: "negate" | "percent"; readonly operand: FormulaNode }
  | {
      readonly type: "binary";
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly type: "call"; readonly name: string; readonly arguments: readonly FormulaNode[] };

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

/** Thrown where a formula uses something that this calculation does not know; its cell stays uncalculated. */
export class NotCalculable extends Error {
  override readonly name = "NotCalculable";
}
