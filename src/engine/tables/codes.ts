import type { Classification } from "./classification";
import type { Grid } from "./grid";
import { rawText } from "./grid";
import { normalise } from "./normalise";

/** A code as it stands in one cell: digits, with what follows them as the name. */
const codeInFront = /^[[(【]?(\d{3,12})[\])】]?[-_—:、.]?(.*)$/;

/** Digits of a code cell, "" where it holds none. `**` and dashes hold none. */
export function codeDigits(grid: Grid, row: number, column: number): string {
  const text = rawText(grid, row, column);
  if (text === "") return "";
  if (isDigits(text)) return text;
  const folded = normalise(text);
  const meant = oddlyWritten(folded);
  if (meant !== null) return meant;
  const match = /^[[(【]?(\d{1,12})[\])】]?(?:\D.*)?$/.exec(folded);
  return match ? match[1]! : "";
}

/** Letters and strokes that look like digits, among digits; a step alone has two places ("O5"). */
const lookalikes = /^(?=.*\d)(?:(?=.*\d.*\d)[\dOoIl|]{3}|[\dOoIl|]{2}|(?=(?:.*\d){3})[\dOoIl|]{5}(?:[\dOoIl|]{2})?)$/;
/** 类, 款 and 项 in one cell with marks between them: "301-02", "208/5/1"; a point may stand in a number. */
const markedSteps = /^\d{3}(?:[-|/·_]\d{1,2}){1,2}$|^\d{3}(?:\.\d{2}){1,2}$/;

/**
 * The digits that a code cell means where letters or marks stand among them ("3O1O2", "301-02"); null where they do
 * not. Of "301|2" the stroke is a digit: the code then has as many as a code must have.
 */
export function oddlyWritten(folded: string): string | null {
  if (folded.length > longestOdd || folded.charCodeAt(0) > lastAscii || isDigits(folded)) return null;
  if (lookalikes.test(folded)) return folded.replace(/[Oo]/g, "0").replace(/[Il|]/g, "1");
  if (!markedSteps.test(folded)) return null;
  const [first, ...steps] = folded.split(/\D/);
  return [first, ...steps.map(pad)].join("");
}

const longestOdd = 9;
const lastAscii = 127;

/** True for one digit or more and nothing else. A loop: this is asked of every row of a workbook. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text !== "";
}

/** "205教育支出" or "[2050101]行政运行" taken apart; null where no code stands in front. */
export function splitCode(text: string): { code: string; name: string } | null {
  const match = codeInFront.exec(text);
  return match && !/^年|^年度/.test(match[2]!) ? { code: match[1]!, name: match[2]! } : null;
}

/** Steps of a classification: 类 1, 款 2, 项 3; 0 where a row has no code. */
export type Level = 0 | 1 | 2 | 3;

/** What the code columns of one row say together. */
export interface JoinedCode {
  /** Complete code of the row; "" where all its cells are blank. */
  readonly code: string;
  readonly level: Level;
  /** The row leaves its 类 to the rows above. */
  readonly inherits: boolean;
}

const noCode: JoinedCode = { code: "", level: 0, inherits: false };

/** Joins 类, 款, 项 of three columns over the rows, filling in blanks that a row inherits from above. */
export class StepwiseCode {
  private classCode = "";
  private sectionCode = "";

  /**
   * A cell may hold its step ("05") or the whole code so far ("21505"); the first one any whole code, where the cells
   * of a row are merged (决算).
   */
  next(classCell: string, sectionCell: string, itemCell: string): JoinedCode {
    const isWhole = classCell.length >= 5 && sectionCell === "" && itemCell === "";
    return isWhole ? this.inOnePiece(classCell) : this.inSteps(classCell, sectionCell, itemCell);
  }

  private inOnePiece(code: string): JoinedCode {
    this.classCode = code.slice(0, 3);
    this.sectionCode = code.slice(0, 5);
    return joinedCode(code);
  }

  private inSteps(classCell: string, sectionCell: string, itemCell: string): JoinedCode {
    if (classCell !== "" && classCell !== this.classCode) {
      this.classCode = classCell;
      this.sectionCode = "";
    }
    if (sectionCell !== "") this.sectionCode = step(this.classCode, sectionCell);
    else if (itemCell === "" && classCell !== "") this.sectionCode = "";
    const inherits = classCell === "" && !sectionCell.startsWith(this.classCode);
    if (itemCell !== "") {
      const whole = itemCell.length >= 7 && itemCell.startsWith(this.classCode);
      const code = whole ? itemCell : (this.sectionCode || this.classCode) + pad(itemCell);
      return { code, level: 3, inherits: inherits && !whole };
    }
    if (sectionCell !== "") return { code: this.sectionCode, level: 2, inherits };
    return classCell === "" ? noCode : { code: classCell, level: 1, inherits: false };
  }
}

function step(classCode: string, cell: string): string {
  return cell.length >= 5 && cell.startsWith(classCode) ? cell : classCode + pad(cell);
}

function pad(cell: string): string {
  return cell.length === 1 ? `0${cell}` : cell;
}

/** A code that stands in one piece. */
export function joinedCode(code: string): JoinedCode {
  return code === "" ? noCode : { code, level: levelOf(code), inherits: false };
}

/** The level of a code that stands in one piece, by its length: 3 类, 5 款, 7 项, and what is nearest to it. */
function levelOf(code: string): Level {
  if (code === "") return 0;
  return code.length <= 3 ? 1 : code.length <= 5 ? 2 : 3;
}

/** The codes of lines that have one. */
export function codesOf(lines: readonly { readonly code: string | null }[]): string[] {
  return lines.flatMap(({ code }) => code ?? []);
}

/** So many codes tell which classification they are of. */
const fewestEconomic = 3;
/** 款 of the two economic classifications: 30101, 50201. */
const economicSection = /^(?:3(?:0[1-9]|1[0-3]|99)|5(?:0[1-9]|1[0-5]|99))\d\d$/;

/** Are most of the codes of a table those of an economic classification? */
export function areEconomic(codes: readonly string[]): boolean {
  const found = codes.filter((code) => economicSection.test(code)).length;
  return found >= fewestEconomic && found * 2 > codes.length;
}

/**
 * A code that the functional classification may have (政府收支分类科目, 支出功能分类): 类 of three digits, 款 of five, 项
 * of seven, by the national list if there is one.
 */
export function isFunctionCode(code: string, list: Classification | undefined): boolean {
  if (code.length !== 3 && code.length !== 5 && code.length !== 7) return false;
  return list === undefined ? code.startsWith("2") : list.hasClassOf(code);
}
