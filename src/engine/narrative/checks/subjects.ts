import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { foldedName } from "../../tables";
import type { Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { factsOf, type Facts, type SubjectRow } from "../facts";
import { isBareName } from "../label";
import { amountOf, othersOf, outcomeOf, type Statement } from "../outcomes";
import type { Passage } from "../passage";
import { matchSubject, resolve, sameName } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { isOwn } from "./mentions-agree";
import { classNotInTables, subjectRenamed, subjectUnknown } from "./subjects-sayings";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/**
 * A subject of the classification is called in the text as in the tables: by the name of its row; a subject that no
 * table has a row for, though they have its class, is another one's name, most surely where its amount is that of a row
 * that the text does not name.
 */
export const subjectsAreNamedAlike = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [subjectRenamed, subjectUnknown, classNotInTables],
  run(context) {
    return textsOf(context).flatMap((text) => {
      if (text.group === null) return [];
      const facts = factsOf(text.group, context);
      const named = namedIn(text, facts, context);
      const said = [
        ...[...named.found.values()].map(({ claim, row, differs }) => naming(claim, row, differs)),
        ...[...named.strange.values()].flatMap((claims) => strange(claims, named.codes, facts) ?? []),
        ...text.passages.flatMap((passage) => [...listed(passage, facts)]),
      ];
      return said.map((statement): Outcome => outcomeOf(context, statement));
    });
  },
});

/** A subject that the text names, with its row. */
interface Named {
  readonly claim: Claim;
  readonly row: SubjectRow;
  readonly differs: boolean;
}

/** The subjects of a text by what it calls them: those of the tables, with their code, and those that have no row. */
interface NamedSubjects {
  readonly found: ReadonlyMap<string, Named>;
  readonly strange: ReadonlyMap<string, readonly Claim[]>;
  /** Codes of the rows that the text names. */
  readonly codes: ReadonlySet<string>;
}

function namedIn(text: NarrativeText, facts: Facts, context: Sources): NamedSubjects {
  const found = new Map<string, Named>();
  const strange = new Map<string, Claim[]>();
  for (const claim of text.reading.claims) {
    const name = subjectName(claim);
    if (name === null || !isOwn({ ...claim, head: null }, text)) continue;
    const row = rowOf(claim, facts);
    if (row === "several") continue;
    if (row !== null) {
      // One name with two codes is two subjects, one of them misnamed.
      const key = `${name} ${row.row.code}`;
      if (!found.has(key)) found.set(key, { claim, ...row });
    } else if (isStrange(claim, text, facts, context)) strange.set(name, [...(strange.get(name) ?? []), claim]);
  }
  return { found, strange, codes: new Set([...found.values()].map(({ row }) => row.code)) };
}

/** What a claim calls its subject: a path, or a class by its name alone; null for other claims. */
function subjectName({ path, label, meaning, measure }: Claim): string | null {
  if (path !== null) return path.text;
  // "年初预算数" of a class calls it nothing.
  if (meaning?.["code"] === undefined || measure === null || isBareName(label.name)) return null;
  return className(label.name);
}

/** "205教育支出类科目" is 教育支出. */
function className(name: string): string {
  return name
    .replace(/\(类\)|\(\d{3}类?\)/g, "")
    .replace(/^\d{3}/, "")
    .replace(/类?(?:科目)?$/, "")
    .replace(/类支出$/, "支出");
}

function rowOf(claim: Claim, facts: Facts): { readonly row: SubjectRow; readonly differs: boolean } | "several" | null {
  if (claim.path !== null) {
    const matched = matchSubject(claim.path, facts);
    if (matched === null || matched === "several") return matched;
    return { row: matched.row, differs: matched.differs.length > 0 };
  }
  const row = facts.row(claim.meaning!["code"]!);
  return row === undefined ? null : { row, differs: !sameName(subjectName(claim)!, row.names.at(-1)) };
}

/**
 * The tables have no such row, though they could: they print classes, and of a subject below a class they print its
 * class or its section.
 */
