import type { Steps } from "../../../engine/steps";
import type { Area } from "../../../engine/workbook";
import { a1, areaA1, parseArea } from "../../../engine/workbook";
import type { Splice } from "../markup/layout";
import { applySplices, openTag, withAttribute, withPrefix } from "../markup/layout";
import { MarkupScanner, Token, openRoot } from "../markup/scanner";
import { escapeXml } from "../markup/text";
import { cellColumn } from "../read/cell-reference";
import type { CellContent } from "./cell-markup";
import { cachedMarkup, cellMarkup } from "./cell-markup";

/** What becomes of the cells of one sheet: row → column → content, both zero-based. */
export type CellChanges = Map<number, Map<number, CellContent>>;

/** A shared formula whose first cell goes is written out in its followers: address → formula. */
export type WrittenOut = ReadonlyMap<string, { readonly formula: string }>;

/**
 * The markup of a worksheet with cells changed: existing cells keep their style, new ones take that of their row or
 * column and are inserted in order; everything else stays character for character. In steps.
 */
export function changeCells(text: string, part: string, changes: CellChanges, writtenOut: WrittenOut): Steps<string> {
  return new CellPatcher(text, part, changes, writtenOut).patch();
}

/** Tags that are read between two places where the work can be left off. */
const TAGS_A_STEP = 4_096;

class CellPatcher {
  private readonly scanner: MarkupScanner;
  private readonly splices: Splice[] = [];
  private readonly columnStyles: { first: number; last: number; style: string }[] = [];
  private readonly pendingRows: number[];
  private prefix = "";
  private row = -1;
  private column = -1;
  private rowStyle: string | undefined;
  private pendingColumns: number[] = [];
  private dimension: { start: number; end: number; area: Area } | null = null;

  constructor(
    private readonly text: string,
    part: string,
    private readonly changes: CellChanges,
    private readonly writtenOut: WrittenOut,
  ) {
    this.scanner = new MarkupScanner(text, part);
    this.pendingRows = [...changes.keys()].sort((a, b) => a - b);
  }

  *patch(): Steps<string> {
    const { scanner } = this;
    this.prefix = openRoot(scanner, "worksheet");
    const p = this.prefix;
    for (let tags = 1; scanner.next() !== Token.End; tags++) {
      if (tags % TAGS_A_STEP === 0) yield scanner.end / this.text.length;
      if (scanner.token === Token.Open) {
        if (scanner.name === `${p}c`) this.enterCell();
        else if (scanner.name === `${p}row`) this.enterRow();
        else if (scanner.name === `${p}col`) this.noteColumnStyle();
        else if (scanner.name === `${p}dimension`) this.noteDimension();
        else if (scanner.name === `${p}sheetData` && scanner.selfClosing) this.fillEmptySheet();
      } else if (scanner.token === Token.Close) {
        if (scanner.name === `${p}row`) this.insert(scanner.start, this.takeCells(Infinity));
        else if (scanner.name === `${p}sheetData`) this.insert(scanner.start, this.takeRows(Infinity));
      }
    }
    this.extendDimension();
    return applySplices(this.text, this.splices);
  }

  private insert(at: number, markup: string): void {
    if (markup !== "") this.splices.push({ start: at, end: at, text: withPrefix(markup, this.prefix) });
  }

  private fillEmptySheet(): void {
    const { start, end } = this.scanner;
    const open = openTag(this.text.slice(start, end));
    this.splices.push({
      start,
      end,
      text: `${open}${withPrefix(this.takeRows(Infinity), this.prefix)}</${this.prefix}sheetData>`,
    });
  }

  private noteColumnStyle(): void {
    const { scanner } = this;
    const style = scanner.attribute("style");
    if (style !== undefined)
      this.columnStyles.push({
        first: Number(scanner.attribute("min")) - 1,
        last: Number(scanner.attribute("max")) - 1,
        style,
      });
  }

  private noteDimension(): void {
    const area = parseArea(this.scanner.attribute("ref") ?? "");
    if (area) this.dimension = { start: this.scanner.start, end: this.scanner.end, area };
  }

  private enterRow(): void {
    const { scanner } = this;
    this.row = Number(scanner.attribute("r") ?? this.row + 2) - 1;
    this.column = -1;
    this.insert(scanner.start, this.takeRows(this.row));
    this.rowStyle =
      scanner.attribute("customFormat") === "1" || scanner.attribute("customFormat") === "true"
        ? scanner.attribute("s")
        : undefined;
    const changes = this.pendingRows[0] === this.row ? this.changes.get(this.pendingRows.shift()!)! : null;
    this.pendingColumns = changes ? [...changes.keys()].sort((a, b) => a - b) : [];
    if (!changes) return;
    const { start, end, selfClosing } = scanner;
    const tag = this.widenSpans(this.text.slice(start, end), scanner.attribute("spans"));
    if (selfClosing)
      this.splices.push({
        start,
        end,
        text: `${openTag(tag)}${withPrefix(this.takeCells(Infinity), this.prefix)}</${this.prefix}row>`,
      });
    else if (tag !== this.text.slice(start, end)) this.splices.push({ start, end, text: tag });
  }

