import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { foldedName } from "../../tables";
import { Exact, powerOfTen } from "../../workbook";
import type { Claim, StatedNumber } from "../claim";
import { compareQuantity } from "../comparison";
import { looseRowsOf, projectListsOf, type LooseFigure, type LooseRows, type ProjectList } from "../loose-rows";
import { amountOf, outcomeOf, type Statement } from "../outcomes";
import type { Passage } from "../passage";
import type { Quantity } from "../quantity";
import { bodyOf, resolve } from "../resolve";
import { rowsFor } from "../rows-of-claim";
import { textsOf, type NarrativeText } from "../text";
import { otherSheetDiffers, otherSheetNames, projectsMiscounted } from "./figures-sayings";

/** The shortest words that say what is counted. */
const shortestCounted = 5;
/** The shortest name that says what it is. */
const shortestName = 3;
/** "单价100万元(含)以上设备(不含车辆)": a name with the brackets that belong to it. */
const namedBefore = /(?:[^,;:。、()]|\([^,;:。、()]{0,12}\)){0,60}$/;
/** What may be missing in the tables that another sheet may have. */
const missingThere: readonly string[] = [
  "not-in-tables",
  "part-of-unknown",
  "unnamed",
  "no-tables",
  "other-projects",
  "concerned",
];

/**
 * What no recognised table shows may stand in a sheet that is none: a list of projects, of cars, of purchases. A figure
 * that the text calls by the name of one row there is that row's.
 */
export const otherSheetsAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [otherSheetDiffers, otherSheetNames, projectsMiscounted],
  run(context) {
    const texts = textsOf(context);
    const [first] = texts;
    if (first === undefined) return [];
    const rows = looseRowsOf(context, first.vocabulary);
    if (rows.all.length === 0) return [];
    return texts.flatMap((text) => {
      const claims = text.reading.claims.filter((claim) =>
        claim.reason ? isNamedPart(claim, rows) : isOpen(claim, text, context),
      );
      const named: NamedThere = {
        names: new Set(claims.map(({ label }) => foldedName(label.name))),
        sheets: sheetsByPassage(claims, rows),
      };
      const said = [
        ...claims.map((claim) => judge(claim, rows) ?? misnamed(claim, named, rows)),
        ...countsBeside(text, rows),
        ...projectsListed(text, projectListsOf(context)),
      ];
      return said.flatMap((statement): Outcome[] => (statement === null ? [] : [outcomeOf(context, statement)]));
    });
  },
});

/** A figure of the body and the year of the text that the known tables do not have. */
function isOpen(claim: Claim, text: NarrativeText, context: CheckContext<unknown>): boolean {
  const { quantity, denial, reason, label } = claim;
  if (denial || reason || label.lastYear || bodyOf(claim) !== null || quantity.dimension === "percent") return false;
  if (label.year !== null && text.year !== null && label.year !== text.year) return false;
  // What was planned is none of the settled figures that a sheet beside final accounts has.
  if (text.stage === "final" && label.version === "budget") return false;
  if (quantity.dimension !== "money") return true;
  const found = resolve(claim, text, context);
  return "missing" in found && missingThere.includes(found.missing.why);
}

/** The shortest name that can only be that of the row that has it. */
const shortestOwn = 6;

/** "…，原因是补贴扩面，其中高龄津贴发放补助300万元": within a reason, a part by the whole name of one row. */
function isNamedPart({ passage, start, label, quantity, denial }: Claim, { byName }: LooseRows): boolean {
  if (denial || quantity.dimension !== "money" || label.name.length < shortestOwn || label.lastYear) return false;
  const clause = /[^。;]*$/.exec(passage.text.slice(0, start))![0];
  const rows = new Set(byName.get(foldedName(label.name))?.map(({ sheet, row }) => `${sheet} ${row}`));
  return rows.size === 1 && /其中/.test(clause);
}

