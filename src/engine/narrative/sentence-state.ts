import type { Change, Claim, Direction } from "./claim";
import { isBareName, readLabel, type Label, type Subject } from "./label";
import { isFigureOf, type Measure } from "./measures";
import { OpenLists } from "./open-lists";
import type { Passage } from "./passage";
import { absolute, type Quantity } from "./quantity";
import type { Brackets, Sentence } from "./sentence";
import { fallsBack, sameTopic, type ReadingState } from "./topic";
import type { Words } from "./words-before";

/** A figure that a sentence names again was said not longer ago than so many figures. */
const mostRemembered = 1000;

/** What a later paragraph divides was said within so many figures. */
const mostBefore = 60;

const yearOfClause = new RegExp(
  String.raw`(?:^|[,;:(])(?:\d{1,2}[.、])?(20\d\d)年(?:度)?` +
    String.raw`(?:[^,;:。\d()]{1,16}(?:中|如下|包括|情况|构成)|[^,;:。\d()]{2,30}为零)?[,:]`,
  "g",
);

/** Of which figures the next changes of a row are, which way they went, and the words that say so. */
export interface ChangesInTurn {
  readonly bases: (Claim | null)[];
  readonly direction: Direction;
  readonly against: string;
}

/** How far the reading of one sentence has come; what reads figures, changes and shares shares it. */
export class SentenceState {
  readonly lists: OpenLists;
  /** Up to where the sentence has been read. */
  position: number;
  last: Claim | null = null;
  /** The last amount of money of the sentence. */
  lastMoney: Claim | null = null;
  primary: Claim | null = null;
  change: Change | null = null;
  /** Last year's figure, of what is still to be named: "与2023年预算数1000万元相比，"; null where none is open. */
  compared: { readonly prior: Quantity; readonly against: string } | null = null;
  /** The last change whose words compare: parts without such words are compared as it is. */
  comparison: Change | null;
  /** Where the reason began that is being given, and how many lists were open there; null outside of one. */
  reason: { readonly depth: number; readonly start: number } | null = null;
  subject: Subject;
  /** The year that the clause began with: "2024年收入中：", "2024年，"; null where it began with none. */
  private year: number | null = null;
  /** The figures whose shares are still to come: "分别占68.9%、23.0%"; null outside of such a row. */
  inTurn: Claim[] | null = null;
  /** The figures whose changes are still to come: "分别增加1万元和2万元"; null outside of such a row. */
  changesInTurn: ChangesInTurn | null = null;
  /** Numbers of things that are said by the way, "对12个项目开展了绩效自评": what follows may divide them. */
  readonly counted: Claim[] = [];

  constructor(
    readonly passage: Passage,
    readonly brackets: Brackets,
    readonly sentence: Sentence,
    readonly text: ReadingState,
  ) {
    this.position = sentence.start;
    this.subject = text.subject;
    this.comparison = passage.text.startsWith("其中", sentence.start) ? text.comparison : null;
    this.lists = new OpenLists(passage, text.lists);
  }

  /**
   * What a list that begins here explains: the last figure, also of the sentence before; parts that count things divide
   * the last number of such things ("对12个项目开展自评,涉及资金300万元,其中等级为优的8个").
   */
  head(next?: Quantity): Claim | null {
    const last = this.settledOf(this.last ?? this.outermost().at(-1) ?? null);
    if (next === undefined || next.dimension === "money" || next.dimension === "percent") return last;
    if (last?.quantity.dimension === next.dimension) return last;
    const isAlike = ({ quantity }: Claim): boolean => quantity.dimension === next.dimension;
    const [byTheWay, own] = [this.counted.findLast(isAlike), this.inSentence().findLast(isAlike)];
    if (byTheWay === undefined || own === undefined) return byTheWay ?? own ?? last;
    return own.start > byTheWay.start ? own : byTheWay;
  }

  /** The figures of the sentence so far: "车辆24辆，价值486.92万元，其中应急保障用车9辆". */
  private inSentence(): Claim[] {
    return this.text.inPassage.filter((claim) => claim.start >= this.sentence.start && !claim.reason);
  }