  private widenSpans(tag: string, spans: string | undefined): string {
    const [first, last] = (spans ?? "").split(":").map(Number);
    if (!first || !last) return tag;
    const low = Math.min(first, this.pendingColumns[0]! + 1);
    const high = Math.max(last, this.pendingColumns.at(-1)! + 1);
    return low === first && high === last ? tag : withAttribute(tag, "spans", `${low}:${high}`);
  }

  private enterCell(): void {
    const { scanner } = this;
    const reference = scanner.attribute("r");
    this.column = reference === undefined ? this.column + 1 : cellColumn(reference);
    const content = this.changes.get(this.row)?.get(this.column);
    const writtenOut =
      content?.type === "value" || content?.type === "formula"
        ? undefined
        : this.writtenOut.get(a1(this.row, this.column));
    this.insert(scanner.start, this.takeCells(this.column));
    if (this.pendingColumns[0] === this.column) this.pendingColumns.shift();
    if (content || writtenOut) this.replaceCell(content, writtenOut?.formula);
  }

  private replaceCell(content: CellContent | undefined, formula: string | undefined): void {
    const { scanner, text } = this;
    const { start } = scanner;
    const style = scanner.attribute("s");
    if (content && content.type !== "cached") {
      scanner.skip();
      this.splices.push({
        start,
        end: scanner.end,
        text: withPrefix(cellMarkup(this.row, this.column, style, content), this.prefix),
      });
      return;
    }
    const tag = text.slice(start, scanner.end);
    const cell = this.cellParts();
    const f = formula === undefined ? cell.formula : withPrefix(`<f>${escapeXml(formula)}</f>`, this.prefix);
    if (!content) {
      this.splices.push({
        start,
        end: scanner.end,
        text: tag + text.slice(start + tag.length, scanner.end).replace(cell.formula, () => f),
      });
      return;
    }
    const { type, value } = cachedMarkup(content.value);
    const open = tag.replace(/\st\s*=\s*("[^"]*"|'[^']*')/, "").replace(/>$/, `${type}>`);
    this.splices.push({
      start,
      end: scanner.end,
      text: `${open}${f}${withPrefix(value, this.prefix)}${cell.rest}</${this.prefix}c>`,
    });
  }

  /**
   * The formula of the cell just opened and what stands beside formula and value; stands on the cell's end afterwards.
   */
  private cellParts(): { formula: string; rest: string } {
    const { scanner, text, prefix } = this;
    let formula = "";
    let rest = "";
    const close = scanner.name;
    while (scanner.next() !== Token.End && !(scanner.token === Token.Close && scanner.name === close)) {
      if (scanner.token !== Token.Open) continue;
      const { start, name } = scanner;
      scanner.skip();
      const element = text.slice(start, scanner.end);
      if (name === `${prefix}f`) formula = element;
      else if (name !== `${prefix}v` && name !== `${prefix}is`) rest += element;
    }
    return { formula, rest };
  }

  /** Markup of the new cells of the current row before a column. */
  private takeCells(before: number): string {
    const cells = this.changes.get(this.row);
    let markup = "";
    while (this.pendingColumns.length > 0 && this.pendingColumns[0]! < before)
      markup += this.newCell(this.row, this.pendingColumns.shift()!, cells!, this.rowStyle);
    return markup;
  }

  /** Markup of the new rows before a row. */
  private takeRows(before: number): string {
    let markup = "";
    while (this.pendingRows.length > 0 && this.pendingRows[0]! < before) {
      const row = this.pendingRows.shift()!;
      const cells = this.changes.get(row)!;
      const inside = [...cells.keys()]
        .sort((a, b) => a - b)
        .map((column) => this.newCell(row, column, cells, undefined));
      if (inside.some((cell) => cell !== "")) markup += `<row r="${row + 1}">${inside.join("")}</row>`;
    }
    return markup;
  }

  private newCell(row: number, column: number, cells: Map<number, CellContent>, rowStyle: string | undefined): string {
    const content = cells.get(column)!;
    if (content.type === "cached" || (content.type === "value" && (content.value === null || content.value === "")))
      return "";
    const style = rowStyle ?? this.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
    return cellMarkup(row, column, style, content);
  }

  private extendDimension(): void {
    if (!this.dimension) return;
    const { start, end, area } = this.dimension;
    const grown = { ...area };
    for (const [row, cells] of this.changes) {
      for (const column of cells.keys()) {
        grown.top = Math.min(grown.top, row);
        grown.bottom = Math.max(grown.bottom, row);
        grown.left = Math.min(grown.left, column);
        grown.right = Math.max(grown.right, column);
      }
    }
    if (areaA1(grown) !== areaA1(area))
      this.splices.push({ start, end, text: withAttribute(this.text.slice(start, end), "ref", areaA1(grown)) });
  }
}
