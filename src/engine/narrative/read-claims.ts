import { levelOfBody } from "./body-level";
import { withoutEnding } from "../language";
import { foldedName, type Facets } from "../tables";
import type { Change, Claim, Completion, GrowingList, PartList, Reading, Share, StatedNumber } from "./claim";
import { bodyEnding, readLabel, type Bodies, type Label, type Subject } from "./label";
import type { Measure, Vocabulary } from "./measures";
import type { Passage } from "./passage";
import { firstFrom, readAllQuantities, type Quantity } from "./quantity";
import { projectOfHeading } from "./headings";
import { deniable, readDenials } from "./read-denials";
import { readSentence } from "./read-sentence";
import { meetPath, type ReadingState, type Topic } from "./topic";
import { readBrackets, splitSentences, type Sentence } from "./sentence";

/** Definitions are about the words, not about this budget. */
const definition = /(?:^|:|,)(?:是)?(?:指|反映)|^名词解释/;
/** Reads all claims of a text. `bodies` says whose text it is. */
export function readClaims(passages: readonly Passage[], vocabulary: Vocabulary, bodies: Bodies): Reading {
  const claims: Claim[] = [];
  const lists: PartList[] = [];
  const changes: Change[] = [];
  const shares: Share[] = [];
  const completions: Completion[] = [];
  const numbers: StatedNumber[] = [];
  const leads = new Map<number, GrowingList>();
  const quantitiesOf = readAllQuantities(passages);
  const headingLabels = new Map<string, Label>();
  // A heading stands over many passages, and is read once.
  const labelOfHeading = (heading: string): Label => {
    const label = headingLabels.get(heading) ?? readLabel(subjectOfHeading(heading, vocabulary), vocabulary, bodies);
    headingLabels.set(heading, label);
    return label;
  };
  for (const [place, passage] of passages.entries()) {
    if (passage.headings.some((heading) => /名词解释|专业术语/.test(heading))) continue;
    const quantities = quantitiesOf[place]!;
    for (const quantity of quantities) numbers.push({ passage, quantity });
    if (quantities.length === 0 && !deniable.test(passage.text)) continue;
    const brackets = readBrackets(passage.text, quantities);
    const state: ReadingState = {
      vocabulary,
      bodies,
      subject: subjectOf(passage, bodies),
      topics: topicsOf(passage, labelOfHeading),
      claims,
      lists,
      changes,
      shares,
      completions,
      context: contextOf(passage, vocabulary, bodies),
      fund: null,
      comparison: null,
      led: ledBy(passage, leads),
      topic: headingTopic(passage, vocabulary, bodies),
      inPassage: [],
    };
    for (const sentence of splitSentences(brackets)) {
      const text = passage.text.slice(sentence.start, sentence.end);
      const defined = definition.exec(text.slice(0, 60));
      if (
        defined &&
        quantitiesIn(quantities, { start: sentence.start, end: sentence.start + defined.index }).length === 0
      )
        continue;
      const own = quantitiesIn(quantities, sentence);
      state.fund = null;
      if (own.length > 0) readSentence(passage, brackets, sentence, own, state);
      else meetPath(text, state);
      if (deniable.test(text)) readDenials(passage, brackets.masked, sentence.start, sentence.end, state);
    }
    openLead(passage, place, state, leads);
  }
  for (const list of leads.values()) if (list.items.length > 0) lists.push(list);
  return { claims, lists, changes, shares, completions, numbers };
}

/** The quantities, in their order, that stand between two places. */
function quantitiesIn(quantities: readonly Quantity[], { start, end }: Sentence): readonly Quantity[] {
  const first = firstFrom(quantities, start);
  let last = first;
  while (last < quantities.length && quantities[last]!.end <= end) last++;
  return quantities.slice(first, last);
}

/** The list whose items the passage is one of; null where no lead-in stands directly over it. */
function ledBy({ lead }: Passage, leads: ReadonlyMap<number, GrowingList>): GrowingList | null {
  return lead?.direct === true ? (leads.get(lead.passage) ?? null) : null;
}

/** "…6.40万元，与2023年预算持平。其中：" at the end of a paragraph: the numbered ones behind it are parts of the figure. */
function openLead(passage: Passage, place: number, { inPassage }: ReadingState, leads: Map<number, GrowingList>): void {
  const lead = /(?:^|[。;])([^。;]{2,60}):$/.exec(passage.text)?.[1];
  const said = inPassage.filter((claim) => claim.head === null && !claim.reason);
  const [first, ...others] = said;
  // "预算为…，支出决算为…。其中：" leads in what was settled.
  const head =
    first?.label.version === "budget"
      ? (others.find(({ label, measure }) => label.version === "final" && measure === first.measure) ?? first)
      : first;
  if (lead === undefined || head === undefined || !/(?:其中|包括|如下|具体[为是]|分别[为是])$/.test(lead)) return;
  // What follows a total of both sides divides each of them.
  if (head.measure === "budget-total" || head.measure === "fiscal-total") return;
  // Figures that stand beside each other are no whole of what follows.
  if (others.some(({ measure, quantity }) => measure !== head.measure && quantity.dimension === "money")) return;
  const opener = /[为是]$/.test(lead) ? "declared" : "of-which";
  leads.set(place, { head, items: [], opener, broken: false, bounded: true, enclosed: false });
}

