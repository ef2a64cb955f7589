import { directionOf } from "./change-words";
import { isOneOfRow, takeChangeInTurn } from "./changes-in-turn";
import type { Claim, GrowingList } from "./claim";
import { countedThings } from "./counted-things";
import { isDescription, ofSaidNature } from "./descriptions";
import { namesFromTo } from "./from-to";
import { nameOfAmount } from "./name-of-amount";
import { namesHandedOut, namesHandedOutAgain, type PlacedName } from "./hand-out";
import { isBareName, readLabel, type Label } from "./label";
import { readTotal } from "./list-totals";
import { isPartOf, type Measure } from "./measures";
import { hasOtherWords } from "./open-lists";
import { sourceOf } from "./parts-by-source";
import type { Passage } from "./passage";
import type { Quantity } from "./quantity";
import { meetPrior, withYearOfRow } from "./figures-compared";
import { meetLevel } from "./read-levels";
import { takeBracketedRate, takeChange, takeRate } from "./read-changes";
import { giveReason, leaveReason } from "./read-reasons";
import { takeCompletion, takeRatio, takeShare, takeShareInTurn, wholeNamed } from "./read-shares";
import { readMarkers, type Brackets, type Marker, type Sentence } from "./sentence";
import { SentenceState } from "./sentence-state";
import { strangeWordsIn } from "./strange-words";
import { aboutOf, isOfYearBefore, meetPath, sameTopic, topicOf, type About, type ReadingState } from "./topic";
import { wordsBefore, type Words } from "./words-before";

/** "完成年初预算的", "为年初预算的", "预算执行率": a rate of the settled figure over the planned one. */
const completes = new RegExp(
  "^(?:共|总体|全年)?完成(?:了)?(?:约|为)?$|(?:完成|达到|[为是])[^,;。]*(?:预算|计划)(?:数|安排)?的?(?:约|为|是)*$|" +
    "(?:执行|完成)(?:率|比例|进度)(?:约|为|是|达到|达|:)*$",
);

/** A sentence that begins with a stage of what the one before was about: "。年初预算为". */
const stageBegins = /^。(?:其|该项)?(?:年初|全年|调整)?(?:支出)?(?:预算|决算|执行)数?/;

/** "…(项)决算", "…支出预算为": the stage behind a name. */
const stageAtEnd = /(?:支出)?(?:年初|全年|调整)?(?:预算|决算|执行|安排)?数?(?:为|是|共|计|:)*$/;

/** No row of figures that are handed out or changed in turn is longer. */
const longestRow = 60;

/** So many figures of a passage are remembered: more than any text has that a person wrote. */
const mostInPassage = 400;

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
  const reader = new SentenceReader(new SentenceState(passage, brackets, sentence, state), quantities);
  for (const at of quantities.keys()) reader.take(at);
  reader.finish();
}

/** A list that takes further figures: one of the sentence, or one that a lead-in opened. */
type AnyList = Pick<GrowingList, "items" | "opener"> & { readonly head: Claim | null };

class SentenceReader {
  private readonly passage: Passage;
  private readonly text: ReadingState;
  /** The last figure before each bracket that is open: "车辆29辆，与上年相同(新购2辆、报废2辆)，其中" goes on with it. */
  private readonly beforeBrackets: (Claim | null)[] = [];
  /** Which figure is being read. */
  private at = 0;
  /** Names of the figures to come, in their order. */
  private readonly handed: PlacedName[] = [];

  constructor(
    private readonly state: SentenceState,
    private readonly quantities: readonly Quantity[],
  ) {
    this.passage = state.passage;
    this.text = state.text;
  }