  /**
   * "支出决算30万元，完成预算36万元的83.3%。其中：…", "支出30万元，年初预算36万元": what came of it is divided and compared, not what was
   * planned.
   */
  private settledOf(claim: Claim | null): Claim | null {
    if (claim?.label.version !== "budget") return claim;
    const completed = this.text.completions.find(({ planned }) => planned === claim);
    if (completed !== undefined) return completed.settled;
    const said = this.text.inPassage.filter(
      (one) => one !== claim && !one.label.lastYear && !one.reason && sameTopic(one, claim),
    );
    const settled = said.findLast(({ label }) => label.version === "final");
    if (settled !== undefined || !isPlan(claim)) return settled ?? claim;
    return said.findLast(({ label, quantity }) => label.version === null && quantity.dimension === "money") ?? claim;
  }

  /** The figure of the passage that the words in front of a place call so: "项目支出" of "项目支出用于：". */
  namedBefore(at: number): Claim | null {
    const words = /[^,;:。、()]*$/.exec(this.passage.text.slice(this.sentence.start, at))![0];
    const { measure } = words === "" ? { measure: null } : this.labelOf(words);
    const named = this.text.inPassage.filter((claim) => claim.measure === measure && !claim.label.lastYear);
    return measure === null ? null : (named.at(-1) ?? null);
  }

  /**
   * What "包括" divides: "支出包括：" behind "收支总预算100万元。收入包括：…、上年结转5万元。" is what was said of that side, never the last
   * part of the other; null where nothing was.
   */
  headOfIncluded(at: number, next: Quantity | undefined): Claim | null {
    const words = /[^,;:。、()]*$/.exec(this.passage.text.slice(this.sentence.start, at))![0];
    const { measure } = words === "" ? { measure: null } : this.labelOf(words);
    const side = measure === null ? null : sideOf(measure);
    const last = this.head(next);
    if (side !== null && last === null) return this.saidAbove(side);
    if (side === null || last === null || [side, "both", null].includes(sideOfClaim(last))) return last;
    const said = this.outermost().filter((claim) => !claim.reason);
    return said.findLast((claim) => [side, "both"].includes(sideOfClaim(claim) ?? "")) ?? null;
  }

  /** "收支总预算5784.92万元。" over a paragraph "支出预算包括：…": the last figure of that side under the same heading. */
  private saidAbove(side: "income" | "expenditure" | "both"): Claim | null {
    const { headings } = this.passage;
    const said = this.text.claims.slice(-mostBefore).filter(({ head, reason, label, passage }) => {
      return head === null && !reason && !label.lastYear && headings.includes(passage.headings[0] ?? "");
    });
    return said.findLast((claim) => [side, "both"].includes(sideOfClaim(claim) ?? "")) ?? null;
  }

  /**
   * What "支出具体为" divides: what was said of that side, where the last figure was carried over or is of the other one;
   * else the last figure.
   */
  headOfDeclared(at: number): Claim | null {
    const words = /[^,;:。、()]*$/.exec(this.passage.text.slice(this.sentence.start, at))![0];
    const { measure } = words === "" ? { measure: null } : this.labelOf(words);
    const side = measure === null ? null : sideOf(measure);
    const last = this.head();
    if (side === null || last === null) return last;
    const strange = last.meaning?.["carried"] !== undefined || ![side, "both", null].includes(sideOfClaim(last));
    if (!strange) return last;
    const said = this.outermost().filter((claim) => !claim.reason && claim.meaning?.["carried"] === undefined);
    return said.findLast((claim) => sideOfClaim(claim) === side) ?? null;
  }

  /** What stands between the figure before and a place, with what brackets hold blotted out. */
  gapBefore(at: number): string {
    return this.brackets.masked.slice(this.position, at);
  }

  /** "基本支出中，人员经费…": what the beginning of the sentence calls the whole; null where it calls nothing so. */
  within(): Label | null {
    const words = /^(?:[^,;:。]{0,8}[,:])?([^,;:。()]{2,30})[中里][,:]/.exec(
      this.passage.text.slice(this.sentence.start, this.sentence.start + 60),
    )?.[1];
    const label = words === undefined ? null : this.labelOf(words);
    return label?.measure === null ? null : label;
  }

  /** The last figure on its own that the text gave by that name, not long ago. */
  saidOf(name: string): Claim | null {
    const { measure } = this.labelOf(name);
    if (measure === null) return null;
    const found = this.text.claims
      .slice(-mostBefore)
      .filter((claim) => claim.measure === measure && claim.head === null && !claim.reason && !claim.label.lastYear);
    return found.at(-1) ?? null;
  }

