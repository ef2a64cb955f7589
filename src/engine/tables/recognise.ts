import type { Steps } from "../steps";
import { finish, within } from "../steps";
import { mishapOf } from "../mishap";
import type { Sheet, Workbook } from "../workbook";
import { bodyInTitle } from "./bodies";
import { withChosenColumns, withDroppedChoices, type ColumnChoices } from "./chosen-columns";
import { sheetsOf } from "./table";
import { yearCellOf } from "./column-years";
import { withSaid } from "./said-of-columns";
import { settleAcross } from "./codes-across";
import { gridOf } from "./grid";
import type { Grid } from "./grid";
import { joinPages } from "./join-pages";
import type { LayoutInput } from "./layout";
import { layoutOf } from "./layouts";
import { holdsText } from "./purpose";
import { tidy } from "./normalise";
import { readYear, unitExponent } from "./preamble";
import type { Evidence, Table, Unrecognised } from "./table";
import type { TableTemplate } from "./template";
import { findTitles, isFormNumberRow } from "./titles";
import type { TitleRow } from "./titles";
import type { Candidate } from "./candidate";
import { excluded, type Choices, type SheetUse } from "./choices";
import { bestReading, toldByCodes, toldByHeader, untitled, type SheetResult } from "./untitled";
import { withdraw } from "./withdraw";
import { continues, goesOnWithoutHeader, isNamedOtherwise } from "./pages";

export interface Recognition {
  readonly tables: readonly Table[];
  readonly unrecognised: readonly Unrecognised[];
}

/**
 * Recognise every sheet: title, header words and row labels together say which kind of table stands where. Tables cut
 * into pages are put together; what is no known table is listed with the reason. The workbook is never changed.
 */
export function recogniseTables(
  workbook: Workbook,
  templates: readonly TableTemplate[],
  choices: Choices = {},
): Recognition {
  return finish(recogniseInSteps(workbook, templates, choices));
}

/** As `recogniseTables`, a step for every sheet and each way to read it. */
export function* recogniseInSteps(
  workbook: Workbook,
  templates: readonly TableTemplate[],
  choices: Choices = {},
): Steps<Recognition> {
  const candidates: Candidate[] = [];
  const unrecognised: Unrecognised[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    yield index / workbook.sheets.length;
    if (sheet.leftOut !== undefined && sheet.leftOut.length > 0)
      unrecognised.push({ sheet, reason: "cells-left-out", words: namedOf(sheet.leftOut) });
    const { as, columns } = useOf(choices, sheet.name);
    const known = columns.size === 0 ? templates : templates.map((template) => withChosenColumns(template, columns));
    const share = index / workbook.sheets.length;
    const found = yield* within(
      share,
      share,
      withoutEnding(recogniseSheet(workbook, sheet, known, as ?? undefined, candidates[candidates.length - 1])),
    );
    if ("reason" in found) unrecognised.push({ sheet, ...found });
    else candidates.push(...found.candidates);
  }
  const chosen = workbook.sheets.filter(({ name }) => useOf(choices, name).as !== null).map(({ name }) => name);
  yield 1;
  const kept = withdraw(
    joinPages(candidates, ({ name }) => useOf(choices, name).columns).map(tableOf),
    new Set(chosen),
  );
  yield 1;
  const last: { readonly one: Unrecognised; readonly tables: readonly Table[] }[] = [];
  for (const one of kept.unrecognised)
    last.push({ one, tables: yield* within(1, 1, asLastResort(workbook, one, templates)) });
  const more = last.flatMap((found) => found.tables);
  const tables = more.length === 0 ? kept.tables : inOrder(workbook, [...kept.tables, ...more]);
  const left = last.flatMap((found) => (found.tables.length > 0 ? [] : [found.one]));
  const settled = yield* within(1, 1, settleAcross(tables));
  return { tables: withAllDropped(settled, choices), unrecognised: [...unrecognised, ...left] };
}

/** Sheet by sheet: of the tables that begin there, else of those that go on there. Most workbooks have no choices. */
function withAllDropped(tables: readonly Table[], choices: Choices): readonly Table[] {
  let told = tables;
  for (const name of Object.keys(choices)) {
    const { columns } = useOf(choices, name);
    if (columns.size === 0) continue;
    const begun = told.filter(({ sheet }) => sheet.name === name);
    const own = begun.length > 0 ? begun : told.filter((table) => sheetsOf(table).some((sheet) => sheet.name === name));
    const after = withDroppedChoices(own, columns);
    told = told.map((table) => after[own.indexOf(table)] ?? table);
  }
  return told;
}

/** What is left to be tried where a table was taken for one of ours by its title, and is none. */
function* asLastResort(
  workbook: Workbook,
  { sheet, reason }: Unrecognised,
  templates: readonly TableTemplate[],
): Steps<Table[]> {
  if (reason !== "no-template" || sheet.hidden) return [];
  const grid = gridOf(sheet);
  const titles = findTitles(
    grid,
    templates.filter((template) => !holdsText(template)),
  );
  const found = yield* readLast(workbook, sheet, grid, templates, titles);
  return found !== null && "candidates" in found ? found.candidates.map(tableOf) : [];
}