  /** Reads on to a figure. */
  take(at: number): void {
    const { state } = this;
    const quantity = this.quantities[at]!;
    const following = this.quantities.slice(at, at + longestRow);
    this.at = at;
    const from = state.position;
    if (from === state.sentence.start) this.openWithin(quantity);
    this.handOut(from, following);
    const markers = this.markersBefore(from, quantity.start);
    meetLevel(state, from, quantity.start);
    state.meetYear(from, quantity.start);
    this.openColon(from);
    for (const marker of markers) this.obey(marker, from, quantity);
    const said = wordsBefore(
      { text: this.passage.text, brackets: state.brackets, markers, from, end: quantity.start },
      (name) => readLabel(name, this.text.vocabulary, this.text.bodies).measure !== null,
    );
    if (state.reason === null) meetPath(this.passage.text.slice(from, quantity.start), this.text);
    leaveReason(state, from, quantity.start, said);
    const named = this.handed.shift();
    const words = named === undefined ? said : { ...named, compound: false };
    if (quantity.describes === "name") state.counted.push(countedThings(this.passage, quantity, words));
    if (quantity.describes !== null) return;
    if (takeChangeInTurn(state, quantity, following, from)) state.position = quantity.end;
    else if (quantity.dimension === "percent") this.takePercent(quantity, words.text, from);
    else if (!takeChange(state, quantity, words, from) && !this.takeTotal(quantity, words))
      this.takeClaim(quantity, words, from, markers);
    state.position = quantity.end;
  }

  /** "公用经费中，取暖费86.30万元、电费48.00万元": subjects within a nature or class that the passage gave by that name. */
  private openWithin({ dimension }: Quantity): void {
    const within = dimension === "money" ? this.state.within() : null;
    const isNature = within?.facets?.["nature"] !== undefined || within?.facets?.["economic"] !== undefined;
    const head =
      within === null || !isNature ? undefined : this.text.inPassage.findLast((claim) => isFigureOfNow(claim, within));
    if (head !== undefined) this.state.lists.openNamed(head, this.state.sentence.start);
  }

  /** "A、B分别为1万元和2万元", "由1万元增加到2万元": from here on each figure has its own name. */
  private handOut(from: number, following: readonly Quantity[]): void {
    if (this.handed.length > 0) return;
    this.handed.push(...(namesFromTo(this.passage.text, from, following) ?? []));
    if (this.handed.length > 0) return;
    const names = namesHandedOut(this.passage.text, from, following, (words) => {
      const { measure, path } = this.state.labelOf(words);
      return measure !== null || path !== null;
    });
    const again = names ?? namesHandedOutAgain(this.passage.text, from, following, (count) => this.namesOfRow(count));
    this.handed.push(...(again ?? []));
  }

  /** What the last figures are called, where so many make a row of this year's. */
  private namesOfRow(count: number): readonly string[] | null {
    const row = this.text.inPassage.slice(-count);
    if (row.length < count || !row.every((figure) => isOneOfRow(row, figure))) return null;
    return row.map(({ passage, start, quantity }) => passage.text.slice(start, quantity.start).replace(stageAtEnd, ""));
  }

  /** The words that tell how a figure belongs to others; those that hand out names open no list. */
  private markersBefore(from: number, to: number): Marker[] {
    const found = readMarkers(this.state.brackets, from, to);
    return this.handed.length === 0 ? found : found.filter(({ kind, end }) => kind !== "declared" || end < to);
  }

  finish(): void {
    const { state } = this;
    meetLevel(state, state.position, state.sentence.end);
    for (const marker of readMarkers(state.brackets, state.position, state.sentence.end))
      this.obey(marker, state.position);
    if (stageBegins.test(this.passage.text.slice(state.sentence.end, state.sentence.end + 20)))
      this.backToWhole(state.lists.endOfParts(this.passage.text.slice(state.position, state.sentence.end + 1)));
    state.lists.closeAll();
  }

  /** "支出决算30万元，其中基本支出20万元、项目支出10万元；年初预算28万元": behind its parts the whole is spoken of again. */
  private backToWhole(whole: Claim | null): void {
    if (whole !== null) this.text.topic = topicOf(whole);
  }

