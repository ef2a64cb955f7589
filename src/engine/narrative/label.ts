import { ownLevel } from "./body-level";
import { withoutEnding } from "../language";
import type { Facets } from "../tables";
import type { Measure, Vocabulary } from "./measures";
import { readSubjectPath, type SubjectPath } from "./subject-path";

/** Who a figure is about: the body of the text, one of its units or a level of it, or nobody that is known. */
export type Subject = { readonly kind: "whole" } | { readonly kind: "other"; readonly name: string };

/** Which stage of a budget a figure is of: planned, carried out so far, settled. */
export type Version = "budget" | "executed" | "final";

/** What stands in front of an amount. */
export interface Label {
  /** Null where the name is none of the vocabulary. */
  readonly measure: Measure | null;
  /** The name without date, subject and numbering: what a project is called. */
  readonly name: string;
  /** The year it names; null where it names none. */
  readonly year: number | null;
  /** What the name means; null where it is no figure that tables can have. */
  readonly facets: Facets | null;
  /** The subject of the classification that it names; null where it names none. */
  readonly path: SubjectPath | null;
  readonly version: Version | null;
  /** "去年", "上年": another year, whatever the budget's year is. */
  readonly lastYear: boolean;
  readonly subject: Subject;
  /** The words say who it is; otherwise it is whom the text speaks of there. */
  readonly named: boolean;
  /** "一般公共预算拨款安排的…": money of this fund only; null where nothing says so. */
  readonly fund: Measure | null;
}

/** The bodies that a text can speak of. */
export interface Bodies {
  /** The body whose text it is, as named in its title; null where unknown. */
  readonly own: string | null;
  /** Units and other bodies named in the tables. */
  readonly others: readonly string[];
}

const ordinal = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const enumerator = new RegExp(
  `^(?:[①-⑳]|\\(?${ordinal}\\)|${ordinal}[.、](?!\\d(?!0\\d\\d年))|` +
    "[一二三四五六七八九]是|第[一二三四五六七八九]项?,?)+",
);
const opening = new RegExp(
  "^(?:其中|包括|包含|具体|(?:主要|其中|还|另)有(?![害关机线限色毒偿效])|" +
    "(?:金额|数额|占比)?(?:较|最|占比)[大多高]的?(?:项目)?(?:是|为|有)|" +
    "(?:按)?(?:金额|数额)?从[大高]到[小低](?:依次|分别)?[为是]|" +
    "(?:该|此|本)(?:科目|项(?!目))(?:资金|经费)?|年内|期内|分别|主要|同时|另外|此外|以及|并|和|及|" +
    "与|含|由|其余(?:依次|分别)?[为是]|用于|在(?![职编岗校建册])|从|按|对(?![^,;。]*\\([类款项]\\))|将|我们|即|为|是|则|同口径|" +
    "(?:计划|拟|实际)?(?:编制|编报|下达|批复|实现|取得|发生|申报)(?!数)|" +
    "(?:开支|列支|支付)(?!数|情况)|" +
    "较|占(?![地用比])|预算|安排|:|,|-|" +
    "完成(?=(?:年初|全年|调整|本年)?预算))+",
);
const yearWord = /(20\d{2})年(?:度|初)?/;
const thisYear = /本年度?(?!收|支|预)|今年(?:初)?|当年(?!收|支|财|拨)/;
const lastYearWord = /去年|上年度?(?!度?结转|度?结余|度?财政拨款结)|上一年度?/;
const ownBody = "部门|单位|系统|局|委|办|院|厅|会|校|中心|站|所|处|馆|台|队|街道|乡|镇|园";
const whole = new RegExp(
  `^(?:全?市|全?区|全?县)?(?:(?:我|本|全)(?:${ownBody})|部门|单位(?!自?有?资金)|汇总)` +
    "(?:及所属单位|\\(含所属单位\\)|所属各?(?:预算)?单位|汇总|整体)*(?:的)?|^所属各(?:预算)?单位(?:的)?|^[我本]部(?![分门])(?:的)?",
);
const level = new RegExp(
  [
    "^(?:部门|单位|局|委|厅|我局|本局|我委|本委)?(?:机关)?本级(?:机关)?(?:的)?",
    "^(?:局|委|厅)?机关(?!运行|工资福利|商品和服务|资本性|事业|本级|服务|干部|党委|工委)(?:的)?",
    "^下属单位(?:的)?",
    "^所属(?:事业)?单位(?:的)?",
    "^二级(?:机构|预算)?单位(?:的)?",
  ].join("|"),
);
/** "××局(本级)": the body without its units. */
const bodyAtLevel = /^([一-鿿]{2,30}(?:局|委|厅|办|院|会|中心|部))(?=\((?:机关)?本级\))/;
const levelBehind = /^\(?(?:机关)?本级(?:机关)?\)?的?/;
const several =
  /^.*?等(?:\d+|[一二两三四五六七八九十]+)?[家个]?(?:行政|参公|事业|预算|所属|下属|直属|、|和|及)*单位(?:的)?/;
