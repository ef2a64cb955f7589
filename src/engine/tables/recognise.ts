import type { Steps } from "../steps";
import { finish } from "../steps";
import type { Sheet, Workbook } from "../workbook";
import { CellKind } from "../workbook";
import { bodyInTitle } from "./bodies";
import { settleAcross } from "./codes-across";
import { gridOf } from "./grid";
import type { Grid } from "./grid";
import type { LayoutInput, TableContent } from "./layout";
import { readLayouts } from "./layouts";
import { normalise, tidy } from "./normalise";
import { readYear, unitExponent } from "./preamble";
import type { Evidence, Table, Unrecognised } from "./table";
import type { TableTemplate } from "./template";
import { findTitles, isFormNumberRow, isRefused, templatesByTitle } from "./titles";
import type { TitleRow } from "./titles";
import type { Candidate } from "./candidate";
import { withdraw } from "./withdraw";
import { continues, goesOnWithoutHeader, isNamedOtherwise } from "./pages";

/** What a person decided about a sheet: the id of a template, or that it takes no part. By sheet name. */
export type Choices = Readonly<Record<string, string>>;
export const excluded = "excluded";

export interface Recognition {
  readonly tables: readonly Table[];
  readonly unrecognised: readonly Unrecognised[];
}

/** Below this the header does not carry the kind that the title claims. */
const leastConfidence = 0.34;
/** Without any title, header and rows alone must tell nearly everything. */
const leastConfidenceUntitled = 0.75;
/** … and at least this many meanings of columns and rows must be found. */
const leastRolesUntitled = 3;
/** Rows looked at while trying kinds of tables on a sheet without a title. */
const trialRows = 120;

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

/** As `recogniseTables`, a step for every sheet. */
export function* recogniseInSteps(
  workbook: Workbook,
  templates: readonly TableTemplate[],
  choices: Choices = {},
): Steps<Recognition> {
  const candidates: Candidate[] = [];
  const unrecognised: Unrecognised[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    yield index / workbook.sheets.length;
    const found = recogniseSheet(workbook, sheet, templates, choices[sheet.name], candidates[candidates.length - 1]);
    if ("reason" in found) unrecognised.push({ sheet, ...found });
    else candidates.push(...found.candidates);
  }
  const kept = withdraw(joinPages(candidates).map(tableOf), new Set(Object.keys(choices)));
  return { tables: settleAcross(kept.tables), unrecognised: [...unrecognised, ...kept.unrecognised] };
}

type SheetResult = { readonly candidates: readonly Candidate[] } | Pick<Unrecognised, "reason" | "words">;

