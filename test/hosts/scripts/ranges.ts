import type { Script } from "./script";
import { freshSheet, salesSheet } from "./script";

/** Reading and writing cells. */
export const rangeScripts: readonly Script[] = [
  {
    about: "write a value to one cell, read it back",
    async run(context) {
      const range = freshSheet(context).getRange("C3");
      range.values = [[5]];
      range.load("values,text,formulas,valueTypes");
      await context.sync();
      return [range.values, range.text, range.formulas, range.valueTypes];
    },
    gives: [[[5]], [["5"]], [[5]], [["Double"]]],
  },
  {
    about: "one value for every cell of a range",
    async run(context) {
      const range = freshSheet(context).getRange("B2:C3");
      range.values = "x" as unknown as string[][];
      range.load("values");
      await context.sync();
      return range.values;
    },
    gives: [
      ["x", "x"],
      ["x", "x"],
    ],
  },
  {
    about: "an array of another size is refused",
    async run(context) {
      freshSheet(context).getRange("A1:B2").values = [[1, 2, 3]];
      await context.sync();
    },
    gives: "InvalidArgument",
  },
  {
    about: "null in an array leaves its cell alone, an empty text empties it",
    async run(context) {
      const range = salesSheet(context).getRange("A2:C2");
      range.values = [[null, "", 8]];
      range.load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    },
    gives: [[["Almonds", "", 8]], [["String", "Empty", "Double"]]],
  },
  {
    about: "formulas give values in the same round trip",
    async run(context) {
      const totals = salesSheet(context).getRange("D2:D4");
      totals.load("values,formulas");
      await context.sync();
      return [totals.values.map(([value]) => Math.round(Number(value) * 100)), totals.formulas];
    },
    gives: [
      [1500, 3450, 4780],
      [["=B2*C2"], ["=B3*C3"], ["=B4*C4"]],
    ],
  },
  {
    about: "a formula that fails shows an error value",
    async run(context) {
      const range = freshSheet(context).getRange("A1");
      range.formulas = [["=1/0"]];
      range.load("values,text,valueTypes");
      await context.sync();
      return [range.values, range.text, range.valueTypes];
    },
    gives: [[["#DIV/0!"]], [["#DIV/0!"]], [["Error"]]],
  },
  {
    about: "what is read of several ranges comes in one round trip",
    async run(context, excel) {
      const sheet = salesSheet(context);
      await context.sync();
      const before = excel.roundTrips;
      const ranges = ["A1", "B2:C2", "D4"].map((address) => sheet.getRange(address).load("values"));
      await context.sync();
      return [ranges.map(({ values }) => values.flat().length), excel.roundTrips - before];
    },
    gives: [[1, 2, 1], 1],
  },
  {
    about: "the used range, with formats and with values only",
    async run(context) {
      const sheet = freshSheet(context);
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("E9").format.fill.color = "#FFFF00";
      const [all, values] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
      all.load("address");
      values.load("address");
      await context.sync();
      return [all.address, values.address];
    },
    gives: ["Sample!B2:E9", "Sample!B2"],
  },
  {
    about: "the used range of a blank sheet is its first cell, or a null object where that is asked for",
    async run(context) {
      const sheet = freshSheet(context);
      const [used, orNull] = [sheet.getUsedRange(true), sheet.getUsedRangeOrNullObject(true)];
      used.load("address");
      orNull.load("address");
      await context.sync();
      return [used.address, orNull.isNullObject];
    },
    gives: ["Sample!A1", true],
  },
  {
    about: "a range by its indexes counts from zero",
    async run(context) {
      const range = freshSheet(context).getRangeByIndexes(1, 2, 3, 2);
      range.load("address,rowIndex,columnIndex,rowCount,columnCount,cellCount");
      await context.sync();
      const { address, rowIndex, columnIndex, rowCount, columnCount, cellCount } = range;
      return [address, rowIndex, columnIndex, rowCount, columnCount, cellCount];
    },
    gives: ["Sample!C2:D4", 1, 2, 3, 2, 6],
  },
  {
    about: "a cell within a range, its whole row and its whole column",
    async run(context) {
      const cell = freshSheet(context).getRange("B2:D4").getCell(1, 1);
      const [row, column] = [cell.getEntireRow(), cell.getEntireColumn()];
      for (const range of [cell, row, column]) range.load("address");
      await context.sync();
      return [cell, row, column].map(({ address }) => address);
    },
    gives: ["Sample!C3", "Sample!3:3", "Sample!C:C"],
  },
  {
    about: "a text that looks like a number is one, unless it begins with an apostrophe",
    async run(context) {
      const range = freshSheet(context).getRange("A1:B1");
      range.values = [["0102", "'0102"]];
      range.load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    },
    gives: [[[102, "0102"]], [["Double", "String"]]],
  },
  {
    about: "numbers show as their format says",
    async run(context) {
      const range = freshSheet(context).getRange("A1:C1");
      range.values = [[1234.5, 0.256, 45658]];
      range.numberFormat = [["#,##0.00", "0.0%", "yyyy-mm-dd"]];
      range.load("text,values,numberFormat");
      await context.sync();
      return [range.text, range.values, range.numberFormat];
    },
    gives: [[["1,234.50", "25.6%", "2025-01-01"]], [[1234.5, 0.256, 45658]], [["#,##0.00", "0.0%", "yyyy-mm-dd"]]],
  },
  {
    about: "merged cells: the value stands in the first, the areas are told",
    async run(context) {
      const sheet = freshSheet(context);
      const range = sheet.getRange("A1:C2");
      sheet.getRange("A1").values = [["title"]];
      range.merge(false);
      const merged = sheet.getRange("A1:F9").getMergedAreasOrNullObject();
      merged.load("areaCount,address");
      range.load("values");
      await context.sync();
      return [merged.areaCount, merged.address, range.values];
    },
    gives: [
      1,
      "Sample!A1:C2",
      [
        ["title", "", ""],
        ["", "", ""],
      ],
    ],
  },
  {
    about: "no merged cells are a null object",
    async run(context) {
      const merged = freshSheet(context).getRange("A1:F9").getMergedAreasOrNullObject();
      merged.load("areaCount");
      await context.sync();
      return merged.isNullObject;
    },
    gives: true,
  },
  {
    about: "hidden columns are told by the properties of columns",
    async run(context) {
      const sheet = freshSheet(context);
      sheet.getRange("B:B").columnHidden = true;
      const columns = sheet.getRange("A1:C1").getColumnProperties({ columnHidden: true });
      await context.sync();
      return columns.value.map(({ columnHidden }) => columnHidden);
    },
    gives: [false, true, false],
  },
  {
    about: "inserting a row moves what is below, formulas with it",
    async run(context) {
      const sheet = salesSheet(context);
      sheet.getRange("2:2").insert("Down");
      const moved = sheet.getRange("A3:D3");
      moved.load("values,formulas");
      await context.sync();
      return [moved.values, moved.formulas[0]![3]];
    },
    gives: [[["Almonds", 2, 7.5, 15]], "=B3*C3"],
  },
  {
    about: "selecting a range brings its sheet to the front; the selected range is told",
    async run(context) {
      freshSheet(context).getRange("B2:E6").select();
      const selected = context.workbook.getSelectedRange();
      const active = context.workbook.worksheets.getActiveWorksheet();
      selected.load("address");
      active.load("name");
      await context.sync();
      return [selected.address, active.name];
    },
    gives: ["Sample!B2:E6", "Sample"],
  },
  {
    about: "copying a range to another place",
    async run(context) {
      const sheet = salesSheet(context);
      sheet.getRange("F1").copyFrom("A1:D1");
      await context.sync();
    },
    gives: null,
    needs: "Range.CopyFrom",
  },
  {
    about: "looking for a text in a range",
    async run(context) {
      const found = salesSheet(context).getRange("A1:D4").find("Coffee", { completeMatch: true });
      found.load("address");
      await context.sync();
    },
    gives: null,
    needs: "Range.Find",
  },
  {
    about: "emptying a range",
    async run(context) {
      salesSheet(context).getRange("A2:D4").clear("Contents");
      await context.sync();
    },
    gives: null,
    needs: "Range.Clear",
  },
];
