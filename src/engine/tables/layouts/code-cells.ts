import { codeDigits } from "../codes";
import type { CodeSlip } from "../table";
import type { SettledCode } from "./code-slips";
import { matrixColumns, type MatrixPage } from "./matrix-columns";
import type { MatrixRow } from "./matrix-rows";

/** The cell in which a row's code is mistyped, with what stands there and what would fit. */
export function slipOf(
  { position, column, level, code }: MatrixRow,
  page: MatrixPage,
  { printed, fits, reasons }: NonNullable<SettledCode["slip"]>,
): CodeSlip {
  const { grid } = page;
  const { stepwise, classCode, sectionCode, itemCode, subjectCode } = matrixColumns(page);
  const cell = (at: number): number => grid.sheet.base + position * grid.width + at;
  const digits = (at: number): string => (at < 0 ? "" : codeDigits(grid, position, at));
  if (stepwise) {
    const steps = [classCode, sectionCode, itemCode].slice(0, level).map((at) => ({ at, written: digits(at) }));
    const wanted = [code!.slice(0, 3), code!.slice(3, 5), code!.slice(5, 7)];
    const filled = steps.filter(({ written }) => written !== "");
    const wrong = steps.findIndex(({ written }, step) => written !== "" && !wanted[step]!.endsWith(written));
    const place = Math.max(wrong, 0);
    return {
      cell: cell(steps[place]!.at < 0 ? column : steps[place]!.at),
      written: steps[place]!.written,
      wanted: fits ? wanted[place]! : null,
      printed: filled.map(({ written }) => written).join(" "),
      reasons,
    };
  }
  const own = digits(subjectCode) === "" ? column : subjectCode;
  return { cell: cell(own), written: printed, wanted: fits ? code : null, printed, reasons };
}