  /** "政府采购预算330.5万元：货物…、工程…": what stands behind the colon are the parts. */
  private openColon(from: number): void {
    const { brackets, last, lists } = this.state;
    if (last === null || last.end !== from || brackets.masked[from] !== ":") return;
    if (last.quantity.dimension !== "price") lists.open("declared", last, from + 1);
  }

  private obey(marker: Marker, from: number, next?: Quantity): void {
    const { state } = this;
    const { lists } = state;
    switch (marker.kind) {
      case "open":
        this.beforeBrackets.push(state.last);
        lists.openBracket(
          /^[,;:、]*$/.test(this.passage.text.slice(from, marker.start)) ? state.last : null,
          marker.end,
        );
        return;
      case "close":
        state.last = this.closeBracket();
        if (state.reason !== null && lists.depth < state.reason.depth) state.reason = null;
        return;
      case "reason":
        giveReason(state, marker);
        return;
      case "divided":
        this.divide(marker.end);
        return;
      case "made-of":
        lists.openMade(state.head(), marker.end);
        return;
      case "made":
        state.last = lists.closeMade() ?? state.last;
        return;
      default:
        this.openList(marker, from, next);
    }
  }

  private closeBracket(): Claim | null {
    const before = this.beforeBrackets.pop() ?? null;
    return this.state.lists.closeBracket() ?? before ?? this.state.last;
  }

  private openList({ kind, start, end }: Marker, from: number, next?: Quantity): void {
    const { state } = this;
    const { lists } = state;
    if (kind === "including") lists.open("of-which", state.headOfIncluded(start, next), end, true);
    else if (kind === "of-which") lists.open("of-which", state.head(next), end);
    else if (kind === "spent") lists.open("spent", state.namedBefore(start) ?? state.head(), end);
    else {
      // "公务接待费、培训费分别为5万元、8万元" hands out amounts, it explains none.
      const explains = kind === "declared" && (lists.fresh || !hasOtherWords(this.passage, from, start));
      lists.open(explains ? "declared" : "uses", state.headOfDeclared(start), end);
    }
  }

  /** "从功能看，…": the figure that the sentence or the passage states is divided once more, where there is only one. */
  private divide(end: number): void {
    const { state } = this;
    if (state.reason !== null) return;
    const wholes = state.outermost().filter(({ quantity, reason }) => quantity.dimension === "money" && !reason);
    const isAlone = state.last?.head === null && state.last.quantity.dimension === "money";
    const [whole, ...others] = isAlone ? [state.last!] : wholes.length > 0 ? wholes : this.dividedBefore(end);
    if (whole === undefined || others.length > 0) return;
    state.lists.closeAll();
    state.lists.open("declared", whole, end);
  }

  /** "按功能分类，全年支出中：…": what an earlier paragraph gave by that name. */
  private dividedBefore(end: number): Claim[] {
    const named = /^[,:]([^,;:。()]{2,16})中[,:]/.exec(this.passage.text.slice(end, end + 24))?.[1];
    const said = named === undefined ? null : this.state.saidOf(named);
    return said === null ? [] : [said];
  }

  private takePercent(quantity: Quantity, words: string, from: number): void {
    if (takeBracketedRate(this.state, quantity, from)) return;
    if (takeRatio(this.state, quantity, from) || takeShareInTurn(this.state, quantity, words, from)) return;
    const whole = wholeNamed(words, this.passage.text.slice(from, quantity.start));
    if (whole !== null) {
      takeShare(this.state, quantity, whole, from);
      return;
    }
    if (completes.test(words)) {
      takeCompletion(this.state, quantity, words, from);
      return;
    }
    const direction = directionOf(words, quantity.value.isNegative());
    if (direction !== null) takeRate(this.state, quantity, words, from, direction);
  }