/** What headings and lead-in say of the money under them: its side and its fund. */
function contextOf(passage: Passage, vocabulary: Vocabulary, bodies: Bodies): Facets {
  const headings = [...passage.headings]
    .reverse()
    .map((heading) => readLabel(stripped(heading), vocabulary, bodies).facets);
  // A lead-in may be a whole sentence: what it names first is what it leads in.
  const [named] = passage.lead === null ? [] : vocabulary.mentioned(passage.lead.text);
  const lead = named === undefined ? null : vocabulary.facetsOf(named.measure);
  return Object.assign({}, ...[...headings, lead].map(sideAndFund)) as Facets;
}

/** What the innermost heading announces, for figures that only name a stage of it: "（三）公务接待费。支出决算为…". */
function headingTopic(passage: Passage, vocabulary: Vocabulary, bodies: Bodies): Topic | null {
  const heading = passage.headings[0];
  if (heading === undefined) return null;
  const project = projectOfHeading(heading);
  if (project !== null) return { measure: null, meaning: { project: foldedName(project) }, path: null, name: project };
  const { measure, facets, name, path } = readLabel(subjectOfHeading(heading, vocabulary), vocabulary, bodies);
  const context = contextOf(passage, vocabulary, bodies);
  if (path !== null) return { measure: null, meaning: { side: "expenditure", ...context }, path, name: path.text };
  return facets === null ? null : { measure, meaning: facets, path: null, name, ofHeading: true };
}

/** "住房保障支出全部是住房公积金": a heading that is a sentence is about what it begins with. */
function subjectOfHeading(heading: string, vocabulary: Vocabulary): string {
  const [first] = vocabulary.mentioned(heading);
  const isSubject =
    first?.start === 0 && /^(?:全部|均|都|主要|仅|只)?(?:为|是|系|用于|包括|由)/.test(heading.slice(first.end));
  return isSubject ? heading.slice(0, first.end) : stripped(heading);
}

function sideAndFund(facets: Facets | null): Facets {
  if (facets === null || facets["item"] !== undefined) return {};
  const { side, fund, nature } = facets;
  return {
    ...(side === undefined ? {} : { side }),
    ...(fund === undefined || fund === "all" ? {} : { fund }),
    ...(nature === undefined ? {} : { nature }),
  };
}

/** A heading or lead-in without the words that say what it does with its subject. */
function stripped(heading: string): string {
  const bare = heading
    .replace(/^关于/, "")
    .replace(/收入支出|收入、支出|收、支/, "收支")
    .replace(
      /按(?:支出|收入)?(?:功能|经济|资金|项目|用途|性质|来源)(?:科目|性质|类别|来源)*(?:分类|划分|分)(?:的)?/,
      "",
    )
    .replace(
      /(?:支出|收入)?(?:主要)?(?:内容|用途|用于以下(?:方面)?|构成)?(?:具体)?(?:如下|包括|其中)?$/,
      (words) => /^(?:支出|收入)/.exec(words)?.[0] ?? "",
    )
    .replace(/(?:情况)?(?:的)?(?:说明)?$/, "");
  return withoutManner(bare);
}

const withoutManner = withoutEnding(
  ...["安排", "增减", "变化", "变动", "总体", "规模", "结构", "具体", "使用", "资金", "决算"],
);

/** Do these words in front of a colon announce what the paragraph is about? */
export function isTopicOf(vocabulary: Vocabulary, bodies: Bodies): (words: string) => boolean {
  return (words) => {
    const { facets, path, subject } = readLabel(stripped(words), vocabulary, bodies);
    return (facets !== null || path !== null) && subject.kind === "whole";
  };
}

/** Measures of the headings a passage stands under, innermost first. */
function topicsOf(passage: Passage, labelOfHeading: (heading: string) => Label): Measure[] {
  const labels = passage.headings.map(labelOfHeading);
  // What stands under a subject of the classification or a project is not what the headings further out announce.
  const subject = labels.findIndex(({ path }, at) => path !== null || projectOfHeading(passage.headings[at]!) !== null);
  return labels
    .slice(0, subject < 0 ? undefined : subject)
    .map(({ measure }) => measure)
    .filter((measure) => measure !== null);
}

/** "××局(本级)": the body without its units. */
const levelAtEnd = /(?:局|委|厅|办|会|院|校|中心|处|部|政府)\(?(?:机关)?本级(?:机关)?\)?$/;

/** Under the heading "××站" a text speaks of that unit. */
function subjectOf(passage: Passage, bodies: Bodies): Subject {
  const name = passage.headings
    .map((heading) => heading.replace(/20\d{2}年(?:度)?/g, "").replace(/(?:部门|单位)?预算.*$|基本情况$/, ""))
    .find(
      (heading) =>
        bodies.others.includes(heading) ||
        (heading.length >= 5 && (bodyEnding.test(heading) || levelAtEnd.test(heading))),
    );
  return name === undefined ||
    (bodies.own !== null && name.includes(bodies.own) && !levelAtEnd.test(name)) ||
    /(?:本|我)(?:单位|部门)$|(?:构成|所属|下属)?(?:预算)?单位$/.test(name)
    ? { kind: "whole" }
    : { kind: "other", name: levelOfBody(name, bodies.own) ?? name };
}
