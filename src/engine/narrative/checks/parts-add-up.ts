import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { Exact, type ExactDecimal } from "../../workbook";
import type { Claim, PartList, Reading, Share } from "../claim";
import { claimCell } from "../claim";
import { areAssets, areComplementary } from "../complementary";
import { isPartOf, partitionsOf, type Measure, type Partition } from "../measures";
import { outcomeOf, partsOf, type Statement } from "../outcomes";
import type { Amount } from "../parameters";
import { absolute, halfPlace } from "../quantity";
import { textsOf, type NarrativeText } from "../text";
import { sameTopic } from "../topic";
import { certaintyOf } from "./certainty";
import { pairedCounts } from "./paired-counts";
import { partsDiffer, partsExceed } from "./parts-sayings";

/** Parts that the text names, and whether it names all of them. */
interface Parts {
  readonly items: readonly Claim[];
  /** "presumed": by what they are called; that they are less than the whole asks for a reason. */
  readonly complete: boolean | "presumed";
}

/**
 * Parts named in brackets or behind "其中" add up to what they explain where they are all named, and are at most that
 * otherwise. A list of which it is not sure what belongs to it is passed over.
 */
export const partsAddUp = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({ dimension: z.enum(["money", "count"]) }),
  says: [partsDiffer, partsExceed],
  run(context) {
    const wantsMoney = context.parameters.dimension === "money";
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      if (!wantsMoney) outcomes.push(...pairedCounts(text.reading).map((statement) => outcomeOf(context, statement)));
      for (const list of text.reading.lists) {
        if (list.head.reason || (list.head.quantity.dimension === "money") !== wantsMoney) continue;
        if (list.opener === "uses" || list.broken) {
          const statement = wantsMoney ? whereItHolds(list) : null;
          if (statement !== null) outcomes.push(outcomeOf(context, statement));
          if (list.opener === "uses") continue;
        }
        for (const group of groupsOf(list, text.reading)) {
          const parts = goesOn(list) ? { ...group, complete: false } : group;
          const judged = judge(list, parts, text.reading);
          const statement = judged === null ? null : weighed(judged, text, context);
          if (statement) outcomes.push(outcomeOf(context, statement));
        }
      }
    }
    return outcomes;
  },
});

/** Uses, or items with other words between them, need not be all: only that they are is said; null for others. */
function whereItHolds({ head, items }: PartList): Statement | null {
  const isOne = ({ quantity, label, reason }: Claim): boolean =>
    quantity.dimension === "money" && !quantity.value.isZero() && !label.lastYear && !reason;
  if (items.length < 2 || !items.every(isOne)) return null;
  const statement = compare(head, items, true);
  return statement.outcome === "pass" ? statement : null;
}

/** "…、住房保障支出2127.75万元、国有资本经营预算支出85.60万元": behind the last that was read another one stands. */
function goesOn({ items }: PartList): boolean {
  const last = items.at(-1);
  if (last === undefined) return false;
  const behind = last.passage.text.slice(last.end);
  return (
    /^(?:\([^()]*\))?、[^,;。、\d]{2,24}\d/.test(behind) ||
    /^[^。]{0,60}[,;]其余(?:部分|资金|支出|项目)?[为是用](?!\d)/.test(behind)
  );
}

/** A whole beside some parts, and what is said of them. */
interface Judged {
  readonly statement: Statement;
  readonly claims: readonly Claim[];
}

function judge(list: PartList, parts: Parts, reading: Reading): Judged | null {
  const judged = readingsOf(list, parts, reading).map(({ head, items }): Judged => ({
    statement: compare(head, items, parts.complete),
    claims: [head, ...items],
  }));
  return (
    judged.find(({ statement }) => statement.outcome === "pass") ??
    judged.find(({ statement }) => statement.outcome === "rounding") ??
    judged[0] ??
    null
  );
}

/**
 * Whole and parts that are all those of the tables make no wrong sum: more than the whole are no list of its parts,
 * less may lack one. Where the tables know only some of them, it is not sure which belong to the list.
 */
