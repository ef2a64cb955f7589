import type { CellId } from "../../workbook";
import type { Indicator } from "../table";
import type { FormSegment } from "./targets-segments";
import { coordinatesOf } from "../view";
import type { View } from "../view";

/** The indicators of one project of a list, with the cell that names it and the grid rows they take. */
export interface ProjectRows {
  readonly name: string;
  readonly cell: CellId;
  readonly from: number;
  readonly to: number;
  readonly indicators: readonly Indicator[];
}

/**
 * A list with the project in a column, cut by project: a blank or repeated name goes on with the one above. Null where
 * the header has no such column.
 */
export function byProject(view: View, form: FormSegment): ProjectRows[] | null {
  const column = form.headers[0]!.columns.get("project-name");
  if (column === undefined) return null;
  const found: (ProjectRows & { to: number; indicators: Indicator[] })[] = [];
  for (const indicator of form.indicators) {
    const { row } = coordinatesOf(view, indicator.cells["level3"]!);
    const name = view.written(row, column);
    const last = found.at(-1);
    if (last && (name === "" || name === last.name)) {
      last.indicators.push(indicator);
      last.to = row;
    } else found.push({ name, cell: view.cell(row, column), from: row, to: row, indicators: [indicator] });
  }
  return found;
}
