import type { BlankCells } from "./blank-cells";
import type { CallInfo } from "./given";
import { UNCLEAR, asCellsHold } from "./given";
import type { NoAnswer } from "./score-cell";
import type { WorkbookPractice } from "./workbook-practice";

/**
 * A custom function as Excel calls it: what the cells hold, in the order of functions.json, and last what it tells of
 * the call. The answer is a matrix of one cell, for only with such functions does Excel tell the addresses.
 */
type CustomFunction = (...given: unknown[]) => Promise<(number | string)[][]>;

/** Where a zero may be a blank cell there is no score. */
const UNCLEAR_ZERO: NoAnswer = {
  error: "not-available",
  message: "分不清是 0 还是空白单元格，没有计分；按 Ctrl+Alt+F9 重算，仍不行的请在面板的“评分”里看",
};

/**
 * The custom functions by the ids that functions.json gives them (=HEDUI.SCORE, =HEDUI.READ). The compiler is loaded
 * with the first call.
 */
export function customFunctions(
  practice: WorkbookPractice,
  cells: BlankCells,
): Readonly<Record<"SCORE" | "READ", CustomFunction>> {
  return {
    /**
     * =HEDUI.SCORE(评分标准, 指标值, 实际完成值, 分值, [指标值类型], [计量单位]).
     * @throws CustomFunctions.Error where there is no score
     */
    async SCORE(criterion, target, actual, points, type, unit, info) {
      const given = await asCellsHold([criterion, target, actual, points, type, unit], info as CallInfo, cells);
      if (given.includes(UNCLEAR)) return answered(UNCLEAR_ZERO);
      const [{ scoreCell }, kept] = await Promise.all([import("./score-cell"), practice.now()]);
      return answered(scoreCell(given, kept));
    },
    /**
     * =HEDUI.READ(评分标准).
     * @throws CustomFunctions.Error where the text states no rule
     */
    async READ(criterion, info) {
      const [given] = await asCellsHold([criterion], info as CallInfo, cells);
      if (given === UNCLEAR) return answered(UNCLEAR_ZERO);
      const [{ readCell }, kept] = await Promise.all([import("./score-cell"), practice.now()]);
      return answered(readCell(given, kept));
    },
  };
}

/** @throws CustomFunctions.Error which Excel shows as an error value with its message */
function answered(answer: number | string | NoAnswer): (number | string)[][] {
  if (typeof answer !== "object") return [[answer]];
  const code =
    answer.error === "invalid-value" ? CustomFunctions.ErrorCode.invalidValue : CustomFunctions.ErrorCode.notAvailable;
  throw new CustomFunctions.Error(code, answer.message);
}
