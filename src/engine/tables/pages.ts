import { finish } from "../steps";
import type { Sheet } from "../workbook";
import type { Candidate } from "./candidate";
import { areEconomic, codesOf } from "./codes";
import { gridOf } from "./grid";
import { findHeader, isPlainHeader } from "./header";
import type { LayoutInput, TableContent } from "./layout";
import { layoutOf } from "./layouts";
import { pointsName } from "./layouts/points-section";
import { normalise } from "./normalise";
import { regionOf } from "./reading";
import type { Field, Line, Section } from "./table";
import type { TableTemplate } from "./template";
import { templatesByTitle } from "./titles";

/**
 * Is this reading a further page of the one before it: the same kind, title, body and columns, the totals not there
 * twice?
 */
export function continues(previous: Candidate, next: Candidate): boolean {
  if (!layoutOf(previous.template).isPaged || !mayBeOneTable(previous, next)) return false;
  const [before, after] = [previous.content, next.content];
  const [first] = amountsOf(before);
  const [second] = amountsOf(after);
  if (!first || !second) return before.blocks.length > 0 && after.blocks.length > 0 && next.title === null;
  if (first.transposed === true)
    return (
      sameSheet(previous, next) &&
      sameColumns(headings(first), headings(second)) &&
      !(totalled(first) && totalled(second))
    );
  if (!sameColumns(pathsOf(first), pathsOf(second))) return false;
  if (layoutOf(previous.template).goesOn === "until-total") return !ended(before) || !ended(after);
  return totalsAgree(previous, first, next, second);
}

/** The sections of money: every form has 分值. */
function amountsOf({ sections }: TableContent): readonly Section[] {
  return sections.filter(({ name }) => name !== pointsName);
}

/** Of one kind, and nothing that stands above them tells them apart. */
function mayBeOneTable(previous: Candidate, next: Candidate): boolean {
  const [before, after] = [previous.content, next.content];
  return (
    // With columns that a person chose for its sheet a template is another object and the same kind of table.
    previous.template.id === next.template.id &&
    (!previous.title || !next.title || plain(previous.title.text) === plain(next.title.text)) &&
    !differ(projectOf(before.fields), projectOf(after.fields)) &&
    !differ(before.body, after.body) &&
    !differ(before.year, after.year) &&
    !differ(before.unit, after.unit)
  );
}

function pathsOf({ columns }: Section): string[] {
  return columns.map((column) => column.path.join("/"));
}

/** One of two pages has the total; where both have it, it is printed again and says the same. */
function totalsAgree(previous: Candidate, first: Section, next: Candidate, second: Section): boolean {
  const ownTotals = printedTotals(second);
  const firstTotals = printedTotals(first);
  if (ownTotals.length === 0)
    return second.lines.length > 0 && (firstTotals.length > 0 || next.title === null || sameSheet(previous, next));
  if (firstTotals.length === 0) return first.lines.length > 0;
  return ownTotals.every((line) => firstTotals.some((other) => sameFigures(previous, other, next, line)));
}

/** Does a sheet's own name say that it holds another kind of table than the one before it? */
export function isNamedOtherwise(sheet: Sheet, template: TableTemplate, templates: readonly TableTemplate[]): boolean {
  const named = templatesByTitle(normalise(sheet.name), templates);
  return named.length > 0 && named.every(({ id }) => id !== template.id);
}

/** Rows alone, on the next sheet, that go on with the table: no wider than it is, and such rows as it has. */
export function goesOnWithoutHeader(previous: Candidate, input: LayoutInput): boolean {
  const { sheet, rows } = input;
  if (hasHeader(input) || (sheet.columns.at(-1) ?? Number.POSITIVE_INFINITY) > previous.content.area.right)
    return false;
  const pages = [...(previous.input.pages ?? []), { sheet, rows }];
  const { goesOn, read } = layoutOf(previous.template);
  if (goesOn === null) return false;
  const [joined] = finish(read({ ...previous.input, pages }));
  if (goesOn === "until-total") return !ended(previous.content) && ended(joined ?? null);
  const section = previous.content.sections[0];
  const before = section?.lines ?? [];
  const after = joined?.sections[0]?.lines.slice(before.length) ?? [];
  return rowsGoOn(before, after, section?.transposed === true);
}

