/** What a formula is made of: its signs, its variables, whether it can give marks. */

import type { Expression, Variable } from "../tree";

export function signs(e: Expression): number {
  switch (e.kind) {
    case "number":
    case "variable":
    case "unknown":
      return 0;
    case "absolute":
      return signs(e.of);
    case "extreme":
      return 1 + e.of.reduce((n, one) => n + signs(one), 0);
    case "binary":
      return 1 + signs(e.left) + signs(e.right);
  }
}

export function variablesOf(e: Expression): readonly Variable[] {
  switch (e.kind) {
    case "number":
    case "unknown":
      return [];
    case "variable":
      return [e.variable];
    case "absolute":
      return variablesOf(e.of);
    case "extreme":
      return e.of.flatMap(variablesOf);
    case "binary":
      return [...variablesOf(e.left), ...variablesOf(e.right)];
  }
}

/** Everything in an expression that holds no other. */
function leavesOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case "absolute":
      return leavesOf(e.of);
    case "extreme":
      return e.of.flatMap(leavesOf);
    case "binary":
      return [...leavesOf(e.left), ...leavesOf(e.right)];
    default:
      return [e];
  }
}

/** "资金到位率×40%+资金使用率×60%": two rates, of which target and actual make one. */
function isOfSeveral(e: Expression): boolean {
  const called = leavesOf(e).flatMap((one) =>
    one.kind === "variable" && one.called !== undefined ? [one.called] : [],
  );
  return new Set(called).size > 1;
}

/** "×100%" is only a way of writing a rate; what a rate is called is needed no longer. */
export function withoutHundredPercent(e: Expression): Expression {
  switch (e.kind) {
    case "absolute":
      return { kind: "absolute", of: withoutHundredPercent(e.of) };
    case "extreme":
      return { ...e, of: e.of.map(withoutHundredPercent) };
    case "binary": {
      const { left, right, sign } = e;
      // "实际完成率/目标完成率": the one by the other.
      if (sign === "/" && left.kind === "variable" && right.kind === "variable" && left.variable === right.variable)
        return {
          ...e,
          left: { kind: "variable", variable: "actual" },
          right: { kind: "variable", variable: "target" },
        };
      if (sign === "×" && right.kind === "number" && right.number === "100" && right.unit === "%")
        return withoutHundredPercent(left);
      return { ...e, left: withoutHundredPercent(left), right: withoutHundredPercent(right) };
    }
    case "variable":
      return { kind: "variable", variable: e.variable };
    default:
      return e;
  }
}

/** "指标值/90%×分值": a formula of the target alone would give everybody the same; it speaks of what was reached. */
function ofActual(e: Expression): Expression {
  const vars = variablesOf(e).filter((v) => v !== "points");
  const alone = vars.length === 1 && vars[0] === "target" && !hasUnknown(e);
  return alone ? withActual(e) : e;
}

function withActual(e: Expression): Expression {
  if (e.kind === "binary") return { ...e, left: withActual(e.left), right: withActual(e.right) };
  return e.kind === "variable" && e.variable === "target" ? { kind: "variable", variable: "actual" } : e;
}

const isLetter = (one: Expression): boolean => one.kind === "unknown" && /^[A-Za-z]$/u.test(one.name);

/** A formula for marks contains a sign, and speaks of marks, of the completion or, after "得分=", of any figure. */
export function forMarks(expression: Expression, led: boolean): Expression | null {
  if (isOfSeveral(expression)) return null;
  const value = ofActual(withoutHundredPercent(expression));
  const vars = variablesOf(value);
  if (vars.every((v) => v === "points") && !hasUnknown(value)) return null;
  if (signs(value) === 0)
    return led && vars.length === 1 && ["completion"].includes(vars[0]!)
      ? { kind: "binary", sign: "×", left: value, right: { kind: "variable", variable: "points" } }
      : null;
  if (vars.includes("points")) return value;
  // "按6×X计": what the text calls by a letter.
  return led || leavesOf(value).some(isLetter) || vars.some((v) => v === "completion" || v === "actual") ? value : null;
}

export function hasUnknown(e: Expression): boolean {
  switch (e.kind) {
    case "unknown":
      return true;
    case "absolute":
      return hasUnknown(e.of);
    case "extreme":
      return e.of.some(hasUnknown);
    case "binary":
      return hasUnknown(e.left) || hasUnknown(e.right);
    default:
      return false;
  }
}
