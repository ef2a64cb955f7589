import type { Change, Claim, Direction, GrowingList } from "./claim";
import { comparisonWords, directionAfter, directionBefore, saysLevel } from "./change-words";
import { isBareName, readLabel, versionIn, type Label, type Subject } from "./label";
import { isPartOf, type Measure } from "./measures";
import { hasOtherWords, OpenLists } from "./open-lists";
import type { Passage } from "./passage";
import type { Quantity } from "./quantity";
import { readMarkers, type Brackets, type Marker, type Sentence } from "./sentence";
import { aboutOf, meetPath, sameTopic, type About, type ReadingState } from "./topic";
import { wordsBefore, type Words } from "./words-before";

const describing =
  /每|人均|单价|标准(?:为|是)?$|不超过|不低于|上限|限额|以内$|原值|注册|产值|(?:^|[^非])税收|工业增加值|营业收入|利润/;

/** A figure that a sentence names again was said not longer ago than so many figures. */
const mostRemembered = 1000;

/** "比2022年预算持平", "与上年相同"; not "基本持平", which leaves something open. */
const levelWords =
  /(?:比|与|较|同|和)(?:去年|上年度?|上一年度?|20\d\d年(?:度)?)[^,;。:(\d]{0,12}?(?:相比)?,?(?:持平|相同|一致|无增减|无变化|没有变化)/;

/** An item of a numbered list: "2.…", "(3)…", "②…", "一是…". */
const numbered =
  /^(?:[①-⑳]|\((?:\d{1,2}|[一二三四五六七八九十]+)\)|\d{1,2}[.、](?!\d(?!0\d\d年))|[一二三四五六七八九]是)/;
const numberedBefore =
  /(?:[①-⑳]|(?:^|\D)\d{1,2}[.、]|[一二三四五六七八九]是|\((?:\d{1,2}|[一二三四五六七八九十]+)\))[^;。]*$/;

/** Reads one sentence: its figures, what is part of what, changes and shares. */
export function readSentence(
  passage: Passage,
  brackets: Brackets,
  sentence: Sentence,
  quantities: readonly Quantity[],
  state: ReadingState,
): void {
  const reader = new SentenceReader(passage, brackets, sentence, state);
  for (const quantity of quantities) reader.take(quantity);
  reader.finish();
}

class SentenceReader {
  private readonly lists: OpenLists;
  private position: number;
  private last: Claim | null = null;
  private primary: Claim | null = null;
  private change: Change | null = null;
  private reasonDepth: number | null = null;
  private subject: Subject;

  constructor(
    private readonly passage: Passage,
    private readonly brackets: Brackets,
    private readonly sentence: Sentence,
    private readonly state: ReadingState,
  ) {
    this.position = sentence.start;
    this.subject = state.subject;
    this.lists = new OpenLists(passage, state.lists);
  }

  take(quantity: Quantity): void {
    const markers = readMarkers(this.brackets, this.position, quantity.start);
    const from = this.position;
    this.meetLevel(from, quantity.start);
    for (const marker of markers) this.obey(marker, from);
    const { vocabulary, bodies } = this.state;
    const words = wordsBefore(
      { text: this.passage.text, brackets: this.brackets, markers, from, end: quantity.start },
      (name) => readLabel(name, vocabulary, bodies).measure !== null,
    );
    if (!this.reason()) meetPath(this.passage.text.slice(from, quantity.start), this.state);
    this.leaveReason(from, quantity.start, words.text);
    if (quantity.describes !== null) return;
    if (quantity.dimension === "percent") this.takePercent(quantity, words.text, from);
    else if (!this.takeChange(quantity, words, from)) this.takeClaim(quantity, words, from, markers);
    this.position = quantity.end;
  }

  finish(): void {
    this.meetLevel(this.position, this.sentence.end);
    for (const marker of readMarkers(this.brackets, this.position, this.sentence.end)) this.obey(marker, this.position);
    this.lists.closeAll();
  }

  /** "与2023年预算持平": no number says it, and it is a change all the same. */
  private meetLevel(from: number, to: number): void {
    const gap = this.passage.text.slice(from, to);
    const found = this.last === null || this.reason() ? null : levelWords.exec(gap);
    if (found === null || /原因|[。]/.test(gap.slice(0, found.index))) return;
    const base = this.last!;
    this.state.changes.push({
      passage: this.passage,
      start: base.start,
      end: from + found.index + found[0].length,
      bases: [base],
      direction: "flat",
      amount: null,
      percent: null,
      percentDirection: null,
      prior: null,
      before: this.earlier(base, found[0]),
      against: found[0],
      reason: false,
    });
  }

  /** A reason ends where the list goes on with its next part: "…主要原因是…；公务用车运行费…". */
  private leaveReason(from: number, to: number, words: string): void {
    if (this.reasonDepth === null || !this.passage.text.slice(from, to).includes(";")) return;
    const { measure, facets } = readLabel(words, this.state.vocabulary, this.state.bodies);
    const head = this.lists.head;
    if (measure !== null && facets !== null && head !== null && isPartOf(measure, head.measure))
      this.reasonDepth = null;
  }

  private obey(marker: Marker, from: number): void {
    switch (marker.kind) {
      case "open":
        this.lists.openBracket(
          /^[,;:、]*$/.test(this.passage.text.slice(from, marker.start)) ? this.last : null,
          marker.end,
        );
        return;
      case "close":
        this.last = this.lists.closeBracket() ?? this.last;
        if (this.reasonDepth !== null && this.lists.depth < this.reasonDepth) this.reasonDepth = null;
        return;
      case "reason":
        this.giveReason(marker);
        return;
      case "including":
        this.lists.open("of-which", this.head(), marker.end, true);
        return;
      case "declared":
        // "公务接待费、培训费分别为5万元、8万元" hands out amounts, it explains none.
        this.lists.open(
          !this.lists.fresh && hasOtherWords(this.passage, from, marker.start) ? "uses" : "declared",
          this.head(),
          marker.end,
        );
        return;
      case "of-which":
      case "uses":
        this.lists.open(marker.kind, this.head(), marker.end);
        return;
    }
  }

  /** "主要是" explains a change; where nothing has changed it says what the money is for. */
  private giveReason(marker: Marker): void {
    if (/原因|由于|因/.test(this.passage.text.slice(marker.start, marker.end)) || this.speaksOfChange(marker.start))
      this.reasonDepth ??= this.lists.depth;
    else this.lists.open("uses", this.head(), marker.end);
  }

  /** What a list that begins here explains: the last figure, also of the sentence before. */
  private head(): Claim | null {
    return this.last ?? this.outermost().at(-1) ?? null;
  }

  /** Figures of the passage so far that stand on their own; an item under a lead-in does, in its passage. */
  private outermost(): Claim[] {
    const led = this.state.led?.head ?? null;
    return this.state.inPassage.filter((claim) => claim.head === null || claim.head === led);
  }

  private speaksOfChange(before: number): boolean {
    const said = this.passage.text.slice(Math.max(this.sentence.start, this.last?.end ?? 0), before);
    return this.change !== null || saysLevel(said) || /增|减|下降|上升|变/.test(said);
  }

  private takePercent(quantity: Quantity, words: string, from: number): void {
    const share = /占(.*?)(?:的)?(?:比重|比例|百分比|比)?(?:约|为|是|达)*$/.exec(words);
    if (share) {
      if (this.last && !this.reason()) this.addShare(quantity, share[1]!, from);
      return;
    }
    if (/完成[^,;。]*(?:预算|计划)(?:数|安排)?的?(?:约|为|是)*$/.test(words)) {
      this.complete(quantity, from);
      return;
    }
    const direction = directionBefore(words);
    if (direction === null) return;
    const compares = comparisonWords.test(this.passage.text.slice(from, quantity.start));
    if (this.change !== null && this.change.percent === null && !(compares && this.change.amount === null)) {
      this.change.percent = quantity;
      this.change.percentDirection = direction;
      this.change.end = quantity.end;
      return;
    }
    if (compares) this.startChange(quantity, direction, words, from, null);
  }

  /** "年初预算为…万元，支出决算为…万元，完成年初预算的…%". */
  private complete(percent: Quantity, from: number): void {
    const said = [...this.state.inPassage].reverse().filter((claim) => !claim.reason);
    const settled = said.find(({ label }) => label.version !== "budget");
    const planned = said.find((claim) => claim.label.version === "budget" && sameTopic(claim, settled ?? null));
    if (settled && planned && !this.reason())
      this.state.completions.push({ passage: this.passage, start: from, end: percent.end, settled, planned, percent });
  }

  private takeChange(quantity: Quantity, words: Words, from: number): boolean {
    const gap = this.passage.text.slice(from, quantity.start);
    const following = this.passage.text.slice(quantity.end, quantity.end + 8);
    const compared = comparisonWords.exec(words.text);
    const onward = directionAfter(following);
    if (
      compared &&
      onward !== null &&
      directionBefore(words.text) === null &&
      /(?:年|数|预算|决算|执行|额|度|的|初|为)$/.test(words.text)
    ) {
      this.startChange(null, onward, words.text, from, quantity);
      return true;
    }
    const direction = directionBefore(words.text);
    if (direction === null) return false;
    const anew = comparisonWords.test(gap);
    const open = this.change !== null && this.change.amount === null ? this.change : null;
    if (open !== null && ((open.percent === null && open.prior !== null) || (!anew && open.direction === direction))) {
      open.amount = quantity;
      open.end = quantity.end;
    } else if (anew) this.startChange(quantity, direction, words.text, from, null);
    // "减少20万元" without a word of comparison is a change of something, never a figure of its own.
    return true;
  }

  private startChange(
    quantity: Quantity | null,
    direction: Direction,
    words: string,
    from: number,
    prior: Quantity | null,
  ): void {
    const end = quantity?.end ?? prior!.end;
    const until = (quantity ?? prior)!.start;
    const gap = this.passage.text.slice(from, until);
    const found = comparisonWords.exec(gap);
    const before = found ? gap.slice(0, found.index) : "";
    const named = found ? before.split(/[,;:、。()]/).at(-1)! : words;
    const bases = this.basesOf(named || lastNamed(before));
    const isPercent = quantity?.dimension === "percent";
    const against = found ? gap.slice(found.index) : "";
    this.change = {
      passage: this.passage,
      reason: this.reason(),
      against,
      before: bases[0] === undefined ? null : this.earlier(bases[0], against),
      start: from + (found ? found.index - named.length : 0),
      end,
      bases,
      direction,
      amount: isPercent ? null : quantity,
      percent: isPercent ? quantity : null,
      percentDirection: isPercent ? direction : null,
      prior,
    };
    this.state.changes.push(this.change);
  }

  /** The figure of the year that a change compares with, where a sentence before gives it: "2023年执行数54.60万元". */
  private earlier(base: Claim, against: string): Claim | null {
    const year = Number(/20\d\d/.exec(against)?.[0] ?? Number.NaN);
    const version = versionIn(against);
    const fits = this.state.inPassage.filter(
      (claim) =>
        !claim.reason &&
        (claim.label.year === year || (Number.isNaN(year) && claim.label.lastYear)) &&
        (version === null || claim.label.version === null || claim.label.version === version) &&
        sameTopic(claim, base),
    );
    return fits.length === 1 ? fits[0]! : null;
  }

  /** The figures that "收入较去年…" may be about: those named, else the last figure and what it is part of. */
  private basesOf(words: string): Claim[] {
    if (this.reason()) return [];
    const label = words === "" ? null : readLabel(words, this.state.vocabulary, this.state.bodies);
    if (label !== null && !isBareName(label.name)) return this.claimsNamed(label);
    return this.figuresAround().filter((claim) => claim.quantity.dimension === "money");
  }

  /** The last figure and what it is part of, outwards, and the one that the sentence began with. */
  private figuresAround(): Claim[] {
    const chain: Claim[] = [];
    const primary = this.primary ?? this.outermost().at(-1) ?? null;
    for (let claim = this.last ?? primary; claim !== null; claim = claim.head)
      if (!chain.includes(claim)) chain.push(claim);
    if (primary !== null && !chain.includes(primary)) chain.push(primary);
    return chain;
  }

  /** Figures said before of what is named, latest first; behind them those of the same side. */
  private claimsNamed(label: Label): Claim[] {
    if (label.measure === null || label.lastYear) return [];
    const side = sideOf(label.measure);
    const said = this.state.claims
      .slice(-mostRemembered)
      .reverse()
      .filter((claim) => claim.measure !== null && claim.quantity.dimension === "money" && !claim.reason);
    const exact = said.filter((claim) => claim.measure === label.measure);
    const alike = said.filter(
      (claim) =>
        claim.measure !== label.measure && side !== null && sideOf(claim.measure!) === side && claim.head === null,
    );
    return [...exact, ...alike];
  }

  private addShare(quantity: Quantity, named: string, from: number): void {
    const part = this.last!;
    const label =
      named === ""
        ? null
        : readLabel(named.replace(/^(?:全部|全年|总的?|其|该项)/, ""), this.state.vocabulary, this.state.bodies);
    const wholes: Claim[] = [];
    for (let claim = part.head; claim !== null; claim = claim.head) wholes.push(claim);
    for (const claim of [...this.state.inPassage].reverse())
      if (claim !== part && claim.head === null && !wholes.includes(claim)) wholes.push(claim);
    this.state.shares.push({
      passage: this.passage,
      start: from,
      end: quantity.end,
      part,
      percent: quantity,
      whole: label !== null ? label.measure : part.head === null ? this.topicAround(part) : null,
      wholes: label !== null && label.measure === null ? [] : wholes,
    });
  }

  /** The first amount under its heading, with nothing in front but year, body and "预算数". */
  private announces(quantity: Quantity): boolean {
    if (quantity.dimension !== "money" || this.lists.depth > 0 || this.state.inPassage.length > 0) return false;
    const { text } = this.passage;
    const colon = text.lastIndexOf(":", quantity.start);
    const words = text
      .slice(Math.max(this.sentence.start, colon < 0 ? 0 : colon + 1), quantity.start)
      .replace(/[,]/g, "");
    return isBareName(readLabel(words, this.state.vocabulary, this.state.bodies).name);
  }

  /** What the heading says of the first amount under it, where its own words are only "预算数". */
  private announced(quantity: Quantity, words: Words): Measure | undefined {
    return !words.compound && this.announces(quantity) ? this.state.topics[0] : undefined;
  }

  /** What the headings announce, where this figure is a part of that. */
  private topicAround(part: Claim): Measure | null {
    return this.state.topics.find((topic) => part.measure !== null && isPartOf(part.measure, topic)) ?? null;
  }

  private takeClaim(quantity: Quantity, words: Words, from: number, markers: readonly Marker[]): void {
    const label = this.labelOf(words);
    const topic = this.announced(quantity, words);
    const measure = label.measure ?? topic ?? null;
    const describes = describing.test(words.text) || isDescription(label, measure);
    this.settleLists(quantity, words, from, describes || this.isApart(markers, from, words.start));
    if (describes) return;
    const list = this.lists.choose(measure, quantity.dimension) ?? this.ledList(quantity, words);
    const head = list?.head ?? null;
    const about = aboutOf(label, topic, head, words.compound, this.state);
    const claim: Claim = {
      ...aboutClaim(about, label, measure),
      passage: this.passage,
      start: Math.min(words.start, quantity.start),
      end: quantity.end,
      quantity,
      head,
      reason: this.reason(),
      denial: false,
    };
    if (list) list.items.push(claim);
    else this.primary = claim;
    if (quantity.dimension === "money" && !claim.reason && list?.opener !== "bracket") this.state.topic = about;
    this.last = claim;
    this.change = null;
    this.state.claims.push(claim);
    this.state.inPassage.push(claim);
  }

  /** Ends or breaks the open lists that the next figure does not simply go on. */
  private settleLists({ dimension }: Quantity, words: Words, from: number, apart: boolean): void {
    if (numbered.test(words.text) || numberedBefore.test(this.passage.text.slice(from, words.start)))
      this.lists.closeUses();
    this.lists.dropDistant(words.start);
    if (apart) this.lists.breakTop(dimension);
  }

  private isApart(markers: readonly Marker[], from: number, start: number): boolean {
    return !this.lists.fresh && this.standsApart(markers, from, start);
  }

  /** A numbered item under "其中：" is a part of what stands before that. */
  private ledList(quantity: Quantity, words: Words): GrowingList | null {
    const { led, inPassage } = this.state;
    if (led === null || inPassage.length > 0 || this.lists.depth > 0 || words.compound || this.reason()) return null;
    if (led.head.quantity.dimension !== quantity.dimension) return null;
    return led;
  }

  /** Uses, reasons or other words lie between the figure before and this one. */
  private standsApart(markers: readonly Marker[], from: number, start: number): boolean {
    return (
      markers.some((marker) => marker.kind === "uses" || marker.kind === "reason") ||
      hasOtherWords(this.passage, from, start)
    );
  }

  /** What the words name; who is named once stays the subject of the sentence. */
  private labelOf(words: Words): Label {
    const said = readLabel(words.text, this.state.vocabulary, this.state.bodies);
    if (said.named) this.subject = said.subject;
    const label: Label = { ...said, subject: this.subject };
    return words.compound ? { ...label, measure: null, name: words.text } : label;
  }

  private reason(): boolean {
    return this.reasonDepth !== null;
  }
}

/** What a figure is about, as its claim has it: an item's figure without a name of its own is called as the item. */
function aboutClaim(about: About, label: Label, measure: Measure | null) {
  return {
    label: about.inherited && label.name === "" ? { ...label, name: about.name } : label,
    measure: about.measure ?? measure,
    meaning: about.meaning,
    about: about.name,
    path: about.path,
  };
}

/** The words describe a thing that costs so much; they name no figure of the budget. */
function isDescription(label: Label, measure: Measure | null): boolean {
  const longest = /\((?:类|款|项)\)/.test(label.name) ? 80 : 40;
  return label.name.length > longest || (label.lastYear && measure === null);
}

/** The last words of a clause that are there at all: "收入" of "收入,,". */
function lastNamed(words: string): string {
  const clause = words.split(/[;。()]/).at(-1)!;
  const pieces = clause.split(/[,:]/).filter((piece) => piece !== "");
  return pieces.at(-1) ?? "";
}

/** Income, expenditure or neither: "收入较去年…" is about a figure of the same side. */
function sideOf(measure: Measure): "income" | "expenditure" | "both" | null {
  if (measure === "budget-total" || measure === "fiscal-total") return "both";
  if (/^(?:income|.*-income$)/.test(measure)) return "income";
  if (/^(?:expenditure|.*-expenditure$)/.test(measure)) return "expenditure";
  return null;
}
