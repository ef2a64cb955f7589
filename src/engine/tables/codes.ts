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
  const match = /^[[(【]?(\d{1,12})[\])】]?(?:\D.*)?$/.exec(folded);
  return match ? match[1]! : "";
}

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

/** Joins 类, 款, 项 of three columns over the rows, filling in blanks that a row inherits from above. */
export class StepwiseCode {
  private classCode = "";
  private sectionCode = "";

  /**
   * Complete code of a row; "" where all three cells are blank. A cell may hold its step ("05") or the whole code so
   * far ("21505").
   */
  next(classCell: string, sectionCell: string, itemCell: string): string {
    if (classCell !== "" && classCell !== this.classCode) {
      this.classCode = classCell;
      this.sectionCode = "";
    }
    if (sectionCell !== "") this.sectionCode = step(this.classCode, sectionCell);
    else if (itemCell === "" && classCell !== "") this.sectionCode = "";
    if (itemCell !== "") {
      const whole = itemCell.length >= 7 && itemCell.startsWith(this.classCode);
      return whole ? itemCell : (this.sectionCode || this.classCode) + pad(itemCell);
    }
    if (sectionCell !== "") return this.sectionCode;
    return classCell;
  }
}

function step(classCode: string, cell: string): string {
  return cell.length >= 5 && cell.startsWith(classCode) ? cell : classCode + pad(cell);
}

function pad(cell: string): string {
  return cell.length === 1 ? `0${cell}` : cell;
}

/**
 * Function classes run from 201 to 234 (政府收支分类科目, 支出功能分类); anything else of three digits in such a column is a unit.
 */
export function isFunctionCode(code: string): boolean {
  if (code.length !== 3 && code.length !== 5 && code.length !== 7) return false;
  const first = 100 * digitAt(code, 0) + 10 * digitAt(code, 1) + digitAt(code, 2);
  return first >= 201 && first <= 234;
}

function digitAt(code: string, at: number): number {
  return code.charCodeAt(at) - 0x30;
}
