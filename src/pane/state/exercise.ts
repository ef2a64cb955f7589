import { CellKind, gridIndex, parseA1 } from "../../engine/workbook";
import type { Workbook } from "../../engine/workbook";
import type { CellPlace } from "../../hosts/host";

/** A slip that is planted in the practice workbook. */
export interface PlantedSlip extends CellPlace {
  readonly title: string;
  /** What stands there until somebody mends it: a whole number, a part of a text, or nothing (null). */
  readonly wrong: string | number | null;
  /** What would be right, for those who give up. */
  readonly hint: string;
}

/** The practice workbook: a sheet by whose first words it is known, and what is planted in it. */
export interface Exercise {
  readonly sheet: string;
  readonly title: string;
  readonly slips: readonly PlantedSlip[];
}

/** A slip with whether it still stands. */
export interface SlipState {
  readonly slip: PlantedSlip;
  readonly stands: boolean;
}

/** The slips of the practice workbook as they are now; null for any other workbook. */
export function slipsIn(workbook: Workbook, exercise: Exercise): readonly SlipState[] | null {
  const known = workbook.sheets.find(({ name }) => name === exercise.sheet);
  if (known?.texts[0] !== exercise.title) return null;
  return exercise.slips.map((slip) => ({ slip, stands: standsIn(workbook, slip) }));
}

function standsIn(workbook: Workbook, { sheet: name, address, wrong }: PlantedSlip): boolean {
  const sheet = workbook.sheets.find((one) => one.name === name);
  const place = parseA1(address);
  if (!sheet || !place) return false;
  const index = gridIndex(sheet, place.row, place.column);
  const kind = index < 0 ? CellKind.Blank : sheet.kinds[index]!;
  if (wrong === null) return kind === CellKind.Blank;
  if (typeof wrong === "number") return kind === CellKind.Number && sheet.numbers[index] === wrong;
  return (sheet.texts[index] ?? "").includes(wrong);
}
