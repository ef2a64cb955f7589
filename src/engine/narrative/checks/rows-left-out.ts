import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { Exact, type ExactDecimal } from "../../workbook";
import { claimCell, type Claim, type PartList } from "../claim";
import { claimsBefore, claimsByPassage } from "../claims-around";
import { factsOf, type Facts } from "../facts";
import type { Measure } from "../measures";
import { amountOf, othersOf, outcomeOf, partsOf, type Statement } from "../outcomes";
import type { Passage } from "../passage";
import { absolute, halfPlace } from "../quantity";
import { codeOf, siblingsOf, type Sibling } from "../row-siblings";
import { textsOf, type NarrativeText } from "../text";
import { isOwn } from "./mentions-agree";
import { rowLeftOut } from "./parts-sayings";

type Sources = Pick<CheckContext, "figures" | "amounts" | "workbook" | "tables">;

/** "（一）", "二、": what stands in front of the names of a table's lines. */
const numbering = /^(?:其中[:：])?[（(]?(?:[一二三四五六七八九十]+|\d+)[)）、.]+/;
/** Behind the last item: there are more. */
const goesOn = /^等/;

/** A list of one part singles it out; one of several goes through what there is. */
const fewestParts = 2;
/** A paragraph with more figures is no item of a list. */
const mostInItem = 40;

/**
 * "收入预算7224.12万元,其中:一般公共预算拨款收入…;政府性基金预算拨款收入…": what is missing to the whole is just what the tables have in
 * a row that the list does not name.
 */
export const rowsLeftOut = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [rowLeftOut],
  run(context) {
    return textsOf(context).flatMap((text) => {
      if (text.group === null) return [];
      const facts = factsOf(text.group, context);
      const around = { text, facts, claims: claimsByPassage(text.reading) };
      const said = [
        ...text.reading.lists.map((list) => judge(list, around, context)),
        ...listings(text, context).map((claims) => classesLeftOut(claims, text, facts)),
      ];
      return said.flatMap((statement): Outcome[] => (statement === null ? [] : [outcomeOf(context, statement)]));
    });
  },
});

/** Classes with their shares, one behind the other, of a whole that the sentence does not repeat. */
function listings(text: NarrativeText, context: Sources): Listing[] {
  const listed = new Map<Claim["passage"], { claim: Claim; code: string; percent: ExactDecimal }[]>();
  for (const { part, percent, passage } of text.reading.shares) {
    const code = codeOf(part, text, context) ?? "";
    if (code.length !== 3 || part.head !== null || part.reason) continue;
    const one = { claim: part, code, percent: percent.value };
    const there = listed.get(passage);
    if (there === undefined) listed.set(passage, [one]);
    else there.push(one);
  }
  return [...listed.values()].filter((claims) => claims.length >= fewestParts);
}

type Listing = readonly { readonly claim: Claim; readonly code: string; readonly percent: ExactDecimal }[];

/** What the shares lack to 100% is just the share of the classes that are not named. */
function classesLeftOut(listing: Listing, text: NarrativeText, facts: Facts): Statement | null {
  const [first] = listing;
  if (first === undefined || listing.some(({ claim }) => !isOwn(claim, text))) return null;
  const codes = listing.map(({ code }) => code);
  const unnamed = [...facts.rows].flatMap(({ code, names }) => {
    if (code.length !== 3 || codes.includes(code) || says(first.claim.passage, names.at(-1)!)) return [];
    const [fact] = facts.find({ ...first.claim.meaning, code });
    return fact === undefined || fact.value === null || fact.value.isZero() ? [] : [{ name: names.at(-1)!, fact }];
  });
  const left = unnamed.reduce((sum: ExactDecimal, { fact }) => sum.plus(fact.value!), new Exact(0));
  const total = sumOf(listing.map(({ claim }) => claim)).plus(left);
  if (unnamed.length === 0 || total.isZero()) return null;
  const shares = listing.reduce(
    (sum: ExactDecimal, { percent }) => sum.plus(percent),
    left.dividedBy(total).times(100),
  );
  if (shares.minus(100).abs().greaterThan(new Exact("0.1").times(listing.length))) return null;
  const { quantity } = first.claim;
  return {
    outcome: "fail",
    severity: "explain",
    says: (told) =>
      rowLeftOut.with(() => ({
        text: told.text,
        names: unnamed.map(({ name }) => name),
        gap: amountOf(quantity, left.times(new Exact(10).pow(-quantity.exponent))),
      })),
    at: first.claim,
    quantity: null,
    computed: null,
    others: unnamed.flatMap(({ fact }) => othersOf(fact)),
  };
}

/** What a list is looked at with: its text, the figures of the tables, and those of each passage. */
interface Around {
  readonly text: NarrativeText;
  readonly facts: Facts;
  readonly claims: ReadonlyMap<Passage, readonly Claim[]>;
}

