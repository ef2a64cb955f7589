import type { ReactNode } from "react";
import { columnLetters } from "../../engine/workbook";
import type { Area } from "../../engine/workbook";
import type { SheetGeometry } from "./geometry";
import { HEADER_WIDTH } from "./headers";
import type { Panes } from "./panes";

interface GridHeadsProps {
  readonly geometry: SheetGeometry;
  readonly panes: Panes;
  readonly chosen: Area;
}

/** The letters of the columns in view. */
export function GridHeads({
  geometry: { lefts },
  panes: { frozenColumns, columns },
  chosen,
}: GridHeadsProps): ReactNode {
  const draw =
    (offset: number) =>
    (column: number): ReactNode => (
      <span
        key={column}
        role="columnheader"
        aria-colindex={column + 2}
        className={column >= chosen.left && column <= chosen.right ? "grid-head chosen" : "grid-head"}
        style={{ left: offset + lefts[column]!, width: lefts[column + 1]! - lefts[column]! }}
      >
        {columnLetters(column)}
      </span>
    );
  return (
    <div className="grid-heads" role="row" aria-rowindex={1}>
      <span className="grid-corner" role="columnheader" aria-colindex={1}>
        <span className="unseen">行号</span>
      </span>
      {frozenColumns > 0 && (
        <div className="grid-frozen" role="presentation" style={{ width: lefts[frozenColumns] }}>
          {numbers(0, frozenColumns - 1).map(draw(0))}
        </div>
      )}
      {numbers(columns.first, columns.last).map(draw(HEADER_WIDTH))}
    </div>
  );
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