  /** The counts of the passage that its own words call so: "在职人员" of "在职人员92人". */
  countNamed(name: string, { dimension, unit }: Quantity): Claim | null {
    const found = [...this.text.inPassage, ...this.counted].filter(
      ({ quantity, label }) => quantity.dimension === dimension && quantity.unit === unit && label.name.endsWith(name),
    );
    return found.at(-1) ?? null;
  }

  /** This year's figures of the passage that stand on their own; an item under a lead-in does, in its passage. */
  outermost(): Claim[] {
    const led = this.text.led?.head ?? null;
    const year = this.latestYear();
    return this.text.inPassage.filter(
      ({ head, label }) => (head === null || head === led) && !label.lastYear && (label.year ?? year) >= year,
    );
  }

  /** The latest year that a figure of the passage names; 0 where none names one. */
  private latestYear(): number {
    return this.text.inPassage.reduce((latest, { label }) => Math.max(latest, label.year ?? 0), 0);
  }

  /** What words name; a short name ("运行费") only beside what it is a part of. */
  labelOf(words: string): Label {
    const { vocabulary, bodies } = this.text;
    const label = readLabel(words, vocabulary, bodies);
    if (label.path !== null) return label;
    const short = vocabulary.findShort(label.name);
    if (short === null || !this.wholesAround().some((whole) => isFigureOf(short, whole))) return label;
    return { ...label, measure: short, facets: vocabulary.facetsOf(short) };
  }

  /** Reads on over the words in front of a figure: a year at the beginning of a clause goes for what follows. */
  meetYear(from: number, to: number): void {
    const gap = this.passage.text.slice(from, to);
    const begun = from === this.sentence.start ? gap : `\u0001${gap}`;
    const found = [...begun.matchAll(yearOfClause)].at(-1);
    if (found !== undefined) this.year = Number(found[1]);
  }

  /** The same for the words in front of a figure; who is named once stays the subject of the sentence. */
  labelOfFigure(words: Words): Label {
    const said = this.labelOf(words.text);
    if (said.named) this.subject = said.subject;
    const year = said.lastYear || this.reason !== null ? said.year : (said.year ?? this.year);
    const label: Label = { ...this.asClass(said), subject: this.subject, year };
    return words.compound ? { ...label, measure: null, name: words.text } : label;
  }

  /** 国有资本经营预算支出 behind other classes of expenditure is the class of that name (223). */
  private asClass(label: Label): Label {
    const isClass = label.measure === "state-capital-expenditure" && label.name === "国有资本经营预算支出";
    if (!isClass || this.lastMoney?.measure?.startsWith("function-") !== true) return label;
    return { ...label, measure: "function-223", facets: this.text.vocabulary.facetsOf("function-223") };
  }

  private wholesAround(): readonly Measure[] {
    const { topics, inPassage, led } = this.text;
    return [...topics, ...inPassage.map(({ measure }) => measure), led?.head.measure ?? null].filter(
      (measure) => measure !== null,
    );
  }

  /**
   * The figures that "收入较去年…" may be about: those named, else the last figure and what it is part of; of an amount of
   * money the last money ("购置费18.64万元，购置1辆，比年初预算减少0.36万元"), while a rate may be that of the number.
   */
  basesOf(words: string, ofMoney: boolean): Claim[] {
    if (this.reason !== null) return [];
    const whole = together.test(words) ? this.wholeOfLast() : null;
    return whole ?? this.basesCalled(words, ofMoney);
  }

  private basesCalled(words: string, ofMoney: boolean): Claim[] {
    const label = words === "" ? null : this.labelOf(words);
    const { topic } = this.text;
    // "支出决算比上年增加…" behind the item's figure is about the item.
    const again = label === null || label.measure === null ? [] : this.calledAgain(label.measure);
    if (again.length > 0) return again;
    const names = label !== null && !isBareName(label.name) && (topic === null || !fallsBack(label, topic));
    if (names) return this.claimsNamed(label);
    const around = this.figuresAround().filter((claim) => claim.quantity.dimension === "money");
    const isCount = this.last !== null && this.last.quantity.dimension !== "money";
    if (around.length > 0 || !ofMoney || !isCount || this.lastMoney === null) return around;
    return [this.lastMoney];
  }

  /** "收入60.00万元，支出58.00万元，年末结转2.00万元，支出比上年增加…": the figure that the sentence has called so itself. */
  private calledAgain(measure: Measure): Claim[] {
    const called = this.inSentence().filter(
      ({ label, quantity }) => label.measure === measure && quantity.dimension === "money",
    );
    return called.length === 1 && called[0] !== this.last && !called[0]!.label.lastYear ? called : [];
  }

