import type { Script } from "./script";
import { freshSheet, salesSheet } from "./script";

/** Sheets, the workbook, settings, events. */
export const sheetScripts: readonly Script[] = [
  {
    about: "the names of all sheets, in their order",
    async run(context) {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility,items/position");
      const count = worksheets.getCount();
      await context.sync();
      return [count.value, worksheets.items.map(({ name, visibility, position }) => [name, visibility, position])];
    },
    gives: [
      3,
      [
        ["Data", "Visible", 0],
        ["Draft", "Hidden", 1],
        ["Secret", "VeryHidden", 2],
      ],
    ],
  },
  {
    about: "a sheet by its name, whatever its case, and by its id",
    async run(context) {
      const { worksheets } = context.workbook;
      const byName = worksheets.getItem("DATA");
      byName.load("id,name");
      await context.sync();
      const byId = worksheets.getItem(byName.id);
      byId.load("name");
      await context.sync();
      return [byName.name, byId.name];
    },
    gives: ["Data", "Data"],
  },
  {
    about: "a sheet that is not there is refused",
    async run(context) {
      context.workbook.worksheets.getItem("Nowhere").load("name");
      await context.sync();
    },
    gives: "ItemNotFound",
  },
  {
    about: "a sheet that may not be there is a null object, and what is asked of it does nothing",
    async run(context) {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      sheet.getRange("A1").values = [[1]];
      sheet.delete();
      sheet.load("name");
      await context.sync();
      return sheet.isNullObject;
    },
    gives: true,
  },
  {
    about: "a sheet is added behind the others, not shown",
    async run(context) {
      const added = freshSheet(context);
      added.load("name,position");
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load("name");
      await context.sync();
      return [added.name, added.position, active.name];
    },
    gives: ["Sample", 3, "Data"],
  },
  {
    about: "a name that is taken, in whatever case, is refused",
    async run(context) {
      context.workbook.worksheets.add("data");
      await context.sync();
    },
    gives: "ItemAlreadyExists",
  },
  {
    about: "a name that no sheet may have is refused",
    async run(context) {
      context.workbook.worksheets.add("a/b");
      await context.sync();
    },
    gives: "InvalidArgument",
  },
  {
    about: "a sheet is brought to the front",
    async run(context) {
      freshSheet(context).activate();
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load("name");
      await context.sync();
      return active.name;
    },
    gives: "Sample",
  },
  {
    about: "a sheet is deleted, its neighbours stay",
    async run(context) {
      freshSheet(context);
      await context.sync();
      context.workbook.worksheets.getItem("Sample").delete();
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    },
    gives: ["Data", "Draft", "Secret"],
  },
  {
    about: "a copied sheet has the contents, under another name",
    async run(context) {
      const copy = salesSheet(context).copy("End");
      const range = copy.getRange("A1:A2");
      copy.load("name");
      range.load("values");
      await context.sync();
      return [copy.name, range.values];
    },
    gives: ["Sample (2)", [["Product"], ["Almonds"]]],
  },
  {
    about: "rows are frozen at the top",
    async run(context, excel) {
      freshSheet(context).freezePanes.freezeRows(2);
      await context.sync();
      return excel.sheet("Sample").frozenRows;
    },
    gives: 2,
  },
  {
    about: "a protected sheet refuses a write, and takes it again once it is not",
    async run(context) {
      const sheet = salesSheet(context);
      sheet.protection.protect({ allowFormatCells: true });
      sheet.protection.load("protected,options");
      await context.sync();
      const { protected: isProtected, options } = sheet.protection;
      sheet.getRange("A1").values = [["x"]];
      const refused = await context.sync().then(
        () => "",
        (error: OfficeExtension.Error) => error.code,
      );
      const again = context.workbook.worksheets.getItem("Sample");
      again.protection.unprotect();
      again.getRange("A1").values = [["x"]];
      await context.sync();
      return [isProtected, options.allowFormatCells, refused];
    },
    gives: [true, true, "AccessDenied"],
  },
  {
    about: "page layout for printing",
    async run(context, excel) {
      const { pageLayout } = freshSheet(context);
      pageLayout.orientation = "Landscape";
      pageLayout.paperSize = "A4";
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
      await context.sync();
      return excel.sheet("Sample").print;
    },
    gives: { orientation: "Landscape", paperSize: "A4", onePage: true },
  },
  {
    about: "a custom XML part is added, found by its namespace, changed and deleted",
    async run(context) {
      const { customXmlParts } = context.workbook;
      customXmlParts.add('<r xmlns="urn:sample"><a>1</a></r>');
      const only = customXmlParts.getByNamespace("urn:sample").getOnlyItemOrNullObject();
      const first = only.getXml();
      await context.sync();
      only.setXml('<r xmlns="urn:sample"><a>2</a></r>');
      const second = only.getXml();
      await context.sync();
      only.delete();
      await context.sync();
      const gone = customXmlParts.getByNamespace("urn:sample").getOnlyItemOrNullObject();
      gone.load("id");
      await context.sync();
      return [first.value, second.value, gone.isNullObject];
    },
    gives: ['<r xmlns="urn:sample"><a>1</a></r>', '<r xmlns="urn:sample"><a>2</a></r>', true],
  },
  {
    about: "two parts of a namespace are not the only one",
    async run(context) {
      const { customXmlParts } = context.workbook;
      for (const text of ["1", "2"]) customXmlParts.add(`<r xmlns="urn:sample">${text}</r>`);
      const only = customXmlParts.getByNamespace("urn:sample").getOnlyItemOrNullObject();
      only.load("id");
      await context.sync();
      return only.isNullObject;
    },
    gives: true,
  },
  {
    about: "an edit by the person is told with its address, source and kind, until the handler is removed",
    async run(context, excel) {
      const told: unknown[] = [];
      const sheet = context.workbook.worksheets.getItem("Data");
      const handler = sheet.onChanged.add(async ({ address, changeType, source }) => {
        told.push([address, changeType, source]);
      });
      await context.sync();
      excel.type("Data", "B2", 8);
      excel.shiftRows("Data", 2, 1);
      await passed();
      handler.remove();
      await context.sync();
      excel.type("Data", "B2", 9);
      await passed();
      return told;
    },
    gives: [
      ["B2", "RangeEdited", "Local"],
      ["2:2", "RowInserted", "Local"],
    ],
  },
  {
    about: "an added and a deleted sheet are told",
    async run(context) {
      const told: string[] = [];
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async ({ type }) => void told.push(type));
      worksheets.onDeleted.add(async ({ type }) => void told.push(type));
      await context.sync();
      freshSheet(context);
      await context.sync();
      context.workbook.worksheets.getItem("Sample").delete();
      await context.sync();
      await passed();
      return told;
    },
    gives: ["WorksheetAdded", "WorksheetDeleted"],
  },
  {
    about: "while the runtime's events are off nothing is told",
    async run(context, excel) {
      let told = 0;
      context.workbook.worksheets.onChanged.add(async () => void told++);
      context.runtime.enableEvents = false;
      await context.sync();
      excel.type("Data", "B2", 8);
      await passed();
      context.runtime.enableEvents = true;
      await context.sync();
      excel.type("Data", "B2", 9);
      await passed();
      return told;
    },
    gives: 1,
  },
  {
    about: "the person's selection is told",
    async run(context, excel) {
      const told: string[] = [];
      context.workbook.worksheets.onSelectionChanged.add(async ({ address }) => void told.push(address));
      await context.sync();
      excel.select("Data", "B2:C3");
      await passed();
      return told;
    },
    gives: ["B2:C3"],
  },
  {
    about: "the calculation mode of the application",
    async run(context) {
      const { application } = context.workbook;
      application.load("calculationMode");
      await context.sync();
      return application.calculationMode;
    },
    gives: "Automatic",
  },
  {
    about: "what was not loaded cannot be read",
    async run(context) {
      const sheet = context.workbook.worksheets.getItem("Data");
      await context.sync();
      return sheet.name;
    },
    gives: "PropertyNotLoaded",
  },
  {
    about: "the tables of a sheet are counted",
    async run(context) {
      const { tables } = context.workbook.worksheets.getItem("Data");
      const count = tables.getCount();
      await context.sync();
      return count.value;
    },
    gives: 0,
  },
  {
    about: "a range is made into a table",
    async run(context) {
      salesSheet(context).tables.add("A1:D4", true);
      await context.sync();
    },
    gives: null,
    needs: "TableCollection.Add",
  },
  {
    about: "a name for a range",
    async run(context) {
      const sheet = salesSheet(context);
      context.workbook.names.add("Totals", sheet.getRange("D2:D4"));
      await context.sync();
    },
    gives: null,
    needs: "Workbook.Names",
  },
  {
    about: "a comment at a cell",
    async run(context) {
      context.workbook.comments.add("Data!A1", "look");
      await context.sync();
    },
    gives: null,
    needs: "Workbook.Comments",
  },
  {
    about: "a chart of the figures",
    async run(context) {
      const sheet = salesSheet(context);
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"));
      await context.sync();
    },
    gives: null,
    needs: "Worksheet.Charts",
  },
  {
    about: "the colour of a tab",
    async run(context) {
      freshSheet(context).tabColor = "#FF0000";
      await context.sync();
    },
    gives: null,
    needs: "Worksheet.TabColor",
  },
];

/** Events come after the request that causes them. */
function passed(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
