import type { IndicatorHeader } from "./targets-header";
import type { View } from "../view";

/** What a row of a list says of itself. */
export interface Entry {
  readonly header: IndicatorHeader;
  readonly row: number;
  readonly atTop: boolean;
  /** The list is of units: no column names projects. */
  readonly isUnitTable: boolean;
  readonly subjectRole: string;
  readonly code: string;
  readonly unitName: string;
  readonly name: string;
  readonly direction: string;
  readonly hasIndicator: boolean;
}

export function entryOf(view: View, header: IndicatorHeader, row: number, atTop: boolean): Entry {
  const isUnitTable = !header.columns.has("project-name");
  const subjectRole = isUnitTable ? "unit-name" : "project-name";
  const own = (role: string): string => ownWord(view, header, row, role);
  return {
    header,
    row,
    atTop,
    isUnitTable,
    subjectRole,
    code: own("unit-code"),
    unitName: isUnitTable ? "" : own("unit-name"),
    name: own(subjectRole),
    direction: own("direction"),
    hasIndicator: ["level1", "level2", "level3", "target"].some((role) => own(role) !== ""),
  };
}

/** What a row says in the column of a role; "" where the header has none. */
export function ownWord(view: View, header: IndicatorHeader, row: number, role: string): string {
  const column = header.columns.get(role);
  return column === undefined ? "" : view.word(row, column);
}