/** "下属1家机关和1家参公事业单位": so many bodies of ours, whoever they are. */
const counted = /^(?:\(部门\))?(?:下属|所属)?(?:\d+家[^\d,;。]{1,12}?(?:和|、|及))*\d+家[^\d,;。]{0,10}?单位(?:的)?/;
const fundWords = new RegExp(
  "^(?:使用|通过|由)?" +
    "(?:(一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:当年)?(?:财政)?(?:拨款)?|(财政拨款))" +
    "(?:资金|预算)?(?:安排|保障|开支)?(?:的)?",
);
const withoutTrailing = withoutEnding(
  ...[
    "预算",
    "预算资金",
    "预算金额",
    "预算数额",
    "预算数",
    "安排",
    "均",
    "各",
    "为",
    "是",
    "合计",
    "约",
    "近",
    "计",
    "共",
  ],
  ...["达", "到", ":", "的"],
);

const economicCode = /\(([35]\d{2}(?:\d{2})?)\)/;

/** A body is not called by fewer letters than these: "水务局". */
const shortestOwn = 3;

/** What words were read as, by the bodies of the text: its headings and many of its names stand there often. */
const known = new WeakMap<Bodies, WeakMap<Vocabulary, Map<string, Label>>>();

/** Reads the words in front of an amount: who, which year, what. */
export function readLabel(words: string, vocabulary: Vocabulary, bodies: Bodies): Label {
  let byVocabulary = known.get(bodies);
  if (byVocabulary === undefined) known.set(bodies, (byVocabulary = new WeakMap<Vocabulary, Map<string, Label>>()));
  let byWords = byVocabulary.get(vocabulary);
  if (byWords === undefined) byVocabulary.set(vocabulary, (byWords = new Map<string, Label>()));
  let label = byWords.get(words);
  if (label === undefined) byWords.set(words, (label = new LabelReader(words, vocabulary, bodies).read()));
  return label;
}

/** Takes off the front of the words what is no part of the name, until a known name or nothing known is left. */
class LabelReader {
  private year: number | null = null;
  private lastYear = false;
  private subject: Subject = { kind: "whole" };
  private named = false;
  private fund: Measure | null = null;
  /** A code of the government's economic classification. */
  private government: string | null = null;

  constructor(
    private rest: string,
    private readonly vocabulary: Vocabulary,
    private readonly bodies: Bodies,
  ) {}

  read(): Label {
    this.takeEconomicCode();
    this.takeTime();
    const version = versionIn(this.rest);
    for (let before = ""; before !== this.rest && !this.isKnown();) {
      before = this.rest;
      this.rest = this.rest.replace(enumerator, "").replace(opening, "");
      if (this.isKnown()) break;
      this.takeGeneralBody();
      this.takeNamedBody();
      this.takeFund();
    }
    this.takeExamples();
    return this.government === null ? this.ofName(version) : this.ofGovernment(this.government, version);
  }

  /** What is left is a known name, or the name of something that only tables may know. */
  private ofName(version: Version | null): Label {
    const name = withoutTrailing(this.rest);
    const known = this.vocabulary.find(this.rest) ?? this.budgetOfBody(version);
    const path = readSubjectPath(this.rest);
    const composed = (known ?? path) ? null : this.vocabulary.compose(this.rest);
    const measure = known ?? composed?.measure ?? null;
    if (measure === null && path === null && !this.named) this.takeStranger(name);
    const { year, lastYear, subject, named, fund } = this;
    const own = known === null ? composed?.facets : this.vocabulary.facetsOf(known);
    const facets = paidBy(own ?? null, fund);
    return { measure, name, facets, path, version, year, lastYear, subject, named, fund };
  }

