import type { Area } from "../../../engine/workbook";
import { a1 } from "../../../engine/workbook";
import { quotedSheetName } from "../../sheet-names";
import type { SimulatedCell } from "../model/sheet";
import { LAST_COLUMN, LAST_ROW, isBlank, isLines, shownValue, writtenContents } from "../model/sheet";
import { CLIENT, shownText } from "../model/workbook";
import { ExcelRefusal } from "../protocol/messages";
import type { ApiObject, ApiType } from "../protocol/object";
import { apiObject } from "../protocol/object";
import { conditionalFormatsObject } from "./conditional-format";
import { formatObject } from "./format";
import type { AreasData, SheetData } from "./state";
import {
  areaOf,
  matrix,
  refuseIfProtected,
  refuseUnlessAdded,
  shownAddress,
  textArgument,
  writtenMatrix,
} from "./state";

interface RangeData extends SheetData {
  readonly area: Area;
}

const asAreas = ({ state, sheet, area }: RangeData): AreasData => ({ state, sheet, areas: [area] });
const relative = (data: RangeData, area: Area): ApiObject => rangeObject({ ...data, area });

/** Types into a range; null leaves a cell alone. Every cell of it must be writable. */
function typeInto(data: RangeData, written: unknown): void {
  const { state, sheet, area } = data;
  refuseIfProtected(data, () => {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        if (sheet.cell(row, column).dress?.locked !== false) return false;
    return true;
  });
  const contents = writtenMatrix(area, written);
  state.workbook.type(sheet, area, (row, column) => contents(row, column) as string | number | boolean | null, CLIENT);
}

/**
 * Merged areas whose first cell lies in the range (office-js #3611); none where they are more than 512, as documented.
 */
function mergedAreas({ sheet, area }: RangeData): Area[] {
  const found = sheet.merges.filter(
    ({ top, left }) => top >= area.top && top <= area.bottom && left >= area.left && left <= area.right,
  );
  return found.length > 512 ? [] : found;
}

const DATA_VALIDATION: ApiType<RangeData> = {
  name: "DataValidation",
  sets: {
    Rule: (data, rule) => {
      refuseUnlessAdded(data, "DataValidation.rule");
      const { list } = rule as { list?: { source?: string } };
      if (list?.source === undefined) throw new ExcelRefusal("NotImplemented", "data validation other than a list");
      for (let row = data.area.top; row <= data.area.bottom; row++)
        for (let column = data.area.left; column <= data.area.right; column++)
          data.sheet.choices.set(a1(row, column), list.source);
    },
  },
};

const RANGE: ApiType<RangeData> = {
  name: "Range",
  isReferable: true,
  values: {
    Address: ({ sheet, area }) => `${quotedIfNeeded(sheet.name)}!${shownAddress(area)}`,
    RowIndex: ({ area }) => area.top,
    ColumnIndex: ({ area }) => area.left,
    RowCount: ({ area }) => area.bottom - area.top + 1,
    ColumnCount: ({ area }) => area.right - area.left + 1,
    CellCount: ({ area }) => (area.bottom - area.top + 1) * (area.right - area.left + 1),
    Values: ({ state, sheet, area }) => {
      state.workbook.calculate();
      return matrix(area, (row, column) => shownValue(sheet.cell(row, column)));
    },
    Formulas: ({ sheet, area }) => matrix(area, (row, column) => writtenContents(sheet.cell(row, column))),
    NumberFormat: ({ sheet, area }) => matrix(area, (row, column) => sheet.cell(row, column).format),
    ValueTypes: ({ state, sheet, area }) => {
      state.workbook.calculate();
      return matrix(area, (row, column) => valueType(sheet.cell(row, column)));
    },
    Text: ({ state, sheet, area }) => {
      state.workbook.calculate();
      return matrix(area, (row, column) => shownText(sheet, row, column));
    },
  },
  sets: {
    Values: typeInto,
    Formulas: typeInto,
    NumberFormat: (data, written) => {
      refuseUnlessAdded(data, "Range.numberFormat");
      const formats = writtenMatrix(data.area, written);
      if (isLines(data.area)) {
        const format = String(formats(data.area.top, data.area.left));
        return data.sheet.changeLines(data.area, (cell) => ({ ...cell, format }));
      }
      for (let row = data.area.top; row <= data.area.bottom; row++)
        for (let column = data.area.left; column <= data.area.right; column++)
          data.sheet.setCell(row, column, { ...data.sheet.cell(row, column), format: String(formats(row, column)) });
    },
    ColumnHidden: (data, hidden) => {
      refuseUnlessAdded(data, "Range.columnHidden");
      for (let column = data.area.left; column <= data.area.right; column++) {
        if (hidden === true) data.sheet.hiddenColumns.add(column);
        else data.sheet.hiddenColumns.delete(column);
      }
    },
    Hyperlink: (data, link) => {
      refuseUnlessAdded(data, "Range.hyperlink");
      const { documentReference, textToDisplay } = link as { documentReference?: string; textToDisplay?: string };
      if (documentReference === undefined) throw new ExcelRefusal("NotImplemented", "a link out of the workbook");
      data.sheet.links.set(a1(data.area.top, data.area.left), documentReference);
      if (textToDisplay !== undefined)
        data.sheet.setCell(data.area.top, data.area.left, {
          ...data.sheet.cell(data.area.top, data.area.left),
          value: textToDisplay,
        });
    },
  },
  members: {
    Format: (data) => formatObject(asAreas(data)),
    ConditionalFormats: (data) => conditionalFormatsObject(asAreas(data)),
    DataValidation: (data) => apiObject(DATA_VALIDATION, data),
  },
  finds: {
    GetMergedAreasOrNullObject: (data) => {
      const areas = mergedAreas(data);
      return areas.length === 0 ? null : rangeAreasObject({ state: data.state, sheet: data.sheet, areas });
    },
    GetCell: (data, [row, column]) =>
      relative(data, oneCell(data.area.top + Number(row), data.area.left + Number(column))),
    Insert: (data, [shift]) => {
      refuseUnlessAdded(data, "Range.insert");
      shiftWholeRows(data, shift === "Down", data.area.bottom - data.area.top + 1);
      return relative(data, data.area);
    },
    GetEntireRow: (data) => relative(data, { ...data.area, left: 0, right: LAST_COLUMN }),
    GetEntireColumn: (data) => relative(data, { ...data.area, top: 0, bottom: LAST_ROW }),
  },
  performs: {
    GetRowProperties: ({ sheet, area }, [wanted]) => {
      refuseOtherWishes(wanted, "rowHidden");
      return Array.from({ length: area.bottom - area.top + 1 }, (_, offset) => ({
        rowHidden: sheet.hiddenRows.has(area.top + offset),
      }));
    },
    GetColumnProperties: ({ sheet, area }, [wanted]) => {
      refuseOtherWishes(wanted, "columnHidden");
      return Array.from({ length: area.right - area.left + 1 }, (_, offset) => ({
        columnHidden: sheet.hiddenColumns.has(area.left + offset),
      }));
    },
    Select: ({ state, sheet, area }) => {
      if (sheet.hidden) throw new ExcelRefusal("GeneralException", "a hidden sheet cannot be shown");
      state.workbook.select(sheet, area);
    },
    Delete: (data, [shift]) => {
      refuseUnlessAdded(data, "Range.delete");
      shiftWholeRows(data, shift === "Up", data.area.top - data.area.bottom - 1);
    },
    Merge: (data) => {
      refuseUnlessAdded(data, "Range.merge");
      data.sheet.merges.push(data.area);
    },
  },
};

