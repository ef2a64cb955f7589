import type { NoAnswer } from "./score-cell";

/**
 * =HEDUI.SCORE(评分标准, 指标值, 实际完成值, 分值, [指标值类型], [计量单位]). The compiler is loaded with the first call.
 * @throws CustomFunctions.Error where there is no score
 */
export async function scoreIndicator(criterion: unknown, target: unknown, actual: unknown, points: unknown, type?: unknown, unit?: unknown): Promise<number> {
  const { scoreCell } = await import("./score-cell");
  return answered(scoreCell({ criterion, target, actual, points, type, unit }));
}

/**
 * =HEDUI.READ(评分标准).
 * @throws CustomFunctions.Error where the text states no rule
 */
export async function readingOf(criterion: unknown): Promise<string> {
  const { readCell } = await import("./score-cell");
  return answered(readCell(criterion));
}

/** @throws CustomFunctions.Error which Excel shows as an error value with its message */
function answered<Result extends number | string>(answer: Result | NoAnswer): Result {
  if (typeof answer !== "object") return answer;
  const code = answer.error === "invalid-value" ? CustomFunctions.ErrorCode.invalidValue : CustomFunctions.ErrorCode.notAvailable;
  throw new CustomFunctions.Error(code, answer.message);
}