function isStrange(claim: Claim, text: NarrativeText, facts: Facts, context: Sources): boolean {
  if (claim.quantity.value.isZero()) return false;
  const found = resolve(claim, text, context);
  if (!("missing" in found)) return false;
  const { why } = found.missing;
  if (why !== "no-subject" && why !== "not-in-tables") return false;
  // "其他支出" by itself is whatever is left, and a class only where the tables have it.
  if (claim.path === null && claim.meaning?.["code"] === "229") return false;
  if (claim.path === null) return [...facts.rows].some(({ code }) => code.length === 3);
  const names = claim.path.names.filter((name) => name !== null);
  const depth = claim.path.names.findLastIndex((name) => name !== null);
  const above = names.slice(0, -1);
  const level = 3 + 2 * depth;
  return [...facts.rows].some(
    ({ code, names: there }) =>
      code.length === level && (above.length === 0 || above.some((name) => there.some((one) => sameName(name, one)))),
  );
}

function naming(claim: Claim, row: SubjectRow, differs: boolean): Statement {
  const called = subjectName(claim)!;
  return {
    outcome: differs ? "fail" : "pass",
    // The class is meant all the same: an old name of it, or another way to write it.
    ...(claim.path === null ? { severity: "hint" as const } : {}),
    says: () => subjectRenamed.with({ text: called, name: row.names.join("/"), code: row.code }),
    at: claim,
    quantity: null,
    computed: null,
  };
}

/** The row whose amount one of the claims has, that the text names nowhere; else only that there is none. */
function strange(claims: readonly Claim[], named: ReadonlySet<string>, facts: Facts): Statement | null {
  for (const claim of claims) {
    const meant = ownersOf(claim, named, facts);
    if (meant.length === 1) return unknown(claim, meant[0]!);
  }
  const [claim] = claims;
  return claim === undefined ? null : unknown(claim, null);
}

type Owner = ReturnType<typeof ownersOf>[number];

function ownersOf(claim: Claim, named: ReadonlySet<string>, facts: Facts) {
  const depth = claim.path === null ? 0 : claim.path.names.findLastIndex((name) => name !== null);
  return [...facts.rows].flatMap((row) => {
    if (row.code.length !== 3 + 2 * depth || named.has(row.code)) return [];
    const [fact] = facts.find({ ...claim.meaning, side: "expenditure", code: row.code });
    if (fact === undefined || fact.value === null || fact.value.isZero()) return [];
    return compareQuantity(claim.quantity, fact.value, fact.half) === "fail" ? [] : [{ row, fact }];
  });
}

function unknown(claim: Claim, owner: Owner | null): Statement {
  const { quantity } = claim;
  return {
    outcome: "fail",
    says: (told) =>
      subjectUnknown.with(() => ({
        text: told.text,
        subject: subjectName(claim)!,
        stated: amountOf(quantity, quantity.value),
        name: owner?.row.names.join("/") ?? null,
        code: owner?.row.code ?? null,
      })),
    at: claim,
    quantity: null,
    computed: null,
    others: owner === null ? [] : othersOf(owner.fact),
  };
}

/** "支出包括:社会保障和就业支出、农林水支出、…": classes by their names alone. */
const listOfClasses =
  /支出(?:按功能(?:科目|分类)?(?:划分|分)?,?)?(?:主要)?(?:包括|有|为):?((?:[^,;。:、()\d]{2,24}支出、)+[^,;。:、()\d]{2,24}支出)(?=[。;]|$)/g;

function* listed(passage: Passage, facts: Facts): Iterable<Statement> {
  const classes = [...facts.rows].filter(({ code }) => code.length === 3);
  if (classes.length === 0 || !passage.text.includes("、")) return;
  for (const match of passage.text.matchAll(listOfClasses)) {
    const names = match[1]!.split("、");
    const known = names.filter((name) => classes.some((row) => sameName(name, row.names.at(-1))));
    if (known.length < 2 || known.length * 2 <= names.length) continue;
    const missing = classes
      .filter((row) => hasMoney(row.code, facts) && !names.some((name) => sameName(name, row.names.at(-1))))
      .map(({ names: there }) => there.at(-1)!);
    for (const subject of names) {
      if (known.includes(subject) || facts.subjects.has(foldedName(subject))) continue;
      const start = match.index + match[0].indexOf(subject);
      yield {
        outcome: "fail",
        says: (told) => classNotInTables.with({ text: told.text, subject, missing }),
        at: { passage, start, end: start + subject.length },
        quantity: null,
        computed: null,
      };
    }
  }
}

function hasMoney(code: string, facts: Facts): boolean {
  return facts.find({ side: "expenditure", code }).some(({ value }) => value !== null && !value.isZero());
}