function shiftWholeRows({ state, sheet, area }: RangeData, vertically: boolean, count: number): void {
  if (!vertically || area.left !== 0 || area.right !== LAST_COLUMN)
    throw new ExcelRefusal("NotImplemented", "inserting or deleting anything but whole rows");
  state.workbook.shiftRows(sheet, area.top, count, CLIENT);
}

/** As Excel.RangeValueType names it. */
function valueType(cell: SimulatedCell): string {
  if (isBlank(cell)) return "Empty";
  if (cell.error !== undefined) return "Error";
  return typeof cell.value === "number" ? "Double" : typeof cell.value === "boolean" ? "Boolean" : "String";
}

function oneCell(row: number, column: number): Area {
  return { top: row, bottom: row, left: column, right: column };
}

function refuseOtherWishes(wanted: unknown, known: string): void {
  const names = Object.keys(wanted as object);
  if (names.length !== 1 || names[0] !== known)
    throw new ExcelRefusal("NotImplemented", `row or column properties ${names.join(", ")}`);
}

/** Excel writes a name without quotes where it is a plain word. */
function quotedIfNeeded(name: string): string {
  return /^[\p{L}_][\p{L}\d_.]*$/u.test(name) ? name : quotedSheetName(name);
}

const RANGE_AREAS: ApiType<AreasData> = {
  name: "RangeAreas",
  isReferable: true,
  values: {
    Address: ({ sheet, areas }) => areas.map((area) => `${quotedIfNeeded(sheet.name)}!${shownAddress(area)}`).join(","),
    AreaCount: ({ areas }) => areas.length,
  },
  members: {
    Areas: (data) => apiObject(RANGE_COLLECTION, data),
    Format: (data) => formatObject(data),
    ConditionalFormats: (data) => conditionalFormatsObject(data),
  },
};

const RANGE_COLLECTION: ApiType<AreasData> = {
  name: "RangeCollection",
  items: ({ state, sheet, areas }) => areas.map((area) => rangeObject({ state, sheet, area })),
};

/** A range. */
export function rangeObject(data: RangeData): ApiObject {
  return apiObject(RANGE, data);
}

function rangeAreasObject(data: AreasData): ApiObject {
  return apiObject(RANGE_AREAS, data);
}

/** Longest list of addresses that was seen to work (office-js #5198). */
const MAX_ADDRESSES = 8_192;

/** Worksheet.getRanges. */
export function rangesAt(data: SheetData, addresses: unknown): ApiObject {
  const text = textArgument(addresses);
  if (text.length > MAX_ADDRESSES)
    throw new ExcelRefusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  return rangeAreasObject({ ...data, areas: text.split(/[,;]/).map((address) => areaOf(address.trim())) });
}
