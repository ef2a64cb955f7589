import type { MouseEvent, ReactNode } from "react";
import type { Area } from "../../engine/workbook";
import { a1 } from "../../engine/workbook";
import type { FoundOnSheets, Phrase } from "../../pane";
import { CellText } from "./CellText";
import { shownText, isBlank, overlap, overlayAt } from "../../hosts/simulated";
import type { SimulatedSheet, Place } from "../../hosts/simulated";
import { cellStyle } from "./cell-style";
import type { SheetGeometry } from "./geometry";
import { boxOf } from "./geometry";
import { HEADER_WIDTH, cellId } from "./headers";
import type { DrawnCell } from "./merges";

/** What is selected, and where in it typing begins. */
export interface Selected {
  readonly area: Area;
  readonly active: Place;
}

interface GridRowProps {
  readonly sheet: SimulatedSheet;
  readonly row: number;
  /** Cells of frozen columns, and the others. */
  readonly frozen: readonly DrawnCell[];
  readonly cells: readonly DrawnCell[];
  readonly geometry: SheetGeometry;
  /** Top of the row within what it is drawn in. */
  readonly top: number;
  /** Width of the frozen columns. */
  readonly frozenWidth: number;
  readonly selected: Selected;
  readonly phrases: FoundOnSheets["phrases"];
  readonly onPoint: (place: Place, event: MouseEvent) => void;
  readonly onEdit: (place: Place) => void;
}

/** One row with its number. */
export function GridRow({
  sheet,
  row,
  frozen,
  cells,
  geometry,
  top,
  frozenWidth,
  selected,
  phrases,
  onPoint,
  onEdit,
}: GridRowProps): ReactNode {
  const height = geometry.tops[row + 1]! - geometry.tops[row]!;
  const draw =
    (offset: number) =>
    (cell: DrawnCell): ReactNode => (
      <GridCell
        key={cell.column}
        sheet={sheet}
        drawn={cell}
        geometry={geometry}
        offset={offset}
        selected={selected}
        phrases={phrases}
        onPoint={onPoint}
        onEdit={onEdit}
      />
    );
  return (
    <div className="grid-row" role="row" aria-rowindex={row + 2} style={{ top, height }}>
      <span
        role="rowheader"
        aria-colindex={1}
        className={row >= selected.area.top && row <= selected.area.bottom ? "grid-number chosen" : "grid-number"}
        style={{ height }}
      >
        {row + 1}
      </span>
      {frozen.length > 0 && (
        <div className="grid-frozen" role="presentation" style={{ width: frozenWidth }}>
          {frozen.map(draw(0))}
        </div>
      )}
      {cells.map(draw(HEADER_WIDTH))}
    </div>
  );
}

const NO_PHRASES: readonly Phrase[] = [];

interface GridCellProps extends Pick<
  GridRowProps,
  "sheet" | "geometry" | "selected" | "phrases" | "onPoint" | "onEdit"
> {
  readonly drawn: DrawnCell;
  /** Where column A begins within what the cell is drawn in. */
  readonly offset: number;
}

function GridCell({
  sheet,
  drawn: { row, column, area },
  geometry,
  offset,
  selected,
  phrases,
  onPoint,
  onEdit,
}: GridCellProps): ReactNode {
  const cell = sheet.cell(row, column);
  const box = boxOf(geometry, area);
  const isActive = selected.active.row === row && selected.active.column === column;
  const isChosen = overlap(area, selected.area);
  const isNumber = cell.error === undefined && typeof cell.value === "number";
  const spills =
    !isNumber &&
    !isBlank(cell) &&
    !cell.dress?.wrap &&
    area.left === area.right &&
    isBlank(sheet.cell(row, column + 1));
  const mark = overlayAt(sheet, row, column);
  const state = isActive ? "selected" : isChosen ? "chosen" : "";
  const classes = ["grid-cell", state, spills ? "spills" : "", mark ? "marked" : ""].filter((name) => name !== "");
  return (
    <div
      id={cellId(row, column)}
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={isChosen}
      className={classes.join(" ")}
      // One pixel of overlap: neighbours share their border.
      style={{
        ...cellStyle(cell.dress, mark, isNumber, geometry.zoom),
        left: offset + box.left - 1,
        width: box.width + 1,
        height: box.height + 1,
      }}
      onMouseDown={(event) => onPoint({ row, column }, event)}
      onMouseEnter={(event) => event.buttons === 1 && onPoint({ row, column }, event)}
      onDoubleClick={() => onEdit({ row, column })}
    >
      <CellText
        text={shownText(sheet, row, column)}
        phrases={phrases.size === 0 ? NO_PHRASES : (phrases.get(`${sheet.name}!${a1(row, column)}`) ?? NO_PHRASES)}
      />
    </div>
  );
}
