/** Formulas and proportions worked out. */

import type { Expression, Measure, Variable } from "../tree";
import { comparable, unitOf } from "../../language";
import type { Dimension } from "../../language";
import { Exact } from "../exact";
import { printExpression } from "../print";
import type { Interval } from "./intervals";
import { actualNumber, free, isFigure, measure, targetNumber, threshold } from "./measure";
import type { NumberFigure } from "./measure";
import { shareOf, within } from "./marks";
import { isCalled, ownName } from "./named-variables";
import type { Answer, Run } from "./run";
import { ask, choice, figure, missing, score, shown, use } from "./run";

class Unanswered extends Error {
  constructor(readonly answer: Answer) {
    super("a value of the formula is missing");
  }
}

/** What each variable stood for, for the eye; `own` is the name by which the formula calls the indicator's figure. */
type Seen = Partial<Record<Variable, string>> & { readonly own?: string };

/** The value of an expression; `seen` is told what each variable stood for. */
function valueOf(run: Run, expression: Expression, seen: Seen, beyond = false): Exact {
  switch (expression.kind) {
    case "number":
      return written(run, expression);
    // A distance from 100% is measured with what is done beyond it.
    case "absolute":
      return valueOf(run, expression.of, seen, true).abs();
    case "extreme": {
      const values = expression.of.map((one) => valueOf(run, one, seen, true));
      return expression.which === "min" ? Exact.min(...values) : Exact.max(...values);
    }
    case "binary":
      return isQuotientOfCounts(run, expression)
        ? variable(run, "actual", seen, beyond)
        : workedOut(run, expression, seen, beyond);
    case "variable":
      return variable(run, expression.variable, seen, beyond);
    case "unknown":
      return isCalled(expression.name, seen.own ?? null)
        ? variable(run, "actual", seen, beyond)
        : called(run, expression.name);
  }
}

function workedOut(run: Run, { sign, left: one, right: other }: Binary, seen: Seen, beyond: boolean): Exact {
  const left = valueOf(run, one, seen, beyond);
  const right = valueOf(run, other, seen, beyond);
  if (sign === "+") return left.plus(right);
  if (sign === "-") return left.minus(right);
  if (sign === "×") return left.times(right);
  if (right.isZero()) throw new Unanswered(ask({ code: "ask-zero-target" }, free(run)));
  return left.div(right);
}

/** "满意人数÷调查人数" beside "92.5%": how many of how many, which the cell has worked out. */
const isQuotientOfCounts = ({ figures: { actual } }: Run, { sign, left, right }: Binary): boolean =>
  sign === "/" &&
  actual.kind === "number" &&
  actual.dimension === "rate" &&
  [left, right].every((one) => one.kind === "unknown" && /数量?$/u.test(one.name));

/** A number of the formula, in the column's unit where it is of its kind. */
function written(run: Run, { number, unit }: Extract<Expression, { kind: "number" }>): Exact {
  const { dimension, factor } = unitOf(unit);
  return new Exact(number).times(factor).div(columnFactor(run, dimension));
}

/** What the rule names without defining it: "超期天数", which the cell or two dates tell. */
function called(run: Run, name: string): Exact {
  const late = /^(?:实际)?(?:超期|逾期|延期|延迟|延误|滞后|拖延|推迟)(?:的)?(?:天|日)数$/u.test(name);
  const measured = late ? measure(run, "late", "天") : null;
  if (measured?.kind !== "value") throw new Unanswered(missing({ code: "undefined-variable", name }));
  return measured.value;
}

function variable(run: Run, name: Variable, seen: Seen, beyond: boolean): Exact {
  switch (name) {
    case "points":
      if (run.points === null) throw new Unanswered(missing({ code: "missing-points" }));
      seen[name] = shown(run.points);
      return run.points;
    case "prior":
      throw new Unanswered(ask({ code: "ask-prior" }, free(run)));
    case "attained":
      return attained(run, seen, beyond);
    case "target":
    case "actual":
      return inColumnsUnit(run, name, seen);
    default:
      return measuredAs(beyond && name === "completion" ? beyondWhole(run) : run, name, seen);
  }
}

/** The run with a rate of 200%, by which a completion beyond the whole is measured too. */
const beyondWhole = (run: Run): Run => ({ ...run, rates: [...run.rates, new Exact(2)] });

function measuredAs(run: Run, name: Extract<Variable, Measure>, seen: Seen): Exact {
  const measured = measure(run, name, "%");
  if (measured.kind === "no") throw new Unanswered(measured.answer);
  if (measured.open !== null) throw new Unanswered(missing({ code: "actual-not-number", text: "" }));
  seen[name] = figure(measured.value, measured.dimension);
  return measured.value;
}

