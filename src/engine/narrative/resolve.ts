import type { CheckContext, TableGroup } from "../reconcile";
import { foldedName, type Facets } from "../tables";
import type { Claim } from "./claim";
import { compareQuantity } from "./comparison";
import { factsOf, type Fact, type Facts, type SubjectRow } from "./facts";
import { isBareName } from "./label";
import { managedMoney } from "./managed-money";
import { factsByName, ownerNamed, subjectsNamed, withoutLead } from "./rows-by-name";
import type { SubjectPath } from "./subject-path";
import type { NarrativeText } from "./text";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/** Why the tables have nothing to hold a figure against. Worded in `ledger-words`. */
export type Missing =
  | { readonly why: "no-tables" | "reason" | "part-of-unknown" | "unnamed" | "concerned" }
  | { readonly why: "other-body" | "not-in-tables" | "several" | "no-subject" | "other-words"; readonly name: string }
  | { readonly why: "other-year"; readonly year: number; readonly name: string }
  | { readonly why: "executed"; readonly name: string }
  | { readonly why: "other-projects"; readonly projects: number };

/** What the tables say of a figure: those that it may mean, or why there are none. */
export type Resolved =
  { readonly facts: readonly Fact[]; readonly subject: MatchedSubject | null } | { readonly missing: Missing };

/** A subject of the classification as the tables have it, and whether the text names it as they do. */
export interface MatchedSubject {
  readonly row: SubjectRow;
  /** Levels that the text names otherwise: 0 类, 1 款, 2 项. */
  readonly differs: readonly number[];
}

const known = new WeakMap<Sources["amounts"], WeakMap<NarrativeText, WeakMap<Claim, Resolved>>>();

/** The figures of the text's tables, or last year's, that a claim speaks of; looked for once for all that ask. */
export function resolve(claim: Claim, text: NarrativeText, context: Sources): Resolved {
  let byText = known.get(context.amounts);
  if (byText === undefined)
    known.set(context.amounts, (byText = new WeakMap<NarrativeText, WeakMap<Claim, Resolved>>()));
  let byClaim = byText.get(text);
  if (byClaim === undefined) byText.set(text, (byClaim = new WeakMap<Claim, Resolved>()));
  let found = byClaim.get(claim);
  if (found === undefined) byClaim.set(claim, (found = lookFor(claim, text, context)));
  return found;
}

function lookFor(claim: Claim, text: NarrativeText, context: Sources): Resolved {
  if (text.group === null) return { missing: { why: "no-tables" } };
  if (isReason(claim)) return { missing: { why: "reason" } };
  if (claim.concerned) return managedMoney(claim, text, context) ?? { missing: { why: "concerned" } };
  const when = timeOf(claim, text);
  if ("why" in when) return { missing: when };
  const body = bodyOf(claim);
  const name = nameOf(claim);
  let missing: Missing = { why: "not-in-tables", name };
  for (const { group, version } of placesOf(when, text, text.group)) {
    const extra: Facets = { ...(version === undefined ? {} : { version }), ...(body === null ? {} : { body }) };
    const found = lookUp(claim, factsOf(group, context), extra);
    if ("missing" in found) missing = found.missing;
    else if (found.facts.length > 0) {
      const owner = ownerNamed(claim, found.facts, factsOf(group, context));
      return owner === null ? found : { missing: { why: "other-words", name: owner } };
    }
  }
  if (body !== null) return { missing: { why: "other-body", name: body } };
  if (when.last) return { missing: { why: "other-year", year: yearBefore(text), name } };
  return managedMoney(claim, text, context) ?? { missing };
}

/** A set of tables, and in which of their columns to look; undefined: in the table's own. */
interface Place {
  readonly group: TableGroup;
  readonly version: string | undefined;
}

/** Last year's tables, and the columns of last year in this year's; else this year's, or what was planned there. */
function placesOf({ last, planned }: Time, { prior }: NarrativeText, group: TableGroup): Place[] {
  const own = planned ? "plan" : undefined;
  if (!last) return [{ group, version: own }];
  return [...(prior === null ? [] : [{ group: prior, version: own }]), { group, version: "prior" }];
}

function yearBefore({ year }: NarrativeText): number {
  return year === null ? 0 : year - 1;
}

