import { isBodyName } from "../bodies";
import { CellKind } from "../../workbook";
import type { JoinedCode, Level, StepwiseCode } from "../codes";
import { codeDigits, isDigits, isFunctionCode, joinedCode, splitCode } from "../codes";
import type { Grid, Region } from "../grid";
import { filled, looksNumeric, rawText, textAt } from "../grid";
import type { Header } from "../header";
import { isColumnNumberRow } from "../header";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { isPreambleText } from "../preamble";
import { roleIdsOf } from "../roles";
import type { TableTemplate } from "../template";
import { matrixColumns, type MatrixColumns, type MatrixPage } from "./matrix-columns";
import type { PlacedRow } from "./matrix-parents";

/** A row of a matrix before it has its place in the classification. */
export interface MatrixRow extends PlacedRow {
  readonly page: number;
  readonly position: number;
  /** Where the label stands. */
  readonly column: number;
  /** The level of its code, by the columns that are filled or by its length. */
  readonly level: Level;
  /** Its 类 is the one of the rows above. */
  readonly inherits: boolean;
  /** Unit named beside 小计 or 合计: where it stands, and its name as written. */
  readonly totalOf?: { readonly column: number; readonly name: string };
}

const totalLabel =
  /^(?:合计|总计|总合计|本年合计|部门合计|单位合计|(?:本年)?(?:收入|支出)(?:合计|总计)|全部合计|合计数|总计\([^()]*\))$/;
/** The total of one of several lists. */
const ownTotalLabel = /^(?:合计|小计|总计)$/;
const totalRoles: readonly string[] = ["grand-total"];
// Read once: an exported constant is asked for anew at every use, and these are used once a cell.
const { Blank, Number: Numeric, Text } = CellKind;
const pageSubtotal = /^(?:本页|页|承前|过次)(?:合计|小计|页)?$/;
const longestPageSubtotal = 4;
/** A note below the figures ends the table. */
export const footnote =
  /^(?:注|备注|说明|填表说明|注释)[::]|^注\d|^\*注|^(?:填表人|制表人|审核人|单位负责人|联系电话|填报人)/;

/** Is this normalised text what things are counted in, and nothing else? */
export function isCountUnit(text: string): boolean {
  return countUnit.test(text);
}

const countUnit = /^[(（]?(?:个|人|次|人次|批次|批|团组|辆|台|套|台\(套\)|户|家|间|栋|艘|架|平方米)[)）]?$/;

/** The rows of a page that are lines of the table, and the last of them; headers printed again begin a new page. */
export function collectRows(
  page: MatrixPage,
  number: number,
  stepwise: StepwiseCode,
  template: TableTemplate,
): { rows: MatrixRow[]; lastRow: number } {
  const reader = new RowReader(page, number, stepwise, template);
  const { header, region } = page;
  let lastRow = header.body - 1;
  for (let position = header.body; position <= region.bottom; position++) {
    if (!reader.read(position)) break;
    if (reader.tookLast) lastRow = position;
  }
  return { rows: reader.rows, lastRow };
}

/** A class, because reading is done once a row of a workbook: what the rows of a page share is looked up once. */
class RowReader {
  readonly rows: MatrixRow[] = [];
  /** Whether the row that was read last is a line. */
  tookLast = false;
  private readonly columns: MatrixColumns;
  private pageTop: boolean;

  constructor(
    private readonly page: MatrixPage,
    private readonly number: number,
    private readonly stepwise: StepwiseCode,
    private readonly template: TableTemplate,
  ) {
    this.columns = matrixColumns(page);
    this.pageTop = number > 0;
  }

  /** Reads a row; false where it ends the table. */
  read(position: number): boolean {
    const { grid, region } = this.page;
    this.tookLast = false;
    const firstColumn = firstFilled(grid, position, region);
    if (firstColumn < 0) return true;
    const firstCode = plainCode(grid, position, firstColumn);
    // A row that begins with a code is a figure row: nothing else needs to be asked of it.
    if (firstCode === null) {
      const firstText = textAt(grid, position, firstColumn);
      if (footnote.test(firstText)) return false;
      if (this.isBetweenPages(position, firstText)) {
        this.pageTop = true;
        return true;
      }
    }
    this.readLine(position, firstColumn, firstCode);
    return true;
  }