  /** The first amount under its heading, with nothing in front but year, body and "预算数". */
  private announces(quantity: Quantity): boolean {
    const { sentence, lists } = this.state;
    if (quantity.dimension !== "money" || lists.depth > 0 || this.text.inPassage.length > 0) return false;
    const { text } = this.passage;
    // "(二)公务接待费较2025年减少0.9万元。局本级5.8万元": the sentence before has named what the paragraph is about.
    const named = this.text.vocabulary.mentioned(text.slice(0, sentence.start));
    if (named.some(({ measure }) => measure !== this.text.topics[0])) return false;
    const colon = text.lastIndexOf(":", quantity.start);
    const words = text.slice(Math.max(sentence.start, colon < 0 ? 0 : colon + 1), quantity.start).replace(/[,]/g, "");
    return isBareName(readLabel(words, this.text.vocabulary, this.text.bodies).name);
  }

  /** What the heading says of the first amount under it, where its own words are only "预算数". */
  private announced(quantity: Quantity, words: Words): Measure | undefined {
    return !words.compound && this.announces(quantity) ? this.text.topics[0] : undefined;
  }

  private takeClaim(quantity: Quantity, before: Words, from: number, markers: readonly Marker[]): void {
    const { state } = this;
    const words = nameOfAmount(state, quantity, this.withinNamed(quantity, before));
    const said = withYearOfRow(state, state.labelOfFigure(words), this.passage.text.slice(from, words.start));
    const source = sourceOf(state, quantity, words, said);
    const label = source === "this-year" ? { ...said, measure: null, name: words.text } : said;
    const topic = this.announced(quantity, words);
    const measure = label.measure ?? topic ?? null;
    const describes = isDescription(words.text, label, measure);
    this.settleLists(quantity, words, from, describes || this.isApart(markers, from, words.start));
    if (describes) {
      // "单价100万元以上的设备7台,其中:…": no figure of the budget, and a whole all the same.
      if (quantity.dimension !== "money") state.counted.push(countedThings(this.passage, quantity, words));
      return;
    }
    const list = source === null ? this.listFor(quantity, words, label, measure) : this.partBySource(quantity);
    const head = before.bracketed === true ? this.state.lists.outerHead : (list?.head ?? null);
    const unnamed = words.compound || source === "this-year" || quantity.dimension !== "money";
    this.leaveFund(quantity);
    const about = aboutOf(label, topic, head, unnamed, this.text);
    this.text.fund = fundOfSentence(label) ?? this.text.fund;
    // Written out, in the order of every other claim: an object that grows by and by is slow to make and to read.
    const claim: Claim = {
      passage: this.passage,
      start: Math.min(words.start, quantity.start),
      end: quantity.end,
      label: labelOfItem(about, label),
      measure: measureOf(about, measure),
      meaning: ofSaidNature(about.meaning, this.passage.text.slice(quantity.end, quantity.end + 20)),
      about: about.name,
      path: about.path,
      quantity,
      head,
      reason: state.reason !== null,
      concerned: this.isConcerned(about, from, quantity.start),
      strange: this.strangeBefore(about, Math.min(words.start, quantity.start), from),
      denial: false,
    };
    if (list) list.items.push(claim);
    else state.primary = claim;
    this.remember(claim, about, list);
  }

  /** "年末结转和结余20.10万元(一般公共预算13.60万元、政府性基金预算6.50万元)": of all the funds into which it is parted. */
  private leaveFund({ end }: Quantity): void {
    if (partedByFunds(this.passage.text.slice(end, end + 130))) this.text.fund = null;
  }

  /**
   * What nobody reads of the words in front of a figure. One that leaves its name to the item may be of anything that
   * stands between the item's own amount and it.
   */
  private strangeBefore({ inherited }: About, start: number, from: number): string | null {
    const { sentence, text } = this.state;
    const own = text.inPassage.findLast(({ quantity }) => quantity.dimension === "money")?.end ?? 0;
    let at = inherited ? Math.max(sentence.start, own) : from;
    let words = "";
    let first = this.at;
    while (first > 0 && this.quantities[first - 1]!.start >= at) first--;
    for (const quantity of this.quantities.slice(first, this.at)) {
      if (quantity.end > start) continue;
      words += this.passage.text.slice(at, quantity.start);
      at = quantity.end;
    }
    return strangeWordsIn(words + this.passage.text.slice(at, start), text.vocabulary, text.bodies);
  }

