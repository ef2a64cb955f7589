import type { ReactNode } from "react";
import type { Area } from "../../engine/workbook";
import { shownText } from "../../hosts/simulated";
import type { SimulatedSheet } from "../../hosts/simulated/model/sheet";
import { isBlank, overlayAt } from "../../hosts/simulated/model/sheet";
import { cellStyle } from "./cell-style";
import type { SheetGeometry } from "./geometry";
import { boxOf } from "./geometry";
import { HEADER_HEIGHT, HEADER_WIDTH, cellId } from "./headers";
import type { DrawnCell } from "./merges";
import type { Place } from "./moves";

interface GridRowProps {
  readonly sheet: SimulatedSheet;
  readonly row: number;
  readonly cells: readonly DrawnCell[];
  readonly geometry: SheetGeometry;
  readonly selected: Area;
  readonly onSelect: (row: number, column: number) => void;
  readonly onEdit: (place: Place) => void;
}

/** One row with its number. */
export function GridRow({ sheet, row, cells, geometry, selected, onSelect, onEdit }: GridRowProps): ReactNode {
  const top = geometry.tops[row]!;
  const height = geometry.tops[row + 1]! - top;
  return (
    <div className="grid-row" role="row" aria-rowindex={row + 2} style={{ top: HEADER_HEIGHT + top, height }}>
      <span role="rowheader" aria-colindex={1} className={row === selected.top ? "grid-number chosen" : "grid-number"} style={{ height }}>
        {row + 1}
      </span>
      {cells.map(({ column, area }) => {
        const cell = sheet.cell(row, column);
        const box = boxOf(geometry, area);
        const isSelected = selected.top === row && selected.left === column;
        const isNumber = cell.error === undefined && typeof cell.value === "number";
        const spills = !isNumber && !isBlank(cell) && !cell.dress?.wrap && area.left === area.right && isBlank(sheet.cell(row, column + 1));
        return (
          <div
            key={column}
            id={cellId(row, column)}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={isSelected}
            className={`grid-cell${isSelected ? " selected" : ""}${spills ? " spills" : ""}`}
            // One pixel of overlap: neighbours share their border.
            style={{ ...cellStyle(cell.dress, overlayAt(sheet, row, column), isNumber), left: HEADER_WIDTH + box.left - 1, width: box.width + 1, height: box.height + 1 }}
            onMouseDown={() => onSelect(row, column)}
            onDoubleClick={() => onEdit({ row, column })}
          >
            <span>{shownText(sheet, row, column)}</span>
          </div>
        );
      })}
    </div>
  );
}
