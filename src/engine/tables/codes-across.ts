import type { Steps } from "../steps";
import { codeDigits } from "./codes";
import { gridOf, roughAmount } from "./grid";
import { nearlyAlike, sameSteps } from "./layouts/code-evidence";
import { normalise } from "./normalise";
import { foldedName } from "./subject-names";
import type { CodeSlip, Line, Section, Table } from "./table";

/** A line with a code: where it stands, and what tells it from others of the same name. */
interface Coded {
  readonly table: Table;
  readonly line: Line;
  /** The unit it stands under; "" where there is none. */
  readonly unit: string;
  /** Leading amount in 元. */
  readonly amount: number;
  /** How much its code is out of place in its table: 2 not in order with its neighbours, 1 the only one of its 类. */
  readonly oddness: 0 | 1 | 2;
}

/** Amounts are shown to the fen or to a hundredth of 万元 at most. */
const sameAmount = 0.005;

/**
 * Codes that their own table leaves open, by the other tables of the document: where a list has no 类 and 款 rows that
 * could tell, a row whose code no other table has is the row of the same name, 款, 项 and amount there (of the same
 * name, 款 and 项 where its own 类 does not exist); of two that are at odds, the one that is out of place in its table.
 * Tables in which nothing changes stay as they are. In steps.
 */
export function* settleAcross(tables: readonly Table[]): Steps<readonly Table[]> {
  const coded = tables.filter(({ sections }) => sections.some(({ classification }) => classification !== undefined));
  const open = new Set(coded.filter(({ sections }) => sections.some(isOpen)));
  if (open.size === 0 || coded.length < 2) return tables;
  const byTable = new Map<Table, readonly Coded[]>();
  const byName = new Map<string, Coded[]>();
  for (const [at, table] of coded.entries()) {
    yield at / coded.length / 2;
    const lines = codedLines(table);
    byTable.set(table, lines);
    for (const entry of lines) {
      const key = foldedName(entry.line.label);
      const there = byName.get(key);
      if (there) there.push(entry);
      else byName.set(key, [entry]);
    }
  }
  const all: Table[] = [];
  for (const [at, table] of tables.entries()) {
    yield 0.5 + at / tables.length / 2;
    all.push(open.has(table) ? settled(table, byTable.get(table)!, byName) : table);
  }
  return all;
}

/**
 * A section that has a slip without an answer, codes that are out of order, or codes that stand under nothing that they
 * could be held against.
 */
function isOpen({ lines, classification }: Section): boolean {
  if (classification === undefined) return false;
  let subjects = 0;
  let placed = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.slip !== undefined && line.slip.wanted === null) return true;
    if (!isSubject(line)) continue;
    if (!isInOrder(lines, index)) return true;
    subjects++;
    if (line.parent !== null && isSubject(lines[line.parent]!)) placed++;
  }
  return subjects > 0 && placed === 0;
}

function isSubject({ code, roles }: Line): boolean {
  return code !== null && !roles.includes("unit");
}

function codedLines(table: Table): Coded[] {
  return table.sections.flatMap((section) => {
    const { lines } = section;
    const times = new Map<string, number>();
    for (const { code } of lines.filter(isSubject)) times.set(classOf(code!), (times.get(classOf(code!)) ?? 0) + 1);
    return lines.flatMap((line, index) => {
      if (!isSubject(line) || line.repeats !== null) return [];
      const parent = line.parent === null ? null : lines[line.parent]!;
      const alone = times.size > 1 && times.get(classOf(line.code!)) === 1;
      const oddness = isInOrder(lines, index) ? (alone ? 1 : 0) : 2;
      const unit = parent?.roles.includes("unit") === true ? normalise(parent.label) : "";
      return [{ table, line, unit, amount: amountOf(table, section, line), oddness }];
    });
  });
}

function classOf(code: string): string {
  return code.slice(0, 3);
}

/** Between the codes of the rows directly before and behind that stand under the same whole. */
function isInOrder(lines: readonly Line[], index: number): boolean {
  const { code, parent } = lines[index]!;
  const before = codeUnder(parent, lines[index - 1]);
  const behind = codeUnder(parent, lines[index + 1]);
  return (before === null || before < code!) && (behind === null || code! < behind);
}

/** The code of a line that stands under that whole; null for another line, or none. */
function codeUnder(parent: number | null, line: Line | undefined): string | null {
  return line !== undefined && line.parent === parent && isSubject(line) ? line.code : null;
}