  /** "市图书馆预算", "局本级2025年预算": all of the budget of another body than the whole; null for other words. */
  private budgetOfBody(version: Version | null): Measure | null {
    const isBudget =
      this.rest === "" ? version === "budget" : /^(?:年度)?(?:部门|单位)?(?:总)?预算(?:总额)?$/.test(this.rest);
    return this.subject.kind === "other" && isBudget ? this.vocabulary.find("收支总预算") : null;
  }

  /**
   * "工资福利支出(301)": the name says it; "对个人和家庭的补助(509)" is a class of the government's own classification, whose names
   * are in part those of the other one.
   */
  private takeEconomicCode(): void {
    const found = economicCode.exec(this.rest);
    if (found === null) return;
    this.rest = this.rest.replace(economicCode, "");
    if (found[1]!.startsWith("5")) this.government = found[1]!;
  }

  private ofGovernment(economic: string, version: Version | null): Label {
    const name = withoutTrailing(this.rest);
    const { year, lastYear, subject, named, fund } = this;
    const facets = { side: "expenditure", economic };
    return { measure: null, name, facets, path: null, version, year, lastYear, subject, named, fund };
  }

  private isKnown(): boolean {
    return this.vocabulary.find(this.rest) !== null;
  }

  /** The year, where only one is named; "去年"; "本年" says nothing. */
  private takeTime(): void {
    const found = yearWord.exec(this.rest);
    if (found && !yearWord.test(this.rest.slice(found.index + found[0].length))) {
      this.year = Number(found[1]);
      this.rest = this.rest.replace(yearWord, "");
    }
    this.lastYear = lastYearWord.test(this.rest);
    this.rest = this.rest.replace(lastYearWord, "").replace(thisYear, "");
  }

  /** "A、B等3家单位", "我局", "全市". */
  private takeGeneralBody(): void {
    const list = several.exec(this.rest) ?? counted.exec(this.rest);
    if (list && list[0].length < this.rest.length) {
      this.rest = this.rest.slice(list[0].length);
      this.named = true;
      return;
    }
    const own = whole.exec(this.rest)?.[0] ?? "";
    this.rest = this.rest.slice(own.length);
    this.named ||= /[我本全]/.test(own);
  }

  /** The body whose text it is, by its name; another one of the tables; a level of it, "局本级". */
  private takeNamedBody(): void {
    if (this.takeOwnBody()) return;
    const other = this.otherBody();
    const part = other?.written ?? (this.isKnown() ? undefined : level.exec(this.rest)?.[0]);
    if (part === undefined || part === "") return;
    this.subject = { kind: "other", name: other?.name ?? (part.includes(ownLevel) ? ownLevel : part) };
    this.named = true;
    this.rest = this.rest.slice(part.length).replace(/^的/, "");
  }

  /** The body's own name; "××局(本级)" is that body without its units. False where the words begin with no such name. */
  private takeOwnBody(): boolean {
    const own = this.ownName();
    if (own === null) return false;
    const behind = this.rest.slice(own.length);
    const level = levelBehind.exec(behind)?.[0];
    if (level !== undefined) this.subject = { kind: "other", name: ownLevel };
    this.rest = level === undefined ? behind.replace(/^(?:部门|汇总)*的?/, "") : behind.slice(level.length);
    this.named = true;
    return true;
  }

  /** The body's own name that the words begin with, in full or without its place: "市水务局" of "江城市水务局". */
  private ownName(): string | null {
    const { own } = this.bodies;
    if (own === null) return bodyAtLevel.exec(this.rest)?.[1] ?? null;
    if (!bodyEnding.test(own)) return this.rest.startsWith(own) ? own : null;
    for (let at = 0; own.length - at >= shortestOwn; at++)
      if (this.rest.startsWith(own.slice(at))) return own.slice(at);
    return null;
  }

