import type { Script } from "./script";
import { freshSheet, salesSheet } from "./script";

/** Looks, conditional formats, validation, links. */
export const formatScripts: readonly Script[] = [
  {
    about: "fill and font of a header",
    async run(context) {
      const { format } = salesSheet(context).getRange("A1:D1");
      format.fill.color = "#4472C4";
      format.font.color = "#FFFFFF";
      format.font.bold = true;
      format.load("fill/color,font/color,font/bold,font/italic");
      await context.sync();
      return [format.fill.color, format.font.color, format.font.bold, format.font.italic];
    },
    gives: ["#4472C4", "#FFFFFF", true, false],
  },
  {
    about: "where cells differ their common property is null",
    async run(context) {
      const sheet = salesSheet(context);
      sheet.getRange("A1").format.font.bold = true;
      const { font } = sheet.getRange("A1:B1").format;
      font.load("bold,italic");
      await context.sync();
      return [font.bold, font.italic];
    },
    gives: [null, false],
  },
  {
    about: "alignment and wrapping",
    async run(context) {
      const { format } = freshSheet(context).getRange("A1:B2");
      format.horizontalAlignment = "Center";
      format.verticalAlignment = "Center";
      format.wrapText = true;
      format.load("horizontalAlignment,verticalAlignment,wrapText");
      await context.sync();
      return [format.horizontalAlignment, format.verticalAlignment, format.wrapText];
    },
    gives: ["Center", "Center", true],
  },
  {
    about: "several areas at once take one look",
    async run(context) {
      const sheet = freshSheet(context);
      sheet.getRanges("A1:B2,D4").format.fill.color = "#FFC000";
      const [inside, outside] = [sheet.getRange("D4").format.fill, sheet.getRange("C3").format.fill];
      inside.load("color");
      outside.load("color");
      await context.sync();
      return [inside.color, outside.color];
    },
    gives: ["#FFC000", "#FFFFFF"],
  },
  {
    about: "a custom conditional format: its rule and kind are read back, a newer one comes first",
    async run(context) {
      const range = salesSheet(context).getRange("B2:B4");
      for (const formula of ["=B2>1", "=B2>4"]) {
        const { custom } = range.conditionalFormats.add("Custom");
        custom.rule.formula = formula;
        custom.format.font.color = "#C00000";
      }
      const { conditionalFormats } = range;
      conditionalFormats.load("items/type,items/priority,items/custom/rule/formula");
      await context.sync();
      return conditionalFormats.items.map(({ type, priority, custom }) => [type, priority, custom.rule.formula]);
    },
    gives: [
      ["Custom", 0, "=B2>4"],
      ["Custom", 1, "=B2>1"],
    ],
  },
  {
    about: "a conditional format by value is no custom one: a null object where that is asked for",
    async run(context) {
      const range = salesSheet(context).getRange("B2:B4");
      const added = range.conditionalFormats.add("CellValue");
      added.cellValue.rule = { formula1: "=3", operator: "GreaterThan" };
      const custom = added.customOrNullObject;
      custom.load("rule/formula");
      await context.sync();
      return custom.isNullObject;
    },
    gives: true,
  },
  {
    about: "a conditional format is taken away by its id",
    async run(context) {
      const { conditionalFormats } = salesSheet(context).getRange("B2:B4");
      const [first, second] = [conditionalFormats.add("Custom"), conditionalFormats.add("Custom")];
      first.custom.rule.formula = "=TRUE";
      second.custom.rule.formula = "=FALSE";
      first.load("id");
      await context.sync();
      conditionalFormats.getItem(first.id).delete();
      const count = conditionalFormats.getCount();
      conditionalFormats.load("items/custom/rule/formula");
      await context.sync();
      return [count.value, conditionalFormats.items.map(({ custom }) => custom.rule.formula)];
    },
    gives: [1, ["=FALSE"]],
  },
  {
    about: "a conditional format of the whole sheet is found from any cell of it",
    async run(context) {
      const sheet = freshSheet(context);
      sheet.getRange().conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      const [near, far] = [sheet.getRange("A1"), sheet.getRange("XFD1048576")].map((range) =>
        range.conditionalFormats.getCount(),
      );
      await context.sync();
      return [near!.value, far!.value];
    },
    gives: [1, 1],
  },
  {
    about: "a list to choose from",
    async run(context, excel) {
      freshSheet(context).getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source: "yes,no" },
      };
      await context.sync();
      return excel.sheet("Sample").choices.get("A1");
    },
    gives: "yes,no",
  },
  {
    about: "a link to a cell of the workbook shows its text",
    async run(context) {
      const range = freshSheet(context).getRange("A1");
      range.hyperlink = { documentReference: "Sample!C3", textToDisplay: "there", screenTip: "" };
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [["there"]],
  },
  {
    about: "borders around and inside a range",
    async run(context, excel) {
      const { borders } = freshSheet(context).getRange("A1:B2").format;
      for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical"] as const)
        borders.getItem(side).style = "Continuous";
      await context.sync();
      return Object.keys(excel.sheet("Sample").cell(0, 0).dress?.borders ?? {}).sort();
    },
    gives: ["left", "right", "top"],
  },
  {
    about: "a colour scale",
    async run(context) {
      const { conditionalFormats } = salesSheet(context).getRange("B2:B4");
      conditionalFormats.add("ColorScale").colorScale.load("threeColorScale");
      await context.sync();
    },
    gives: "NotImplemented",
  },
  {
    about: "widths that fit their contents",
    async run(context) {
      salesSheet(context).getUsedRange().format.autofitColumns();
      await context.sync();
    },
    gives: null,
    needs: "RangeFormat.AutofitColumns",
  },
];
