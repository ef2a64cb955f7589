import type { FormulaFunction, FunctionCall } from "./function-call";
import { areaArgument, guarded, scalarArgument, sound } from "./function-call";
import { NotCalculable } from "./formula-tree";
import type { AreaValue, Scalar } from "./values";
import { DIVISION_ERROR, ErrorValue, VALUE_ERROR, compare, textNumber } from "./values";

/** Whether a cell's value meets a condition as SUMIF words it: 5, ">=10", "合*", "<>". */
export function criterionTest(criterion: Scalar): (value: Scalar) => boolean {
  if (typeof criterion !== "string") return (value) => value !== null && isEqual(value, criterion ?? 0);
  const [, operator = "", operand = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion)!;
  const number = textNumber(operand);
  if (operator === "" || operator === "=" || operator === "<>") {
    const equals = equality(operand, number);
    return operator === "<>" ? (value) => !equals(value) : equals;
  }
  const bound = number ?? operand;
  return (value) => {
    if (value === null || typeof value !== typeof bound) return false;
    const order = compare(value, bound);
    if (order instanceof ErrorValue) return false;
    return operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  };
}

function equality(operand: string, number: number | null): (value: Scalar) => boolean {
  if (operand === "") return (value) => value === null || value === "";
  const pattern = wildcard(operand);
  return (value) =>
    typeof value === "number"
      ? value === number
      : typeof value === "string"
        ? pattern.test(value) || (number !== null && textNumber(value) === number)
        : false;
}

/** * and ? as wildcards, ~ takes the meaning from the next character. */
function wildcard(text: string): RegExp {
  const source = text.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (found, plain?: string) =>
    plain !== undefined ? `\\${plain}` : found === "*" ? "[\\s\\S]*" : found === "?" ? "[\\s\\S]" : `\\${found}`,
  );
  return new RegExp(`^${source}$`, "iu");
}

function isEqual(value: Scalar, other: Scalar): boolean {
  return typeof value === typeof other && compare(value, other) === 0;
}

/**
 * Blank cells are not stored; a condition that they meet needs every cell of the area and is not calculated over whole
 * columns.
 */
const MAX_BLANKS = 1_000_000;

interface Condition {
  readonly where: AreaValue;
  readonly test: (value: Scalar) => boolean;
}

/** Offsets (row, column) within the areas where every condition holds. */
function matches(call: FunctionCall, conditions: readonly Condition[]): { row: number; column: number }[] {
  const [first, ...others] = conditions as [Condition, ...Condition[]];
  const { top, left, bottom, right } = first.where.area;
  for (const { where } of others)
    if (where.area.bottom - where.area.top !== bottom - top || where.area.right - where.area.left !== right - left)
      sound(VALUE_ERROR);
  const found: { row: number; column: number }[] = [];
  const check = (value: Scalar, row: number, column: number): void => {
    if (!first.test(value)) return;
    const holds = others.every(({ where, test }) =>
      test(call.evaluator.cell(where.sheet, where.area.top + row, where.area.left + column)),
    );
    if (holds) found.push({ row, column });
  };
  if (first.test(null)) {
    if ((bottom - top + 1) * (right - left + 1) > MAX_BLANKS) throw new NotCalculable("a condition met by blank cells");
    for (let row = 0; row <= bottom - top; row++)
      for (let column = 0; column <= right - left; column++)
        check(call.evaluator.cell(first.where.sheet, top + row, left + column), row, column);
  } else call.evaluator.eachStored(first.where, (value, row, column) => check(value, row - top, column - left));
  return found;
}

function conditionsFrom(call: FunctionCall, from: number): Condition[] {
  const conditions: Condition[] = [];
  for (let at = from; at + 1 < call.arguments.length; at += 2)
    conditions.push({ where: areaArgument(call, at), test: criterionTest(scalarArgument(call, at + 1)) });
  if (conditions.length === 0) throw new NotCalculable("no condition");
  return conditions;
}

/** The numbers of `from` at the offsets where the conditions hold. */
function selected(call: FunctionCall, from: AreaValue, conditions: readonly Condition[]): number[] {
  const values = matches(call, conditions).map(({ row, column }) =>
    sound(call.evaluator.cell(from.sheet, from.area.top + row, from.area.left + column)),
  );
  return values.filter((value): value is number => typeof value === "number");
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);
const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? sound<number>(DIVISION_ERROR) : total(numbers) / numbers.length;

/** SUMIF and AVERAGEIF: area, condition, and the area to take from where it is another one. */
function singleCondition(call: FunctionCall): number[] {
  const conditions = conditionsFrom({ ...call, arguments: call.arguments.slice(0, 2) }, 0);
  return selected(call, call.arguments.length > 2 ? areaArgument(call, 2) : conditions[0]!.where, conditions);
}

export const CONDITIONALS = {
  SUMIF: guarded((call) => total(singleCondition(call))),
  AVERAGEIF: guarded((call) => mean(singleCondition(call))),
  SUMIFS: guarded((call) => total(selected(call, areaArgument(call, 0), conditionsFrom(call, 1)))),
  AVERAGEIFS: guarded((call) => mean(selected(call, areaArgument(call, 0), conditionsFrom(call, 1)))),
  COUNTIF: guarded((call) => matches(call, conditionsFrom(call, 0)).length),
  COUNTIFS: guarded((call) => matches(call, conditionsFrom(call, 0)).length),
} satisfies Readonly<Record<string, FormulaFunction>>;
