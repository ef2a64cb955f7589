import type { CellStyle } from "../../../engine/workbook";
import { MarkupScanner, Token } from "../markup/scanner";
import { escapeXml } from "../markup/text";
import type { StyleSheetDraft } from "./style-sheet";

interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points more than the workbook's own size. */
  readonly larger?: number;
  readonly colour?: string;
  /** Solid background; "hatched" for what cannot be told. */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly wrap?: boolean;
  /** Number format by its number: 0 General, 4 #,##0.00, 10 0.00%. */
  readonly format?: number;
}

/** How authored cells look. The font is the workbook's own. */
const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: {},
  title: { bold: true, larger: 5, horizontal: "center", wrap: true },
  header: { bold: true, fill: "FFE7E6E6", horizontal: "center", wrap: true },
  label: { horizontal: "center", wrap: true },
  text: { horizontal: "left", wrap: true },
  centre: { horizontal: "center", wrap: true },
  amount: { horizontal: "right", format: 4 },
  figure: { horizontal: "right" },
  points: { horizontal: "center" },
  percent: { horizontal: "center", format: 10 },
  input: { fill: "FFFFF9E5", wrap: true },
  "amount-input": { fill: "FFFFF9E5", horizontal: "right", format: 4 },
  "points-input": { fill: "FFFFF9E5", horizontal: "center" },
  note: { italic: true, colour: "FF595959", horizontal: "left", wrap: true },
  link: { underline: true, colour: "FF0563C1", wrap: true },
  error: { bold: true, colour: "FF9C0006", fill: "FFFFC7CE", wrap: true },
  explain: { bold: true, colour: "FF7F4F00", fill: "FFFFEB9C", wrap: true },
  hint: { colour: "FF1F4E79", fill: "FFDDEBF7", wrap: true },
  "cannot-tell": { italic: true, colour: "FF404040", fill: "hatched", wrap: true },
};

const THIN = ["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join("");
const BORDER = `<border>${THIN}<diagonal/></border>`;

/** Index of the cell style (cellXfs) of a look, with or without borders; appended to the style sheet at first use. */
export function authoredStyle(styles: StyleSheetDraft, style: CellStyle, bordered: boolean): number {
  const look = LOOKS[style];
  const font = styles.indexOf("fonts", fontMarkup(look, styles.list("fonts")[0] ?? ""));
  const fill = look.fill === undefined ? 0 : styles.indexOf("fills", fillMarkup(look.fill));
  const border = bordered ? styles.indexOf("borders", BORDER) : 0;
  const horizontal = look.horizontal ? ` horizontal="${look.horizontal}"` : "";
  const alignment = `<alignment${horizontal} vertical="center"${look.wrap ? ' wrapText="1"' : ""}/>`;
  const parts = `numFmtId="${look.format ?? 0}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  const applied = [
    look.format ? ' applyNumberFormat="1"' : "",
    ' applyFont="1"',
    fill ? ' applyFill="1"' : "",
    border ? ' applyBorder="1"' : "",
    ' applyAlignment="1"',
  ].join("");
  return styles.indexOf("cellXfs", `<xf ${parts}${applied}>${alignment}</xf>`);
}

function fontMarkup(look: Look, baseFont: string): string {
  const base = baseProperties(baseFont);
  const marks = `${look.bold ? "<b/>" : ""}${look.italic ? "<i/>" : ""}${look.underline ? "<u/>" : ""}`;
  const colour = look.colour ? `<color rgb="${look.colour}"/>` : "";
  const size = `<sz val="${base.size + (look.larger ?? 0)}"/>`;
  return `<font>${marks}${size}${colour}<name val="${escapeXml(base.name)}"/>${base.charset}</font>`;
}

/** Name, size and character set of the workbook's first font, which is its normal one. */
function baseProperties(font: string): { name: string; size: number; charset: string } {
  const found = { name: "宋体", size: 11, charset: "" };
  if (font === "") return found;
  const scanner = new MarkupScanner(font, "xl/styles.xml");
  while (scanner.next() !== Token.End) {
    const value = scanner.token === Token.Open ? scanner.attribute("val") : undefined;
    if (value === undefined) continue;
    const property = scanner.name.slice(scanner.name.indexOf(":") + 1);
    if (property === "name") found.name = value;
    else if (property === "sz") found.size = Number(value) || found.size;
    else if (property === "charset" && /^\d+$/.test(value)) found.charset = `<charset val="${value}"/>`;
  }
  return found;
}

function fillMarkup(fill: string): string {
  const hatched =
    '<fill><patternFill patternType="lightUp"><fgColor rgb="FFA6A6A6"/><bgColor rgb="FFF2F2F2"/></patternFill></fill>';
  return fill === "hatched"
    ? hatched
    : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}
