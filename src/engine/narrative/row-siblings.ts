import type { CheckContext } from "../reconcile";
import type { Facets } from "../tables";
import type { Claim } from "./claim";
import { compareQuantity, type TableFigure } from "./comparison";
import type { Fact, Facts } from "./facts";
import { looseRowsOf, type LooseFigure } from "./loose-rows";
import { partitionsOf, together, type Measure } from "./measures";
import { resolve } from "./resolve";
import { rowsFor } from "./rows-of-claim";
import type { NarrativeText } from "./text";

type Sources = Pick<CheckContext, "figures" | "amounts" | "workbook" | "tables">;

/** "（一）", "二、": what stands in front of the names of a table's lines. */
const numbering = /^(?:其中[:：])?[（(]?(?:[一二三四五六七八九十]+|\d+)[)）、.]+/;

/** So many items must be rows of a table before its other rows could have been named beside them. */
const fewestThere = 2;

/** A row of the tables that a list could have named. */
export interface Sibling {
  readonly name: string;
  readonly figure: Pick<TableFigure, "value" | "cells">;
  /** What of the whole it is; null for a row that is told by its place. */
  readonly measure: Measure | null;
  /** One of many rows, of which a list names some: only by itself it may be what is missing. */
  readonly oneOfMany: boolean;
}

/** Rows that stand beside those of the items: by what they are, by their code, in their table, in their sheet. */
export function siblingsOf(
  head: Claim,
  items: readonly Claim[],
  text: NarrativeText,
  facts: Facts,
  context: Sources,
): Sibling[] {
  return [
    ...byMeasure(head, items, text, facts),
    ...byCode(head, items, text, facts, context),
    ...byEconomicCode(items, text, facts, context),
    ...bySheet(items, text, context),
  ];
}

/** Other ways in which such a whole is divided: the sources of income, the kinds of 三公. */
function byMeasure(head: Claim, items: readonly Claim[], { vocabulary }: NarrativeText, facts: Facts): Sibling[] {
  const measures = items.map(({ measure }) => measure).filter((measure) => measure !== null);
  if (measures.length < fewestThere) return [];
  return partitionsOf(head.measure)
    .filter(({ parts }) => measures.every((measure) => parts.includes(measure)))
    .flatMap(({ parts }) =>
      parts.flatMap((part): Sibling[] => {
        const own = vocabulary.facetsOf(part);
        if (measures.includes(part) || own === null) return [];
        const [fact] = facts.find(together(head.meaning ?? {}, own));
        return fact === undefined
          ? []
          : [{ name: fact.name.replace(numbering, ""), figure: fact, measure: part, oneOfMany: false }];
      }),
    );
}

/** Rows of the same level of the classification, under the subject of the whole. */
function byCode(head: Claim, items: readonly Claim[], text: NarrativeText, facts: Facts, context: Sources): Sibling[] {
  const codes = items.map((item) => codeOf(item, text, context));
  const [first] = codes;
  if (first === undefined || first === null || codes.some((code) => code?.length !== first.length)) return [];
  const above = codeOf(head, text, context) ?? "";
  const meaning: Facets = { side: "expenditure", ...items[0]!.meaning };
  return [...facts.rows].flatMap(({ code, names }): Sibling[] => {
    if (code.length !== first.length || !code.startsWith(above) || codes.includes(code)) return [];
    const [fact] = facts.find({ ...meaning, code });
    return fact === undefined ? [] : [{ name: names.at(-1)!, figure: fact, measure: null, oneOfMany: false }];
  });
}

/** The code of the subject that a figure is of; null where it is of none. */
export function codeOf(claim: Claim, text: NarrativeText, context: Sources): string | null {
  if (claim.path === null) return claim.meaning?.["code"] ?? null;
  const found = resolve(claim, text, context);
  return "missing" in found ? null : (found.subject?.row.code ?? null);
}

/** Rows of the economic classification as deep as those of the items, in the same table. */
function byEconomicCode(items: readonly Claim[], text: NarrativeText, facts: Facts, context: Sources): Sibling[] {
  const found = items.flatMap((item) => economicRowOf(item, text, context) ?? []);
  const [first] = found;
  if (first === undefined || !isMost(found, items)) return [];
  const code = first.facets["economic"]!;
  const named = new Set(found.flatMap(({ cells }) => cells));
  return facts.economic.flatMap((fact) =>
    fact.table === first.table &&
    fact.facets["economic"]!.length === code.length &&
    !fact.cells.some((cell) => named.has(cell))
      ? [{ name: fact.name, figure: fact, measure: null, oneOfMany: true }]
      : [],
  );
}

function economicRowOf(claim: Claim, text: NarrativeText, context: Sources): Fact | null {
  const found = resolve(claim, text, context);
  const facts = "missing" in found ? [] : found.facts;
  return facts.find((fact) => fact.facets["economic"] !== undefined && agrees(claim, fact)) ?? null;
}

/** Rows of a list that no template knows, in the column that has the amounts of the items: projects, purchases. */
function bySheet(items: readonly Claim[], { vocabulary }: NarrativeText, context: Sources): Sibling[] {
  const rows = looseRowsOf(context, vocabulary);
  const columns = new Map<string, LooseFigure[]>();
  for (const item of items)
    for (const figure of rowsFor(item, rows)) {
      if (figure.total || !agrees(item, figure)) continue;
      const key = `${figure.sheet}|${figure.column}`;
      columns.set(key, [...(columns.get(key) ?? []), figure]);
    }
  const [best] = [...columns.values()].sort((one, other) => other.length - one.length);
  if (best === undefined || !isMost(best, items)) return [];
  const [{ sheet, column }] = best as [LooseFigure];
  const taken = new Set(best.map(({ row }) => row));
  return rows.all.flatMap((figure) =>
    figure.sheet === sheet && figure.column === column && !figure.total && !taken.has(figure.row)
      ? [{ name: figure.name, figure: { value: figure.value, cells: [figure.cell] }, measure: null, oneOfMany: true }]
      : [],
  );
}

function isMost(found: readonly unknown[], items: readonly Claim[]): boolean {
  return found.length >= fewestThere && found.length * 2 > items.length;
}

function agrees({ quantity }: Claim, { value, half }: Pick<TableFigure, "value" | "half">): boolean {
  return value !== null && compareQuantity(quantity, value, half) !== "fail";
}
