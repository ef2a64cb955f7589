import type { Splice } from "../markup/layout";
import {
  applySplices,
  childNamed,
  childrenOf,
  insertionPoint,
  layoutOf,
  withAttribute,
  withPrefix,
} from "../markup/layout";
import { MarkupScanner, Token } from "../markup/scanner";
import { escapeXml } from "../markup/text";

/** Children of workbook in the order of the schema (ECMA-376 part 1, 18.2.27). */
const ORDER = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** xl/workbook.xml with a sheet listed last. */
export function withListedSheet(
  text: string,
  part: string,
  sheet: { name: string; relationshipId: string },
  relationshipNamespace: string,
): string {
  const layout = layoutOf(text, part, "workbook");
  const sheets = childNamed(layout, "sheets")!;
  const ids = childrenOf(layout, sheets).map(({ start, contentStart }) =>
    attributeOf(text.slice(start, contentStart), part, "sheetId"),
  );
  const sheetId = Math.max(0, ...ids.map(Number).filter(Number.isFinite)) + 1;
  const rootTag = text.slice(layout.root.start, layout.root.contentStart);
  const declared = new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["']${relationshipNamespace.replace(/[.]/g, "\\.")}["']`).exec(
    rootTag,
  )?.[1];
  const declaration = declared === undefined ? ` xmlns:r="${relationshipNamespace}"` : "";
  const relationship = `${declared ?? "r"}:id="${sheet.relationshipId}"`;
  const markup = `<sheet${declaration} name="${escapeXml(sheet.name)}" sheetId="${sheetId}" ${relationship}/>`;
  return applySplices(text, [
    { start: sheets.contentEnd, end: sheets.contentEnd, text: withPrefix(markup, layout.prefix) },
  ]);
}

/** The name under which a sheet keeps the rows that are printed on every page (ECMA-376 part 1, 18.2.5). */
const PRINT_TITLES = "_xlnm.Print_Titles";

/**
 * xl/workbook.xml with rows of a sheet ("'核对结果'!$5:$5") repeated on every printed page; the sheet is given by its place
 * in the list of sheets, null for the last.
 */
export function withPrintTitles(text: string, part: string, sheet: number | null, rows: string): string {
  const layout = layoutOf(text, part, "workbook");
  const place = sheet ?? childrenOf(layout, childNamed(layout, "sheets")!).length - 1;
  const name = `<definedName name="${PRINT_TITLES}" localSheetId="${place}">${escapeXml(rows)}</definedName>`;
  const names = childNamed(layout, "definedNames");
  if (!names || names.selfClosing) {
    const at = insertionPoint(layout, ORDER, "definedNames");
    const { start, end } = names ?? { start: at, end: at };
    const markup = `<definedNames>${name}</definedNames>`;
    return applySplices(text, [{ start, end, text: withPrefix(markup, layout.prefix) }]);
  }
  const present = childrenOf(layout, names).find(({ start, contentStart }) => {
    const tag = text.slice(start, contentStart);
    return attributeOf(tag, part, "name") === PRINT_TITLES && attributeOf(tag, part, "localSheetId") === String(place);
  });
  const { start, end } = present ?? { start: names.contentEnd, end: names.contentEnd };
  return applySplices(text, [{ start, end, text: withPrefix(name, layout.prefix) }]);
}

/** xl/workbook.xml with the wish that Excel calculate every formula on opening. */
export function withCalculationOnLoad(text: string, part: string): string {
  const layout = layoutOf(text, part, "workbook");
  const present = childNamed(layout, "calcPr");
  let splice: Splice;
  if (present) {
    const { start, contentStart: end } = present;
    splice = { start, end, text: withAttribute(text.slice(start, end), "fullCalcOnLoad", "1") };
  } else {
    const at = insertionPoint(layout, ORDER, "calcPr");
    splice = { start: at, end: at, text: withPrefix('<calcPr fullCalcOnLoad="1"/>', layout.prefix) };
  }
  return applySplices(text, [splice]);
}

/** Whether the workbook has a window. */
export function hasViews(text: string, part: string): boolean {
  const layout = layoutOf(text, part, "workbook");
  const views = childNamed(layout, "bookViews");
  return views !== undefined && childrenOf(layout, views).length > 0;
}

function attributeOf(tag: string, part: string, name: string): string {
  const scanner = new MarkupScanner(tag, part);
  return scanner.next() === Token.Open ? (scanner.attribute(name) ?? "") : "";
}
