import type { SimulatedTable } from "../model/sheet";
import { SimulatedSheet } from "../model/sheet";
import { copyOf } from "../model/copy-sheet";
import { CLIENT } from "../model/workbook";
import { ExcelRefusal } from "../protocol/messages";
import type { ApiObject, ApiType } from "../protocol/object";
import { apiObject } from "../protocol/object";
import { rangeObject, rangesAt } from "./range";
import type { ClientState, SheetData } from "./state";
import { WHOLE, areaOf, refuseUnlessAdded, textArgument } from "./state";

const SHEET_PROTECTION: ApiType<SheetData> = {
  name: "WorksheetProtection",
  values: {
    Protected: ({ sheet }) => sheet.protection !== null,
    Options: ({ sheet }) => ({ allowFormatCells: sheet.protection?.allowFormatCells ?? false }),
  },
  performs: {
    Protect: (data, [options]) => {
      refuseUnlessAdded(data, "WorksheetProtection.protect");
      if (data.sheet.protection) throw new ExcelRefusal("InvalidOperation", "the sheet is protected already");
      const { allowFormatCells = false } = (options ?? {}) as { allowFormatCells?: boolean };
      data.sheet.protection = { allowFormatCells };
    },
    Unprotect: (data) => void (data.sheet.protection = null),
  },
};

const FREEZE_PANES: ApiType<SheetData> = {
  name: "WorksheetFreezePanes",
  performs: {
    FreezeRows: (data, [rows]) => {
      refuseUnlessAdded(data, "WorksheetFreezePanes.freezeRows");
      data.sheet.frozenRows = Number(rows);
    },
  },
};

const PAGE_LAYOUT: ApiType<SheetData> = {
  name: "PageLayout",
  sets: {
    Orientation: (data, orientation) => layOut(data, { orientation: String(orientation) }),
    PaperSize: (data, paperSize) => layOut(data, { paperSize: String(paperSize) }),
    Zoom: (data, zoom) => layOut(data, { onePage: (zoom as { verticalFitToPages?: number }).verticalFitToPages === 1 }),
  },
  performs: {
    SetPrintTitleRows: (data, [rows]) => layOut(data, { titleRow: Number(/\d+/.exec(String(rows))![0]) - 1 }),
  },
};

function layOut(data: SheetData, print: SimulatedSheet["print"]): void {
  refuseUnlessAdded(data, "PageLayout");
  if (!data.state.hasPrinter) throw new ExcelRefusal("GeneralException", "there is no printer to lay the page out for");
  data.sheet.print = { ...data.sheet.print, ...print };
}

const TABLE: ApiType<SimulatedTable> = { name: "Table", values: { Name: ({ name }) => name } };

const TABLES: ApiType<SheetData> = {
  name: "TableCollection",
  items: ({ sheet }) => sheet.tables.map((table) => apiObject(TABLE, table)),
  performs: { GetCount: ({ sheet }) => sheet.tables.length },
};

const A1 = areaOf("A1");

