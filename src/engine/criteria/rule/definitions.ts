/** Names that the text defines itself: "超支率=（实际支出-预算）/预算" stands wherever 超支率 is used. */

import type { Expression } from "../tree";

/**
 * A formula with every name that the text defines replaced by its definition, one level deep. `called` are the letters
 * by which the text calls the indicator itself ("设满意度为S").
 */
export function substituted(
  expression: Expression,
  definitions: ReadonlyMap<string, Expression>,
  called: ReadonlySet<string> = new Set(),
): Expression {
  switch (expression.kind) {
    case "unknown": {
      const meaning = definitions.get(expression.name);
      if (meaning !== undefined) return speaksOfFigures(meaning) ? meaning : expression;
      return called.has(expression.name) ? { kind: "variable", variable: "value" } : expression;
    }
    case "absolute":
      return { kind: "absolute", of: substituted(expression.of, definitions, called) };
    case "extreme":
      return { ...expression, of: expression.of.map((one) => substituted(one, definitions, called)) };
    case "binary":
      return {
        ...expression,
        left: substituted(expression.left, definitions, called),
        right: substituted(expression.right, definitions, called),
      };
    default:
      return expression;
  }
}

/** A formula in which such variables count as nothing where they are less. */
export function flooredAt(expression: Expression, floored: ReadonlySet<string>): Expression {
  switch (expression.kind) {
    case "variable":
      return floored.has(expression.variable)
        ? { kind: "extreme", which: "max", of: [expression, { kind: "number", number: "0", unit: "" }] }
        : expression;
    case "absolute":
      return { kind: "absolute", of: flooredAt(expression.of, floored) };
    case "extreme":
      return { ...expression, of: expression.of.map((one) => flooredAt(one, floored)) };
    case "binary":
      return {
        ...expression,
        left: flooredAt(expression.left, floored),
        right: flooredAt(expression.right, floored),
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
      return ["target", "actual", "completion", "points"].includes(expression.variable);
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

/** "Q=实际产出/（目标产出×调节系数），Q≥1": a letter for what the figures alone do not make. */
export const isOfUnknown = (name: string, expression: Expression): boolean =>
  /^[A-Z]$/u.test(name) && holds(expression, "unknown") && holds(expression, "variable");

function holds(expression: Expression, kind: Expression["kind"]): boolean {
  switch (expression.kind) {
    case "absolute":
      return holds(expression.of, kind);
    case "extreme":
      return expression.of.some((one) => holds(one, kind));
    case "binary":
      return holds(expression.left, kind) || holds(expression.right, kind);
    default:
      return expression.kind === kind;
  }
}
