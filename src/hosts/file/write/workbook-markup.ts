import type { PlacedElement, Splice } from "../markup/layout";
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

/** xl/workbook.xml with sheets listed last. */
export function withListedSheets(
  text: string,
  part: string,
  listed: readonly { readonly name: string; readonly relationshipId: string }[],
  relationshipNamespace: string,
): string {
  const layout = layoutOf(text, part, "workbook");
  const sheets = childNamed(layout, "sheets")!;
  const ids = childrenOf(layout, sheets).map(({ start, contentStart }) =>
    attributeOf(text.slice(start, contentStart), part, "sheetId"),
  );
  const lastId = Math.max(0, ...ids.map(Number).filter(Number.isFinite));
  const rootTag = text.slice(layout.root.start, layout.root.contentStart);
  const declared = new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["']${relationshipNamespace.replace(/[.]/g, "\\.")}["']`).exec(
    rootTag,
  )?.[1];
  const declaration = declared === undefined ? ` xmlns:r="${relationshipNamespace}"` : "";
  const markup = listed.map(({ name, relationshipId }, at) => {
    const relationship = `${declared ?? "r"}:id="${relationshipId}"`;
    const tag = `<sheet${declaration} name="${escapeXml(name)}" sheetId="${lastId + 1 + at}" ${relationship}/>`;
    return withPrefix(tag, layout.prefix);
  });
  return applySplices(text, [{ start: sheets.contentEnd, end: sheets.contentEnd, text: markup.join("") }]);
}

/** The name under which a sheet keeps the rows that are printed on every page (ECMA-376 part 1, 18.2.5). */
const PRINT_TITLES = "_xlnm.Print_Titles";

/** Rows of a sheet ("'核对结果'!$5:$5"), which is given by its place in the list of sheets. */
export interface PrintTitle {
  readonly place: number;
  readonly rows: string;
}

/** xl/workbook.xml with rows of sheets repeated on every printed page. */
export function withPrintTitles(text: string, part: string, titles: readonly PrintTitle[]): string {
  const layout = layoutOf(text, part, "workbook");
  const nameOf = ({ place, rows }: PrintTitle): string =>
    `<definedName name="${PRINT_TITLES}" localSheetId="${place}">${escapeXml(rows)}</definedName>`;
  const names = childNamed(layout, "definedNames");
  if (!names || names.selfClosing) {
    const at = insertionPoint(layout, ORDER, "definedNames");
    const { start, end } = names ?? { start: at, end: at };
    const markup = `<definedNames>${titles.map(nameOf).join("")}</definedNames>`;
    return applySplices(text, [{ start, end, text: withPrefix(markup, layout.prefix) }]);
  }
  const present = new Map<string, PlacedElement>();
  for (const child of childrenOf(layout, names)) {
    const tag = text.slice(child.start, child.contentStart);
    const place = attributeOf(tag, part, "localSheetId");
    if (attributeOf(tag, part, "name") === PRINT_TITLES && !present.has(place)) present.set(place, child);
  }
  const isNew = ({ place }: PrintTitle): boolean => !present.has(String(place));
  const replaced = titles
    .filter((title) => !isNew(title))
    .map((title): Splice => {
      const { start, end } = present.get(String(title.place))!;
      return { start, end, text: withPrefix(nameOf(title), layout.prefix) };
    });
  const added = titles.filter(isNew).map((title) => withPrefix(nameOf(title), layout.prefix));
  const { contentEnd: at } = names;
  return applySplices(text, [...replaced, { start: at, end: at, text: added.join("") }]);
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