  private isBetweenPages(position: number, firstText: string): boolean {
    const { grid, header, region } = this.page;
    return (
      repeatsHeader(grid, position, header, region) ||
      isColumnNumberRow(grid, position, region.left, region.right) ||
      (isPreambleText(firstText) && !hasNumber(grid, position, region))
    );
  }

  private readLine(position: number, firstColumn: number, firstCode: string | null): void {
    const found = this.named(position);
    const unit = this.unitOf(position, found.column);
    const coded = this.codeOf(position, firstColumn, firstCode);
    const { label, column } = found.label === "" ? this.unnamed(position) : found;
    const written = normalise(label);
    const whole = this.isOwnTotal(written, column) ? this.page.ownTotal! : written;
    // "205教育支出", "[2050101]行政运行": the code stands in front of the name.
    const split = coded.code === "" && whole !== "" ? splitCode(whole) : null;
    const code = split === null ? coded : joinedCode(split.code);
    const name = split === null ? whole : split.name || whole;
    const isNameless = label === "" && code.code === "" && unit.digits === "";
    if (this.isNothing(position, isNameless) || pageSubtotalRow(name)) return;
    const named = { label: whole === written ? label : whole, column: column >= 0 ? column : firstColumn, name };
    this.rows.push(this.rowOf(position, named, code, unit, column === this.columns.unitName));
    this.pageTop = false;
    this.tookLast = true;
  }

  /** Is this the total of one of several lists? "总计" in front of them all is the table's. */
  private isOwnTotal(label: string, column: number): boolean {
    const { ownTotal, region } = this.page;
    return ownTotal !== null && column >= region.left && ownTotalLabel.test(label);
  }

  /** A row without a name is no line without a figure; in one of several lists a row of another has no name here. */
  private isNothing(position: number, isNameless: boolean): boolean {
    const { grid, region, beside } = this.page;
    if (!isNameless && this.isCounted(position)) return true;
    if (isNameless && beside) return true;
    return (isNameless || beside) && !hasNumber(grid, position, region);
  }

  /** "公务用车保有量 | 9 | 辆" below the amounts: the unit among the columns of amounts says that it is a count. */
  private isCounted(position: number): boolean {
    const { grid, region } = this.page;
    for (let column = region.left + 1; column <= region.right; column++)
      if (this.page.uses[column - region.left]?.use === "amount" && isCountUnit(textAt(grid, position, column)))
        return true;
    return false;
  }

  /** The unit that is named beside a subject. */
  private unitOf(position: number, labelColumn: number): Unit {
    const { unitName, unitCode } = this.columns;
    if (unitName < 0 && unitCode < 0) return noUnit;
    const { grid } = this.page;
    return {
      text: unitName >= 0 && unitName !== labelColumn ? normalise(rawText(grid, position, unitName)) : "",
      digits: unitCode >= 0 ? codeDigits(grid, position, unitCode) : "",
    };
  }

  private rowOf(
    position: number,
    { label, column, name }: { readonly label: string; readonly column: number; readonly name: string },
    { code, level, inherits }: JoinedCode,
    unit: Unit,
    inUnitColumn: boolean,
  ): MatrixRow {
    const parts = enumerated(name);
    const isTotal = code === "" && totalLabel.test(parts.name);
    const subject = code !== "" && this.isSubject(code, level, parts.name);
    const beside = unit.digits || unit.text;
    const own = code || unit.digits;
    return {
      page: this.number,
      position,
      // What is nothing to normalise is nothing to tidy.
      label: (name === label ? label : tidy(label)) || own,
      column,
      code: own === "" ? null : own,
      level: subject ? level : 0,
      inherits,
      codeOf: isTotal ? null : kindOf(subject, own !== "" || inUnitColumn),
      unit: subject && beside !== "" ? beside : null,
      isTotal,
      pageTop: this.pageTop,
      depth: indentation(label),
      ofWhich: parts.ofWhich,
      roles: isTotal ? totalRoles : this.rolesOf(parts.name),
      ...(own === "" ? this.totalOf(position, name, unit) : {}),
    };
  }

  private totalOf(position: number, name: string, { text }: Unit): Pick<MatrixRow, "totalOf"> {
    if (text === "" || !ownTotalLabel.test(name)) return {};
    const column = this.columns.unitName;
    return { totalOf: { column, name: tidy(rawText(this.page.grid, position, column)) } };
  }

  private rolesOf(name: string): readonly string[] {
    return roleIdsOf(this.template.lines, name);
  }

