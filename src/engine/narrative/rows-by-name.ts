import { foldedName, type Facets } from "../tables";
import type { Claim } from "./claim";
import { compareQuantity } from "./comparison";
import type { SubjectPath } from "./subject-path";
import type { Fact, Facts, SubjectRow } from "./facts";

/** Fewer letters than these may be part of many names. */
const shortestPart = 4;

/** So far back the words in front of a figure are looked at. */
const longestClause = 80;

/** Words behind a name that only say that money stands there. */
const behindName = /(?:支出)?(?:列支|列|占|安排|开支|支出)$/;

/** Words that lead over to a name and are no part of it: "另有公务员医疗补助", "与之配套的机关事业单位职业年金缴费支出". */
const leadsOver = /^.{0,10}?(?:[的有另含外]|加上|连同|以及)+(?=.{4})/;

/** Rows of that name, also where one of the two leaves out 支出. */
export function subjectsNamed(name: string, facts: Facts): readonly SubjectRow[] {
  const key = foldedName(name);
  return (
    facts.subjects.get(key) ?? facts.subjects.get(`${key}支出`) ?? facts.subjects.get(key.replace(/支出$/, "")) ?? []
  );
}

/** The name without words that lead over to it, where only then it is that of a row. */
export function withoutLead(name: string, facts: Facts): string {
  if (subjectsNamed(name, facts).length > 0) return name;
  const bare = name.replace(leadsOver, "");
  return bare !== name && subjectsNamed(bare, facts).length > 0 ? bare : name;
}

/**
 * The figures of the row that a name without its level stands for, "行政运行1644.69万元" under 一般公共服务支出: the one row of
 * that name, of several the one under the subject that the passage names last; else the one whose name it shortens,
 * where that has the amount. Null where no row is sure.
 */
export function factsByName(claim: Claim, name: string, facts: Facts, extra: Facets): FoundByName | null {
  const exact = [name, name.replace(behindName, ""), withoutLead(name, facts)]
    .map((one) => (foldedName(one).length < shortestPart ? [] : subjectsNamed(one, facts)))
    .find((rows) => rows.length > 0);
  const within = exact === undefined ? partOfHead(claim, name, facts) : [];
  const [row, ...others] = within.length === 1 ? within : nearest(exact ?? shortened(name, facts), claim, facts);
  if (row === undefined || others.length > 0) return null;
  const found = facts.find({ ...ofWhole(claim), code: row.code, ...extra });
  const holds = exact !== undefined || found.some((fact) => isSaid(claim, fact));
  return found.length > 0 && holds ? { row, facts: found } : null;
}

/** A row and the figures of it that may be meant. */
export interface FoundByName {
  readonly row: SubjectRow;
  readonly facts: readonly Fact[];
}

/** "污染防治（03款）…，其中大气…、水体…": the rows under that of the whole that have these words in their names. */
function partOfHead({ head }: Claim, name: string, facts: Facts): readonly SubjectRow[] {
  if (head === null) return [];
  const codes =
    head.path === null ? [head.meaning?.["code"]] : subjectsNamed(lastOf(head.path), facts).map(({ code }) => code);
  const key = foldedName(name);
  return [...facts.rows].filter(
    ({ code, names }) =>
      codes.some((above) => above !== undefined && code.startsWith(above) && code.length === above.length + 2) &&
      foldedName(names.at(-1)!).includes(key),
  );
}

function lastOf({ names, text }: SubjectPath): string {
  return names.findLast((name) => name !== null) ?? text;
}

/** The rows whose name ends with these words: "职业年金缴费" for 机关事业单位职业年金缴费支出. */
function shortened(name: string, facts: Facts): readonly SubjectRow[] {
  const key = foldedName(name.replace(behindName, ""));
  if (key.length < shortestPart) return [];
  return [...facts.rows].filter(({ code, names }) => {
    const full = foldedName(names.at(-1)!);
    return code.length === 7 && (full.endsWith(key) || full.endsWith(`${key}支出`));
  });
}

function isSaid({ quantity }: Claim, { value, half }: Fact): boolean {
  return value !== null && compareQuantity(quantity, value, half) === "pass";
}

/** What the whole says of a figure that is a part of it: an expenditure, of which fund and nature. */
function ofWhole({ head }: Claim): Facets {
  const meaning = head?.meaning ?? null;
  return meaning === null ? { side: "expenditure" } : { ...meaning, side: "expenditure" };
}

/** Of several rows of a name those under the class or section that stands nearest before the name in its passage. */
function nearest(rows: readonly SubjectRow[], { passage, start }: Claim, facts: Facts): readonly SubjectRow[] {
  if (rows.length <= 1) return rows;
  const before = [...passage.headings].reverse().join(";") + ";" + passage.text.slice(0, start);
  const above = [...facts.rows]
    .filter(({ code }) => code.length < 7)
    .map(({ code, names }) => ({ code, at: before.lastIndexOf(names.at(-1)!) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => other.at - one.at || other.code.length - one.code.length);
  const meant = above.find(({ code }) => rows.some((row) => row.code !== code && row.code.startsWith(code)));
  return meant === undefined ? rows : rows.filter(({ code }) => code.startsWith(meant.code));
}

/**
 * Another row that the words in front of a figure name too, and whose amount it has, where none of those that it was
 * taken for has it: then these are not what it is of. Null where no such row is.
 */
export function ownerNamed(claim: Claim, meant: readonly Fact[], facts: Facts): string | null {
  if (meant.some((fact) => fact.value === null || compareQuantity(claim.quantity, fact.value, fact.half) !== "fail"))
    return null;
  const { passage, quantity } = claim;
  const words = /[^\d%。;]*$/.exec(passage.text.slice(Math.max(0, quantity.start - longestClause), quantity.start))![0];
  const folded = foldedName(words);
  const owner = [...facts.rows].find(({ code, names }) => {
    const name = foldedName(names.at(-1)!);
    return (
      name.length >= shortestPart &&
      folded.includes(name) &&
      facts.find({ side: "expenditure", code }).some((fact) => !meant.includes(fact) && isSaid(claim, fact))
    );
  });
  return owner?.names.at(-1) ?? null;
}