  /** The list that a part by source of the money goes on, whatever its name is elsewhere. */
  private partBySource(quantity: Quantity): AnyList | null {
    return this.state.lists.choose(null, quantity.dimension);
  }

  /** The list that a figure is a part of; "公务接待费3.22万元(预算5.20万元)" is the same at another stage, no part. */
  private listFor(quantity: Quantity, words: Words, label: Label, measure: Measure | null): AnyList | null {
    if (measure === null && isBareName(label.name) && (label.version !== null || label.lastYear)) {
      if (label.version !== null && !label.lastYear && label.year === null)
        this.backToWhole(this.state.lists.endOfParts(this.state.gapBefore(words.start)));
      return null;
    }
    if (label.path !== null) this.state.lists.closeBeside(label.path);
    return this.state.lists.choose(measure, quantity.dimension) ?? this.ledList(quantity, words, label, measure);
  }

  /** "…，合计358.7万元" behind a list: a figure of its own, nothing that later words are about. */
  private takeTotal(quantity: Quantity, words: Words): boolean {
    const { state } = this;
    const total = readTotal(state, quantity, words);
    if (total === null) return false;
    state.last = total;
    state.change = null;
    this.text.claims.push(total);
    this.text.inPassage.push(total);
    return true;
  }

  /** "在职人员中行政人员54人、事业人员38人": the parts of a number that was said before under that name. */
  private withinNamed(quantity: Quantity, words: Words): Words {
    const found = quantity.dimension === "money" ? null : /^([^,;:、。()]{2,12})中[,:]?(?=.{2})/.exec(words.text);
    const head = found === null ? null : this.state.countNamed(found[1]!, quantity);
    if (found === null || head === null) return words;
    const start = words.start + found[0].length;
    this.state.lists.openNamed(head, start);
    return { ...words, start, text: words.text.slice(found[0].length) };
  }

  /** The figure is what later words go back to. */
  private remember(claim: Claim, about: About, list: { readonly opener: string } | null): void {
    const { state } = this;
    const { quantity } = claim;
    if (quantity.dimension === "money" && !claim.reason && list?.opener !== "bracket") this.text.topic = about;
    // "…55.42万元，上年预算40.21万元，比上年增加…": what is compared is this year's.
    const isBefore = isYearBeforeOf(claim, state.last);
    const isAside = isBefore || (state.last !== null && isPlanAside(claim));
    if (!isAside || (!about.inherited && this.text.inPassage.length === 0)) state.last = claim;
    if (quantity.dimension === "money" && !isBefore) state.lastMoney = claim;
    if (isBefore) meetPrior(state, claim);
    state.change = null;
    this.text.claims.push(claim);
    this.text.inPassage.push(claim);
    if (this.text.inPassage.length > mostInPassage) this.text.inPassage.splice(0, mostInPassage / 2);
  }

  /** "涉及一般公共预算当年拨款…、政府性基金预算当年拨款…": how much of such money something concerns. */
  private isConcerned({ meaning }: About, from: number, to: number): boolean {
    const gap = this.passage.text.slice(from, to);
    if (meaning?.["item"] !== undefined && meaning["item"] !== "") return false;
    return /涉及[^,;。]*$/.test(gap) || (this.state.last?.concerned === true && /^[、,和及][^,;。]*$/.test(gap));
  }