function weighed(
  { statement, claims }: Judged,
  text: NarrativeText,
  context: Pick<CheckContext, "figures" | "amounts">,
): Statement | null {
  if (statement.outcome !== "fail" || statement.severity === "explain") return statement;
  const exceeds = statement.computed!.greaterThan(absolute(claims[0]!.quantity));
  if (exceeds && isWholeSaidAgain(claims, text.reading)) return null;
  const certainty = certaintyOf(claims, text, context);
  if (certainty === "wrong") return statement;
  return certainty === "none" && exceeds ? null : { ...statement, severity: "explain" };
}

/** "总额822.60万元：货物…、服务314.20万元；其中一般公共预算822.60万元": all of what was said before, no part of the last item. */
function isWholeSaidAgain([head, ...items]: readonly Claim[], { claims }: Reading): boolean {
  const [only] = items;
  if (only === undefined || items.length > 1) return false;
  return claims.some(
    (other) =>
      other.passage === only.passage &&
      other.start < head!.start &&
      other.quantity.dimension === only.quantity.dimension &&
      absolute(other.quantity).eq(absolute(only.quantity)),
  );
}

/**
 * What the list may explain and how far it may go: behind "其中" also the whole of what stands before or a part of it,
 * and after a change
 * from "，" to "；" something else may begin. The likeliest reading comes first.
 */
function readingsOf(
  list: PartList,
  { items }: Parts,
  { lists, claims }: Reading,
): { head: Claim; items: readonly Claim[] }[] {
  const heads: Claim[] = [];
  for (
    let head: Claim | null = list.head;
    head !== null && (heads.length === 0 || list.opener === "of-which");
    head = head.head
  )
    heads.push(head);
  // "包括本年收入…,上年结转…。其中:": what follows a division may divide one of its parts.
  if (list.opener === "of-which")
    for (const other of lists) if (other !== list && other.head === list.head) heads.push(...other.items);
  if (list.opener === "of-which" && beginsSentence(list)) heads.push(...besideHead(list, claims));
  const same = heads.filter((head) => head.quantity.dimension === list.head.quantity.dimension);
  const turn = items.findIndex((item, index) => index >= 2 && markBefore(item) !== markBefore(items[index - 1]!));
  return same.flatMap((head) => [{ head, items }, ...(turn < 0 ? [] : [{ head, items: items.slice(0, turn) }])]);
}

/** "…，年末结转22.74万元。其中：…": the whole may be any figure of the sentence before. */
function beginsSentence({ head, items: [first] }: PartList): boolean {
  if (first === undefined || first.passage !== head.passage) return false;
  return head.passage.text.slice(head.end, first.start).includes("。");
}

function besideHead({ head, items: [first] }: PartList, claims: readonly Claim[]): Claim[] {
  const from = head.passage.text.lastIndexOf("。", head.start) + 1;
  return claims.filter(
    (claim) => claim.passage === head.passage && claim !== head && claim.start >= from && claim.end <= first!.start,
  );
}

function compare(head: Claim, items: readonly Claim[], complete: Parts["complete"]): Statement {
  const sum = items.reduce((total, item) => total.plus(absolute(item.quantity)), new Exact(0));
  const gap = absolute(head.quantity).minus(sum);
  const holds = gap.isZero() || (complete === false && gap.isPositive());
  return {
    ...(complete === "presumed" && gap.isPositive() ? { severity: "explain" as const } : {}),
    outcome: holds ? "pass" : gap.abs().lessThanOrEqualTo(toleranceOf([head, ...items])) ? "rounding" : "fail",
    says: (told) =>
      (complete === false ? partsExceed : partsDiffer).with(() => ({ ...told.compared(), parts: items.map(partOf) })),
    at: head,
    quantity: head.quantity,
    computed: sum,
    others: partsOf(items, claimCell(head)),
    claims: [head, ...items],
  };
}

/** A part with the decimals that the text shows. */
function partOf({ label, quantity: { value, decimals, unit } }: Claim): { name: string; amount: Amount } {
  return { name: label.name, amount: { value: value.toFixed(decimals), unit } };
}

