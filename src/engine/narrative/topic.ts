import type { Facets } from "../tables";
import type { Change, Claim, Completion, GrowingList, PartList, Share } from "./claim";
import { isBareName, type Bodies, type Label, type Subject } from "./label";
import { isFigureOf, isPartOf, type Measure, type Vocabulary } from "./measures";
import { lastPathIn } from "./subject-path";

/** What is known when a sentence begins, and what it adds. */
export interface ReadingState {
  readonly vocabulary: Vocabulary;
  readonly bodies: Bodies;
  /** Whom the headings speak of, where that is not the body of the text. */
  readonly subject: Subject;
  /** Measures of the headings, innermost first. */
  readonly topics: readonly Measure[];
  readonly claims: Claim[];
  readonly lists: PartList[];
  readonly changes: Change[];
  readonly shares: Share[];
  readonly completions: Completion[];
  /** What headings and lead-in say of money that does not say it itself: side and fund. */
  readonly context: Facets;
  /** The fund that the sentence has named: "政府性基金预算财政拨款本年收入…,本年支出…"; null where it has named none. */
  fund: string | null;
  /** The list that the lead-in of the passage opened: "三公经费6.40万元，其中：" before numbered items. */
  readonly led: GrowingList | null;
  /** What the passage is about, for figures that are only called "预算安排". */
  topic: Topic | null;
  /** The last change of the passage whose words compare: "其中：" in the next sentence goes on with it. */
  comparison: Change | null;
  /** Claims of the passage so far. */
  readonly inPassage: Claim[];
}

/** What a figure is about. */
export type Topic = Pick<Claim, "measure" | "meaning" | "path"> & {
  readonly name: string;
  /** It is only what the heading says: figures that name a stage of the budget are of it, no others. */
  readonly ofHeading?: boolean;
};

/** What a figure is about, and whether its own words leave that to the item. */
export type About = Topic & { readonly inherited: boolean };

/** A stage of the budget without a name: "年初预算为", "支出决算数为". */
const staged = /^(?:本年)?(?:(?:支出|收入)?决算|(?:年初|全年|调整)(?:预算|数|$)|(?:预算)?执行数)/;

/** "年初安排…，实际支出…": what came of the item, whatever word says so. */
const spent = /^(?:当年|本年|全年)?实际(?:支出|列支|开支|使用|完成)(?:数|额)?$/;

const plainSpending = /^(?:本年|全年|当年|实际|共计|合计|共|累计)*支出$/;

/** "决算支出", "全年支出": behind the subject of an item, what it spent, whatever word says when. */
const spendingAtAll = /^(?:本年度?|当年|全年|实际|决算|执行|共计|合计|共|累计)*支出(?:决算)?$/;

/** "全年支出3.60万元" under 三公经费, "…44批次，共计支出3.22万元": of the item that is spoken of, not of the body. */
function isNarrow({ meaning, measure, path, ofHeading }: Topic): boolean {
  if (meaning?.["item"] !== undefined) return true;
  return ofHeading !== true && path === null && meaning === null && measure === null;
}

/** What a figure means under its section: 本年收入 under 政府性基金 may be that fund's, or all income. */
function within(outer: Facets, own: Facets): Facets {
  const fund = outer["fund"];
  const either = fund !== undefined && fund !== "all" && own["fund"] === "all";
  return { ...outer, ...own, ...(either ? { fund: fund.includes("|") ? fund : `${fund}|all` } : {}) };
}

/** "全年支出", "决算支出": what the item that is spoken of spent. */
function isSpendingOf({ name }: Label, topic: Topic): boolean {
  return (plainSpending.test(name) && isNarrow(topic)) || (topic.path !== null && spendingAtAll.test(name));
}

