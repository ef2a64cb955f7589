import { readCriterion, score } from "../engine/criteria";

/** What Excel shows in the place of a result: #VALUE! or #N/A, with a sentence behind it. */
export interface NoAnswer {
  readonly error: "invalid-value" | "not-available";
  readonly message: string;
}

/** What the cells say, as Excel hands them over: a blank cell comes as null or "". */
export interface ScoreArguments {
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
 * The score under the usual conventions, or why there is none: #VALUE! for a criterion that cannot be read, #N/A where a figure is
 * missing or a person must judge. Never a guess.
 */
export function scoreCell(given: ScoreArguments): number | NoAnswer {
  const result = score({ ...given, target: blankless(given.target), actual: blankless(given.actual), points: blankless(given.points) });
  switch (result.status) {
    case "scored":
      return result.score ?? noAnswer("not-available", "没有得分");
    case "unreadable":
      return noAnswer("invalid-value", `读不懂评分标准：${result.problems[0] ?? "没有写明怎样得分或扣分"}`);
    case "incomplete":
      return noAnswer("not-available", result.question ?? "缺数据，请补充");
    case "needs-judgement":
      return noAnswer("not-available", `需要人判断：${result.question ?? ""}${choiceWords(result.choices)}`);
  }
}

/** The reading of a criterion in plain words; #VALUE! where it states no rule. */
export function readCell(criterion: unknown): string | NoAnswer {
  const text = typeof criterion === "string" ? criterion : typeof criterion === "number" ? String(criterion) : "";
  if (text.trim() === "") return noAnswer("not-available", "评分标准是空的");
  const reading = readCriterion(text);
  return reading === "" ? noAnswer("invalid-value", "读不懂评分标准：没有写明怎样得分或扣分") : reading.replace(/^读作：/, "");
}


function noAnswer(error: NoAnswer["error"], message: string): NoAnswer {
  return { error, message: message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message };
}

function blankless(value: unknown): unknown {
  return value === "" ? null : value;
}

function choiceWords(choices: readonly { readonly label: string; readonly min: number; readonly max: number }[]): string {
  if (choices.length === 0) return "";
  return `（${choices.map(({ label, min, max }) => `${label} ${min === max ? min : `${min}至${max}`} 分`).join("；")}）`;
}
