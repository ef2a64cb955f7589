import type { Steps } from "./steps";
import { finish, within } from "./steps";
import type { Choices, Recognition, Table, TableTemplate } from "./tables";
import { holdsFigures, holdsText, purposeOf, readYear, recogniseInSteps } from "./tables";
import type { Sheet, Workbook } from "./workbook";
import { joinWorkbooks } from "./workbook";

/** What a document is to the workbook beside which it is laid. */
export const documentRoles = ["prior", "unit", "targets", "text"] as const;
export type DocumentRole = (typeof documentRoles)[number];

/** A workbook that the one in question is compared with, and what it is to it. */
export interface ComparedWorkbook {
  readonly document: DocumentRole;
  readonly name: string;
  readonly workbook: Workbook;
}

/** A workbook and those beside it, as one workbook with the tables of all of them. */
export interface Documents {
  /** Sheets of compared workbooks stand behind the workbook's own, called "name：sheet". */
  readonly joined: Workbook;
  /** What the workbook itself holds. */
  readonly own: Recognition;
  /** Tables of all documents; each says which it belongs to. */
  readonly tables: readonly Table[];
}

/**
 * Recognise a workbook and the documents beside it, each on its own: no table goes on from one document into another.
 */
export function recogniseDocuments(
  workbook: Workbook,
  templates: readonly TableTemplate[],
  compared: readonly ComparedWorkbook[] = [],
  choices?: Choices,
): Documents {
  return finish(recogniseDocumentsInSteps(workbook, templates, compared, choices));
}

/** As `recogniseDocuments`, a step for every sheet. */
export function* recogniseDocumentsInSteps(
  workbook: Workbook,
  templates: readonly TableTemplate[],
  compared: readonly ComparedWorkbook[] = [],
  choices?: Choices,
): Steps<Documents> {
  const { workbook: joined, documentOf } = joinWorkbooks(workbook, compared);
  const documents = compared.length + 1;
  const own = yield* within(
    0,
    1 / documents,
    recogniseInSteps(
      onlySheets(joined, (sheet) => !documentOf.has(sheet)),
      templates,
      choices,
    ),
  );
  const others: Table[] = [];
  for (const [index, { document }] of compared.entries()) {
    const { tables } = yield* within(
      (index + 1) / documents,
      (index + 2) / documents,
      recogniseInSteps(
        onlySheets(joined, (sheet) => documentOf.get(sheet) === index),
        templates,
      ),
    );
    for (const table of tables) others.push({ ...table, document });
  }
  return { joined, own, tables: [...own.tables, ...others] };
}

function onlySheets(workbook: Workbook, keep: (sheet: Workbook["sheets"][number]) => boolean): Workbook {
  return { ...workbook, sheets: workbook.sheets.filter(keep) };
}

/**
 * Whose workbook it is and of which year: what most of its tables say; where none names a year, the one that its cover,
 * its list of contents and the heads of its texts name, if all name the same. Null where nothing says.
 */
export function identityOf({ tables, unrecognised }: Recognition): {
  readonly body: string | null;
  readonly year: number | null;
} {
  const year = commonest(tables.map((table) => table.year));
  const beside = new Set([
    ...unrecognised.map(({ sheet }) => sheet),
    ...tables.filter(({ template }) => holdsText(template)).map(({ sheet }) => sheet),
  ]);
  return { body: commonest(tables.map(({ body }) => body)), year: year ?? onlyYear([...beside]) };
}

/** Texts at the top of a sheet in which its year is looked for, and how long a heading is at most. */
const headTexts = 12;
const longestHeading = 40;

function onlyYear(sheets: readonly Sheet[]): number | null {
  const years = new Set<number>();
  for (const { texts } of sheets) {
    const head = texts.filter((text) => text !== undefined && text.trim() !== "").slice(0, headTexts);
    for (const text of head) {
      const year = text!.length > longestHeading ? null : readYear(text!.normalize("NFKC").replace(/\s/g, ""));
      if (year !== null) years.add(year);
    }
  }
  const [only, more] = years;
  return only !== undefined && more === undefined ? only : null;
}

/**
 * What a document most probably is to a workbook, by the tables of both: running text is its 说明; forms of targets
 * without figures are the approved targets; an earlier year of the same body is the year before; an earlier year of
 * another body, and a later year of any, is nothing that could be compared (null); anything else belongs to a unit. A
 * proposal, which a person can overrule.
 */
export function roleOf(own: Recognition, beside: Recognition): DocumentRole | null {
  const other = beside.tables;
  if (other.length > 0 && other.every(({ template }) => holdsText(template))) return "text";
  if (other.some((table) => purposeOf(table) === "targets") && !other.some(holdsFigures)) return "targets";
  const [mine, its] = [identityOf(own), identityOf(beside)];
  if (mine.year === null || its.year === null || its.year === mine.year) return "unit";
  return its.year < mine.year && mayBeSameBody(mine.body, its.body) ? "prior" : null;
}

/** A name may be written short or with what is above it; where none is given, nothing speaks against it. */
function mayBeSameBody(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const [a, b] = [one, other].map((name) => name.normalize("NFKC").replace(/\s/g, "")) as [string, string];
  return a.includes(b) || b.includes(a);
}

function commonest<Value>(values: readonly (Value | null)[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}