function inOrder(workbook: Workbook, tables: readonly Table[]): Table[] {
  const places = new Map(workbook.sheets.map((sheet, at) => [sheet, at]));
  return [...tables].sort((a, b) => places.get(a.sheet)! - places.get(b.sheet)!);
}

/** A sheet that breaks its reader is no table, and says so; the others are read. */
function* withoutEnding(read: Steps<SheetResult>): Steps<SheetResult> {
  try {
    return yield* read;
  } catch (error) {
    return { reason: "program-broke", words: [mishapOf(error)] };
  }
}

/** So many cells that were left out are named. */
const mostNamed = 5;

function namedOf(cells: readonly string[]): readonly string[] {
  const named = cells.slice(0, mostNamed).map((cell) => cell.slice(0, longestReference));
  return cells.length > mostNamed ? [...named, `等 ${cells.length} 个`] : named;
}

const longestReference = 20;

const noColumns: ColumnChoices = new Map();

function useOf(choices: Choices, sheet: string): SheetUse {
  const use = Object.hasOwn(choices, sheet) ? choices[sheet]! : null;
  return use === null || typeof use === "string" ? { as: use, columns: noColumns } : use;
}

function* recogniseSheet(
  workbook: Workbook,
  sheet: Sheet,
  templates: readonly TableTemplate[],
  choice: string | undefined,
  previous: Candidate | undefined,
): Steps<SheetResult> {
  if (choice === excluded) return { reason: "excluded-by-person", words: [] };
  const grid = gridOf(sheet);
  if (grid.height === 0) return { reason: "empty", words: [] };
  const chosen = choice === undefined ? undefined : templates.find((template) => template.id === choice);
  if (chosen) return yield* readAsChosen(workbook, sheet, chosen);
  const titles = findTitles(
    grid,
    templates.filter((template) => !holdsText(template)),
  );
  const foreign = titles.find((title) => title.templates.length === 0);
  const page = function* (rows: readonly [number, number]): Steps<Candidate[]> {
    const found = previous === undefined ? null : yield* headlessPage(workbook, sheet, rows, previous, templates);
    return found === null ? [] : [found];
  };
  const candidates = yield* readTitled(workbook, sheet, grid, titles);
  if (candidates.length > 0) {
    const firstRow = candidates[0]!.input.rows[0];
    const mayGoOn = firstRow > 2 && (!foreign || foreign.row >= firstRow);
    return { candidates: [...(mayGoOn ? yield* page([0, firstRow - 1]) : []), ...candidates] };
  }
  yield 0;
  const pages = foreign ? [] : yield* page([0, grid.height - 1]);
  return pages.length > 0 ? { candidates: pages } : yield* readOtherwise(workbook, sheet, grid, templates, titles);
}

/** What no title tells: a text, targets by their header, by the sheet's name, by all that is in it, by its sums. */
function* readOtherwise(
  workbook: Workbook,
  sheet: Sheet,
  grid: Grid,
  templates: readonly TableTemplate[],
  titles: readonly TitleRow[],
): Steps<SheetResult> {
  const whole = { workbook, sheet, rows: [0, grid.height - 1] as const };
  let found = yield* readNarrative(workbook, sheet, templates);
  yield 0;
  if (titles.length > 0) found ??= yield* toldByHeader(whole, templates, titles);
  yield 0;
  if (titles.length > 0) found ??= yield* toldByCodes(whole, templates, titles);
  yield 0;
  found ??= yield* untitled(workbook, sheet, templates, titles);
  yield 0;
  if ("candidates" in found || sheet.hidden) return found;
  return (yield* readLast(workbook, sheet, grid, templates, titles)) ?? found;
}

/**
 * Under a title that says what a table is of, but not of which kind we know, or without one ("部门预算项目支出清单"): what is
 * left to be tried. Under several titles, one below the other, each table for itself.
 */
function* readLast(
  workbook: Workbook,
  sheet: Sheet,
  grid: Grid,
  templates: readonly TableTemplate[],
  titles: readonly TitleRow[],
): Steps<SheetResult | null> {
  const last = templates.filter((template) => template.lastResort === true);
  const regions =
    titles.length > 0
      ? regionsOf(grid, titles)
      : [{ title: null, rows: [0, grid.height - 1] as const, columns: undefined }];
  if (regions.some(({ columns }) => columns !== undefined)) return null;
  const candidates: Candidate[] = [];
  for (const { title, rows } of regions) {
    const best = yield* bestReading({ workbook, sheet, rows, titleRow: title?.row }, last);
    if (!best) continue;
    const { template, input, contents } = best;
    candidates.push(...contents.map((content) => ({ template, input, content, title, evidence: content.evidence })));
  }
  return candidates.length > 0 ? { candidates } : null;
}