/** Actual to target where more is better, target to actual where less is. */
function attained(run: Run, seen: Seen, beyond: boolean): Exact {
  if (run.better === null) throw new Unanswered(ask({ code: "ask-direction" }, free(run)));
  const [above, below] = run.better === "more" ? (["actual", "target"] as const) : (["target", "actual"] as const);
  const divisor = variable(run, below, seen, beyond);
  if (divisor.isZero()) throw new Unanswered(ask({ code: "ask-zero-target" }, free(run)));
  const share = variable(run, above, seen, beyond).div(divisor);
  seen.attained = figure(share, "rate");
  return share;
}

/** Target or actual in the unit of the column, which is the unit of the bare numbers in the formula. */
function inColumnsUnit(run: Run, name: "target" | "actual", seen: Seen): Exact {
  const number = name === "target" ? targetNumber(run) : actualNumber(run);
  if (!isFigure(number)) throw new Unanswered(number);
  if (number.open !== null) throw new Unanswered(missing({ code: "actual-not-number", text: number.text }));
  const other = run.figures[name === "target" ? "actual" : "target"];
  if (other.kind === "number" && !comparable(other.dimension, number.dimension))
    throw new Unanswered(ask({ code: "ask-unit", written: number.text, expected: other.text }, free(run)));
  const value = number.value.div(columnFactor(run, number.dimension));
  seen[name] = shownInColumn(run, number, value);
  return value;
}

/** Dimensions whose figures are never shown without their unit. */
const WITH_UNIT: readonly Dimension[] = ["money", "hours", "area"];

/** A figure of the column as its cells give it; where the column has no such unit, in the dimension's own. */
function shownInColumn(run: Run, { value: base, dimension }: NumberFigure, value: Exact): string {
  if (!WITH_UNIT.includes(dimension)) return figure(value, dimension);
  const own = unitOf(run.figures.unit).dimension === dimension;
  return own ? `${shown(value)}${run.figures.unit}` : figure(base, dimension);
}

/** By what the base of a dimension is divided to be in the column's unit; rates stay fractions. */
function columnFactor(run: Run, dimension: Dimension): string {
  const column = unitOf(run.figures.unit);
  return dimension !== "rate" && column.dimension === dimension ? column.factor : "1";
}

type Kind = "rate" | "amount" | "marks" | "number";

/** What an expression comes to; null where it adds what cannot be added (a rate and 95 without its %). */
function kindOf(run: Run, expression: Expression): Kind | null {
  switch (expression.kind) {
    case "number":
      return ["%", "‰"].includes(expression.unit) ? "rate" : expression.unit === "" ? "number" : "amount";
    case "unknown":
      return "number";
    case "absolute":
      return kindOf(run, expression.of);
    case "extreme":
      return expression.of
        .map((one) => kindOf(run, one))
        .reduce((a, b) => (a === null || b === null ? null : a === "number" ? b : a));
    case "variable":
      return kindOfVariable(run, expression.variable);
    case "binary":
      return kindOfBinary(run, expression);
  }
}

function kindOfVariable(run: Run, name: Variable): Kind {
  if (name === "points") return "marks";
  if (name !== "target" && name !== "actual") return "rate";
  return run.figures.target.kind === "number" && run.figures.target.dimension === "rate" ? "rate" : "amount";
}

type Binary = Extract<Expression, { kind: "binary" }>;

function kindOfBinary(run: Run, expression: Binary): Kind | null {
  const [left, right] = [kindOf(run, expression.left), kindOf(run, expression.right)];
  if (left === null || right === null) return null;
  switch (expression.sign) {
    case "×":
      return kindOfProduct(left, right);
    case "/":
      return left === "marks" ? "marks" : right === "number" && left === "number" ? "number" : "rate";
    default:
      return kindOfSum(expression, left, right);
  }
}

function kindOfProduct(left: Kind, right: Kind): Kind {
  if (left === "marks" || right === "marks") return "marks";
  return left === "rate" && right === "rate" ? "rate" : "number";
}

/** A sum or a difference: a bare number goes with anything but a rate, beside which it must be one as a fraction. */
function kindOfSum(expression: Binary, left: Kind, right: Kind): Kind | null {
  const pair = [left, right];
  if (left === right || (pair.includes("number") && (pair.includes("marks") || pair.includes("amount"))))
    return left === "number" ? right : left;
  const bare = [expression.left, expression.right].find((one) => one.kind === "number" && one.unit === "");
  return pair.includes("rate") && bare?.kind === "number" && Number(bare.number) <= 1.5 ? "rate" : null;
}

