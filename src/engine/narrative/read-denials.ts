import type { Facets } from "../tables";
import { Exact } from "../workbook";
import { readLabel, type Label } from "./label";
import type { Mention } from "./measures";
import type { Passage } from "./passage";
import type { Quantity } from "./quantity";
import type { ReadingState } from "./topic";

const negation =
  /(?:没有|未(?!纳入)|无|不)(?:再|予|有|单独|另行)?(?:使用|安排|编制|编列|列支|发生|涉及|申请|收到|用|由|通过|存在|计划|预算|拟|相关|本级|的)*/g;

/** Only sentences that deny something and name money can be a denial that the tables know of. */
export const deniable = /(?:没有|未|无|不)(?:(?!没有)[^未无不])*(?:收入|支出|费|基金|国有资本|资金|结转|采购|拨款)/;

/** Whom a denial may speak of: nobody else than the body of the text. */
const ofTheBody =
  /^(?:本|我|全|部门|单位|预算|财政|拨款|一般公共|安排|也|均|暂|并|且|及|所属|汇总|在|中|年|度|初|当|\d)*.{0,2}$/;
const joined = /^[、和及与或以]*$/;

/** "无政府性基金安排的支出", "未安排因公出国（境）费": each measure named is nothing. */
export function readDenials(passage: Passage, masked: string, from: number, to: number, state: ReadingState): void {
  let start = from;
  for (let end = from; end <= to; end++) {
    if (end < to && !/[,;:。]/.test(masked[end]!)) continue;
    readDenial(passage, start, end, state);
    start = end + 1;
  }
}

function readDenial(passage: Passage, start: number, end: number, state: ReadingState): void {
  const clause = passage.text.slice(start, end);
  if (/\d[\d,.]*(?:[亿万千]?元|%)|去年|上年(?!结转|结余)|原因|由于|因|无线电|如/.test(clause)) return;
  const before = passage.text.slice(Math.max(0, start - 30), start);
  if (/主要(?:原因)?(?:是|为|系)[^。;]*$/.test(before)) return;
  for (const match of clause.matchAll(negation)) {
    const label = readLabel(clause.slice(0, match.index), state.vocabulary, state.bodies);
    if (label.subject.kind !== "whole" || state.subject.kind !== "whole" || !ofTheBody.test(label.name)) return;
    const at = match.index + match[0].length;
    if (denyFrom(at, clause, { passage, start, from: start + match.index, label }, state)) return;
  }
}

/** Where a denial stands: its clause, where it begins, and what stands in front of it. */
interface Denial {
  readonly passage: Passage;
  readonly start: number;
  readonly from: number;
  readonly label: Label;
}

/** Denies what is named from a place of the clause on, one behind the other; false where nothing is. */
function denyFrom(first: number, clause: string, denial: Denial, state: ReadingState): boolean {
  let at = first;
  let outer: Facets | null = null;
  for (const mention of state.vocabulary.mentioned(clause.slice(first))) {
    const [from, end] = [first + mention.start, first + mention.end];
    if (!joined.test(clause.slice(at, from))) break;
    // "无政府性基金预算支出变化": the change is denied, not the money; "未支出部分结转下年" is what is left of it.
    if (/^的?(?:变|增|减|结|超|需|以外|部分|余额)/.test(clause.slice(end, end + 3))) return at > first;
    const meaning = meaningOf(mention, clause.slice(from, end), outer, state);
    // "无政府性基金、国有资本经营预算收支及结转结余": what names no fund behind several is that of each, not of all money.
    if (meaning !== null && outer?.["fund"] !== undefined && meaning["fund"] === undefined) break;
    outer ??= meaning;
    deny(mention, meaning, clause.slice(from, end), denial.start + end, denial, state);
    at = end;
  }
  return at > first;
}

/** "政府性基金收入、支出": what is only called 支出 there is that fund's. */
function meaningOf(mention: Mention, name: string, outer: Facets | null, state: ReadingState): Facets | null {
  const own = state.vocabulary.facetsOf(mention.measure);
  if (/^(?:结转|结余)/.test(name) && own?.["carried"] !== undefined) return leftAtEnd(outer, state);
  if (own === null || outer?.["fund"] === undefined || !/^(?:收入|支出|收支)$/.test(name)) return own;
  return { ...own, fund: outer["fund"] };
}

/** "当年收支相抵，无结转结余": what no word calls last year's is what is left at the end, of the section's money. */
function leftAtEnd(outer: Facets | null, { context }: ReadingState): Facets {
  const fund = outer?.["fund"] ?? context["fund"];
  return { carried: "out", ...(fund === undefined || fund === "all" ? {} : { fund }) };
}

function deny(
  { measure }: Mention,
  meaning: Facets | null,
  name: string,
  position: number,
  { passage, from, label }: Denial,
  state: ReadingState,
): void {
  state.claims.push({
    passage,
    start: from,
    end: position,
    label: { ...label, measure, name },
    measure,
    meaning,
    about: "",
    path: null,
    quantity: nothingAt(position),
    head: null,
    reason: false,
    concerned: false,
    strange: null,
    denial: true,
  });
}

/** "无…": no money, said in front of a place. */
function nothingAt(position: number): Quantity {
  return {
    start: position - 1,
    end: position,
    value: new Exact(0),
    decimals: 0,
    known: 0,
    dimension: "money",
    unit: "元",
    exponent: 0,
    about: false,
    describes: null,
  };
}
