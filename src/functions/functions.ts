import type { NoAnswer } from "./score-cell";
import type { WorkbookPractice } from "./workbook-practice";

/** A custom function as Excel calls it: what the cells hold, in the order of functions.json. */
type CustomFunction = (...values: unknown[]) => Promise<number | string>;

/**
 * The custom functions by the ids that functions.json gives them (=HEDUI.SCORE, =HEDUI.READ). The compiler is loaded
 * with the first call.
 */
export function customFunctions(practice: WorkbookPractice): Readonly<Record<"SCORE" | "READ", CustomFunction>> {
  return {
    /**
     * =HEDUI.SCORE(评分标准, 指标值, 实际完成值, 分值, [指标值类型], [计量单位]).
     * @throws CustomFunctions.Error where there is no score
     */
    async SCORE(criterion: unknown, target: unknown, actual: unknown, points: unknown, type?: unknown, unit?: unknown) {
      const [{ scoreCell }, kept] = await Promise.all([import("./score-cell"), practice.now()]);
      return answered(scoreCell({ criterion, target, actual, points, type, unit }, kept));
    },
    /**
     * =HEDUI.READ(评分标准).
     * @throws CustomFunctions.Error where the text states no rule
     */
    async READ(criterion: unknown) {
      const [{ readCell }, kept] = await Promise.all([import("./score-cell"), practice.now()]);
      return answered(readCell(criterion, kept));
    },
  };
}

/** @throws CustomFunctions.Error which Excel shows as an error value with its message */
function answered<Result extends number | string>(answer: Result | NoAnswer): Result {
  if (typeof answer !== "object") return answer;
  const code =
    answer.error === "invalid-value" ? CustomFunctions.ErrorCode.invalidValue : CustomFunctions.ErrorCode.notAvailable;
  throw new CustomFunctions.Error(code, answer.message);
}