  /** Ends or breaks the open lists that the next figure does not simply go on. */
  private settleLists(quantity: Quantity, words: Words, from: number, apart: boolean): void {
    const { lists } = this.state;
    if (numbered.test(words.text) || numberedBefore.test(this.passage.text.slice(from, words.start))) lists.closeUses();
    lists.closeAtSemicolon(this.state.brackets.masked.slice(from, words.start));
    lists.closeBesides(quantity, this.state.brackets.masked.slice(from, quantity.start));
    lists.dropDistant(words.start);
    if (apart) lists.breakTop(quantity.dimension);
  }

  private isApart(markers: readonly Marker[], from: number, start: number): boolean {
    return !this.state.lists.fresh && this.standsApart(markers, from, start);
  }

  /** An item under "其中：" is a part of what stands before that; without a number it is one by its name only. */
  private ledList(quantity: Quantity, words: Words, { name }: Label, measure: Measure | null): GrowingList | null {
    const { led, inPassage } = this.text;
    const { lists, reason } = this.state;
    if (led === null || lists.depth > 0 || words.compound || reason !== null) return null;
    if (inPassage.length > 0 && !this.begins(words.start, measure, led)) return null;
    if (led.head.quantity.dimension !== quantity.dimension) return null;
    if (quantity.dimension !== "money" && !endAlike(led.head.label.name, name)) return null;
    if (!this.passage.numbered && (measure === null || !isPartOf(measure, led.head.measure))) return null;
    return led;
  }

  /** "购置费预算0万元。运行费预算6万元": a sentence of an item that begins with another part of the whole is an item. */
  private begins(start: number, measure: Measure | null, { head, items }: GrowingList): boolean {
    if (measure === null || start !== this.state.sentence.start || !isPartOf(measure, head.measure)) return false;
    return items.every(({ measure: one }) => {
      return one !== null && one !== measure && !isPartOf(measure, one) && !isPartOf(one, measure);
    });
  }

  /** Uses, reasons or other words lie between the figure before and this one. */
  private standsApart(markers: readonly Marker[], from: number, start: number): boolean {
    return (
      markers.some((marker) => marker.kind === "uses" || marker.kind === "reason") ||
      hasOtherWords(this.passage, from, start)
    );
  }
}

/** This year's amount of what a name means. */
function isFigureOfNow({ measure, label, reason, quantity }: Claim, named: Label): boolean {
  return measure === named.measure && !label.lastYear && !reason && quantity.dimension === "money";
}

/** "行政编制" and "局机关行政编制" count the same things; "事业编制" are others. */
function endAlike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === "" || long.endsWith(short) || one.slice(-4) === other.slice(-4);
}

/** "完成预算17.00万元的84.5%": what was planned is said by the way. */
function isPlanAside({ label, passage, end }: Claim): boolean {
  return label.version === "budget" && /^的\d[\d.]*%/.test(passage.text.slice(end, end + 10));
}

/** "2025年预算数5万元，2024年预算数4万元": the same, of the year before. */
function isYearBeforeOf(claim: Claim, last: Claim | null): boolean {
  return claim.label.lastYear || (last !== null && isOfYearBefore(claim, last) && sameTopic(claim, last));
}

/** "政府性基金预算财政拨款本年收入": the fund that goes for what the sentence says next; null where none is named. */
function fundOfSentence({ facets, measure, name }: Label): string | null {
  const fund = facets?.["fund"];
  const general = measure === "income-year-total" || measure === "expenditure-year-total" || /本年收入$/.test(name);
  return general && fund !== undefined && fund !== "all" ? fund : null;
}

/** Whether the bracket behind an amount parts it by the funds that it comes from. */
const partedByFunds = (behind: string): boolean => {
  const [inside] = /^\([^()]{0,120}\)/u.exec(behind) ?? [""];
  return inside.includes("一般公共预算") && inside.includes("政府性基金");
};

/** An item's figure without a name of its own is called as the item. */
function labelOfItem({ inherited, name }: About, label: Label): Label {
  return inherited && label.name === "" ? { ...label, name } : label;
}

/** The item's measure, where it has one. */
function measureOf(about: About, own: Measure | null): Measure | null {
  return about.measure ?? own;
}
