import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ClipboardEvent, KeyboardEvent, MouseEvent, ReactNode } from "react";
import { a1 } from "../../engine/workbook";
import type { FoundOnSheets } from "../../pane";
import type { SimulatedExcel, SimulatedSheet, Place } from "../../hosts/simulated";
import { CellEditor } from "./CellEditor";
import type { Leaving } from "./CellEditor";
import { commandOf } from "./commands";
import type { Command } from "./commands";
import { CELLS_TYPE, copiedCells, copiedText, pastedCells } from "./clipboard";
import { contentsText } from "./contents";
import type { EditHistory, TypedCell } from "./edit-history";
import { boxOf, layOutSheet } from "./geometry";
import { GridHeads } from "./GridHeads";
import { GridRow } from "./GridRow";
import { HEADER_HEIGHT, HEADER_WIDTH, cellId } from "./headers";
import { areaAround, drawnCells, withMerges } from "./merges";
import { moveBy, spanOf } from "./moves";
import { panesOf, scrollTo } from "./panes";
import { useView } from "./use-view";
import { useWorkbook } from "./use-workbook";

interface GridProps {
  readonly excel: SimulatedExcel;
  readonly sheet: SimulatedSheet;
  readonly history: EditHistory;
  readonly zoom: number;
  readonly phrases: FoundOnSheets["phrases"];
  /** Somebody has tried to type into a protected sheet. */
  readonly onLocked: () => void;
}