/** The figure that a claim is about in other tables than its own: last year's, whatever year it names itself. */
export function resolveIn(claim: Claim, facts: Facts): readonly Fact[] {
  const found = lookUp(claim, facts, {});
  return "missing" in found ? [] : found.facts;
}

/** Last year's figure of what a claim is about, in a column of this year's own tables. */
export function resolveLastYear(claim: Claim, facts: Facts): readonly Fact[] {
  const found = lookUp(claim, facts, { version: "prior" });
  return "missing" in found ? [] : found.facts;
}

/** What a claim is called in a sentence of ours. */
export function nameOf({ path, label, passage }: Claim): string {
  const name = path?.names.findLast((one) => one !== null) ?? label.name;
  const heading = passage.headings[0];
  return heading !== undefined && heading.length <= 16 && isBareName(name) ? heading : name;
}

function isReason(claim: Claim): boolean {
  return claim.reason || (claim.head !== null && isReason(claim.head));
}

/** Whom a claim speaks of, where that is not the body of the text. */
export function bodyOf(claim: Claim): string | null {
  const { subject } = claim.label;
  // 机关运行经费 is by its nature that of the 机关 and 参公 units among the bodies.
  if (
    subject.kind === "other" &&
    !(claim.meaning?.["item"] === "running-cost" && /^[局委厅办]?机关$/.test(subject.name))
  )
    return subject.name;
  return claim.head === null ? null : bodyOf(claim.head);
}

/** Whether a figure is last year's, and whether it is what was planned where the tables settle. */
interface Time {
  readonly last: boolean;
  readonly planned: boolean;
}

/** Whether a claim speaks of last year's budget or of what was planned; or why the tables cannot have it. */
function timeOf(claim: Claim, text: NarrativeText): Time | Missing {
  const { label, head } = claim;
  const outer: Time | Missing = head === null ? { last: false, planned: false } : timeOf(head, text);
  if ("why" in outer) return outer;
  const name = nameOf(claim);
  const last = isLastYears(claim, text);
  if (label.year !== null && text.year !== null && !last && label.year !== text.year)
    return { why: "other-year", year: label.year, name };
  if (text.stage === "budget")
    return label.version === "executed" || label.version === "final"
      ? { why: "executed", name }
      : { last: last || outer.last, planned: false };
  if (last && label.version === "budget") return { why: "other-year", year: yearBefore(text), name };
  return { last: last || outer.last, planned: label.version === "budget" || outer.planned };
}

function isLastYears({ label }: Claim, { year }: NarrativeText): boolean {
  return label.lastYear || (label.year !== null && year !== null && label.year === year - 1);
}

function lookUp(claim: Claim, facts: Facts, extra: Facets): Resolved {
  const { meaning, path } = claim;
  if (path !== null) return ofSubject(claim, path, facts, extra);
  if (meaning?.["item"] === "project-targets" && !countsProjects(claim, facts))
    return { missing: { why: "other-projects", projects: facts.projects } };
  if (meaning !== null) return { facts: facts.find({ ...meaning, ...extra }), subject: null };
  return ofName(claim, facts, extra);
}

function ofSubject(claim: Claim, path: SubjectPath, facts: Facts, extra: Facets): Resolved {
  const matched = matchSubject(path, facts);
  if (matched === null) return { missing: { why: "no-subject", name: path.text } };
  if (matched === "several") return { missing: { why: "several", name: path.text } };
  const found = facts.find({ ...claim.meaning, code: matched.row.code, ...extra });
  return found.length === 0
    ? { missing: { why: "not-in-tables", name: path.text } }
    : { facts: found, subject: matched };
}

/** "编报绩效目标的项目5个": a text that counts as many projects as the target tables describe speaks of these. */
function countsProjects({ passage: { text } }: Claim, { projects }: Facts): boolean {
  const counted = /项目(?:支出)?(?:共|共计|数|为)*(\d+)个/.exec(text) ?? /(\d+)个(?:一级|二级|专项)?项目/.exec(text);
  return projects > 0 && counted !== null && Number(counted[1]) === projects;
}

