import type { Steps } from "../../../engine/steps";
import { within } from "../../../engine/steps";
import type { MarkLevel } from "../../../engine/workbook";
import type { PartLayout, Splice } from "../markup/layout";
import { applySplices, childrenOf, insertionPoint, layoutOf, withPrefix } from "../markup/layout";
import { MarkupScanner, Token } from "../markup/scanner";
import type { PackageDraft } from "./draft";
import { MARK_LEVELS, markFormula } from "../../looks";
import { SHEET_ORDER } from "./sheet-order";
import type { StyleSheetDraft } from "./style-sheet";

const OURS = /N\(\s*(?:"|&quot;)hedui[:"&]/;

/** How a mark looks: colour on the screen; in black and white the border and the hatching tell the levels apart. */
const LOOKS: Readonly<Record<MarkLevel, string>> = {
  culprit: look("<b/>", "FFFFFFFF", solid("FFC00000"), "thin", "FF7F0000"),
  error: look("<b/>", "FF9C0006", solid("FFFFC7CE"), "thin", "FFC00000"),
  explain: look("<b/>", "FF7F4F00", solid("FFFFEB9C"), "dashed", "FFBF8F00"),
  hint: look("", "FF1F4E79", solid("FFDDEBF7"), "dotted", "FF2E75B6"),
  "cannot-tell": look(
    "<i/>",
    "FF404040",
    '<patternFill patternType="lightUp"><fgColor rgb="FFA6A6A6"/><bgColor rgb="FFF2F2F2"/></patternFill>',
    "dotted",
    "FF7F7F7F",
  ),
};

function solid(colour: string): string {
  return `<patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor rgb="${colour}"/></patternFill>`;
}

function look(font: string, fontColour: string, fill: string, border: string, borderColour: string): string {
  const sides = ["left", "right", "top", "bottom"]
    .map((side) => `<${side} style="${border}"><color rgb="${borderColour}"/></${side}>`)
    .join("");
  return `<dxf><font>${font}<color rgb="${fontColour}"/></font><fill>${fill}</fill><border>${sides}</border></dxf>`;
}

/** Addresses in one conditional format; Excel reads longer lists slowly. */
const ADDRESSES_PER_FORMAT = 500;

/** The markup of a worksheet with marks added: `marks` maps addresses to levels. */
export function addMarks(
  text: string,
  part: string,
  marks: ReadonlyMap<string, MarkLevel>,
  styles: StyleSheetDraft,
): string {
  if (marks.size === 0) return text;
  const layout = layoutOf(text, part, "worksheet");
  let priority = highestPriority(text);
  const formats: string[] = [];
  for (const level of MARK_LEVELS) {
    const addresses = [...marks].filter(([, of]) => of === level).map(([address]) => address);
    if (addresses.length === 0) continue;
    const dxf = styles.indexOf("dxfs", LOOKS[level]);
    const formula = markFormula(level).replace(/"/g, "&quot;");
    for (let at = 0; at < addresses.length; at += ADDRESSES_PER_FORMAT) {
      const sqref = addresses.slice(at, at + ADDRESSES_PER_FORMAT).join(" ");
      const attributes = `type="expression" dxfId="${dxf}" priority="${++priority}"`;
      const rule = `<cfRule ${attributes}><formula>${formula}</formula></cfRule>`;
      formats.push(`<conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`);
    }
  }
  const at = insertionPoint(layout, SHEET_ORDER, "conditionalFormatting");
  return applySplices(text, [{ start: at, end: at, text: withPrefix(formats.join(""), layout.prefix) }]);
}

/** Priorities of the file's own conditional formats stay as they are, ours come after them. */
function highestPriority(text: string): number {
  let highest = 0;
  for (const [, priority] of text.matchAll(/\spriority="(\d+)"/g)) highest = Math.max(highest, Number(priority));
  return highest;
}

/** The markup of a worksheet without any mark of ours, and the styles that the marks used. */
export function removeMarks(text: string, part: string): { text: string; styles: number[] } {
  if (!OURS.test(text)) return { text, styles: [] };
  const layout = layoutOf(text, part, "worksheet");
  const splices: Splice[] = [];
  const styles: number[] = [];
  for (const format of layout.children.filter(({ name }) => name === "conditionalFormatting")) {
    const rules = childrenOf(layout, format).filter(({ name }) => name === "cfRule");
    const ours = rules.filter(({ start, end }) => OURS.test(text.slice(start, end)));
    styles.push(...ours.flatMap((rule) => styleOf(layout, rule.start, rule.contentStart)));
    if (ours.length > 0 && ours.length === rules.length)
      splices.push({ start: format.start, end: format.end, text: "" });
    else splices.push(...ours.map(({ start, end }) => ({ start, end, text: "" })));
  }
  return { text: applySplices(text, splices), styles };
}

function styleOf(layout: PartLayout, start: number, end: number): number[] {
  const scanner = new MarkupScanner(layout.text.slice(start, end), layout.part);
  const id = scanner.next() === Token.Open ? scanner.attribute("dxfId") : undefined;
  return id === undefined ? [] : [Number(id)];
}

/** Takes the styles of removed marks off the end of the list, unless something else uses them. In steps. */
export function* dropUnusedMarkStyles(
  draft: PackageDraft,
  styles: StyleSheetDraft,
  removed: readonly number[],
): Steps<void> {
  if (removed.length === 0) return;
  const candidates = new Set(removed);
  const used = yield* stylesInUse(draft);
  const isOurs = (last: number): boolean =>
    candidates.has(last) ||
    Object.values(LOOKS).some((own) => styles.list("dxfs")[last]!.replace(/<(\/?)\w+:/g, "<$1") === own);
  for (let last = styles.list("dxfs").length - 1; last >= 0 && isOurs(last) && !used.has(last); last--)
    styles.dropLast("dxfs");
}

/** Every differential style that any part names: conditional formats, filters, tables, pivot tables, table styles. */
function* stylesInUse(draft: PackageDraft): Steps<Set<number>> {
  const used = new Set<number>();
  const parts = draft.partNames().filter((name) => name.endsWith(".xml"));
  for (const [at, part] of parts.entries()) {
    const text = yield* within(at / parts.length, (at + 1) / parts.length, draft.textInSteps(part));
    for (const [, id] of text.matchAll(/[dD]xfId\s*=\s*["'](\d+)["']/g)) used.add(Number(id));
  }
  return used;
}
