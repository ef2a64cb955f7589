import type { CellId } from "../../workbook";
import type { Field, Indicator } from "../table";
import type { IndicatorHeader } from "./targets-header";
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
  /** What stands once for the project, in columns beside those of its indicators: "rate-score", "total-score". */
  readonly fields: readonly Field[];
}

const onceForAll = ["rate-score", "total-score"] as const;

/**
 * A list with the project in a column, cut by project: a blank or repeated name goes on with the one above. Null where
 * the header has no such column.
 */
export function byProject(view: View, form: FormSegment): ProjectRows[] | null {
  const header = form.headers[0]!;
  const column = header.columns.get("project-name");
  if (column === undefined) return null;
  const found: (ProjectRows & { to: number; indicators: Indicator[] })[] = [];
  for (const indicator of form.indicators) {
    const { row } = coordinatesOf(view, indicator.cells["level3"]!);
    const name = view.written(row, column);
    const last = found.at(-1);
    if (last && (name === "" || name === last.name)) {
      last.indicators.push(indicator);
      last.to = row;
    } else {
      const fields = fieldsOf(view, header, row);
      found.push({ name, cell: view.cell(row, column), from: row, to: row, indicators: [indicator], fields });
    }
  }
  return found;
}

/** What is filled in for a project as a whole, in its first row. */
function fieldsOf(view: View, header: IndicatorHeader, row: number): Field[] {
  return onceForAll.flatMap((role) => {
    const at = header.columns.get(role);
    if (at === undefined || view.covered(row, at) || view.word(row, at) === "") return [];
    const label = header.paths[at]!.at(-1) ?? "";
    return [{ role, label, cell: view.cell(row, at), text: view.written(row, at) }];
  });
}
