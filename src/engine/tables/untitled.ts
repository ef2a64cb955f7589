import type { Steps } from "../steps";
import { finish } from "../steps";
import type { Sheet, Workbook } from "../workbook";
import { CellKind } from "../workbook";
import type { Candidate } from "./candidate";
import { areEconomic, codesOf } from "./codes";
import { gridOf } from "./grid";
import type { LayoutInput, TableContent } from "./layout";
import { layoutOf } from "./layouts";
import { holdsText } from "./purpose";
import { normalise } from "./normalise";
import type { Unrecognised } from "./table";
import type { TableTemplate } from "./template";
import { isRefused, templatesByTitle } from "./titles";
import type { TitleRow } from "./titles";

/** Below this the header does not carry the kind that the title claims. */
const leastConfidence = 0.34;
/** Without any title, header and rows alone must tell nearly everything. */
const leastConfidenceUntitled = 0.75;
/** … and at least this many meanings of columns and rows must be found. */
const leastRolesUntitled = 3;
/** Rows looked at while trying kinds of tables on a sheet without a title. */
const trialRows = 120;

/** Tables that may stand on a sheet, or why there is none. */
export type SheetResult = { readonly candidates: readonly Candidate[] } | Pick<Unrecognised, "reason" | "words">;

interface Reading {
  readonly template: TableTemplate;
  readonly input: LayoutInput;
  readonly contents: readonly TableContent[];
}

/** The reading that finds most of what its template expects; null where none finds enough. In steps. */
export function* bestReading(
  place: Omit<LayoutInput, "template">,
  templates: readonly TableTemplate[],
): Steps<Reading | null> {
  let best: Reading | null = null;
  for (const template of templates) {
    const input: LayoutInput = { ...place, template };
    const contents = yield* layoutOf(template).read(input);
    const confidence = contents[0]?.confidence ?? 0;
    if (confidence < leastConfidence) continue;
    if (!best || confidence > best.contents[0]!.confidence + 0.2) best = { template, input, contents };
    if (confidence >= 1) break;
  }
  return best;
}

/** So many indicators with all that they need leave no doubt of what a table is. */
const fewestIndicators = 2;

/**
 * A title that names no known table, or one that does not read, over a header that nothing else has (一级指标, 三级指标,
 * 指标值; with 实际完成值 and 得分 beside them, what became of it): "项目支出绩效一览表". Null where no template whose header tells
 * reads it so, or the title refuses it. In steps.
 */
export function* toldByHeader(
  place: Omit<LayoutInput, "template">,
  templates: readonly TableTemplate[],
  titles: readonly TitleRow[],
): Steps<SheetResult | null> {
  for (const template of templates) {
    if (template.headerTells !== true || titles.some(({ text }) => isRefused(normalise(text), template))) continue;
    const input: LayoutInput = { ...place, template };
    const contents = yield* layoutOf(template).read(input);
    const indicators = contents.flatMap(({ blocks }) => blocks.flatMap((block) => block.indicators));
    const telling = new Set(["level1", "target", ...requiredColumns(template)]);
    const complete = indicators.filter(({ cells }) => [...telling].every((role) => role in cells));
    if (complete.length < fewestIndicators || complete.length < indicators.length) continue;
    const title = titles[0] ?? null;
    return {
      candidates: contents.map((content) => ({ template, input, content, title, evidence: content.evidence })),
    };
  }
  return null;
}

/** What tells basic expenditure by economic subjects, whatever the title: 人员经费 and 公用经费, each by its name. */
const tellingBasic = ["personnel", "public-use"];

/** "专项业务经费支出" beside the two: all expenditure of the fund, and not the basic one. */
const ofProjects = /项目|专项/;

/**
 * A title that names a table of functional codes, over economic ones in lists of 人员经费 and 公用经费: basic expenditure. Null
 * where no template for economic codes reads it so, or the title refuses it. In steps.
 */
export function* toldByCodes(
  place: Omit<LayoutInput, "template">,
  templates: readonly TableTemplate[],
  titles: readonly TitleRow[],
): Steps<SheetResult | null> {
  const economic = templates.filter(
    (template) => template.codes === "economic" && !titles.some(({ text }) => isRefused(normalise(text), template)),
  );
  const best = yield* bestReading(place, economic);
  if (best === null) return null;
  const { template, input, contents } = best;
  const lines = contents.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
  const roles = contents.flatMap(({ sections }) =>
    sections.flatMap((section) => [...section.columns, ...section.lines].flatMap((one) => one.roles)),
  );
  if (!areEconomic(codesOf(lines)) || !tellingBasic.every((role) => roles.includes(role))) return null;
  const paths = contents.flatMap(({ sections }) => sections.flatMap(({ columns }) => columns.map(({ path }) => path)));
  if (paths.some((path) => path.some((word) => ofProjects.test(word)))) return null;
  const title = titles[0] ?? null;
  return { candidates: contents.map((content) => ({ template, input, content, title, evidence: content.evidence })) };
}

function requiredColumns({ columns = [] }: TableTemplate): string[] {
  return columns.filter(({ required }) => required === true).map(({ role }) => role);
}

/** No title: the sheet's own name, else header words and row labels alone. In steps. */
export function* untitled(
  workbook: Workbook,
  sheet: Sheet,
  templates: readonly TableTemplate[],
  titles: readonly TitleRow[],
): Steps<SheetResult> {
  const grid = gridOf(sheet);
  const rows: [number, number] = [0, grid.height - 1];
  // What a title refuses, the sheet's name does not make up for.
  const named = templatesByTitle(normalise(sheet.name), templates).filter(
    (template) => !titles.some(({ text }) => isRefused(text, template)),
  );
  const byName = yield* bestReading({ workbook, sheet, rows }, named);
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
  const heads = headWords(sheet);
  const trial: [number, number] = [0, Math.min(grid.height, trialRows) - 1];
  const ranked = templates
    .filter((template) => !holdsText(template) && template.lastResort !== true)
    .filter((template) => !heads.some((text) => isRefused(text, template)))
    .flatMap((template) => {
      const [content] = finish(layoutOf(template).read({ workbook, sheet, template, rows: trial }));
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
  const contents = yield* layoutOf(input.template).read(input);
  const candidates = contents.map((content): Candidate => ({
    template: input.template,
    input,
    content,
    title: null,
    evidence: content.evidence,
  }));
  return candidates.length > 0 ? { candidates } : { reason: "no-header", words: [] };
}

/** Rows in which a heading without the shape of a title may stand. */
const headRows = 3;

/** What stands alone in the first rows: "2025年部门预算项目支出清单" names no known table, yet says what it is not. */
function headWords(sheet: Sheet): readonly string[] {
  const { width, height } = gridOf(sheet);
  const words: string[] = [];
  for (let row = 0; row < Math.min(headRows, height); row++) {
    const told = sheet.texts.slice(row * width, (row + 1) * width).filter((text) => text !== undefined && text !== "");
    if (told.length === 1) words.push(normalise(told[0]!));
  }
  return words;
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