/** What has a header of its own was compared by its columns before. */
function hasHeader(input: LayoutInput): boolean {
  const grid = gridOf(input.sheet);
  const region = regionOf(input, grid);
  const own = findHeader(grid, region, region.top);
  return own !== null && isPlainHeader(grid, region, own);
}

/** Coded rows go on with coded rows; rows without codes only where each has a name and none is the total. */
function rowsGoOn(before: readonly Line[], after: readonly Line[], transposed: boolean): boolean {
  const coded = after.filter((line) => line.code !== null).length;
  if (areEconomic(codesOf(after)) && !areEconomic(codesOf(before))) return false;
  if (before.some((line) => line.code !== null)) return after.length > 0 && coded >= 0.8 * after.length;
  if (transposed) return false;
  return (
    after.length >= fewestUncoded &&
    after.every((line) => !line.roles.includes("grand-total") && namedRow.test(line.label))
  );
}

/** Rows without codes go on with a table only where there are several, and each has a name. */
const fewestUncoded = 3;
const namedRow = /^[(（]?[\u4e00-\u9fff].{1,30}$/;

/** What stands over the amounts of a table, upright or not. */
function headings({ transposed, lines, columns }: Section): string[] {
  return transposed === true
    ? lines.map((line) => line.label)
    : columns.map((column) => column.path[column.path.length - 1] ?? "");
}

/** Of an upright table: is its total on this page? */
function totalled({ transposed, columns }: Section): boolean {
  return transposed === true && columns.some((column) => column.roles.includes("total"));
}

/** Lines that are printed as totals; a line that is alone on its page only stands for one. */
export function printedTotals({ lines }: Section): readonly Line[] {
  return lines.filter(
    (line) =>
      line.roles.includes("grand-total") && !line.roles.includes("unit") && line.code === null && line.label !== "",
  );
}

/** The project that a form names in its head: two forms of one title are two tables. */
function projectOf(fields: readonly Field[]): string | null {
  return fields.find((field) => field.role === "project-name" && field.text !== "")?.text ?? null;
}

function plain(title: string): string {
  return normalise(title).replace(/[(（]?(?:续表?|续\d+|接上页|第?\d+页?|[一二三四五])[)）]?$/, "");
}

function differ<T>(one: T | null, other: T | null): boolean {
  return one !== null && other !== null && one !== other;
}

function sameSheet(previous: Candidate, next: Candidate): boolean {
  return previous.input.sheet === next.input.sheet;
}

function sameColumns(one: readonly string[], other: readonly string[]): boolean {
  const shared = one.filter((path) => other.includes(path)).length;
  return shared >= 0.8 * Math.max(one.length, other.length);
}

/** A ledger is at its end where a side has its grand total. */
function ended(content: TableContent | null): boolean {
  return content?.sections.some((section) => section.lines.some((line) => line.roles.includes("grand-total"))) ?? false;
}

/** A total printed again at a page top says the same as before; a total of its own says something else. */
function sameFigures(previous: Candidate, row: Line, next: Candidate, other: Line): boolean {
  const [one, two] = [previous.content.sections[0]!, next.content.sections[0]!];
  const [page, further] = [one.pages[row.page]!, two.pages[other.page]!];
  return page.positions.every((position, column) => {
    const path = one.columns[column]!.path.join("/");
    const same = two.columns.findIndex((found) => found.path.join("/") === path);
    if (same < 0 || position < 0 || further.positions[same]! < 0) return true;
    return (
      numberAt(page.sheet, row.position, position) === numberAt(further.sheet, other.position, further.positions[same]!)
    );
  });
}

function numberAt({ numbers, columns }: Sheet, row: number, column: number): number {
  return numbers[row * columns.length + column]!;
}