/** Counts are exact; amounts are known to the most decimals that any of them shows, "约" only to its own. */
function toleranceOf(claims: readonly Claim[]): ExactDecimal {
  if (claims[0]!.quantity.dimension !== "money") return new Exact(0);
  const decimals = Math.max(...claims.map(({ quantity }) => quantity.known));
  return claims.reduce(
    (sum, { quantity }) =>
      quantity.value.isZero() ? sum : sum.plus(halfPlace(quantity, quantity.about ? quantity.decimals : decimals)),
    new Exact(0),
  );
}

/** The items by the way in which the whole is divided: 基本 and 项目 stand beside 教育, 卫生, and are never added to them. */
function groupsOf(list: PartList, { lists, shares, claims }: Reading): Parts[] {
  const items = withoutSmaller(settledItems(list, claims)).filter(
    (item) =>
      item.quantity.dimension === list.head.quantity.dimension &&
      !item.label.lastYear &&
      !item.denial &&
      sameVersion(item, list.head) &&
      item.quantity.unit !== "",
  );
  if (namesRest(list, items)) return [{ items, complete: "presumed" }];
  const partitions = partitionsOf(list.head.measure);
  if (partitions.length === 0 || items.every((item) => item.measure === null)) {
    if (items.length === 0) return [];
    return unknownParts(list, items, lists, shares);
  }
  const unknown = items.some((item) => item.measure === null || !isPartOf(item.measure, list.head.measure));
  return partitions.flatMap((partition) => {
    const members = items.filter((item) => item.measure !== null && partition.parts.includes(item.measure));
    // 上年结转 may be a part of 财政拨款 or stand beside it: where all together are the whole, they stand side by side.
    const top = addUpTo(list.head, members) ? members : withoutNested(members);
    if (top.length === 0) return [];
    const named = new Set(top.map((item) => item.measure!));
    if (named.size < top.length) return [];
    const all = !unknown && members.length === items.length;
    const byRule = !unknown && partition.complete.some((needed) => needed.every((part) => named.has(part)));
    const complete = byRule || (all && namesAll(list, top, shares));
    const presumed = !complete && all && lacksOneOnly(list, top, partition);
    return [{ items: top, complete: presumed ? "presumed" : complete }];
  });
}

/** "48.24万元，其中购置费预算18万元、决算16.98万元": of a whole that was settled the settled parts, where they are given. */
function settledItems({ head, items }: PartList, claims: readonly Claim[]): readonly Claim[] {
  if (head.label.version === "budget") return items;
  const settled = items.map((item) => (item.label.version === "budget" ? outcomeIn(item, claims) : item));
  return settled.some((item, at) => item !== null && item !== items[at])
    ? settled.filter((item) => item !== null)
    : items;
}

/** What came of a planned figure, said behind it in its passage; null where nothing says. */
function outcomeIn(planned: Claim, claims: readonly Claim[]): Claim | null {
  const said = claims.find(
    (claim) =>
      claim.passage === planned.passage &&
      claim.start >= planned.end &&
      claim.label.version === "final" &&
      sameTopic(claim, planned),
  );
  return said ?? null;
}

/** 小微企业 are among the 中小企业: what goes to both is never added. */
function withoutSmaller(items: readonly Claim[]): readonly Claim[] {
  const isAny = ({ label }: Claim): boolean => /中小(?:微)?企业/.test(label.name);
  if (!items.some(isAny)) return items;
  return items.filter((item) => isAny(item) || !/小微|小型|微型|监狱|残疾人|福利性/.test(item.label.name));
}

/** "办公费…，水费…，福利费等其他支出…": what else there is stands at the end, whatever the others are called. */
function namesRest({ broken }: PartList, items: readonly Claim[]): boolean {
  const last = items.at(-1);
  if (broken || last === undefined || items.length < 3 || !/等其[他它余]|^其[他它余]支出/.test(last.label.name))
    return false;
  return items.some(({ measure }) => measure === null) && sameSeparators(items);
}

