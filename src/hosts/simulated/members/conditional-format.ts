import type { MutableLook, SimulatedConditionalFormat } from "../model/sheet";
import { overlap } from "../model/sheet";
import { ExcelRefusal } from "../protocol/messages";
import type { ApiObject, ApiType } from "../protocol/object";
import { apiObject } from "../protocol/object";
import type { AreasData, SheetData } from "./state";
import { refuseIfProtected } from "./state";

interface FormatData extends SheetData {
  readonly format: SimulatedConditionalFormat;
}

function paint({ state, format }: FormatData, change: (look: MutableLook) => void): void {
  change(format.look);
  state.workbook.emit({ type: "repainted" });
}

const FONT: ApiType<FormatData> = {
  name: "ConditionalRangeFont",
  sets: {
    Color: (data, colour) => paint(data, (look) => (look.colour = String(colour))),
    Bold: (data, bold) => paint(data, (look) => (look.bold = bold === true)),
    Italic: (data, italic) => paint(data, (look) => (look.italic = italic === true)),
  },
};

const FILL: ApiType<FormatData> = {
  name: "ConditionalRangeFill",
  sets: { Color: (data, colour) => paint(data, (look) => (look.fill = String(colour))) },
};

const BORDER: ApiType<FormatData> = {
  name: "ConditionalRangeBorder",
  sets: {
    Style: (data, style) =>
      paint(data, (look) => (look.border = { style: String(style), colour: look.border?.colour ?? "#000000" })),
    Color: (data, colour) =>
      paint(data, (look) => (look.border = { style: look.border?.style ?? "Continuous", colour: String(colour) })),
  },
};

const SIDES = new Set(["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"]);

const BORDERS: ApiType<FormatData> = {
  name: "ConditionalRangeBorderCollection",
  items: () => [],
  item: (data, index) => (SIDES.has(String(index)) ? apiObject(BORDER, data) : undefined),
};

const FORMAT: ApiType<FormatData> = {
  name: "ConditionalRangeFormat",
  members: {
    Fill: (data) => apiObject(FILL, data),
    Font: (data) => apiObject(FONT, data),
    Borders: (data) => apiObject(BORDERS, data),
  },
};

const RULE: ApiType<FormatData> = {
  name: "ConditionalFormatRule",
  values: { Formula: ({ format }) => `=${format.formula}` },
  sets: {
    Formula: (data, formula) => {
      data.format.formula = String(formula).replace(/^=/, "");
      data.state.workbook.emit({ type: "repainted" });
    },
  },
};

const CUSTOM: ApiType<FormatData> = {
  name: "CustomConditionalFormat",
  members: { Rule: (data) => apiObject(RULE, data), Format: (data) => apiObject(FORMAT, data) },
};

const CELL_VALUE: ApiType<FormatData> = {
  name: "CellValueConditionalFormat",
  sets: {
    Rule: ({ format }, rule) =>
      void (format.formula = String((rule as { formula1?: string }).formula1 ?? "").replace(/^=/, "")),
  },
};

function readable(data: FormatData): SimulatedConditionalFormat {
  if (data.format.unreadable) throw new ExcelRefusal("ItemNotFound", "The requested resource doesn't exist.");
  return data.format;
}

const CONDITIONAL_FORMAT: ApiType<FormatData> = {
  name: "ConditionalFormat",
  values: {
    Id: (data) => readable(data).id,
    Type: (data) => readable(data).type,
    Priority: (data) => data.sheet.conditionalFormats.indexOf(readable(data)),
  },
  members: {
    Custom: (data) => customOf(data),
    CellValue: (data) => apiObject(CELL_VALUE, (readable(data), data)),
    CustomOrNullObject: (data) => (readable(data).type === "Custom" ? customOf(data) : null),
  },
  performs: {
    Delete: (data) => {
      readable(data);
      refuseIfProtected(data, () => data.sheet.protection!.allowFormatCells);
      if (data.format.foreign)
        throw new ExcelRefusal(
          "NotImplemented",
          "deleting a conditional format of the file: saving cannot express that",
        );
      data.sheet.conditionalFormats.splice(data.sheet.conditionalFormats.indexOf(data.format), 1);
      data.sheet.deletedFormats.push(data.format);
      data.state.workbook.emit({ type: "repainted" });
    },
  },
  identity: (data) => ({ Id: readable(data).id }),
};

function customOf(data: FormatData): ApiObject {
  if (readable(data).type !== "Custom")
    throw new ExcelRefusal("InvalidOperation", "the conditional format is not a custom one");
  return apiObject(CUSTOM, data);
}

function concerning({ sheet, areas }: AreasData): SimulatedConditionalFormat[] {
  return sheet.conditionalFormats.filter((format) =>
    format.areas.some((area) => areas.some((wanted) => overlap(area, wanted))),
  );
}

const CONDITIONAL_FORMATS: ApiType<AreasData> = {
  name: "ConditionalFormatCollection",
  items: (data) => concerning(data).map((format) => apiObject(CONDITIONAL_FORMAT, { ...data, format })),
  item: (data, id) => {
    const format = concerning(data).find((candidate) => candidate.id === id);
    return format && apiObject(CONDITIONAL_FORMAT, { ...data, format });
  },
  performs: { GetCount: (data) => concerning(data).length },
  finds: {
    GetItemAt: (data, [index]) => {
      const format = concerning(data)[Number(index)];
      if (!format) throw new ExcelRefusal("InvalidArgument", "no conditional format at that index");
      return apiObject(CONDITIONAL_FORMAT, { ...data, format });
    },
    Add: (data, [type]) => {
      refuseIfProtected(data, () => data.sheet.protection!.allowFormatCells);
      if (type !== "Custom" && type !== "CellValue")
        throw new ExcelRefusal("NotImplemented", `conditional formats of type ${String(type)}`);
      const format: SimulatedConditionalFormat = {
        id: data.state.workbook.newId(),
        areas: data.areas,
        type,
        formula: "",
        look: {},
        foreign: false,
      };
      // A new one comes before the others, as in Excel.
      data.sheet.conditionalFormats.unshift(format);
      return apiObject(CONDITIONAL_FORMAT, { ...data, format });
    },
  },
};

/** The conditional formats that concern some areas. */
export function conditionalFormatsObject(data: AreasData): ApiObject {
  return apiObject(CONDITIONAL_FORMATS, data);
}