function judge(list: PartList, { text, facts, claims }: Around, context: Sources): Statement | null {
  const items = list.items.filter(({ quantity, label, denial }) => isMoney(quantity) && !label.lastYear && !denial);
  // "公用经费中，会议费…、培训费…" singles some out.
  if (list.enclosed && list.opener === "of-which") return null;
  if (items.length < fewestParts || items.some(({ reason }) => reason) || singlesOut(items[0]!)) return null;
  if (items[0]!.passage !== list.head.passage && !items.every((item) => standsAlone(item, list, claims))) return null;
  const last = items.at(-1)!;
  if (goesOn.test(last.passage.text.slice(last.end, last.end + 1))) return null;
  const wholes = wholesOf(list, text, claims);
  // Where the list makes up one of them, nothing is missing.
  if (wholes.some((whole) => gapOf(whole, items) === "none")) return null;
  const said = new Set((claims.get(list.head.passage) ?? []).map(({ measure }) => measure));
  for (const whole of wholes) {
    const left = leftOut(whole, items, said, { text, facts, claims }, context);
    if (left !== null) return left;
  }
  return null;
}

/** "重点用于…", "主要有…": the words in front of the first say that they are some of them. */
function singlesOut({ passage, start, quantity }: Claim): boolean {
  return /重点|较大|较多|最[大多高]/.test(passage.text.slice(Math.max(0, start - 8), quantity.start));
}

/** An item in a paragraph of its own is the only figure there that could be one of the list. */
function standsAlone(item: Claim, { head, items }: PartList, claims: Around["claims"]): boolean {
  const there = claims.get(item.passage) ?? [];
  return (
    there.length <= mostInItem &&
    !there.some(
      (claim) =>
        claim !== item &&
        isMoney(claim.quantity) &&
        (claim.head === null || claim.head === head) &&
        !claim.label.lastYear &&
        !items.includes(claim),
    )
  );
}

/** What a list may divide: what it stands behind, what that is a part of, and what the paragraph stated before. */
function wholesOf({ head, items }: PartList, text: NarrativeText, claims: Around["claims"]): Claim[] {
  const wholes: Claim[] = [];
  for (let one: Claim | null = head; one !== null; one = one.head) wholes.push(one);
  // "包括本年收入…,上年结转…。其中:": what follows may divide the first of these.
  for (const claim of (claims.get(head.passage) ?? []).slice(0, mostInItem))
    if (claim.head === head && !items.includes(claim)) wholes.push(claim);
  if (items[0]!.passage === head.passage)
    for (const claim of claimsBefore(claims.get(head.passage) ?? [], items[0]!.start))
      if (claim.head === null && !wholes.includes(claim)) wholes.push(claim);
  return wholes.filter((claim) => isMoney(claim.quantity) && isOwn({ ...claim, head: null }, text));
}

/** What the items lack to the whole; "none" where that is a matter of rounding, "over" where they are more. */
function gapOf(whole: Claim, items: readonly Claim[]): { gap: ExactDecimal; slack: ExactDecimal } | "none" | "over" {
  const gap = absolute(whole.quantity).minus(sumOf(items));
  const slack = [whole, ...items].reduce(
    (all: ExactDecimal, { quantity }) => all.plus(halfPlace(quantity)),
    new Exact(0),
  );
  if (gap.abs().lessThanOrEqualTo(slack)) return "none";
  return gap.isNegative() ? "over" : { gap, slack };
}

/** `said`: what the paragraph of the whole names besides. */
function leftOut(
  head: Claim,
  items: readonly Claim[],
  said: ReadonlySet<Measure | null>,
  { text, facts }: Around,
  context: Sources,
): Statement | null {
  const lacking = gapOf(head, items);
  if (typeof lacking === "string") return null;
  const { gap, slack } = lacking;
  // What the paragraph names is not left out, be it among other things.
  const unnamed = siblingsOf(head, items, text, facts, context).filter(
    ({ name, measure }) => (measure === null || !said.has(measure)) && !says(head.passage, name),
  );
  const left = missingOf(unnamed, gap, slack);
  if (left === null) return null;
  const { quantity } = head;
  return {
    outcome: "fail",
    severity: "explain",
    says: (told) =>
      rowLeftOut.with(() => ({
        text: told.text,
        names: left.map(({ name }) => name),
        gap: amountOf(quantity, gap.times(new Exact(10).pow(-quantity.exponent))),
      })),
    at: head,
    quantity: null,
    computed: null,
    others: [...partsOf(items, claimCell(head)), ...left.flatMap(({ figure }) => othersOf(figure))],
    cause: head,
    claims: [head],
  };
}

function says({ text }: Passage, name: string): boolean {
  return text.includes(name.replace(numbering, ""));
}

function isMoney({ dimension }: Claim["quantity"]): boolean {
  return dimension === "money";
}

function sumOf(items: readonly Claim[]): ExactDecimal {
  return items.reduce((sum, { quantity }) => sum.plus(absolute(quantity)), new Exact(0));
}

/** The one row, or all of them together, that make up what is missing. */
function missingOf(siblings: readonly Sibling[], gap: ExactDecimal, slack: ExactDecimal): readonly Sibling[] | null {
  const filled = siblings.filter(
    ({ figure: { value, cells } }) => value !== null && !value.isZero() && cells.length > 0,
  );
  const one = filled.find(({ figure }) => figure.value!.minus(gap).abs().lessThanOrEqualTo(slack));
  if (one !== undefined) return [one];
  const cells = new Map(
    filled.filter(({ oneOfMany }) => !oneOfMany).map((sibling) => [sibling.figure.cells.join(), sibling]),
  );
  const distinct = [...cells.values()];
  const sum = distinct.reduce((all: ExactDecimal, { figure }) => all.plus(figure.value!), new Exact(0));
  return distinct.length >= 2 && sum.minus(gap).abs().lessThanOrEqualTo(slack) ? distinct : null;
}
