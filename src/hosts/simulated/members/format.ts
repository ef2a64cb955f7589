import type { Area } from "../../../engine/workbook";
import type { BorderSide, Dress } from "../model/dress";
import type { SimulatedCell } from "../model/sheet";
import { isLines } from "../model/sheet";
import { ExcelRefusal } from "../protocol/messages";
import type { ApiObject, ApiType } from "../protocol/object";
import { apiObject } from "../protocol/object";
import type { AreasData } from "./state";
import { refuseIfProtected, refuseUnlessAdded } from "./state";

/** Changes the look of every cell of some areas, and says so. */
function dressCells(
  data: AreasData,
  member: string,
  change: (dress: Dress, row: number, column: number, area: Area) => Dress,
): void {
  refuseUnlessAdded(data, member);
  refuseIfProtected(data, () => data.sheet.protection!.allowFormatCells);
  for (const area of data.areas) {
    const dressed = (cell: SimulatedCell, row: number, column: number): SimulatedCell => ({
      ...cell,
      dress: change(cell.dress ?? {}, row, column, area),
    });
    if (isLines(area)) data.sheet.changeLines(area, dressed);
    else
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++)
          data.sheet.setCell(row, column, dressed(data.sheet.cell(row, column), row, column));
  }
  data.state.workbook.emit({ type: "repainted" });
}

/** The value that all cells share, null where they differ. */
function common<T>({ sheet, areas }: AreasData, read: (cell: SimulatedCell) => T): T | null {
  const found = new Set<T>();
  for (const area of areas) {
    if (isLines(area)) {
      for (const cell of sheet.linesOf(area)) found.add(read(cell));
      for (const { row, column, cell } of sheet.stored())
        if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) found.add(read(cell));
      continue;
    }
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) found.add(read(sheet.cell(row, column)));
  }
  return found.size === 1 ? [...found][0]! : null;
}

const FONT: ApiType<AreasData> = {
  name: "RangeFont",
  values: {
    Bold: (data) => common(data, ({ dress }) => dress?.bold ?? false),
    Italic: (data) => common(data, ({ dress }) => dress?.italic ?? false),
    Color: (data) => common(data, ({ dress }) => dress?.colour ?? "#000000"),
    Size: (data) => common(data, ({ dress }) => dress?.size ?? 11),
  },
  sets: {
    Bold: (data, bold) => dressCells(data, "RangeFont.bold", (dress) => ({ ...dress, bold: bold === true })),
    Italic: (data, italic) => dressCells(data, "RangeFont.italic", (dress) => ({ ...dress, italic: italic === true })),
    Underline: (data, kind) =>
      dressCells(data, "RangeFont.underline", (dress) => ({ ...dress, underline: kind !== "None" })),
    Color: (data, colour) => dressCells(data, "RangeFont.color", (dress) => ({ ...dress, colour: String(colour) })),
    Size: (data, size) => dressCells(data, "RangeFont.size", (dress) => ({ ...dress, size: Number(size) })),
  },
};

const FILL: ApiType<AreasData> = {
  name: "RangeFill",
  values: { Color: (data) => common(data, ({ dress }) => dress?.fill ?? "#FFFFFF") },
  sets: {
    Color: (data, colour) => dressCells(data, "RangeFill.color", (dress) => ({ ...dress, fill: String(colour) })),
  },
};

interface BorderData extends AreasData {
  readonly index: string;
}

/** The sides of a cell that a border of a range concerns. */
function sidesOf(index: string, row: number, column: number, area: Area): BorderSide[] {
  switch (index) {
    case "EdgeTop":
      return row === area.top ? ["top"] : [];
    case "EdgeBottom":
      return row === area.bottom ? ["bottom"] : [];
    case "EdgeLeft":
      return column === area.left ? ["left"] : [];
    case "EdgeRight":
      return column === area.right ? ["right"] : [];
    case "InsideHorizontal":
      return [...(row > area.top ? ["top" as const] : []), ...(row < area.bottom ? ["bottom" as const] : [])];
    case "InsideVertical":
      return [...(column > area.left ? ["left" as const] : []), ...(column < area.right ? ["right" as const] : [])];
    default:
      throw new ExcelRefusal("InvalidArgument", `no border ${index}`);
  }
}

const BORDER: ApiType<BorderData> = {
  name: "RangeBorder",
  sets: {
    Style: (data, style) =>
      dressCells(data, "RangeBorder.style", (dress, row, column, area) => {
        const borders = { ...dress.borders };
        for (const side of sidesOf(data.index, row, column, area))
          borders[side] = { style: style === "Continuous" ? "thin" : String(style), colour: "#000000" };
        return { ...dress, borders };
      }),
  },
};

const BORDERS: ApiType<AreasData> = {
  name: "RangeBorderCollection",
  items: () => [],
  item: (data, index) => apiObject(BORDER, { ...data, index: String(index) }),
};

const PROTECTION: ApiType<AreasData> = {
  name: "FormatProtection",
  values: { Locked: (data) => common(data, ({ dress }) => dress?.locked ?? true) },
  sets: {
    Locked: (data, locked) =>
      dressCells(data, "FormatProtection.locked", (dress) => ({ ...dress, locked: locked === true })),
  },
};

const FORMAT: ApiType<AreasData> = {
  name: "RangeFormat",
  values: {
    HorizontalAlignment: (data) => common(data, ({ dress }) => dress?.horizontal ?? "General"),
    VerticalAlignment: (data) => common(data, ({ dress }) => dress?.vertical ?? "Bottom"),
    WrapText: (data) => common(data, ({ dress }) => dress?.wrap ?? false),
  },
  sets: {
    HorizontalAlignment: (data, horizontal) =>
      dressCells(data, "RangeFormat.horizontalAlignment", (dress) => ({ ...dress, horizontal: String(horizontal) })),
    VerticalAlignment: (data, vertical) =>
      dressCells(data, "RangeFormat.verticalAlignment", (dress) => ({ ...dress, vertical: String(vertical) })),
    WrapText: (data, wrap) => dressCells(data, "RangeFormat.wrapText", (dress) => ({ ...dress, wrap: wrap === true })),
    ColumnWidth: (data, width) => {
      refuseUnlessAdded(data, "RangeFormat.columnWidth");
      for (const { left, right } of data.areas)
        for (let column = left; column <= right; column++) data.sheet.columnWidths.set(column, Number(width));
    },
    RowHeight: (data, height) => {
      refuseUnlessAdded(data, "RangeFormat.rowHeight");
      for (const { top, bottom } of data.areas)
        for (let row = top; row <= bottom; row++) data.sheet.rowHeights.set(row, Number(height));
    },
  },
  members: {
    Fill: (data) => apiObject(FILL, data),
    Font: (data) => apiObject(FONT, data),
    Borders: (data) => apiObject(BORDERS, data),
    Protection: (data) => apiObject(PROTECTION, data),
  },
};

/** The format of one or several areas. */
export function formatObject(data: AreasData): ApiObject {
  return apiObject(FORMAT, data);
}