/** Numbers of things that are no figures of the budget: "单价50万元以上设备3台", by the words in front of them. */
function countsBeside({ reading }: NarrativeText, { byName }: LooseRows): (Statement | null)[] {
  const claimed = new Set(reading.claims.map(({ quantity }) => quantity));
  return reading.numbers.map(({ passage, quantity }) => {
    if (claimed.has(quantity) || !isCount(quantity)) return null;
    const words = namedBefore.exec(passage.text.slice(Math.max(0, quantity.start - 60), quantity.start))![0];
    const name = foldedName(words.replace(/(?:共有|共计|共|有|为|是|计)$/, ""));
    const found = name.length < shortestCounted ? [] : (byName.get(name) ?? []);
    const at = { passage, start: quantity.start - words.length, end: quantity.end, quantity };
    return beside(
      at,
      found.filter(({ dimension }) => dimension === quantity.dimension),
    );
  });
}

function isCount({ dimension, describes }: Quantity): boolean {
  return describes !== "limit" && !["money", "percent", "price"].includes(dimension);
}

function judge(claim: Claim, rows: LooseRows): Statement | null {
  return beside(claim, rowsFor(claim, rows));
}

/** Whether several rows of one sheet have the same name. */
const isKind = (found: readonly LooseFigure[]): boolean =>
  found.some(({ sheet, row }) => found.some((other) => other.sheet === sheet && other.row !== row));

type Stated = Pick<Claim, "passage" | "start" | "end" | "quantity">;

/** A number of the text beside the rows that it may mean; null where these have several names. */
function beside(stated: Stated, found: readonly LooseFigure[]): Statement | null {
  const { quantity } = stated;
  if (found.length === 0 || new Set(found.map(({ name }) => foldedName(name))).size > 1) return null;
  const judged = found.map((figure) => ({ figure, outcome: compareQuantity(quantity, figure.value, figure.half) }));
  const best =
    judged.find(({ outcome }) => outcome === "pass") ??
    judged.find(({ outcome }) => outcome === "rounding") ??
    judged[0]!;
  const { figure, outcome } = best;
  // "货物" in several rows is a kind of which each row is one: the text may mean all of them.
  if (outcome === "fail" && isKind(found)) return null;
  return {
    outcome,
    severity: "explain",
    says: (told) =>
      otherSheetDiffers.with(() => ({
        text: told.text,
        name: figure.name,
        sheet: figure.sheet,
        stated: amountOf(quantity, quantity.value),
        expected: amountOf(quantity, figure.value.times(powerOfTen(-quantity.exponent))),
      })),
    at: stated,
    quantity,
    computed: figure.value,
    others: [{ cell: figure.cell, role: "other" }],
    claims: [stated],
  };
}

/**
 * "纳入绩效管理的项目4个，资金196.63万元": where either is that of a list of projects, so is the other. Nothing is said where
 * neither is.
 */
function projectsListed({ reading: { numbers } }: NarrativeText, lists: readonly ProjectList[]): Statement[] {
  return numbers.flatMap((counted, at): Statement[] => {
    const next = numbers[at + 1];
    if (next === undefined || !saysProjects(counted, next)) return [];
    const { quantity } = next;
    const judged = lists.map((list) => ({
      list,
      count: counted.quantity.value.eq(list.count),
      money: compareQuantity(quantity, list.total.value, list.total.half),
    }));
    const both = judged.find(({ count, money }) => count && money !== "fail");
    const isOneList = new Set(judged.map(({ list }) => list.sheet)).size === 1;
    const best = both ?? (isOneList ? (judged.find(({ money }) => money === "pass") ?? judged[0]) : undefined);
    if (best === undefined || (!best.count && best.money !== "pass")) return [];
    const { sheet, total } = best.list;
    const start = { passage: next.passage, start: counted.quantity.start, end: quantity.end };
    const sums = beside({ ...start, quantity }, [total]);
    const counts: Statement = {
      outcome: best.count ? "pass" : "fail",
      severity: "explain",
      says: (told) => projectsMiscounted.with(() => ({ ...told.compared(), name: total.name, sheet })),
      at: start,
      quantity: counted.quantity,
      computed: new Exact(best.list.count),
      others: [{ cell: total.cell, role: "other" }],
      claims: [counted],
    };
    return sums === null ? [counts] : [sums, counts];
  });
}