/** The marks by a formula, never more than all of them and never less than none. */
export function byFormula(run: Run, expression: Expression): Answer {
  if (run.points === null) return missing({ code: "missing-points" });
  if (kindOf(run, expression) === null)
    return ask({ code: "ask-unread", text: printExpression(expression) }, free(run));
  try {
    const own = ownName(expression, run.name);
    const seen: Seen = own === null ? {} : { own };
    const marks = within(run, valueOf(run, expression, seen));
    run.steps.push({
      code: "step-formula",
      formula: `${printExpression(expression)} = ${printExpression(expression, seen)}`,
      marks: shown(marks),
    });
    return score(marks);
  } catch (error) {
    if (error instanceof Unanswered) return error.answer;
    throw error;
  }
}

/** "其他按比例扣分": marks in the proportion of the actual to the mark that earns them all. */
export function inProportion(
  run: Run,
  base: Exact | null,
  anchor: Interval | null,
  factor: string | null = null,
): Answer {
  if (base === null) return missing({ code: "missing-points" });
  if (run.better === "less") return ask({ code: "ask-above-at-most" }, [choice({ code: "choice-part" }, 0, base)]);
  const mark = markOf(anchor);
  const measured =
    mark === null || anchor === null ? measure(run, "completion", "%") : measure(run, anchor.measure, mark.unit);
  if (measured.kind === "no") return measured.answer;
  if (measured.open !== null) return missing({ code: "actual-not-number", text: "" });
  const whole = mark === null ? new Exact(1) : threshold(run, mark, measured.dimension);
  if (whole.lte(0)) return ask({ code: "ask-zero-target" }, free(run));
  if (mark !== null && measured.value.lt(whole) && isShareOfTarget(run, anchor, whole, measured.dimension))
    return ofCompletion(run, base, measured.value, whole, factor);
  return shareOfMark(run, base, mark, measured, whole, factor);
}

/** Marks by the share of the mark that earns them all. */
function shareOfMark(
  run: Run,
  base: Exact,
  mark: Interval["low"],
  measured: Extract<ReturnType<typeof measure>, { kind: "value" }>,
  whole: Exact,
  factor: string | null,
): Answer {
  const byShare = mark !== null && isShareOfWhole(run, whole, measured.dimension);
  const share = byShare ? measured.value : measured.value.div(whole);
  const marks = within(run, Exact.min(base, base.times(share)).times(factor === null ? 1 : shareOf(factor)));
  run.steps.push({
    code: "step-proportion",
    value: figure(measured.value, measured.dimension),
    mark: figure(byShare ? new Exact(1) : whole, measured.dimension),
    points: shown(base),
    marks: shown(marks),
  });
  return score(marks);
}

/**
 * "完成90%以上得满分，其余按完成比例": whether the mark is a share of the target, so that the completion itself and its share of
 * the mark are two things.
 */
function isShareOfTarget(run: Run, anchor: Interval | null, whole: Exact, dimension: Dimension): boolean {
  const { target } = run.figures;
  if (whole.equals(1) || (target.kind === "number" && target.dimension === "rate" && target.value.equals(whole)))
    return false;
  const counted = target.kind === "number" && target.dimension !== "rate" && dimension === "rate";
  return counted || anchor?.measure === "completion";
}

/** Marks by the completion, or by its share of the mark that earns them all, as the convention says. */
function ofCompletion(run: Run, base: Exact, done: Exact, whole: Exact, factor: string | null): Answer {
  const mark = use(run, "proportion-of-completion") === "mark" ? whole : new Exact(1);
  const marks = within(
    run,
    base
      .times(done)
      .div(mark)
      .times(factor === null ? 1 : shareOf(factor)),
  );
  run.steps.push({
    code: "step-proportion",
    value: figure(done, "rate"),
    mark: figure(mark, "rate"),
    points: shown(base),
    marks: shown(marks),
  });
  return score(marks);
}

/** What is said of an overrun or a delay is no mark that the actual could be a share of. */
const DIRECT: readonly Measure[] = ["value", "completion", "ratio", "rate", "change", "fall"];

/** The figure that earns all the marks. */
function markOf(anchor: Interval | null): Interval["low"] {
  return anchor !== null && DIRECT.includes(anchor.measure) ? (anchor.low ?? anchor.high) : null;
}

/** Whether a rate is by convention its own share of the whole, and not of the rate that earns all the marks. */
function isShareOfWhole(run: Run, whole: Exact, dimension: Dimension): boolean {
  return dimension === "rate" && !whole.equals(1) && whole.gte("0.5") && use(run, "proportion-base") === "whole";
}