/** A sheet: values, merged cells, formats and marks, of which only what is in view is in the page. */
export function Grid({ excel, sheet, history, zoom, phrases, onLocked }: GridProps): ReactNode {
  const { workbook } = excel;
  const { contents } = useWorkbook(workbook);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useView(scroller);
  const [typed, setTyped] = useState<string | null>(null);
  /** The end of the selection that moves where it is extended. */
  const head = useRef<Place>(workbook.activeCell);
  // A change of contents may change heights; `contents` stands for what is in the sheet.
  const geometry = useMemo(() => layOutSheet(sheet, zoom), [sheet, zoom, contents]);
  const { tops, lefts } = geometry;
  const panes = panesOf(sheet, geometry, view);
  const { frozenRows, frozenColumns, rows, columns } = panes;
  const selected = { area: withMerges(sheet, workbook.selection), active: workbook.activeCell };
  const { row: top, column: left } = selected.active;
  const activeArea = areaAround(sheet, top, left);
  const last = { row: tops.length - 2, column: lefts.length - 2 };

  const latest = useRef({ geometry, panes });
  latest.current = { geometry, panes };
  const bringIntoView = (place: Place): void => {
    const element = scroller.current;
    if (!element) return;
    const { geometry: now, panes: frozen } = latest.current;
    const box = boxOf(now, areaAround(sheet, place.row, place.column));
    element.scrollTop = scrollTo(
      element.scrollTop,
      element.clientHeight - HEADER_HEIGHT,
      now.tops[frozen.frozenRows]!,
      box.top,
      Math.min(box.height, 200),
    );
    element.scrollLeft = scrollTo(
      element.scrollLeft,
      element.clientWidth - HEADER_WIDTH,
      now.lefts[frozen.frozenColumns]!,
      box.left,
      Math.min(box.width, 300),
    );
  };
  const showActive = useRef(bringIntoView);
  showActive.current = bringIntoView;
  useLayoutEffect(() => {
    head.current = { row: top, column: left };
    showActive.current({ row: top, column: left });
  }, [sheet, top, left]);

  const select = (place: Place): void => {
    const area = areaAround(sheet, place.row, place.column);
    head.current = { row: area.top, column: area.left };
    workbook.select(sheet, { top: area.top, left: area.left, bottom: area.top, right: area.left });
  };
  const extend = (place: Place): void => {
    head.current = place;
    workbook.select(
      sheet,
      withMerges(sheet, spanOf(activeArea, areaAround(sheet, place.row, place.column))),
      selected.active,
    );
    bringIntoView(place);
  };
  const write = (cells: readonly TypedCell[]): void => {
    if (!history.type(sheet, cells)) onLocked();
  };
  const edit = (text: string): void => {
    if (workbook.isLocked(sheet, { top, left, bottom: top, right: left })) return onLocked();
    excel.cellBeingEdited = true;
    setTyped(text);
  };
  const finish = (text: string | null, leaving: Leaving): void => {
    excel.cellBeingEdited = false;
    setTyped(null);
    if (text !== null && text !== contentsText(sheet, top, left)) write([{ row: top, column: left, typed: text }]);
    const to = leaving === null ? null : moveBy(leaving, false, activeArea, last);
    if (to) select(to);
    scroller.current?.focus({ preventScroll: true });
  };
  const takeBack = (redo: boolean): void => {
    const first = (redo ? history.redo() : history.undo())?.cells[0];
    if (first) select(first);
  };
  const commands: Readonly<Record<Command, (key: string) => void>> = {
    undo: () => takeBack(false),
    redo: () => takeBack(true),
    "select-all": () => workbook.select(sheet, sheet.usedArea(true) ?? workbook.selection, selected.active),
    edit: () => edit(contentsText(sheet, top, left)),
    clear: () => write(filledCells(sheet, selected.area).map((place) => ({ ...place, typed: "" }))),
    type: (key) => edit(key),
  };
  const press = (event: KeyboardEvent): void => {
    if (typed !== null) return;
    const { key, shiftKey: shift } = event;
    const from = shift ? areaAround(sheet, head.current.row, head.current.column) : activeArea;
    const target = moveBy(key, event.ctrlKey || event.metaKey, from, last);
    const command = commandOf(event);
    if (target) (shift ? extend : select)(target);
    else if (command) commands[command](key);
    else return;
    event.preventDefault();
  };
  const copy = (event: ClipboardEvent, cut: boolean): void => {
    if (typed !== null) return;
    const { area } = selected;
    event.clipboardData.setData("text/plain", copiedText(sheet, area));
    event.clipboardData.setData(CELLS_TYPE, copiedCells(sheet, area));
    event.preventDefault();
    if (cut) write(filledCells(sheet, area).map((place) => ({ ...place, typed: "" })));
  };
  const paste = (event: ClipboardEvent): void => {
    if (typed !== null) return;
    write(
      pastedCells(
        sheet,
        selected.area,
        event.clipboardData.getData(CELLS_TYPE),
        event.clipboardData.getData("text/plain"),
      ),
    );
    event.preventDefault();
  };
  const point = (place: Place, event: MouseEvent): void => {
    const extending = event.type === "mousedown" ? event.shiftKey : true;
    if (event.button === 0) (extending ? extend : select)(place);
  };

  const frozen = { rows: frozenRows, columns: frozenColumns };
  const band = (first: number, end: number): ReactNode => {
    const scrolling = drawnCells(sheet, { top: first, bottom: end, left: columns.first, right: columns.last }, frozen);
    const still =
      frozenColumns > 0
        ? drawnCells(sheet, { top: first, bottom: end, left: 0, right: frozenColumns - 1 }, frozen)
        : null;
    const drawn = [...new Set([...scrolling.keys(), ...(still?.keys() ?? [])])].sort((a, b) => a - b);
    const offset = first < frozenRows ? 0 : HEADER_HEIGHT;
    return drawn.map((row) => (
      <GridRow
        key={row}
        sheet={sheet}
        row={row}
        frozen={still?.get(row) ?? []}
        cells={scrolling.get(row) ?? []}
        geometry={geometry}
        top={offset + tops[row]!}
        frozenWidth={lefts[frozenColumns]!}
        selected={selected}
        phrases={phrases}
        onPoint={point}
        onEdit={(place) => edit(contentsText(sheet, place.row, place.column))}
      />
    ));
  };
  const isDrawn =
    (top < frozenRows || (top >= rows.first && top <= rows.last)) &&
    (left < frozenColumns || (left >= columns.first && left <= columns.last));
  const box = boxOf(geometry, activeArea);
  // A cell that is frozen stays in its place while the others scroll.
  const place = {
    ...box,
    top: HEADER_HEIGHT + box.top + (top < frozenRows ? view.top : 0),
    left: HEADER_WIDTH + box.left + (left < frozenColumns ? view.left : 0),
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
      aria-multiselectable="true"
      aria-activedescendant={isDrawn ? cellId(activeArea.top, activeArea.left) : undefined}
      onKeyDown={press}
      onCopy={(event) => copy(event, false)}
      onCut={(event) => copy(event, true)}
      onPaste={paste}
    >
      <div
        className="grid-paper"
        role="presentation"
        style={{ width: HEADER_WIDTH + lefts.at(-1)!, height: HEADER_HEIGHT + tops.at(-1)! }}
      >
        <GridHeads geometry={geometry} panes={panes} chosen={selected.area} />
        {frozenRows > 0 && (
          <div className="grid-frozen-rows" role="presentation" style={{ height: tops[frozenRows] }}>
            {band(0, frozenRows - 1)}
          </div>
        )}
        {band(rows.first, rows.last)}
      </div>
      {typed !== null && (
        <CellEditor
          key={`${sheet.id} ${top} ${left}`}
          address={a1(top, left)}
          box={place}
          zoom={zoom}
          text={typed}
          onDone={finish}
        />
      )}
    </div>
  );
}

/** The cells of an area that hold something. */
function filledCells(
  sheet: SimulatedSheet,
  area: { top: number; left: number; bottom: number; right: number },
): Place[] {
  const places: Place[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (contentsText(sheet, row, column) !== "") places.push({ row, column });
  return places;
}
