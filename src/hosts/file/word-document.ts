import { MarkupScanner, Token } from "./markup/scanner";

/** Text that Word keeps beside what is printed: deleted text, field codes, the older twin of a drawing's text. */
const unprinted: readonly string[] = [
  "del",
  "moveFrom",
  "delText",
  "instrText",
  "Fallback",
  "rPr",
  "sectPr",
  "tblPr",
  "tcPr",
];

/** What Word writes for characters that it does not keep as text; a line break ends a line as a paragraph does. */
const characters: ReadonlyMap<string, string> = new Map(
  Object.entries({ tab: " ", br: "\n", cr: "\n", noBreakHyphen: "-" }),
);

/**
 * The paragraphs of a part of a Word document as they are printed, tracked changes accepted: a deleted paragraph mark
 * joins two paragraphs, a deleted row of a table is not there. Rows of tables are lines with tabs between their cells;
 * a note's separator is none (ECMA-376 part 1, 17.3, 17.11, 17.13).
 * @throws WorkbookFileError where the markup is broken
 */
export function readWordPart(xml: string, part: string): string[] {
  const scanner = new MarkupScanner(xml, part);
  const body = new BodyText();
  while (scanner.next() !== Token.End) {
    const name = localName(scanner);
    if (scanner.token === Token.Close) body.close(name);
    else if (scanner.token === Token.Open) takeElement(scanner, name, body);
  }
  return body.end();
}

function takeElement(scanner: MarkupScanner, name: string, body: BodyText): void {
  if (name === "pPr" || name === "trPr") {
    if (isDeleted(scanner)) body.deleteMark(name);
  } else if (unprinted.includes(name) || isSeparator(scanner, name)) scanner.skip();
  else if (name === "t") body.write(scanner.textContent());
  else if (name !== "br" || scanner.prefixedAttribute("type") !== "page") {
    body.open(name);
    if (scanner.selfClosing) body.close(name);
  }
}

function localName({ name }: MarkupScanner): string {
  return name.replace(/^.*:/, "");
}

/** The line that Word draws above the notes. */
function isSeparator(scanner: MarkupScanner, name: string): boolean {
  return /^(?:foot|end)note$/.test(name) && /eparator$/.test(scanner.prefixedAttribute("type") ?? "");
}

/** Properties that say that what they belong to was deleted; stands behind them afterwards. */
function isDeleted(scanner: MarkupScanner): boolean {
  if (scanner.selfClosing) return false;
  const outer = scanner.depth;
  let deleted = false;
  while (scanner.next() !== Token.End) {
    if (scanner.token === Token.Close && scanner.depth < outer) break;
    if (scanner.token === Token.Open && localName(scanner) === "del") deleted = true;
  }
  return deleted;
}

/** Lines as they are printed: a paragraph, or a row of a table with tabs between its cells. */
class BodyText {
  private readonly lines: string[] = [];
  private line = "";
  /** Rows that are open: a cell may hold a table. */
  private rows = 0;
  private cells = 0;
  private markDeleted = false;
  private rowDeleted = false;

  write(text: string): void {
    this.line += text;
  }

  deleteMark(of: "pPr" | "trPr"): void {
    if (of === "pPr") this.markDeleted = true;
    else this.rowDeleted = true;
  }

  open(name: string): void {
    if (name === "tr") {
      this.endLine();
      this.rows++;
      this.cells = 0;
      this.rowDeleted = false;
    } else if (name === "tc" && this.rows > 0) this.write(this.cells++ > 0 ? "\t" : "");
    else this.write(this.rows > 0 && characters.get(name) === "\n" ? " " : (characters.get(name) ?? ""));
  }

  close(name: string): void {
    if (name === "tr") {
      this.rows--;
      if (this.rowDeleted) this.line = "";
      this.rowDeleted = false;
      this.endLine();
    }
    if (name !== "p") return;
    if (this.rows === 0 && !this.markDeleted) this.endLine();
    this.markDeleted = false;
  }

  end(): string[] {
    this.endLine();
    return this.lines;
  }

  private endLine(): void {
    this.lines.push(...this.line.split("\n"));
    this.line = "";
  }
}