/** The list says itself that it is all there is. */
function namesAll(list: PartList, items: readonly Claim[], shares: readonly Share[]): boolean {
  return (items.length >= 2 && isDeclared(list)) || isExhaustive(items) || coversAll(items, shares);
}

/** A list in the sentence of its whole that names all of a division but one. */
function lacksOneOnly({ head, broken }: PartList, items: readonly Claim[], { complete }: Partition): boolean {
  if (broken || items.some(({ passage }) => passage !== head.passage)) return false;
  const named = new Set(items.map((item) => item.measure!));
  return complete.some((needed) => lacksOne(needed, named));
}

/** Two or more of a division are named, and all of it but one: 货物 and 工程 without 服务. */
function lacksOne(needed: readonly Measure[], named: ReadonlySet<Measure>): boolean {
  return named.size >= 2 && named.size === needed.length - 1 && [...named].every((part) => needed.includes(part));
}

/** What was planned is no part of what was settled. */
function sameVersion({ label: one }: Claim, { label: other }: Claim): boolean {
  return one.version === null || other.version === null || one.version === other.version;
}

/** Parts of a whole that nobody has a list of: only a list with a certain end and nothing between its items is one. */
function unknownParts(
  list: PartList,
  items: readonly Claim[],
  lists: readonly PartList[],
  shares: readonly Share[],
): Parts[] {
  if (ofOtherYear(list, items) || isWithinOpenList(list, lists)) return [];
  if (!sameThings(list.head, items[0]!)) return [];
  const declared = isDeclared(list) && items.length >= 2;
  // What follows a list within the list may belong to either.
  const nested = lists.some((other) => !other.enclosed && items.includes(other.head));
  const complete = !nested && (declared || (!list.broken && isExhaustive(items)) || coversAll(items, shares));
  if (!complete && !list.broken && (isDivision(list.head, items) || isSpent(list, items)))
    return [{ items, complete: "presumed" }];
  return complete || endsForCertain(list, items) ? [{ items, complete }] : [];
}

/** The words that open the list say that it names all parts. */
function isDeclared({ opener, broken }: PartList): boolean {
  return opener !== "of-which" && opener !== "spent" && !broken;
}

/** "用于：甲38.53万元；乙25.94万元。": all that it was spent on, where "等" leaves nothing out. */
function isSpent({ opener }: PartList, items: readonly Claim[]): boolean {
  return opener === "spent" && items.length >= 2 && !endsOpen(items.at(-1)!);
}

/** "…25.94万元等": some parts are left out. */
function endsOpen({ passage, end }: Claim): boolean {
  return /^(?:\([^()]*\))?等/.test(passage.text.slice(end, end + 12));
}

function dividesAssets(items: readonly Claim[]): boolean {
  return items.length >= 2 && areAssets(items.map(({ label }) => label.name));
}

/** Amounts, or counts of the same unit. */
function sameThings({ quantity: one }: Claim, { quantity: other }: Claim): boolean {
  return one.dimension === "money" || one.unit === other.unit;
}

/** Several counts of one unit that make up the whole, or by their names should; "等" leaves some out. */
function isDivision(head: Claim, items: readonly Claim[]): boolean {
  if (head.quantity.dimension === "money") return dividesAssets(items);
  const last = items.at(-1)!;
  if (items.length < 2 || items.some(({ quantity }) => quantity.unit !== head.quantity.unit)) return false;
  if (endsOpen(last)) return false;
  const names = items.map(({ passage, start, quantity }) => passage.text.slice(start, quantity.start));
  return addUpTo(head, items) || areComplementary(names);
}

/** An item is of another year than the whole. */
function ofOtherYear({ head }: PartList, items: readonly Claim[]): boolean {
  return items.some(
    (item) => item.label.year !== null && head.label.year !== null && item.label.year !== head.label.year,
  );
}

/** A list within a list, without brackets: what follows may belong to either. */
function isWithinOpenList(list: PartList, lists: readonly PartList[]): boolean {
  return (
    !list.enclosed &&
    list.opener !== "spent" &&
    lists.some((other) => other !== list && !other.enclosed && other.items.includes(list.head))
  );
}