  /** The longest of the tables' other names that the words begin with, also without its place in front. */
  private otherBody(): { readonly written: string; readonly name: string } | undefined {
    const { others } = this.bodies;
    const [whole] = others
      .filter((name) => name !== "" && this.rest.startsWith(name) && this.rest.length > name.length)
      .sort((a, b) => b.length - a.length);
    if (whole !== undefined) return { written: whole, name: whole };
    const short = others.flatMap((name) => {
      const written = withoutPlace(name).find((one) => this.rest.startsWith(one));
      return written === undefined ? [] : [{ written, name }];
    });
    return short.length === 1 && !this.isKnown() ? short[0] : undefined;
  }

  /** "津贴补贴等人员经费": the name stands behind what it is made of. "工会经费等其他支出" is what is left of a list. */
  private takeExamples(): void {
    const after = /^[^等,;:]{2,30}等(?!其[他它余])(.{2,})$/.exec(this.rest)?.[1];
    if (after === undefined || this.isKnown() || this.vocabulary.find(after) === null) return;
    this.rest = after;
  }

  /** "一般公共预算拨款安排的" before a name that is known. */
  private takeFund(): void {
    if (this.isKnown()) return;
    const match = fundWords.exec(this.rest);
    if (!match || match[0].length >= this.rest.length) return;
    const after = this.rest.slice(match[0].length);
    if (this.vocabulary.find(after) === null) return;
    this.fund = fundNamed(match[1]);
    this.rest = after;
  }

  private takeStranger(name: string): void {
    const stranger = strangerIn(name, this.vocabulary);
    if (stranger === null) return;
    this.subject = { kind: "other", name: stranger };
    this.named = true;
  }
}

/** "市社会福利中心", "社会福利中心" of "松岭市社会福利中心": long enough to be no other body's name. */
function withoutPlace(name: string): string[] {
  const shorter: string[] = [name];
  for (let at = 1; name.length - at >= shortestBody; at++) shorter.push(name.slice(at));
  return bodyEnding.test(name) ? shorter : [];
}

const shortestBody = 5;

/** What a name means where it is said which fund pays. */
function paidBy(facets: Facets | null, fund: Measure | null): Facets | null {
  return facets !== null && fund !== null ? { ...facets, fund } : facets;
}

/** The fund of a name; "财政拨款" without one is all of them. */
function fundNamed(name: string | undefined): Measure {
  if (name === undefined) return "fiscal";
  if (name.startsWith("一般")) return "general-public";
  return name.startsWith("政府") ? "government-fund" : "state-capital";
}

/** "所属××站基本支出": a known name behind the name of a body that nobody has told us of. */
function strangerIn(name: string, vocabulary: Vocabulary): string | null {
  if (!bodyInside.test(name)) return null;
  const last = vocabulary.mentioned(name).at(-1);
  if (!last || last.end !== name.length || last.start === 0) return null;
  const before = name.slice(0, last.start).replace(/的$/, "");
  return before.length >= 4 && bodyEnding.test(before) ? before : null;
}

/** How the names of public bodies end. */
const bodyEndings = "局|委|厅|办|室|院|中心|会|处|站|所|馆|校|大学|队|街道|政府|乡|镇|园|社|团|公司|管理区|部|单位";
export const bodyEnding = new RegExp(`(?:${bodyEndings})$`);
const bodyInside = new RegExp(`.(?:${bodyEndings})(?:的)?.`);

/** Which stage the words speak of; null where they do not say. */
export function versionIn(words: string): Version | null {
  if (/执行(?!率)/.test(words)) return "executed";
  if (/决算|实际(?:支出|列支|开支|使用|完成)/.test(words)) return "final";
  return /预算(?:数|安排|为|是|$)|(?:年初|全年|调整|当年)预算|年初(?:安排|批复|核定)/.test(words) ? "budget" : null;
}

/** Is this name only "预算数", "年初预算", "总额": a figure whose subject is the heading? */
export function isBareName(name: string): boolean {
  return (
    /^(?:预算|决算|执行|调整|当年|年初|全年|安排|核定|批复|总|合计|金额|资金|规模|经费|数|额|为|是|共|计|支出预算|收支|情况|同期)*$/.test(
      name,
    ) && !/支出|收支/.test(name)
  );
}