  /**
   * "160.85万元，甲57.39万元，乙103.46万元，合计较上年增加…": the figure that the last ones make up, never the last of them; none where
   * several stand there that make up no figure. Null where there are not several.
   */
  private wholeOfLast(): Claim[] | null {
    const said = this.text.inPassage.filter(
      ({ quantity, label, reason }) => quantity.dimension === "money" && !label.lastYear && !reason,
    );
    if (said.length < 2) return null;
    let sum = absolute(said.at(-1)!.quantity);
    for (let at = said.length - 2; at > 0; at--) {
      sum = sum.plus(absolute(said[at]!.quantity));
      const whole = said.slice(0, at).findLast(({ quantity }) => absolute(quantity).eq(sum));
      if (whole !== undefined) return [whole];
    }
    return [];
  }

  /** The last figure and what it is part of, outwards, and the one that the sentence began with. */
  private figuresAround(): Claim[] {
    const chain: Claim[] = [];
    const primary = this.settledOf(this.primary ?? this.outermost().at(-1) ?? null);
    for (let claim = this.settledOf(this.last ?? primary); claim !== null; claim = claim.head)
      if (!chain.includes(claim)) chain.push(claim);
    if (primary !== null && !chain.includes(primary)) chain.push(primary);
    // A sentence that begins with the comparison leaves open which figure of those before it is of.
    const others = this.last === null ? this.outermost().reverse() : [];
    return [...chain, ...others.filter((claim) => !chain.includes(claim) && !claim.reason)];
  }

  /** Figures said before of what is named, latest first; behind them those of the same side. */
  claimsNamed(label: Label): Claim[] {
    if (label.measure === null || label.lastYear) return [];
    const side = sideOf(label.measure);
    const said = this.text.claims
      .slice(-mostRemembered)
      .reverse()
      .filter((claim) => claim.measure !== null && claim.quantity.dimension === "money" && !claim.reason);
    const exact = said.filter((claim) => claim.measure === label.measure);
    if (exact.length === 0 && label.measure === "budget-total") return totalsOfBothSides(said);
    const alike = said.filter(
      (claim) =>
        claim.measure !== label.measure && side !== null && sideOf(claim.measure!) === side && claim.head === null,
    );
    if (exact.length + alike.length > 0 || side === null) return [...exact, ...alike];
    // "2024年年初预算数843.24万元…，收入较去年增加": the total of both sides is that of each.
    return said.filter((claim) => sideOf(claim.measure!) === "both").slice(0, 1);
  }
}

/** "合计", "两项合计": of the figures that were just said. */
const together = /^(?:以上|上述)?(?:[两二三四五六七八九十\d]+[项者])?(?:合计|共计|总计)$/;

/** "年初预算36万元", "完成预算48万元": what was planned of something that has been said already. */
function isPlan({ passage, start, quantity }: Claim): boolean {
  return /(?:完成|年初|全年|调整)[^,;:。]*预算/.test(passage.text.slice(start, quantity.start));
}

/** "收、支总计较去年…" behind "收入总计…，支出总计…": the two are the same figure. */
function totalsOfBothSides(latestFirst: readonly Claim[]): Claim[] {
  const total = (side: "income" | "expenditure"): Claim | undefined =>
    latestFirst.find(({ measure, head }) => head === null && [side, `${side}-grand-total`].includes(measure ?? ""));
  const found = [total("income"), total("expenditure")].filter((claim) => claim !== undefined);
  const [first, second] = found.map(({ quantity }) => absolute(quantity));
  return first !== undefined && second !== undefined && first.eq(second) ? found : [];
}

/** The side of a figure by its name, else by what it means: what was carried over is income. */
function sideOfClaim({ measure, meaning }: Claim): string | null {
  const named = measure === null ? null : sideOf(measure);
  return named ?? meaning?.["side"] ?? (meaning?.["carried"] === "in" ? "income" : null);
}

/** Income, expenditure or neither: "收入较去年…" is about a figure of the same side. */
function sideOf(measure: Measure): "income" | "expenditure" | "both" | null {
  if (measure === "budget-total" || measure === "fiscal-total") return "both";
  if (/^(?:income|.*-income$)/.test(measure)) return "income";
  if (/^(?:expenditure|.*-expenditure$)/.test(measure)) return "expenditure";
  return null;
}
