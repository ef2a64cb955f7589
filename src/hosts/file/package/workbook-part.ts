import { MarkupScanner, Token, openRoot } from "../markup/scanner";

/** One sheet as xl/workbook.xml lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly sheetId: string;
  readonly relationshipId: string;
  readonly hidden: boolean;
  /** As the file says: "visible", "hidden", or "veryHidden", which no menu of Excel shows. */
  readonly state: string;
}

/** A defined name whose meaning is a formula, such as 表1!$A$1:$C$9. */
export interface DefinedName {
  readonly name: string;
  /** Position of the sheet it is limited to; null for the whole workbook. */
  readonly sheet: number | null;
  readonly formula: string;
}

/** What xl/workbook.xml says. */
export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[];
  readonly definedNames: readonly DefinedName[];
  /** Dates count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /**
   * Whoever wrote the file asks that every formula be calculated on opening: its cached values are not to be trusted.
   */
  readonly calculateOnLoad: boolean;
}

/** Reads xl/workbook.xml. */
export function parseWorkbookPart(text: string, part: string): WorkbookPart {
  const scanner = new MarkupScanner(text, part);
  const prefix = openRoot(scanner, "workbook");
  const sheets: ListedSheet[] = [];
  const definedNames: DefinedName[] = [];
  let date1904 = false;
  let calculateOnLoad = false;
  while (scanner.next() !== Token.End) {
    if (scanner.token !== Token.Open) continue;
    switch (scanner.name.startsWith(prefix) ? scanner.name.slice(prefix.length) : "") {
      case "workbookPr":
        date1904 = isTrue(scanner.attribute("date1904"));
        break;
      case "calcPr":
        calculateOnLoad = isTrue(scanner.attribute("fullCalcOnLoad"));
        break;
      case "sheet":
        sheets.push({
          name: scanner.attribute("name") ?? "",
          sheetId: scanner.attribute("sheetId") ?? "",
          relationshipId: scanner.prefixedAttribute("id") ?? "",
          hidden: (scanner.attribute("state") ?? "visible") !== "visible",
          state: scanner.attribute("state") ?? "visible",
        });
        break;
      case "definedName": {
        const name = scanner.attribute("name") ?? "";
        const local = scanner.attribute("localSheetId");
        definedNames.push({ name, sheet: local === undefined ? null : Number(local), formula: scanner.textContent() });
        break;
      }
    }
  }
  return { sheets, definedNames, date1904, calculateOnLoad };
}

/** xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
