import { compileCriterion, criterionKey, readValue, scoreInPractice } from "../engine/criteria";
import type { Practice } from "../engine/criteria";
import { practiceOf } from "../engine/settings";
import { dateText } from "./date-number";
import type { KeptPractice } from "./workbook-practice";

/** What Excel shows in the place of a result: #VALUE! or #N/A, with a sentence behind it. */
export interface NoAnswer {
  readonly error: "invalid-value" | "not-available";
  readonly message: string;
}

/**
 * What the cells say, as Excel hands them over: a blank cell comes as null or "", what is left out as null or
 * undefined.
 */
interface ScoreArguments {
  readonly criterion: unknown;
  readonly target: unknown;
  readonly actual: unknown;
  readonly points: unknown;
  readonly type: unknown;
  readonly unit: unknown;
}

/** Characters of a message that Excel shows. */
const LONGEST = 250;

/**
 * The score as the workbook applies criteria, or why there is none: #VALUE! for a criterion that cannot be read, #N/A
 * where a figure is missing or a person must judge. Never a guess.
 * @param values in the order of functions.json
 */
export function scoreCell(values: readonly unknown[], kept: KeptPractice): number | NoAnswer {
  const [criterion, target, actual, points, type, unit] = values;
  const { result, criterion: applied } = scoreInPractice(
    inWords({ criterion, target, actual, points, type, unit }),
    practiceFor(kept),
  );
  switch (result.status) {
    case "scored":
      return result.score ?? noAnswer("not-available", "没有得分");
    case "unreadable":
      return notRead(applied);
    case "incomplete":
      return noAnswer("not-available", result.question ?? "缺数据，请补充");
    case "needs-judgement":
      return noAnswer("not-available", `需要人判断：${result.question ?? ""}${choiceWords(result.choices)}`);
  }
}

/** The reading of a criterion in plain words; #VALUE! where it states no rule, #N/A where there is nothing to read. */
export function readCell(criterion: unknown, kept: KeptPractice): string | NoAnswer {
  const text = textOf(criterion);
  if (criterionKey(text) === null) return noAnswer("not-available", "评分标准是空的");
  const { criterion: applied, correction, reading } = scoreInPractice({ criterion: text }, practiceFor(kept));
  if (reading !== "") return correction === null ? reading : `${reading}（已更正）`;
  return notRead(applied);
}

function notRead(criterion: string): NoAnswer {
  return noAnswer(
    "invalid-value",
    compileCriterion(criterion).state === "half"
      ? "读不懂评分标准：只有半句，公式或条件不完整"
      : "读不懂评分标准：没有写明怎样得分或扣分",
  );
}

/** Thousands of cells ask under the same decisions. */
const practices = new WeakMap<KeptPractice, Practice>();

function practiceFor(kept: KeptPractice): Practice {
  const known = practices.get(kept) ?? practiceOf(kept);
  practices.set(kept, known);
  return known;
}

/** The cells as scoring takes them. A date is a number to Excel: beside a date in words it is one in words too. */
function inWords({ criterion, target, actual, points, type, unit }: ScoreArguments): ScoreArguments {
  const [wanted, reached] = [valueOf(target), valueOf(actual)];
  return {
    criterion: textOf(criterion),
    target: isDate(reached) ? (dateText(wanted) ?? wanted) : wanted,
    actual: isDate(wanted) ? (dateText(reached) ?? reached) : reached,
    points: valueOf(points),
    type: textOf(type),
    unit: textOf(unit),
  };
}

function isDate(value: unknown): boolean {
  return typeof value === "string" && readValue(value).kind === "date";
}

function valueOf(value: unknown): unknown {
  return value === "" || value === undefined ? null : value;
}

function textOf(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

function noAnswer(error: NoAnswer["error"], message: string): NoAnswer {
  return { error, message: message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message };
}

function choiceWords(
  choices: readonly { readonly label: string; readonly min: number; readonly max: number }[],
): string {
  if (choices.length === 0) return "";
  return `（${choices.map(({ label, min, max }) => `${label} ${min === max ? min : `${min}至${max}`} 分`).join("；")}）`;
}