/** The whole sheet as the kind of table that a person chose. */
function* readAsChosen(workbook: Workbook, sheet: Sheet, template: TableTemplate): Steps<SheetResult> {
  const input: LayoutInput = { workbook, sheet, template, rows: [0, gridOf(sheet).height - 1] };
  const contents = yield* layoutOf(template).read(input);
  const candidates = contents.map((content): Candidate => ({
    template,
    input,
    content,
    title: null,
    evidence: [{ code: "chosen-by-person", words: [] }],
  }));
  return candidates.length > 0 ? { candidates } : { reason: "no-header", words: [template.name] };
}

/** What stands under each title that is one of ours. */
function* readTitled(
  workbook: Workbook,
  sheet: Sheet,
  grid: Grid,
  titles: readonly TitleRow[],
): Steps<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const { title, rows, columns } of regionsOf(grid, titles)) {
    if (title.templates.length === 0) continue;
    const best = yield* bestReading({ workbook, sheet, rows, columns, titleRow: title.row }, title.templates);
    if (!best) continue;
    const { template, input, contents } = best;
    for (const content of contents) {
      const evidence: readonly Evidence[] = [{ code: "title", words: [tidy(title.text)] }, ...content.evidence];
      candidates.push({ template, input, content, title, evidence });
    }
  }
  return candidates;
}

function* readNarrative(
  workbook: Workbook,
  sheet: Sheet,
  templates: readonly TableTemplate[],
): Steps<SheetResult | null> {
  const template = templates.find(holdsText);
  if (!template) return null;
  const input: LayoutInput = { workbook, sheet, template, rows: [0, gridOf(sheet).height - 1] };
  const [content] = yield* layoutOf(template).read(input);
  return content ? { candidates: [{ template, input, content, title: null, evidence: content.evidence }] } : null;
}

/**
 * From each title, with its number above it, to the row before the next one; what stands above the first title goes
 * with it. Titles beside each other split the columns.
 */
function regionsOf(
  grid: Grid,
  titles: readonly TitleRow[],
): { title: TitleRow; rows: [number, number]; columns?: [number, number] }[] {
  const { height, width } = grid;
  const rows = [...new Set(titles.map((title) => title.row))];
  const tops = rows.map((row, index) => (index === 0 ? 0 : isFormNumberRow(grid, row - 1) ? row - 1 : row));
  return rows.flatMap((row, index) => {
    const span: [number, number] = [tops[index]!, (tops[index + 1] ?? height) - 1];
    const beside = titles.filter((title) => title.row === row);
    if (beside.length === 1) return [{ title: beside[0]!, rows: span }];
    return beside.map((title, at) => ({
      title,
      rows: span,
      columns: [at === 0 ? 0 : title.column, (beside[at + 1]?.column ?? width) - 1] as [number, number],
    }));
  });
}

/** A page of more rows is no page of a table unless its first rows are: reading tens of thousands takes its time. */
const longPage = 2_000;
const trialRows = 120;

/** A sheet that goes on with the table of the sheet before it, without a title of its own. */
function* headlessPage(
  workbook: Workbook,
  sheet: Sheet,
  rows: readonly [number, number],
  previous: Candidate,
  templates: readonly TableTemplate[],
): Steps<Candidate | null> {
  const { template } = previous;
  if (holdsText(template) || template.lastResort === true || isNamedOtherwise(sheet, template, templates)) return null;
  if (rows[1] - rows[0] > longPage && layoutOf(template).goesOn !== "until-total") {
    const trial = [rows[0], rows[0] + trialRows] as const;
    if ((yield* headlessPage(workbook, sheet, trial, previous, templates)) === null) return null;
  }
  const input: LayoutInput = { workbook, sheet, template, rows };
  const [content] = yield* layoutOf(template).read(input);
  const evidence: Evidence[] = [{ code: "continues", words: [previous.input.sheet.name] }];
  const candidate: Candidate = { template, input, content: content ?? previous.content, title: null, evidence };
  if (content && continues(previous, candidate)) return candidate;
  return goesOnWithoutHeader(previous, input) ? { ...candidate, joins: true } : null;
}

function tableOf({ template, input, content, title, evidence }: Candidate): Table {
  const heading = title?.text ?? null;
  const unit = content.unit;
  const year = (heading === null ? null : readYear(heading)) ?? content.year;
  const yearCell = yearCellOf({ sheet: input.sheet, area: content.area, year });
  return {
    template,
    sheet: input.sheet,
    area: content.area,
    title: title === null ? content.title : tidy(title.text),
    year,
    ...(yearCell === null ? {} : { yearCell }),
    unit,
    unitExponent: unitExponent(unit ?? template.usualUnit ?? "万元") ?? 4,
    body: content.body ?? (heading === null ? null : bodyInTitle(heading)),
    bodyCode: content.bodyCode,
    sections: content.sections.map(withSaid),
    comparisons: content.comparisons?.map(withSaid),
    headerColumns: content.headerColumns,
    fields: content.fields,
    blocks: content.blocks,
    embedded: content.embedded,
    evidence,
    confidence: Math.min(1, content.confidence * 0.5 + (title === null ? 0.2 : 0.5)),
  };
}