const WORKSHEET: ApiType<SheetData> = {
  name: "Worksheet",
  values: {
    Id: ({ sheet }) => sheet.id,
    Name: ({ sheet }) => sheet.name,
    Position: ({ state, sheet }) => state.workbook.sheets.indexOf(sheet),
    Visibility: ({ sheet }) => (sheet.veryHidden ? "VeryHidden" : sheet.hidden ? "Hidden" : "Visible"),
  },
  sets: {
    Visibility: (data, visibility) => {
      refuseUnlessAdded(data, "Worksheet.visibility");
      data.sheet.hidden = visibility !== "Visible";
      data.sheet.veryHidden = visibility === "VeryHidden";
    },
  },
  members: {
    Tables: (data) => apiObject(TABLES, data),
    Protection: (data) => apiObject(SHEET_PROTECTION, data),
    FreezePanes: (data) => apiObject(FREEZE_PANES, data),
    PageLayout: (data) => apiObject(PAGE_LAYOUT, data),
  },
  finds: {
    GetRange: (data, [address]) =>
      rangeObject({ ...data, area: address === undefined || address === null ? WHOLE : areaOf(address) }),
    Copy: ({ state, sheet }) => {
      const name = `${sheet.name} (2)`;
      const copy = copyOf(sheet, state.workbook.newId(), name, () => state.workbook.newId());
      state.workbook.addSheet(copy, CLIENT);
      return sheetObject(state, copy);
    },
    GetRanges: (data, [addresses]) => rangesAt(data, addresses),
    GetRangeByIndexes: (data, [top, left, rows, columns]) => {
      const area = {
        top: Number(top),
        left: Number(left),
        bottom: Number(top) + Number(rows) - 1,
        right: Number(left) + Number(columns) - 1,
      };
      return rangeObject({ ...data, area });
    },
    // Of a blank sheet it is A1, as documented.
    GetUsedRange: (data, [valuesOnly]) =>
      rangeObject({ ...data, area: data.sheet.usedArea(valuesOnly === true) ?? A1 }),
    GetUsedRangeOrNullObject: (data, [valuesOnly]) => {
      const area = data.sheet.usedArea(valuesOnly === true);
      return area && rangeObject({ ...data, area });
    },
  },
  performs: {
    Activate: ({ state, sheet }) => {
      if (sheet.hidden) throw new ExcelRefusal("GeneralException", "a hidden sheet cannot be shown");
      state.workbook.select(sheet, A1);
    },
    Delete: ({ state, sheet }) => {
      if (state.workbook.structureProtected || state.workbook.readOnly)
        throw new ExcelRefusal("AccessDenied", "You cannot perform the requested operation.");
      state.workbook.deleteSheet(sheet, CLIENT);
    },
    /** Every formula of the sheet, whether Excel thinks it out of date or not. */
    Calculate: ({ state, sheet }, [all]) => void (all === true && state.recalculated.push(sheet.name)),
    _RegisterDataChangedEvent: ({ state, sheet }) => void state.registered.add(`changed ${sheet.id}`),
    _UnregisterDataChangedEvent: ({ state, sheet }) => void state.registered.delete(`changed ${sheet.id}`),
  },
  identity: ({ sheet }) => ({ Id: sheet.id }),
};

function sheetObject(state: ClientState, sheet: SimulatedSheet): ApiObject {
  return apiObject(WORKSHEET, { state, sheet });
}

/** By id or by name without regard to case, as documented of WorksheetCollection.getItem. */
function find(state: ClientState, key: unknown): ApiObject | undefined {
  const wanted = String(key).toLowerCase();
  const sheet = state.workbook.sheets.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
  return sheet && sheetObject(state, sheet);
}

const EVENTS = {
  DataChanged: "changed",
  Added: "added",
  Deleted: "deleted",
  SelectionChanged: "selected",
  Activated: "activated",
} as const;

const WORKSHEETS: ApiType<ClientState> = {
  name: "WorksheetCollection",
  items: (state) => state.workbook.sheets.map((sheet) => sheetObject(state, sheet)),
  item: find,
  finds: {
    GetItemOrNullObject: (state, [key]) => find(state, key) ?? null,
    GetActiveWorksheet: (state) => state.workbook.activeSheet && sheetObject(state, state.workbook.activeSheet),
    Add: (state, [wanted]) => {
      if (state.workbook.structureProtected || state.workbook.readOnly)
        throw new ExcelRefusal("AccessDenied", "You cannot perform the requested operation.");
      const name = textArgument(wanted, `Sheet${state.workbook.sheets.length + 1}`);
      if (find(state, name) || state.workbook.chartSheets.some((chart) => chart.toLowerCase() === name.toLowerCase()))
        throw new ExcelRefusal("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
      if (name.length > 31 || /[:\\/?*[\]]/.test(name))
        throw new ExcelRefusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
      const sheet = new SimulatedSheet(state.workbook.newId(), name, false, null);
      state.workbook.addSheet(sheet, CLIENT);
      return sheetObject(state, sheet);
    },
  },
  performs: {
    GetCount: (state) => state.workbook.sheets.length,
    ...Object.fromEntries(
      Object.entries(EVENTS).flatMap(([name, event]) => [
        [`_Register${name}Event`, (state: ClientState) => void state.registered.add(event)],
        [`_Unregister${name}Event`, (state: ClientState) => void state.registered.delete(event)],
      ]),
    ),
  },
};

/** The sheets of the workbook. */
export function worksheetsObject(state: ClientState): ApiObject {
  return apiObject(WORKSHEETS, state);
}