  /** The first name column that is filled. */
  private named(position: number): { label: string; column: number } {
    for (const column of this.columns.names) {
      const label = rawText(this.page.grid, position, column);
      if (label !== "") return { label, column };
    }
    return { label: "", column: -1 };
  }

  /** "合计" often stands in the merged code columns, or in a first column without a header. */
  private unnamed(position: number): { label: string; column: number } {
    const { grid, region } = this.page;
    for (let column = region.left; column <= this.columns.lastName; column++) {
      const text = textAt(grid, position, column);
      if (text !== "" && !isDigits(text) && text !== "**") return { label: rawText(grid, position, column), column };
    }
    return this.page.beside ? this.namedInListBefore(position) : nowhere;
  }

  /** "公用经费合计" named in the list before, its amount in the last one: the lists share the row. */
  private namedInListBefore(position: number): { label: string; column: number } {
    const { grid, region } = this.page;
    for (let column = region.left - 1; column >= 0; column--)
      if (filled(grid, position, column))
        return looksNumeric(grid, position, column) ? nowhere : { label: rawText(grid, position, column), column };
    return nowhere;
  }

  private codeOf(position: number, firstColumn: number, firstCode: string | null): JoinedCode {
    const { stepwise, classCode, sectionCode, itemCode, subjectCode } = this.columns;
    if (stepwise)
      return this.stepwise.next(
        this.digitsIn(position, classCode),
        this.digitsIn(position, sectionCode),
        this.digitsIn(position, itemCode),
      );
    return joinedCode(
      subjectCode === firstColumn && firstCode !== null ? firstCode : this.digitsIn(position, subjectCode),
    );
  }

  private digitsIn(position: number, column: number): string {
    return column < 0 ? "" : codeDigits(this.page.grid, position, column);
  }

  /**
   * Whether a code is one of the table's classification, and not of a unit among its rows: a row with 款 or 项 is never a
   * unit, however its code is mistyped, nor is one that is called like a 类.
   */
  private isSubject(code: string, level: Level, name: string): boolean {
    const { codes, classifications } = this.template;
    if (codes === "unit") return false;
    if (codes !== "function" || isFunctionCode(code, classifications?.[0])) return true;
    if (this.columns.stepwise && level > 1) return true;
    return isLongCode(code) ? !isBodyName(name) : classifications?.[0]?.isListedName(name) === true;
  }
}

const nowhere = { label: "", column: -1 };

/** A unit as it is named beside a subject: in words, and by its code. */
interface Unit {
  readonly text: string;
  readonly digits: string;
}

const noUnit: Unit = { text: "", digits: "" };

function kindOf(subject: boolean, ofUnit: boolean): MatrixRow["codeOf"] {
  if (subject) return "subject";
  return ofUnit ? "unit" : null;
}

function pageSubtotalRow(name: string): boolean {
  return name.length <= longestPageSubtotal && pageSubtotal.test(name);
}

/** Of 款 or 项 by its length; five digits that begin like an economic code may be one among functional ones. */
function isLongCode(code: string): boolean {
  return code.length === 7 || (code.length === 5 && !/^[35]/.test(code));
}

/** The text of a cell that holds a code and nothing else; null for any other cell. */
function plainCode({ sheet, width }: Grid, row: number, column: number): string | null {
  const text = sheet.kinds[row * width + column] === Text ? sheet.texts[row * width + column]! : "";
  return text.length >= 3 && text.length <= 12 && isDigits(text) ? text : null;
}

function firstFilled(grid: Grid, row: number, region: Region): number {
  const { kinds } = grid.sheet;
  const start = row * grid.width;
  for (let column = region.left; column <= region.right; column++) if (kinds[start + column] !== Blank) return column;
  return -1;
}

function hasNumber(grid: Grid, row: number, region: Region): boolean {
  for (let column = region.left; column <= region.right; column++) {
    const kind = grid.sheet.kinds[row * grid.width + column];
    if (kind === Numeric || (kind === Text && looksNumeric(grid, row, column))) return true;
  }
  return false;
}

/** A header printed again at a page top: every word of the row stands in the header above the same column. */
export function repeatsHeader(grid: Grid, row: number, header: Header, region: Region): boolean {
  let words = 0;
  for (let column = region.left; column <= region.right; column++) {
    if (!filled(grid, row, column)) continue;
    const text = textAt(grid, row, column);
    if (text === "") return false;
    if (!header.paths[column - region.left]!.includes(text)) return false;
    words += 1;
  }
  return words >= 2;
}