/** A number of projects that are managed by their targets, and in the same sentence what they cost. */
function saysProjects(counted: StatedNumber, next: StatedNumber): boolean {
  const { passage, quantity } = counted;
  if (!/^[个项]/.test(quantity.dimension) || next.passage !== passage || next.quantity.dimension !== "money")
    return false;
  const from = passage.text.lastIndexOf("。", quantity.start) + 1;
  const between = passage.text.slice(quantity.end, next.quantity.start);
  return (
    /绩效/.test(passage.text.slice(from, next.quantity.start)) &&
    /项目/.test(passage.text.slice(from, quantity.end + 4)) &&
    /^[^。;:、]{0,30}(?:资金|金额|预算|合计)[^。;:、,]{0,8}$/.test(between)
  );
}

/** What a text names, and the sheets of which each of its passages names two rows or more. */
interface NamedThere {
  readonly names: ReadonlySet<string>;
  readonly sheets: ReadonlyMap<Passage, ReadonlySet<string>>;
}

function sheetsByPassage(claims: readonly Claim[], { byName }: LooseRows): ReadonlyMap<Passage, ReadonlySet<string>> {
  const once = new Map<Passage, Set<string>>();
  const found = new Map<Passage, Set<string>>();
  for (const { passage, label, measure, quantity } of claims) {
    const [row] = quantity.dimension === "money" && measure === null ? (byName.get(foldedName(label.name)) ?? []) : [];
    if (row === undefined) continue;
    const there = once.get(passage) ?? new Set();
    if (there.has(row.sheet)) found.set(passage, (found.get(passage) ?? new Set()).add(row.sheet));
    once.set(passage, there.add(row.sheet));
  }
  return found;
}

/** So much of a row's name, by two characters in a row, is said where the text speaks of it. */
const mostlySaid = 0.6;

/** "主要用于山洪灾害防御和防汛物资储备" beside "山洪灾害防御及防汛物资储备": the row is spoken of, in words of its own. */
function isSpokenOf(name: string, { text }: Passage): boolean {
  const pairs = Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
  return pairs.length > 0 && pairs.filter((pair) => text.includes(pair)).length >= mostlySaid * pairs.length;
}

/**
 * A name that no sheet has, among others of the paragraph that one sheet has, with the amount of a row there that the
 * text does not name: that row's name was meant.
 */
function misnamed(claim: Claim, { names, sheets }: NamedThere, rows: LooseRows): Statement | null {
  const { quantity, passage, label, measure } = claim;
  const there = sheets.get(passage);
  if (there === undefined || measure !== null || quantity.dimension !== "money" || quantity.value.isZero()) return null;
  if (foldedName(label.name).length < shortestName) return null;
  const meant = rows.all.filter(
    (figure) =>
      figure.dimension === "money" &&
      // 合计 has the name of its sheet, which every text words in its own way.
      !figure.total &&
      there.has(figure.sheet) &&
      !figure.names.some((name) => names.has(foldedName(name))) &&
      compareQuantity(quantity, figure.value, figure.half) === "pass",
  );
  const [row, ...others] = meant;
  if (row === undefined || others.some(({ name }) => foldedName(name) !== foldedName(row.name))) return null;
  if (row.names.some((name) => isSpokenOf(name, passage))) return null;
  return {
    outcome: "fail",
    severity: "explain",
    says: (told) => otherSheetNames.with(() => ({ text: told.text, name: row.name, sheet: row.sheet })),
    at: claim,
    quantity: null,
    computed: null,
    others: [{ cell: row.cell, role: "other" }],
  };
}
