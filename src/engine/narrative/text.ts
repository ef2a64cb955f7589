import { bodyKey, groupTables, type CheckContext, type TableGroup } from "../reconcile";
import { holdsText, type Table, type TableTemplate } from "../tables";
import { levelOfBody } from "./body-level";
import type { Claim, Reading } from "./claim";
import type { Bodies } from "./label";
import { readVocabulary, type Vocabulary } from "./measures";
import { paragraphsOf } from "./paragraphs";
import { readPassages, type Passage } from "./passage";
import { isTopicOf, readClaims } from "./read-claims";
import { readTitle } from "./title";

/** A text with its claims, and the tables it must agree with. */
export interface NarrativeText {
  readonly table: Table;
  readonly passages: readonly Passage[];
  readonly reading: Reading;
  readonly bodies: Bodies;
  readonly vocabulary: Vocabulary;
  /** Tables of the same body and year; null where it is not sure which they are. */
  readonly group: TableGroup | null;
  /**
   * Last year's tables of the same body, from the document that was handed in for comparison, else those that stand in
   * the workbook itself; null where there are none.
   */
  readonly prior: TableGroup | null;
  /** The budget's year: the tables', else the title's; null where nothing says. */
  readonly year: number | null;
  /** Whether it is about the budget, or about what was settled. */
  readonly stage: "budget" | "final";
  /** The year in the text's own title. */
  readonly titleYear: number | null;
}

const known = new WeakMap<readonly Table[], readonly NarrativeText[]>();
const vocabularies = new WeakMap<TableTemplate, Vocabulary>();

/** The texts of a workbook, each read once. */
export function textsOf({ tables }: Pick<CheckContext, "tables">): readonly NarrativeText[] {
  const found = known.get(tables);
  if (found) return found;
  const meant = tables.filter(({ template }) => template.facets !== undefined);
  const groups = groupTables(meant.filter(isOwn), tables.filter(isOwn));
  const priorGroups = groupTables(meant.filter((table) => table.document === "prior"));
  const texts = withYears(
    tables
      .filter((table) => holdsText(table.template) && isOwn(table))
      .map((table) => readText(table, groups, priorGroups)),
  );
  known.set(tables, texts);
  return texts;
}

/** A part of a text that names no year, beside tables that name none, is of the year that the other parts name. */
function withYears(texts: readonly NarrativeText[]): NarrativeText[] {
  const [year, ...others] = new Set(texts.flatMap((text) => text.year ?? []));
  return texts.map((text) =>
    text.year === null && year !== undefined && others.length === 0 ? { ...text, year } : text,
  );
}

/** The workbook's own texts are checked, and a text file that goes with it; those of compared documents are not. */
function isOwn({ document = "main" }: Table): boolean {
  return document === "main" || document === "text";
}

function readText(table: Table, all: readonly TableGroup[], priorGroups: readonly TableGroup[]): NarrativeText {
  const vocabulary = vocabularyOf(table.template);
  const passages = readPassages(paragraphsOf(table.sheet), isTopicOf(vocabulary, { own: null, others: [] }));
  const title = readTitle(passages);
  const stage = stageOf(passages, table, all);
  const ofStage = all.filter((group) => group.stage === stage || group.stage === null);
  const groups = ofStage.filter(({ lastYears }) => !lastYears);
  const own = bodyKey(table.body ?? title.body);
  const group = groupOf(own, title.year, groups);
  const bodies: Bodies = { own: own ?? bodyKey(group?.body ?? null), others: group === null ? [] : namesIn(group) };
  const reading = readClaims(passages, vocabulary, bodies);
  const common = { table, passages, reading, bodies, vocabulary, stage, titleYear: title.year };
  const foreign = foreignYear(title.year, group, reading.claims);
  if (foreign !== null) return { ...common, group: null, prior: null, year: foreign };
  const year = group?.year ?? saidYear(title.year, reading) ?? title.year;
  const before =
    group === null ? [] : [priorGroups, ofStage.filter((other) => other !== group && isBefore(other, year))];
  const prior = before.map((some) => priorOf(own ?? bodyKey(group!.body), year, some)).find((one) => one !== null);
  return { ...common, group, prior: prior ?? null, year };
}

