import { withoutEnding } from "../language";
import type { Facets } from "../tables";
import type { Claim, Share } from "./claim";
import { countOf } from "./list-totals";
import { isPartOf, type Measure } from "./measures";
import type { Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";
import { sameTopic } from "./topic";

/** What the words in front of a share call the whole, "" where they do not; null where it is no share. */
export function wholeNamed(words: string, gap: string): string | null {
  const found =
    /占(.*?)(?:的)?(?:比重|比例|百分比|比)?(?:约|为|是|达)*$/.exec(words) ?? /占比[^,;。\d]{0,8},高?达到?()$/.exec(gap);
  return found?.[1] ?? null;
}

/** "占本年支出的45.8%": of the last figure; `named` is what stands for the whole. */
export function takeShare(state: SentenceState, quantity: Quantity, named: string, from: number): void {
  const { passage, text } = state;
  const together = figuresTogether(state, passage.text.slice(from, quantity.start));
  const part = together?.at(-1) ?? subjectNamed(state, from, quantity.start) ?? state.last ?? subjectOf(state);
  if (part === "unknown" || together?.length === 0) return;
  if (part === null || state.reason !== null) return;
  text.shares.push({
    passage,
    start: from,
    end: quantity.end,
    part,
    together: together ?? [part],
    percent: quantity,
    ...wholeOf(state, part, named),
  });
}

const ofSeveral =
  /(?:^|[,;])(?:以上|上述|这|后)?([两二三四五六七八九十])(?:[项者类]|个(?:项目|科目))(?:支出)?(?:合计|共计|一共|共|合)占/;

/** "甲86.30万元、乙48万元，两项共占": the last figures, as many; none where there are not as many, null where no words say so. */
function figuresTogether({ text, sentence }: SentenceState, words: string): readonly Claim[] | null {
  const numeral = ofSeveral.exec(words)?.[1];
  if (numeral === undefined) return null;
  const count = countOf(numeral);
  const said = text.inPassage.filter(({ start, quantity, label, reason }) => {
    return start >= sentence.start && quantity.dimension === "money" && !label.lastYear && !reason;
  });
  const last = said.slice(-count);
  return last.length === count && last.every(({ head }) => head === last[0]!.head) ? last : [];
}

/** Whose share it is, where words stand before "占" in its own clause. */
const ofWhat = /(?:^|[,;:。()])([^,;:。()\d]{2,30}?)占[^,;:。()]*$/;
/** Words before "占" that name nobody. */
const namesNobody =
  /^(?:其中|其|另|该|此|这|上述|以上|两|二|三|四|五|[项者个类]|部分|的|均|各|共|总|合计|分别|约|仅|全部|主要|比重?|数|额|也|则)*$/;

/**
 * "工程采购授予中小企业合同金额占…的100%": the figure of the passage that the clause itself names; null where it names none,
 * "unknown" where what it names was not said.
 */
function subjectNamed(state: SentenceState, from: number, at: number): Claim | "unknown" | null {
  const { passage, text, last } = state;
  const written = ofWhat.exec(passage.text.slice(from, at))?.[1]?.replace(/^(?:其中|其|另)/, "") ?? "";
  if (namesNobody.test(written)) return null;
  const { measure, name } = state.labelOf(written);
  const isNamed = ({ label, measure: own, reason }: Claim): boolean =>
    !reason &&
    !label.lastYear &&
    (withoutTotal(label.name) === withoutTotal(name) || (measure !== null && own === measure));
  if (last !== null && isNamed(last)) return last;
  return text.inPassage.findLast(isNamed) ?? "unknown";
}

/** "其他收入全部为委托检测收入，占当年收入的1.43%": what a sentence without a figure begins with, as it was said before. */
function subjectOf({ sentence, passage, text }: SentenceState): Claim | null {
  const [first] = text.vocabulary.mentioned(passage.text.slice(sentence.start, sentence.start + 24));
  if (first?.start !== 0) return null;
  const said = text.inPassage.filter(
    ({ measure, label, quantity }) => measure === first.measure && !label.lastYear && quantity.dimension === "money",
  );
  return said.at(-1) ?? null;
}

type WholeOfShare = Pick<Share, "meaning" | "whole" | "wholes" | "named">;

/** What a share may be of: what its words name, else what the sentence began with, else what stands around. */
function wholeOf(state: SentenceState, part: Claim, named: string): WholeOfShare {
  if (named === "") {
    const within = part.head === null ? state.within() : null;
    if (within !== null) return { meaning: within.facets, whole: within.measure, wholes: [], named: false };
    const whole = part.head === null ? topicAround(state, part) : null;
    const before = whole === null && part.head === null ? shareBefore(state) : undefined;
    if (before !== undefined)
      return { meaning: before.meaning, whole: before.whole, wholes: before.wholes, named: false };
    return {
      meaning: whole === null ? null : ofSection(state, whole),
      whole,
      wholes: around(state, part),
      named: false,
    };
  }
  const { facets, measure, name } = state.labelOf(named.replace(/^(?:全部|全年|总的?|其|该项)/, ""));
  if (measure !== null) return { meaning: facets, whole: measure, wholes: around(state, part), named: false };
  const said = saidOf(state, name, part);
  return { meaning: facets, whole: null, wholes: said, named: said.length > 0 };
}

/** "基本支出…，占支出预算的60.42%；项目支出…，占39.58%": the whole that the share before it in the sentence named. */
function shareBefore({ text, passage, sentence }: SentenceState): Share | undefined {
  const before = text.shares.at(-1);
  const inSentence = before?.passage === passage && before.start >= sentence.start;
  return inSentence && before.whole !== null ? before : undefined;
}

/**
 * "甲12.80万元，乙4.27万元，丙1.52万元，分别占68.9%、23.0%、8.2%": the shares of the last figures in their order. True where the
 * percentage is one of such a row, also where there are not as many figures.
 */
export function takeShareInTurn(state: SentenceState, quantity: Quantity, words: string, from: number): boolean {
  const { passage, text } = state;
  const named = /(?:分别占.*?|(?:占比|比重|比例)(?:依次|分别))(?:的)?(?:比重|比例)?(?:约|为|是)*$/.exec(words);
  if (named !== null) {
    const more = /^(?:[、,和及][\d.]+%)+/.exec(passage.text.slice(quantity.end, quantity.end + 200))?.[0] ?? "";
    const total = text.lists.findLast(({ head }) => head === text.inPassage.at(-1));
    const figures = (total?.items ?? text.inPassage).filter(
      ({ quantity: { dimension }, label }) => dimension === "money" && !label.lastYear,
    );
    const count = more.split("%").length;
    state.inTurn = figures.length < count ? [] : figures.slice(-count);
  } else if (state.inTurn === null || !/^[、,和及]$/.test(passage.text.slice(from, quantity.start))) {
    state.inTurn = null;
    return false;
  }
  const part = state.inTurn.shift();
  if (part === undefined || state.reason !== null) return true;
  const total = text.lists.find(({ head, items }) => head.label.name === "合计" && items.includes(part))?.head;
  const wholes = total === undefined ? around(state, part) : [total];
  const common = { passage, start: from, end: quantity.end, part, percent: quantity, meaning: null };
  text.shares.push({ ...common, together: [part], whole: null, wholes, named: total !== undefined });
  return true;
}

/** What the part belongs to, outwards, and the figures of the passage that stand on their own, the latest first. */
function around({ text }: SentenceState, part: Claim): Claim[] {
  const wholes: Claim[] = [];
  for (let claim = part.head; claim !== null; claim = claim.head) wholes.push(claim);
  for (const claim of [...text.inPassage].reverse())
    if (claim !== part && claim.head === null && !wholes.includes(claim)) wholes.push(claim);
  return wholes;
}

/** "五、一般公共预算支出情况…（二）支出结构": what the inner heading calls 支出 is that of the fund further out. */
function ofSection({ text: { vocabulary, context } }: SentenceState, topic: Measure): Facets | null {
  const own = vocabulary.facetsOf(topic);
  const fund = context["fund"];
  if (fund === undefined || (own?.["fund"] ?? "all") !== "all") return null;
  return { ...own, fund };
}

/** The figure of the passage that the words call by its own name: "占授予中小企业合同金额的75%". */
function saidOf({ text }: SentenceState, name: string, part: Claim): Claim[] {
  const bare = withoutTotal(name);
  if (bare.length < 4) return [];
  const found = text.inPassage.filter((claim) => claim !== part && withoutTotal(claim.label.name) === bare);
  return found.length === 1 ? found : [];
}

const withoutTotal = withoutEnding("总额", "总数", "合计", "金额", "的");

/** What the headings announce, where this figure is a part of that and that is one figure: 收支总体情况 is none. */
function topicAround({ text }: SentenceState, part: Claim): Measure | null {
  const isOne = (topic: Measure): boolean => {
    const facets = text.vocabulary.facetsOf(topic);
    return facets?.["side"] !== undefined || facets?.["item"] !== undefined;
  };
  return text.topics.find((topic) => part.measure !== null && isPartOf(part.measure, topic) && isOne(topic)) ?? null;
}

/**
 * "决算8.00万元，为年初预算7.44万元的107.5%", "…占本年支出合计2543.36万元的93.18%": of the last figure but one in the last; false where the
 * percentage stands otherwise.
 */
export function takeRatio({ passage, text, reason }: SentenceState, percent: Quantity, from: number): boolean {
  if (!/^的(?:约|近)?$/.test(passage.text.slice(from, percent.start)) || reason !== null) return false;
  const [before, whole] = text.inPassage.slice(-2);
  const part = whole === undefined ? undefined : settledBefore(text.inPassage, before, whole);
  if (part === undefined || whole?.end !== from || part.quantity.dimension !== whole.quantity.dimension) return false;
  const said = /(占|相当于|完成|达到?|[为是])[^占为是]*$/.exec(passage.text.slice(part.end, whole.quantity.start))?.[1];
  if (said === undefined || part.reason) return false;
  const common = { passage, start: part.passage === passage ? part.start : from, end: percent.end, percent };
  if (said === "占")
    text.shares.push({ ...common, part, together: [part], meaning: null, whole: null, wholes: [whole], named: true });
  else text.completions.push({ ...common, settled: part, planned: whole });
  return true;
}

/** "…4.92亿元，为年初预算4.57亿元的107.7%，为全年预算5.10亿元的96.5%": both rates are of what was settled. */
function settledBefore(said: readonly Claim[], before: Claim | undefined, plan: Claim): Claim | undefined {
  if (before?.label.version !== "budget" || plan.label.version !== "budget") return before;
  return said.findLast((claim) => claim.label.version !== "budget" && sameTopic(claim, plan)) ?? before;
}

/**
 * "年初预算为…万元，支出决算为…万元，完成年初预算的…%". A rate that does not say of what ("执行率98.5%") is read where both figures stand in
 * the passage.
 */
export function takeCompletion(state: SentenceState, percent: Quantity, words: string, from: number): void {
  const { passage, text } = state;
  const said = [...text.inPassage].reverse().filter(({ reason, label }) => !reason && !label.lastYear);
  const settled = settledOf(said);
  const plans = said.filter((claim) => claim.label.version === "budget" && sameTopic(claim, settled ?? null));
  const named = stageNamed.exec(words)?.[0];
  const planned = plans.find((claim) => named !== undefined && wordsOf(claim).includes(named)) ?? plans[0] ?? null;
  if (
    /上年|去年|上一年/.test(words) ||
    !settled ||
    state.reason !== null ||
    (planned === null && !/预算|计划/.test(words))
  )
    return;
  text.completions.push({ passage, start: from, end: percent.end, settled, planned, percent });
}

/** The last settled figure; where a plan was said last, that of the same item ("…；年初预算28万元，完成率107%"). */
function settledOf(latestFirst: readonly Claim[]): Claim | undefined {
  const settled = latestFirst.filter(({ label }) => label.version !== "budget");
  const [last] = latestFirst;
  const planned = last?.label.version === "budget" ? last : null;
  return settled.find((claim) => sameTopic(claim, planned)) ?? settled[0];
}

/** Of several budgets, the one that a rate is of. */
const stageNamed = /年初|调整|全年/;

function wordsOf({ passage, start, end }: Claim): string {
  return passage.text.slice(start, end);
}