/** The row of a path: all its names, else the last ones, else its last name wherever there is one of it. */
export function matchSubject(written: SubjectPath, facts: Facts): MatchedSubject | "several" | null {
  const first = written.names.findIndex((name) => name !== null);
  const path: SubjectPath = {
    ...written,
    names: written.names.map((name, at) => (at === first && name !== null ? withoutLead(name, facts) : name)),
  };
  if (path.code !== null) {
    const row = facts.row(path.code);
    if (row !== undefined)
      return { row, differs: differing(path, row).filter((level) => !shortens(path.names[level]!, row.names[level])) };
  }
  const depth = path.names.findLastIndex((name) => name !== null);
  const own = path.names[depth];
  if (own === null || own === undefined) return null;
  const rows = subjectsNamed(own, facts).map((row) => ({ row, differs: differing(path, row) }));
  const best = Math.min(...rows.map(({ row, differs }) => differs.length + (row.names.length === depth + 1 ? 0 : 2)));
  const fitting = rows.filter(({ row, differs }) => differs.length + (row.names.length === depth + 1 ? 0 : 2) === best);
  if (fitting.length === 1) return fitting[0]!;
  return fitting.length === 0 ? null : "several";
}

function differing(path: SubjectPath, row: SubjectRow): number[] {
  return path.names.flatMap((name, level) => (name === null || sameName(name, row.names[level]) ? [] : [level]));
}

/** A name that leaves out only the front of the full one is no other name beside its code: "职业年金缴费支出(2080506)". */
function shortens(name: string, full: string | undefined): boolean {
  return foldedName(name).length >= shortestName && full !== undefined && foldedName(full).endsWith(foldedName(name));
}

/** Fewer letters than these are no name of a subject that leaves out something. */
const shortestName = 6;

/** The same name, with or without 支出, whichever word joins its parts. */
export function sameName(one: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const [first, second] = [foldedName(one), foldedName(other)].map((name) =>
    name.replace(/[与及]/g, "和").replace(/支出$/, ""),
  );
  return first === second;
}

/** "公用经费…，其中：办公费…": a row of the economic classification, where the whole is all of the basic expenditure. */
function ofEconomicName({ head }: Claim, name: string, facts: Facts, extra: Facets): readonly Fact[] {
  const meaning = head?.meaning ?? null;
  if (head === null || meaning === null || Object.keys(extra).length > 0) return [];
  const basic = ["basic", "personnel", "public-use"].includes(meaning["nature"] ?? "");
  if (!basic && !(meaning["item"] === "running-cost" && isAllPublicUse(head, facts))) return [];
  return facts.named(name).filter(({ facets }) => facets["economic"] !== undefined);
}

/** 机关运行经费 that is the whole 公用经费 of the tables. */
function isAllPublicUse({ quantity }: Claim, facts: Facts): boolean {
  return facts
    .find({ side: "expenditure", nature: "public-use", fund: "general-public" })
    .some(({ value, half }) => value !== null && compareQuantity(quantity, value, half) === "pass");
}

/** A figure that a table names as the text does: a project, an economic subject, a row of its own. */
function ofName(claim: Claim, facts: Facts, extra: Facets): Resolved {
  const name = claim.label.name.replace(/20\d{2}年(?:度)?/g, "");
  const joined = facts.joined.get(foldedName(name));
  if (joined !== undefined)
    return { facts: facts.find({ side: "expenditure", code: joined.code, ...extra }), subject: null };
  const economic = ofEconomicName(claim, name, facts, extra);
  if (economic.length > 0) return { facts: economic, subject: null };
  if (claim.measure !== null) return { missing: { why: "not-in-tables", name: claim.label.name } };
  if (claim.head !== null && claim.head.meaning === null) return { missing: { why: "part-of-unknown" } };
  const byName = extra["version"] === undefined ? factsByName(claim, name, facts, extra) : null;
  if (byName !== null) return { facts: byName.facts, subject: { row: byName.row, differs: [] } };
  if (foldedName(name).length < 4 || extra["version"] !== undefined) return { missing: { why: "unnamed" } };
  const found = ["", "经费", "支出", "项目", "专项"]
    .flatMap((end) => [`${name}${end}`, ...(end !== "" && name.endsWith(end) ? [name.slice(0, -end.length)] : [])])
    .map((one) => facts.named(one).filter(({ facets }) => facets["project"] !== undefined))
    .find((some) => some.length > 0);
  return found === undefined
    ? { missing: { why: "not-in-tables", name: claim.label.name } }
    : { facts: found, subject: null };
}