/** Whether a text is about what was settled: its head or its sheet's name says so, or most tables are such. */
function stageOf(passages: readonly Passage[], { sheet }: Table, groups: readonly TableGroup[]): "budget" | "final" {
  const heads = [...passages.slice(0, 6).map(({ text }) => text), sheet.name].filter((text) => text.length < 60);
  for (const head of heads) {
    if (/决算/.test(head) && !/预决算/.test(head)) return "final";
    if (/预算/.test(head)) return "budget";
  }
  const tablesOf = (wanted: TableGroup["stage"]): number =>
    groups.reduce((sum, { stage, tables }) => sum + (stage === wanted ? tables.length : 0), 0);
  return tablesOf("final") > tablesOf("budget") ? "final" : "budget";
}

/** A text that names another year than its tables in its title and throughout is another year's text: that year. */
function foreignYear(titled: number | null, group: TableGroup | null, claims: readonly Claim[]): number | null {
  if (titled === null || group === null || group.year === null || titled === group.year) return null;
  return mainYearOf(claims) === titled ? titled : null;
}

/** So many figures of a year, and comparisons with the year before it, make a text one of that year. */
const [fewestOfYear, fewestCompared] = [3, 2];

/**
 * Where no table says its year: the year that the figures name and that is compared with the year before it, though the
 * title names another; null where the title stands.
 */
function saidYear(titled: number | null, { claims, changes }: Reading): number | null {
  const main = mainYearOf(claims);
  if (titled === null || main === null || main === titled) return null;
  const figures = (year: number): number => claims.filter(({ label, reason }) => !reason && label.year === year).length;
  const compared = (year: number): number => changes.filter(({ against }) => against.includes(`${year}年`)).length;
  if (figures(main) < fewestOfYear || figures(main) <= 2 * figures(titled)) return null;
  return compared(main) === 0 && compared(main - 1) >= fewestCompared ? main : null;
}

/** Tables of the year before that stand in this year's workbook. */
function isBefore({ lastYears, year }: TableGroup, own: number | null): boolean {
  return lastYears || (year !== null && own !== null && year === own - 1);
}

/** The same body's tables of the year before; tables of any other year say nothing of the comparison. */
function priorOf(own: string | null, year: number | null, groups: readonly TableGroup[]): TableGroup | null {
  const found = groupOf(own, year === null ? null : year - 1, groups);
  return found !== null && (found.year === null || year === null || found.year === year - 1) ? found : null;
}

function vocabularyOf(template: TableTemplate): Vocabulary {
  let vocabulary = vocabularies.get(template);
  if (!vocabulary) {
    vocabulary = readVocabulary(template);
    vocabularies.set(template, vocabulary);
  }
  return vocabulary;
}

/** The year that the text's own figures name most often; null where they name none. */
function mainYearOf(claims: readonly Claim[]): number | null {
  const counts = new Map<number, number>();
  for (const { label, reason, measure } of claims)
    if (label.year !== null && !reason && measure !== null) counts.set(label.year, (counts.get(label.year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The tables of the text's body; of several years the text's. Null unless exactly one choice is left. */
function groupOf(own: string | null, year: number | null, groups: readonly TableGroup[]): TableGroup | null {
  const alike =
    own === null ? groups : groups.filter((group) => group.body === null || sameBody(own, bodyKey(group.body) ?? ""));
  if (alike.length <= 1) return alike[0] ?? null;
  const exact = alike.filter((group) => own !== null && bodyKey(group.body) === own);
  const named = exact.length > 0 ? exact : alike;
  const ofYear = named.filter((group) => year === null || group.year === null || group.year === year);
  return ofYear.length === 1 ? ofYear[0]! : named.length === 1 ? named[0]! : null;
}

/** One name is the other, is contained in it with the same ending, or is its abbreviation ("市工信局"). */
function sameBody(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === "") return true;
  if (short.length < 3 || short.at(-1) !== long.at(-1))
    return short.length >= 4 && long.startsWith(short) && /^\(?(?:本级|机关|汇总|部门)/.test(long.slice(short.length));
  let found = 0;
  for (const letter of long) if (letter === short[found]) found++;
  return found === short.length;
}

/** Names of units that the tables mention. */
function namesIn(group: TableGroup): string[] {
  const names = new Set<string>();
  for (const table of group.tables) {
    const ofUnits = table.template.codes === "unit";
    for (const section of table.sections)
      for (const { roles, label } of section.lines)
        if ((roles.includes("unit") || (ofUnits && !roles.includes("project"))) && levelOfBody(label, null) === null)
          names.add(bodyKey(label) ?? "");
    for (const block of ofUnits ? table.blocks : []) if (block.subject === "unit") names.add(bodyKey(block.name) ?? "");
  }
  names.delete("");
  return [...names].filter((name) => name.length >= 4);
}