function amountOf({ unitExponent }: Table, { pages, transposed }: Section, { page, position }: Line): number {
  const { sheet, positions } = pages[page]!;
  return transposed === true ? 0 : roughAmount(gridOf(sheet), position, positions[0] ?? -1) * 10 ** unitExponent;
}

function settled(table: Table, own: readonly Coded[], byName: ReadonlyMap<string, readonly Coded[]>): Table {
  const here = new Map(own.map((entry) => [`${entry.unit} ${entry.line.code!}`, entry]));
  const isTaken = (code: string, { unit, line }: Coded): boolean => {
    const holder = here.get(`${unit} ${code}`);
    return holder !== undefined && !isExchanged(holder, line.code!, byName);
  };
  const fits = new Map<Line, string>();
  for (const entry of own) {
    const fit = fitFor(entry, isTaken, byName.get(foldedName(entry.line.label)) ?? []);
    if (fit !== null) fits.set(entry.line, fit);
  }
  if (fits.size === 0) return table;
  const corrected = (section: Section, line: Line): Line => {
    const fit = fits.get(line);
    return fit === undefined ? line : { ...line, code: fit, slip: slipOf(section, line, fit) };
  };
  const sections = table.sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => corrected(section, line)),
  }));
  return { ...table, sections };
}

/** The one code that other tables have for a line, where none of them has its own. */
function fitFor(
  entry: Coded,
  isTaken: (code: string, entry: Coded) => boolean,
  alike: readonly Coded[],
): string | null {
  const { line, table, unit, amount, oddness } = entry;
  const unanswered = line.slip !== undefined && line.slip.wanted === null;
  if (amount === 0 || (!unanswered && (line.slip !== undefined || oddness === 0))) return null;
  const others = alike.filter(
    (other) => other.table !== table && (other.unit === "" || unit === "" || other.unit === unit),
  );
  if (others.some((other) => other.line.code === line.code)) return null;
  const fitting = others.filter(
    (other) =>
      other.line.slip === undefined &&
      (unanswered || other.oddness < oddness) &&
      !isTaken(other.line.code!, entry) &&
      (unanswered || Math.abs(other.amount - amount) < sameAmount) &&
      (sameSteps(line.code!, other.line.code!) || nearlyAlike(line.code!, other.line.code!)),
  );
  const codes = new Set(fitting.map((other) => other.line.code!));
  return codes.size === 1 ? [...codes][0]! : null;
}

/**
 * The codes of two rows are exchanged: the other tables have this one's code for the name of the row that holds its
 * own.
 */
function isExchanged(holder: Coded, code: string, byName: ReadonlyMap<string, readonly Coded[]>): boolean {
  const others = (byName.get(foldedName(holder.line.label)) ?? []).filter(({ table }) => table !== holder.table);
  return holder.oddness > 0 && others.length > 0 && others.every(({ line }) => line.code === code);
}

function slipOf(section: Section, line: Line, fit: string): CodeSlip {
  const own = line.slip ?? { ...codeCell(section, line, fit), printed: line.code!, reasons: [] };
  return { ...own, wanted: wantedPart(own.written, line.code!, fit), reasons: [...own.reasons, "table"] };
}

/**
 * The cell of a row that holds its code, or the step of it (类, 款 or 项) that differs from the fitting one; the label
 * where none holds it alone.
 */
export function codeCell(
  { pages }: Section,
  { page, position, code, labelCell }: Line,
  fit: string,
): Pick<CodeSlip, "cell" | "written"> {
  const grid = gridOf(pages[page]!.sheet);
  const step = stepsOf(code!).find((own, at) => own !== stepsOf(fit)[at]) ?? code!;
  for (const wanted of [code!, step])
    for (let column = 0; column < grid.width; column++)
      if (codeDigits(grid, position, column) === wanted)
        return { cell: grid.sheet.base + position * grid.width + column, written: wanted };
  return { cell: labelCell, written: code! };
}

/** What should stand in the place of what is written there: the whole code, or its step that differs. */
function wantedPart(written: string, code: string, fit: string): string {
  if (written === code) return fit;
  const at = stepsOf(code).findIndex((own, place) => own === written && own !== stepsOf(fit)[place]);
  return stepsOf(fit)[at] ?? fit;
}

/** 类, 款, 项 of a code. */
function stepsOf(code: string): string[] {
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5)].filter((step) => step !== "");
}
