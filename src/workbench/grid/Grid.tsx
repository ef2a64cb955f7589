import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { a1, columnLetters } from "../../engine/workbook";
import type { SimulatedExcel } from "../../hosts/simulated";
import type { SimulatedSheet } from "../../hosts/simulated/model/sheet";
import { between, boxOf, layOutSheet } from "./geometry";
import { CellEditor } from "./CellEditor";
import { GridRow } from "./GridRow";
import { HEADER_HEIGHT, HEADER_WIDTH, cellId } from "./headers";
import { areaAround, drawnCells } from "./merges";
import { moveBy } from "./moves";
import { useWorkbook } from "./use-workbook";

/** Pixels drawn beyond the window. */
const SPARE = 200;

interface GridProps {
  readonly excel: SimulatedExcel;
  readonly sheet: SimulatedSheet;
}

/** A sheet: values, merged cells, formats and marks, of which only what is in view is in the page. */
export function Grid({ excel, sheet }: GridProps): ReactNode {
  const { workbook } = excel;
  const { contents } = useWorkbook(workbook);
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, left: 0, width: 1200, height: 800 });
  const [typed, setTyped] = useState<string | null>(null);
  // A change of contents may change heights; `contents` stands for what is in the sheet.
  const geometry = useMemo(() => layOutSheet(sheet), [sheet, contents]);
  const { tops, lefts } = geometry;
  const rows = between(tops, view.top - SPARE, view.top + view.height + SPARE);
  const columns = between(lefts, view.left - SPARE, view.left + view.width + SPARE);
  const drawn = drawnCells(sheet, { top: rows.first, bottom: rows.last, left: columns.first, right: columns.last });
  const selected = areaAround(sheet, workbook.selection.top, workbook.selection.left);
  const last = { row: tops.length - 2, column: lefts.length - 2 };

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => setView({ top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth, height: element.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);

  const { top, left } = selected;
  const latest = useRef(geometry);
  latest.current = geometry;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const box = boxOf(latest.current, areaAround(sheet, top, left));
    element.scrollTop = near(element.scrollTop, element.clientHeight - HEADER_HEIGHT, box.top, Math.min(box.height, 200));
    element.scrollLeft = near(element.scrollLeft, element.clientWidth - HEADER_WIDTH, box.left, Math.min(box.width, 300));
  }, [sheet, top, left]);

  const select = (row: number, column: number): void => {
    const area = areaAround(sheet, row, column);
    workbook.select(sheet, { top: area.top, left: area.left, bottom: area.top, right: area.left });
  };
  const edit = (text: string): void => {
    excel.cellBeingEdited = true;
    setTyped(text);
  };
  const finish = (text: string | null, move: "down" | null): void => {
    excel.cellBeingEdited = false;
    setTyped(null);
    if (text !== null) excel.type(sheet.name, a1(top, left), text);
    if (move === "down") select(Math.min(selected.bottom + 1, last.row), left);
    scroller.current?.focus({ preventScroll: true });
  };
  const press = (event: KeyboardEvent): void => {
    if (typed !== null) return;
    const target = moveBy(event.key, event.ctrlKey || event.metaKey, selected, last);
    if (target) select(target.row, target.column);
    else if (event.key === "Enter" || event.key === "F2") edit(contentsText(sheet, top, left));
    else if (event.key === "Delete" || event.key === "Backspace") excel.type(sheet.name, a1(top, left), "");
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) edit(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={`工作表 ${sheet.name}`}
      aria-rowcount={tops.length}
      aria-colcount={lefts.length}
      aria-activedescendant={drawn.get(top)?.some(({ column }) => column === left) ? cellId(top, left) : undefined}
      onKeyDown={press}
    >
      <div className="grid-paper" role="presentation" style={{ width: HEADER_WIDTH + lefts.at(-1)!, height: HEADER_HEIGHT + tops.at(-1)! }}>
        <div className="grid-heads" role="row" aria-rowindex={1}>
          <span className="grid-corner" role="columnheader" aria-colindex={1}>
            <span className="unseen">行号</span>
          </span>
          {Array.from({ length: columns.last - columns.first + 1 }, (_, at) => columns.first + at).map((column) => (
            <span key={column} role="columnheader" aria-colindex={column + 2} className={column === left ? "grid-head chosen" : "grid-head"} style={{ left: HEADER_WIDTH + lefts[column]!, width: lefts[column + 1]! - lefts[column]! }}>
              {columnLetters(column)}
            </span>
          ))}
        </div>
        {[...drawn].map(([row, cells]) => (
          <GridRow key={row} sheet={sheet} row={row} cells={cells} geometry={geometry} selected={selected} onSelect={select} onEdit={(place) => edit(contentsText(sheet, place.row, place.column))} />
        ))}
      </div>
      {typed !== null && <CellEditor key={`${sheet.id} ${top} ${left}`} address={a1(top, left)} box={boxOf(geometry, selected)} text={typed} onDone={finish} />}
    </div>
  );
}

/** What a person would edit: the formula, or the value without its format. */
export function contentsText(sheet: SimulatedSheet, row: number, column: number): string {
  const { formula, value, error } = sheet.cell(row, column);
  return formula === undefined ? (error ?? String(value ?? "")) : `=${formula}`;
}

/** The nearest scroll position at which something is in view. */
function near(now: number, window: number, at: number, size: number): number {
  if (at < now) return at;
  return at + size > now + window ? at + size - window : now;
}