/** Where a list that need not name all parts ends is certain, and nothing lies between its items. */
function endsForCertain(list: PartList, items: readonly Claim[]): boolean {
  if (list.broken || !list.bounded) return false;
  return items.length <= 1 || list.opener !== "of-which" || sameSeparators(items);
}

/** Words that leave nothing over between them: above and below ground, money of this year and what was carried over. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/地上/, /地下/],
  [/国内/, /国外|境外/],
  [/男/, /女/],
  [/线上/, /线下/],
  [/^(?:当年|本年度?|今年)(?:财政)?(?:预算|安排|拨款|资金)/, /^(?:上年|以前年度|历年|年初).{0,6}结[转余]/],
];

/** "计容面积" beside "不计容面积", "地上" beside "地下": together they are all. */
function areOpposites([one, other, ...more]: readonly Claim[]): boolean {
  if (one === undefined || other === undefined || more.length > 0) return false;
  const [first, second] = [one.label.name, other.label.name].map((name) => name.replace(/^其中|(?:为|约|共)+$/g, ""));
  if (second === `不${first}` || second === `非${first}` || first === `不${second}` || first === `非${second}`)
    return true;
  return opposites.some(
    ([here, there]) => (here.test(first!) && there.test(second!)) || (there.test(first!) && here.test(second!)),
  );
}

/** A list that names a part of zero, or "其他…" at its end, names all parts there are; "等" leaves some out. */
function isExhaustive(items: readonly Claim[]): boolean {
  if (areOpposites(items)) return true;
  const last = items.at(-1);
  if (last === undefined || endsOpen(last)) return false;
  // "财政拨款安排9996396.40元，其他资金安排186320.00元": by where the money comes from.
  if (items.length === 2) return /^其[他它余]资金/.test(last.label.name);
  if (items.length < 3) return false;
  return items.some(({ quantity }) => quantity.value.isZero()) || isRest(last);
}

/** "其他支出", "其他用车": what is left; 其他交通费用 and 其他社会保障缴费 are subjects like others. */
function isRest({ label, quantity }: Claim): boolean {
  const name = /^其[他它余](.*)$/.exec(label.name)?.[1];
  if (name === undefined) return false;
  return (
    quantity.dimension !== "money" ||
    /^(?:各|单|零星|日常|的)*(?:.{0,2}|支出|费用|经费|资金|项目|收入|用途)$/.test(name)
  );
}

/** The shares that are given with the parts make up the whole. */
function coversAll(items: readonly Claim[], shares: readonly Share[]): boolean {
  const given = items.map((item) => shares.find((share) => share.part === item)?.percent.value);
  if (given.some((percent) => percent === undefined)) return false;
  const sum = given.reduce((total: ExactDecimal, percent) => total.plus(percent!), new Exact(0));
  return sum.minus(100).abs().lessThanOrEqualTo("0.1");
}

/** Whether the items are the whole, as far as its decimals and theirs tell. */
function addUpTo(head: Claim, items: readonly Claim[]): boolean {
  const sum = items.reduce((total, item) => total.plus(absolute(item.quantity)), new Exact(0));
  return sum
    .minus(absolute(head.quantity))
    .abs()
    .lessThanOrEqualTo(toleranceOf([head, ...items]));
}

/** Without parts of other parts in the list: 公务用车购置费 beside 公务用车购置及运行费. */
function withoutNested(items: readonly Claim[]): Claim[] {
  const measures = items.map((item) => item.measure!);
  return items.filter(
    (item) => !measures.some((other: Measure) => other !== item.measure && isPartOf(item.measure!, other)),
  );
}

/** The same mark stands between all items: one list, not a list and what comes after it. */
function sameSeparators(items: readonly Claim[]): boolean {
  return new Set(items.slice(1).map(markBefore)).size <= 1;
}

/** The separator in front of an item. */
function markBefore(item: Claim): string {
  return item.passage.text[item.start - 1] ?? "";
}
