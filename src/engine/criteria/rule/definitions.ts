/** Names that the text defines itself: "超支率=（实际支出-预算）/预算" stands wherever 超支率 is used. */

import type { Expression } from "../tree";

/** A formula with every name that the text defines replaced by its definition, one level deep. */
export function substituted(expression: Expression, definitions: ReadonlyMap<string, Expression>): Expression {
  switch (expression.kind) {
    case "unknown": {
      const meaning = definitions.get(expression.name);
      return meaning !== undefined && speaksOfFigures(meaning) ? meaning : expression;
    }
    case "absolute":
      return { kind: "absolute", of: substituted(expression.of, definitions) };
    case "extreme":
      return { ...expression, of: expression.of.map((one) => substituted(one, definitions)) };
    case "binary":
      return {
        ...expression,
        left: substituted(expression.left, definitions),
        right: substituted(expression.right, definitions),
      };
    default:
      return expression;
  }
}

/** A definition that rests on another name is not followed, so none goes in circles. */
function speaksOfFigures(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
      return true;
    case "variable":
      return expression.variable === "target" || expression.variable === "actual";
    case "unknown":
      return false;
    case "absolute":
      return speaksOfFigures(expression.of);
    case "extreme":
      return expression.of.every(speaksOfFigures);
    case "binary":
      return speaksOfFigures(expression.left) && speaksOfFigures(expression.right);
  }
}