/** "预算安排", "支出决算为": the figure is of the item that the passage is about. */
export function fallsBack(label: Label, topic: Topic): boolean {
  if (label.path !== null) return false;
  if (spent.test(label.name)) return topic.meaning?.["side"] !== "income";
  if (label.measure === "expenditure" && isSpendingOf(label, topic)) return true;
  if (topic.ofHeading === true && !staged.test(label.name)) return false;
  if (label.measure === null) return isBareName(label.name);
  const general = label.measure === "expenditure" && label.version !== null && /^(?:本年)?支出/.test(label.name);
  return general && topic.meaning?.["side"] !== "income" && topic.measure !== "expenditure";
}

/** What a figure that was said is about: what later words go back to. */
export function topicOf({ measure, meaning, path, about }: Claim): Topic {
  return { measure, meaning, path, name: about };
}

/** Are these about the same? */
export function sameTopic(one: Claim, other: Claim | null): boolean {
  return (
    other !== null &&
    one.about === other.about &&
    one.path?.text === other.path?.text &&
    sameMeaning(one.meaning, other.meaning)
  );
}

function sameMeaning(one: Facets | null, other: Facets | null): boolean {
  if (one === other || one === null || other === null) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Is the one of the year before the other's? */
export function isOfYearBefore({ label: one }: Claim, { label: other }: Claim): boolean {
  if (one.year !== null && other.year !== null) return one.year === other.year - 1;
  return one.lastYear && !other.lastYear;
}

/** What a figure is about: what its words name, else the item that it belongs to; with what head and section add. */
export function aboutOf(
  label: Label,
  heading: Measure | undefined,
  head: Claim | null,
  compound: boolean,
  { topic, context: around, fund, vocabulary, claims, inPassage }: ReadingState,
): About {
  const context = withFund(around, fund);
  const none = { measure: null, meaning: null, path: null, name: label.name, inherited: false };
  const said = topicFor(label, topic, inPassage);
  const ofItem = said === null ? null : ofTopic(label, said, compound, context);
  if (ofItem !== null) return { ...none, ...ofItem };
  if (compound || isOfUnknown(label, head)) return none;
  const meant = ownFacets(label, heading, vocabulary);
  const measure = label.measure ?? heading ?? null;
  if (isLessThanNamed(label, head) || isWithinSubject(meant, label, head) || isNoClassOf(meant, label, head))
    return { ...none, measure: label.measure };
  const meaning = meaningOf(label, meant, head, { context, claims, fund });
  return { ...none, measure, meaning, path: label.path ?? pathOfPart(meant, head) };
}

/** What its own words mean, with what the whole or the section adds. */
function meaningOf(
  { path }: Label,
  meant: Facets | null,
  head: Claim | null,
  { context, claims, fund }: Pick<ReadingState, "context" | "claims" | "fund">,
): Facets | null {
  const around: Facets = ofHead(path, head) ?? (meant?.["item"] === undefined ? context : {});
  // "…一般公共预算本年收入15755.60万元、年初结转824.00万元，政府性基金本年收入…": what was carried over is that fund's.
  const outer = meant?.["carried"] !== undefined && meant["fund"] === undefined ? withFund(around, fund) : around;
  const own = ofAnyNature(meant, head, outer, claims);
  const side: Facets = path === null ? {} : { side: "expenditure" };
  return own === null ? null : { ...side, ...within(outer, own) };
}

/** "分单位看，局本级20万元": of another body what was said last on its own, never the last part of it. */
function topicFor({ subject, name }: Label, topic: Topic | null, inPassage: readonly Claim[]): Topic | null {
  if (subject.kind === "whole" || name !== "") return topic;
  const whole = inPassage.findLast(
    (claim) => claim.head === null && !claim.reason && claim.quantity.dimension === "money",
  );
  return whole === undefined ? topic : topicOf(whole);
}

/** What the whole adds to its part; a subject of expenditure is none of what was carried over or came in. */
function ofHead(path: Label["path"], head: Claim | null): Facets | null {
  const meaning = head?.meaning ?? null;
  const fund = meaning?.["fund"];
  if (meaning === null || path === null || (meaning["carried"] === undefined && meaning["side"] !== "income"))
    return meaning;
  return fund === undefined ? {} : { fund };
}

/** What the item leaves to its figures: all of it where they only name a stage; null where they are of others. */
function ofTopic(label: Label, topic: Topic, compound: boolean, context: Facets): Partial<About> | null {
  if (!compound && fallsBack(label, topic)) return { ...topic, inherited: true };
  // "…（项）148.6万元；上年结转安排的45.2万元": in the paragraph of a subject, what of it was carried over, never all of it.
  const carried = label.facets?.["carried"];
  if (carried === undefined || label.path !== null || topic.path === null) return null;
  return { measure: label.measure, meaning: { ...context, side: "expenditure", carried }, path: topic.path };
}

function withFund(context: Facets, fund: string | null): Facets {
  return fund === null ? context : { ...context, fund };
}

const natures: readonly string[] = ["nature", "side", "fund"];

/** "…小学教育（项）100万元，其中：上年结转12万元": what no table shows of a subject. */
function isWithinSubject(meant: Facets | null, { path }: Label, head: Claim | null): boolean {
  if (meant === null || path !== null || head === null || head.path === null) return false;
  return Object.keys(meant).some((facet) => !natures.includes(facet));
}

/** "…小学教育（项）100万元，其中：基本支出…": of that subject, what is of this nature. */
function pathOfPart(meant: Facets | null, head: Claim | null): Claim["path"] {
  if (meant?.["nature"] === undefined || head === null) return null;
  return Object.keys(meant).every((facet) => natures.includes(facet)) ? head.path : null;
}

/** A part of something that nobody knows. */
function isOfUnknown({ path }: Label, head: Claim | null): boolean {
  return head !== null && head.meaning === null && path === null;
}

/** 其他支出 of the 机关运行经费 is no class of the classification: what the whole is divided into says so. */
function isNoClassOf(meant: Facets | null, { measure, path }: Label, head: Claim | null): boolean {
  if (head?.meaning?.["item"] === undefined && head?.meaning?.["nature"] === undefined) return false;
  return meant?.["code"] !== undefined && measure !== null && path === null && !isPartOf(measure, head.measure);
}

/** 公务接待费 of the 机关运行经费 is less than what the tables show under that name. */
function isLessThanNamed({ measure }: Label, head: Claim | null): boolean {
  return head !== null && measure !== null && isPartOf(measure, head.measure) && !isFigureOf(measure, head.measure);
}

/** 工资福利支出 is that of its whole: of all expenditure, where it is not a part of the basic one. */
function ofAnyNature(own: Facets | null, head: Claim | null, outer: Facets, claims: readonly Claim[]): Facets | null {
  if (own?.["economic"] === undefined) return own;
  const whole = head === null ? { ...outer, ...natureSaid(claims) } : outer;
  if (whole["side"] !== "expenditure") return own;
  const nature: Facets = whole["nature"] === undefined ? {} : { nature: "basic" };
  return { side: "expenditure", economic: own["economic"], ...nature };
}

/** A list of classes follows the figure that it divides within so many figures. */
const mostBetween = 40;

/** The nature of the last figure that stood on its own, for what is listed behind it. */
function natureSaid(claims: readonly Claim[]): Facets {
  const last = claims
    .slice(-mostBetween)
    .findLast(
      ({ head, meaning, reason, path }) =>
        head === null &&
        !reason &&
        path === null &&
        meaning?.["side"] === "expenditure" &&
        meaning["economic"] === undefined,
    );
  const nature = last?.meaning?.["nature"];
  return nature === undefined ? {} : { nature };
}

/** What the words themselves mean; a subject of the classification is what its row is. */
function ownFacets(label: Label, heading: Measure | undefined, vocabulary: Vocabulary): Facets | null {
  if (label.path !== null) return {};
  return label.facets ?? (heading === undefined ? null : vocabulary.facetsOf(heading));
}

/** An item's subject may stand in a sentence of its own, before the figures. */
export function meetPath(words: string, state: ReadingState): void {
  const path = lastPathIn(words);
  if (path === null) return;
  state.topic = { measure: null, path, name: path.text, meaning: { side: "expenditure", ...state.context } };
}