function recogniseSheet(
  workbook: Workbook,
  sheet: Sheet,
  templates: readonly TableTemplate[],
  choice: string | undefined,
  previous: Candidate | undefined,
): SheetResult {
  if (choice === excluded) return { reason: "excluded-by-person", words: [] };
  const grid = gridOf(sheet);
  if (grid.height === 0) return { reason: "empty", words: [] };
  const chosen = choice === undefined ? undefined : templates.find((template) => template.id === choice);
  if (chosen) {
    const input: LayoutInput = { workbook, sheet, template: chosen, rows: [0, grid.height - 1] };
    const candidates = readLayouts[chosen.layout](input).map((content): Candidate => ({
      template: chosen,
      input,
      content,
      title: null,
      evidence: [{ code: "chosen-by-person", words: [] }],
    }));
    return candidates.length > 0 ? { candidates } : { reason: "no-header", words: [chosen.name] };
  }
  const titles = findTitles(
    grid,
    templates.filter((template) => template.layout !== "narrative"),
  );
  const candidates: Candidate[] = [];
  for (const region of regionsOf(grid, titles)) {
    if (region.title.templates.length === 0) continue;
    const best = bestReading(
      { workbook, sheet, rows: region.rows, columns: region.columns, titleRow: region.title.row },
      region.title.templates,
    );
    if (!best) continue;
    const { template, input } = best;
    for (const content of best.contents)
      candidates.push({
        template,
        input,
        content,
        title: region.title,
        evidence: [{ code: "title", words: [tidy(region.title.text)] }, ...content.evidence],
      });
  }
  const foreign = titles.find((title) => title.templates.length === 0);
  if (candidates.length > 0) {
    const firstRow = candidates[0]!.input.rows[0];
    const before =
      firstRow > 2 && previous && (!foreign || foreign.row >= firstRow)
        ? headlessPage(workbook, sheet, [0, firstRow - 1], previous, templates)
        : null;
    return { candidates: before ? [before, ...candidates] : candidates };
  }
  const page = previous && !foreign ? headlessPage(workbook, sheet, [0, grid.height - 1], previous, templates) : null;
  if (page) return { candidates: [page] };
  const narrative = templates.find((template) => template.layout === "narrative");
  if (narrative) {
    const input: LayoutInput = { workbook, sheet, template: narrative, rows: [0, grid.height - 1] };
    const [content] = readLayouts.narrative(input);
    if (content)
      return { candidates: [{ template: narrative, input, content, title: null, evidence: content.evidence }] };
  }
  return untitled(workbook, sheet, templates, titles);
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

interface Reading {
  readonly template: TableTemplate;
  readonly input: LayoutInput;
  readonly contents: readonly TableContent[];
}

function bestReading(place: Omit<LayoutInput, "template">, templates: readonly TableTemplate[]): Reading | null {
  let best: Reading | null = null;
  for (const template of templates) {
    const input: LayoutInput = { ...place, template };
    const contents = readLayouts[template.layout](input);
    const confidence = contents[0]?.confidence ?? 0;
    if (confidence < leastConfidence) continue;
    if (!best || confidence > best.contents[0]!.confidence + 0.2) best = { template, input, contents };
    if (confidence >= 1) break;
  }
  return best;
}

/** A sheet that goes on with the table of the sheet before it, without a title of its own. */
function headlessPage(
  workbook: Workbook,
  sheet: Sheet,
  rows: readonly [number, number],
  previous: Candidate,
  templates: readonly TableTemplate[],
): Candidate | null {
  const { template } = previous;
  if (template.layout === "narrative" || isNamedOtherwise(sheet, template, templates)) return null;
  const input: LayoutInput = { workbook, sheet, template, rows };
  const [content] = readLayouts[template.layout](input);
  const evidence: Evidence[] = [{ code: "continues", words: [previous.input.sheet.name] }];
  const candidate: Candidate = { template, input, content: content ?? previous.content, title: null, evidence };
  if (content && continues(previous, candidate)) return candidate;
  return goesOnWithoutHeader(previous, input) ? { ...candidate, joins: true } : null;
}

/** No title: the sheet's own name, else header words and row labels alone. */
function untitled(
  workbook: Workbook,
  sheet: Sheet,
  templates: readonly TableTemplate[],
  titles: readonly TitleRow[],
): SheetResult {
  const grid = gridOf(sheet);
  const rows: [number, number] = [0, grid.height - 1];
  // What a title refuses, the sheet's name does not make up for.
  const named = templatesByTitle(normalise(sheet.name), templates).filter(
    (template) => !titles.some(({ text }) => isRefused(text, template)),
  );
  const byName = bestReading({ workbook, sheet, rows }, named);
  if (byName) {
    const { template, input } = byName;
    return {
      candidates: byName.contents.map((content) => ({
        template,
        input,
        content,
        title: null,
        evidence: [{ code: "sheet-name", words: [sheet.name] }, ...content.evidence],
      })),
    };
  }
  const words = titles.slice(0, 3).map((title) => title.text);
  if (titles.length > 0)
    return { reason: titles.some((title) => title.templates.length > 0) ? "no-header" : "no-template", words };
  if (!hasFigures(sheet)) return { reason: "no-title", words };
  const trial: [number, number] = [0, Math.min(grid.height, trialRows) - 1];
  const ranked = templates
    .filter((template) => template.layout !== "narrative")
    .flatMap((template) => {
      const [content] = readLayouts[template.layout]({ workbook, sheet, template, rows: trial });
      const roles = content ? tellingRoles(content) : 0;
      return content && content.confidence >= leastConfidenceUntitled && roles >= leastRolesUntitled
        ? [{ template, roles, lines: knownLines(content, template) }]
        : [];
    })
    .sort((a, b) => b.roles - a.roles || b.lines - a.lines);
  if (ranked.length === 0) return { reason: "no-template", words };
  if (
    ranked.length > 1 &&
    ranked[1]!.roles === ranked[0]!.roles &&
    ranked[1]!.lines === ranked[0]!.lines &&
    ranked[1]!.template.kind !== ranked[0]!.template.kind
  )
    return { reason: "ambiguous", words: ranked.slice(0, 3).map(({ template }) => template.name) };
  const input: LayoutInput = { workbook, sheet, template: ranked[0]!.template, rows };
  const candidates = readLayouts[input.template.layout](input).map((content): Candidate => ({
    template: input.template,
    input,
    content,
    title: null,
    evidence: content.evidence,
  }));
  return candidates.length > 0 ? { candidates } : { reason: "no-header", words: [] };
}

/** How many meanings were found that only a few kinds of tables have. */
function tellingRoles(content: TableContent): number {
  const common = new Set(["total", "amount", "memo", "grand-total", "unit", "year-total"]);
  const roles = new Set<string>();
  for (const section of content.sections) {
    for (const column of section.columns) for (const role of column.roles) roles.add(`column ${role}`);
    for (const line of section.lines) for (const role of line.roles) roles.add(`line ${role}`);
  }
  for (const block of content.blocks)
    for (const indicator of block.indicators.slice(0, 3))
      for (const role of Object.keys(indicator.cells)) roles.add(`indicator ${role}`);
  return [...roles].filter((role) => !common.has(role.split(" ")[1]!)).length;
}

/** How many lines have a meaning or a code, and one that is at home in such a table. */
function knownLines({ sections }: TableContent, template: TableTemplate): number {
  const foreign = (template.lines ?? []).filter((role) => role.foreign === true).map(({ role }) => role);
  return sections
    .flatMap(({ lines }) => lines)
    .filter(({ roles, code }) => (roles.length > 0 || code !== null) && !roles.some((role) => foreign.includes(role)))
    .length;
}

function hasFigures(sheet: Sheet): boolean {
  return (
    sheet.kinds.includes(CellKind.Number) ||
    sheet.texts.some((text) => text !== undefined && /^[\d,.]+$/.test(normalise(text)))
  );
}

function joinPages(candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const previous = joined[joined.length - 1];
    if (previous && (candidate.joins || continues(previous, candidate))) {
      const { sheet, rows, columns, titleRow } = candidate.input;
      const pages = [...(previous.input.pages ?? []), { sheet, rows, columns, titleRow }];
      const input: LayoutInput = { ...previous.input, pages };
      const [content] = readLayouts[previous.template.layout](input);
      if (content) {
        joined[joined.length - 1] = {
          ...previous,
          input,
          content,
          evidence: [...previous.evidence, { code: "continues", words: [candidate.input.sheet.name] }],
        };
        continue;
      }
    }
    joined.push(candidate);
  }
  return joined;
}

function tableOf({ template, input, content, title, evidence }: Candidate): Table {
  const heading = title?.text ?? null;
  const unit = content.unit;
  return {
    template,
    sheet: input.sheet,
    area: content.area,
    title: title === null ? content.title : tidy(title.text),
    year: (heading === null ? null : readYear(heading)) ?? content.year,
    unit,
    unitExponent: unitExponent(unit ?? template.usualUnit ?? "万元") ?? 4,
    body: content.body ?? (heading === null ? null : bodyInTitle(heading)),
    bodyCode: content.bodyCode,
    sections: content.sections,
    comparisons: content.comparisons,
    fields: content.fields,
    blocks: content.blocks,
    embedded: content.embedded,
    evidence,
    confidence: Math.min(1, content.confidence * 0.5 + (title === null ? 0.2 : 0.5)),
  };
}
