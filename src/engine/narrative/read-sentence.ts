import type { Change, Claim, Direction, PartList, Share } from "./claim";
import { comparisonWords, directionAfter, directionBefore, saysLevel } from "./change-words";
import { isBareName, readLabel, type Bodies, type Label } from "./label";
import { isPartOf, partitionsOf, type Measure, type Vocabulary } from "./measures";
import type { Passage } from "./passage";
import type { Quantity } from "./quantity";
import { readMarkers, type Brackets, type Marker, type Sentence } from "./sentence";

/** A list that is still being read. */
interface OpenList {
  readonly head: Claim | null;
  opener: PartList["opener"];
  /** Opened by a bracket: nothing leaves it before the bracket closes. */
  readonly bracket: boolean;
  readonly items: Claim[];
  broken: boolean;
  bounded: boolean;
  dimension: string | null;
  /** Where its opening word ends. */
  openedAt: number;
  /** Opened by "包括" only: what follows at once is part of it, what follows later is not. */
  weak: boolean;
}

/** The words in front of a quantity; `compound`: of several names joined by "、", which the amount is about together. */
interface Words {
  readonly start: number;
  readonly text: string;
  readonly compound: boolean;
}

/** What is known when a sentence begins, and what it adds. */
export interface ReadingState {
  readonly vocabulary: Vocabulary;
  readonly bodies: Bodies;
  /** Measures of the headings, innermost first. */
  readonly topics: readonly Measure[];
  readonly claims: Claim[];
  readonly lists: PartList[];
  readonly changes: Change[];
  readonly shares: Share[];
  /** Claims of the passage so far. */
  readonly inPassage: Claim[];
}

const describing = /每[人名家个次辆台月年]|人均|单价|标准(?:为|是)?$|不超过|不低于|上限|限额|以内$|原值|面积|注册|产值|(?<!非)税收|工业增加值|营业收入|利润/;

/** An item of a numbered list: "2.…", "(3)…", "②…", "一是…". */
const numbered = /^(?:[①-⑳]|\((?:\d{1,2}|[一二三四五六七八九十]+)\)|\d{1,2}[.、](?!\d(?!0\d\d年))|[一二三四五六七八九]是)/;
const numberedBefore = /(?:[①-⑳]|(?<!\d)\d{1,2}[.、]|[一二三四五六七八九]是|\((?:\d{1,2}|[一二三四五六七八九十]+)\))[^;。]*$/;

/** Reads one sentence: its figures, what is part of what, changes and shares. */
export function readSentence(passage: Passage, brackets: Brackets, sentence: Sentence, quantities: readonly Quantity[], state: ReadingState): void {
  const reader = new SentenceReader(passage, brackets, sentence, state);
  for (const quantity of quantities) reader.take(quantity);
  reader.finish();
}

class SentenceReader {
  private readonly stack: OpenList[] = [];
  private position: number;
  private last: Claim | null = null;
  private primary: Claim | null = null;
  private change: Change | null = null;
  private reasonDepth: number | null = null;

  constructor(private readonly passage: Passage, private readonly brackets: Brackets, private readonly sentence: Sentence, private readonly state: ReadingState) {
    this.position = sentence.start;
  }

  take(quantity: Quantity): void {
    const markers = readMarkers(this.brackets, this.position, quantity.start);
    const from = this.position;
    for (const marker of markers) this.obey(marker, from);
    const words = this.wordsBefore(quantity, markers, from);
    if (quantity.dimension === "percent") this.takePercent(quantity, words.text, from);
    else if (!this.takeChange(quantity, words, from)) this.takeClaim(quantity, words, from, markers);
    this.position = quantity.end;
  }

  finish(): void {
    for (const marker of readMarkers(this.brackets, this.position, this.sentence.end)) this.obey(marker, this.position);
    while (this.stack.length > 0) this.close(true);
  }

  private obey(marker: Marker, from: number): void {
    const top = this.stack.at(-1);
    const fresh = top !== undefined && top.items.length === 0;
    switch (marker.kind) {
      case "open":
        this.stack.push({ head: this.onlyPunctuation(from, marker.start) ? this.last : null, opener: "bracket", bracket: true, items: [], broken: false, bounded: false, dimension: null, openedAt: marker.end, weak: false });
        return;
      case "close":
        while (this.stack.length > 0) {
          const { bracket, head } = this.stack.at(-1)!;
          this.close(true);
          if (!bracket) continue;
          this.last = head ?? this.last;
          break;
        }
        if (this.reasonDepth !== null && this.stack.length < this.reasonDepth) this.reasonDepth = null;
        return;
      case "reason":
        // "主要是" explains a change; where nothing has changed it says what the money is for.
        if (/原因|由于|因/.test(this.passage.text.slice(marker.start, marker.end)) || this.speaksOfChange(marker.start)) this.reasonDepth ??= this.stack.length;
        else this.open("uses", marker, fresh);
        return;
      case "of-which":
        this.open("of-which", marker, fresh);
        return;
      case "including":
        this.open(fresh && top.bracket ? top.opener : "of-which", marker, fresh);
        if (!this.stack.at(-1)!.bracket) this.stack.at(-1)!.weak = true;
        return;
      case "declared":
        this.open("declared", marker, fresh);
        return;
      case "uses":
        this.open("uses", marker, fresh);
        return;
    }
  }

  private speaksOfChange(before: number): boolean {
    const said = this.passage.text.slice(Math.max(this.sentence.start, this.last?.end ?? 0), before);
    return this.change !== null || saysLevel(said) || /增|减|下降|上升|变/.test(said);
  }

  /** Opens a list behind the last figure; one that is still empty is opened anew with the later word. */
  private open(opener: PartList["opener"], marker: Marker, fresh: boolean): void {
    const top = this.stack.at(-1);
    if (fresh && top) {
      if (!(top.bracket && opener === "uses")) top.opener = opener;
      top.openedAt = marker.end;
      top.weak = false;
      return;
    }
    const head = this.last ?? this.state.inPassage.filter((claim) => claim.head === null).at(-1) ?? null;
    this.stack.push({ head, opener, bracket: false, items: [], broken: false, bounded: false, dimension: null, openedAt: marker.end, weak: false });
  }

  private close(bounded: boolean): void {
    const list = this.stack.pop();
    if (!list || list.head === null || list.items.length === 0) return;
    this.state.lists.push({ head: list.head, items: list.items, opener: list.opener, broken: list.broken, bounded: bounded || list.bounded });
  }

  /** The words directly in front of a quantity, from the last separator or marker on. */
  private wordsBefore(quantity: Quantity, markers: readonly Marker[], from: number): Words {
    const { text } = this.passage;
    const { masked, structural } = this.brackets;
    let start = from;
    for (let i = quantity.start - 1; i >= from; i--) {
      if (/[,;:、。]/.test(masked[i]!) || structural.has(i)) {
        start = i + 1;
        break;
      }
    }
    const marker = markers.filter((found) => found.end > start && found.kind !== "open" && found.kind !== "close").at(-1);
    if (marker) start = marker.end;
    // "项目支出：100万元": the name stands before the colon.
    if (masked[start - 1] === ":" && isBareName(text.slice(start, quantity.start))) {
      let before = start - 1;
      while (before > from && !/[,;:、。]/.test(masked[before - 1]!) && !structural.has(before - 1)) before--;
      if (before < start - 1 && !markers.some((found) => found.end > before)) start = before;
    }
    const previous = start - 1 > from && masked[start - 1] === "、" ? this.pieceBefore(start - 1, from) : "";
    const compound = previous !== "" && !/^(?:\d{1,2}|[一二三四五六七八九十]+)$/.test(previous) && !/^[^,;:]*等[^,;:]*单位/.test(text.slice(start, quantity.start));
    const joined = compound ? start - 1 - previous.length : start;
    if (compound && readLabel(text.slice(joined, quantity.start), this.state.vocabulary, this.state.bodies).measure !== null) return { start: joined, text: text.slice(joined, quantity.start), compound: false };
    return { start, text: text.slice(start, quantity.start), compound };
  }

  private pieceBefore(end: number, from: number): string {
    let start = end;
    while (start > from && !/[,;:、。]/.test(this.brackets.masked[start - 1]!) && !this.brackets.structural.has(start - 1)) start--;
    return this.passage.text.slice(start, end);
  }

  private takePercent(quantity: Quantity, words: string, from: number): void {
    const share = /占(.*?)(?:的)?(?:比重|比例|百分比|比)?(?:约|为|是|达)*$/.exec(words);
    if (share) {
      if (this.last && !this.reason()) this.addShare(quantity, share[1]!, from);
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

  private takeChange(quantity: Quantity, words: Words, from: number): boolean {
    const gap = this.passage.text.slice(from, quantity.start);
    const following = this.passage.text.slice(quantity.end, quantity.end + 8);
    const compared = comparisonWords.exec(words.text);
    const onward = directionAfter(following);
    if (compared && onward !== null && directionBefore(words.text) === null && /(?:年|数|预算|决算|执行|额|度|的|初|为)$/.test(words.text)) {
      this.startChange(null, onward, words.text, from, quantity);
      return true;
    }
    const direction = directionBefore(words.text);
    if (direction === null) return false;
    const compares = comparisonWords.test(gap) || this.change !== null;
    if (!compares) return false;
    if (this.change !== null && this.change.amount === null && this.change.percent === null && this.change.prior !== null) {
      this.change.amount = quantity;
      this.change.end = quantity.end;
      return true;
    }
    if (this.change !== null && this.change.amount === null && !comparisonWords.test(gap) && this.change.direction === direction) {
      this.change.amount = quantity;
      this.change.end = quantity.end;
      return true;
    }
    if (!comparisonWords.test(gap)) return false;
    this.startChange(quantity, direction, words.text, from, null);
    return true;
  }

  private startChange(quantity: Quantity | null, direction: Direction, words: string, from: number, prior: Quantity | null): void {
    const end = quantity?.end ?? prior!.end;
    const until = (quantity ?? prior)!.start;
    const gap = this.passage.text.slice(from, until);
    const found = comparisonWords.exec(gap);
    const named = found ? gap.slice(0, found.index).split(/[,;:、。()]/).at(-1)! : words;
    const about = named === "" ? (found ? (gap.slice(0, found.index).split(/[;。()]/).at(-1) ?? "").split(/[,:]/).filter((piece) => piece !== "").at(-1) ?? "" : "") : named;
    const bases = this.basesOf(about, this.position === from && named === "");
    const isPercent = quantity?.dimension === "percent";
    this.change = {
      passage: this.passage,
      start: from + (found ? found.index - named.length : 0),
      end,
      bases: bases,
      direction,
      amount: isPercent ? null : quantity,
      percent: isPercent ? quantity : null,
      percentDirection: isPercent ? direction : null,
      prior,
    };
    this.state.changes.push(this.change);
  }

  /** The figures that "收入较去年…" may be about: those named, else the last figure and what it is part of. */
  private basesOf(words: string, adjacent: boolean): Claim[] {
    if (this.reason()) return [];
    const label = words === "" ? null : readLabel(words, this.state.vocabulary, this.state.bodies);
    const bare = label === null || isBareName(label.name);
    if (bare) {
      const chain: Claim[] = [];
      const primary = this.primary ?? this.state.inPassage.filter((claim) => claim.head === null).at(-1) ?? null;
      for (let claim = this.last ?? primary; claim !== null; claim = claim.head) if (!chain.includes(claim)) chain.push(claim);
      if (primary !== null && !chain.includes(primary)) chain.push(primary);
      return adjacent || label === null || chain.length > 0 ? chain.filter((claim) => claim.quantity.dimension === "money") : [];
    }
    if (label.measure === null || label.lastYear) return [];
    const side = sideOf(label.measure);
    const said = [...this.state.claims].reverse().filter((claim) => claim.measure !== null && claim.quantity.dimension === "money" && !claim.reason);
    const exact = said.filter((claim) => claim.measure === label.measure);
    const alike = said.filter((claim) => claim.measure !== label.measure && side !== null && sideOf(claim.measure!) === side && claim.head === null);
    return [...exact, ...alike];
  }

  private addShare(quantity: Quantity, named: string, from: number): void {
    const part = this.last!;
    const label = named === "" ? null : readLabel(named.replace(/^(?:全部|全年|总的?|其|该项)/, ""), this.state.vocabulary, this.state.bodies);
    const wholes: Claim[] = [];
    for (let claim = part.head; claim !== null; claim = claim.head) wholes.push(claim);
    for (const claim of [...this.state.inPassage].reverse()) if (claim !== part && claim.head === null && !wholes.includes(claim)) wholes.push(claim);
    this.state.shares.push({ passage: this.passage, start: from, end: quantity.end, part, percent: quantity, whole: label !== null ? label.measure : part.head === null ? this.topicAround(part) : null, wholes: label !== null && label.measure === null ? [] : wholes });
  }

  /** What the headings announce, where this figure is a part of that. */
  private topicAround(part: Claim): Measure | null {
    return this.state.topics.find((topic) => part.measure !== null && isPartOf(part.measure, topic)) ?? null;
  }

  private takeClaim(quantity: Quantity, words: Words, from: number, markers: readonly Marker[]): void {
    const { vocabulary, bodies, topics } = this.state;
    const read = readLabel(words.text, vocabulary, bodies);
    const label: Label = words.compound ? { ...read, measure: null, name: words.text } : read;
    const measure = label.measure ?? (!words.compound && isBareName(label.name) && quantity.dimension === "money" && this.stack.length === 0 ? (topics[0] ?? null) : null);
    if (numbered.test(words.text) || numberedBefore.test(this.passage.text.slice(from, words.start))) while (this.stack.at(-1)?.opener === "uses") this.close(true);
    this.dropDistant(words.start);
    const describes = describing.test(words.text) || label.name.length > (/\((?:类|款|项)\)/.test(label.name) ? 80 : 40) || (label.lastYear && measure === null);
    const top = this.stack.at(-1);
    if (top && top.items.length > 0 && this.wordsBetween(from, words.start, markers)) top.broken = true;
    const list = describes ? null : this.listFor(measure, quantity);
    const claim: Claim = {
      passage: this.passage,
      start: Math.min(words.start, quantity.start),
      end: quantity.end,
      label,
      measure: describes ? null : measure,
      quantity,
      head: list?.head ?? null,
      reason: this.reason() || describes,
      denial: false,
    };
    if (describes) {
      if (top) top.broken = true;
      return;
    }
    if (list) {
      list.items.push(claim);
      list.dimension ??= quantity.dimension;
    } else this.primary = claim;
    this.last = claim;
    this.change = null;
    this.state.claims.push(claim);
    this.state.inPassage.push(claim);
  }

  /** "包括A、B等，另有…100万元": an empty list whose figures do not come at once is none; behind "其中" some may be missing. */
  private dropDistant(start: number): void {
    const top = this.stack.at(-1);
    if (!top || top.items.length > 0 || !this.wordy(top.openedAt, start)) return;
    if (top.weak || top.opener === "uses") {
      if (top.bracket) top.broken = true;
      else this.stack.pop();
    } else top.broken = true;
  }

  private wordy(from: number, to: number): boolean {
    return this.passage.text.slice(from, Math.max(from, to)).replace(/[,;:、。()]/g, "").replace(/其中|其他|按.{2,8}(?:分|分类|划分)?|\d{1,2}\.?|[一二三四五六七八九十]|20\d\d年/g, "").length > 3;
  }

  /** The open list that a figure belongs to; lists that it cannot belong to are closed. */
  private listFor(measure: Measure | null, quantity: Quantity): OpenList | null {
    while (this.stack.length > 0) {
      const top = this.stack.at(-1)!;
      const sameKind = top.head === null || top.head.quantity.dimension === quantity.dimension;
      if (top.bracket) return sameKind ? top : null;
      if (top.opener === "uses" && !(measure !== null && this.stack.slice(0, -1).some((outer) => isPartOf(measure, outer.head?.measure ?? null)))) return sameKind ? top : null;
      if (sameKind && top.opener !== "uses") {
        const known = partitionsOf(top.head?.measure ?? null).length > 0;
        if (measure === null || isPartOf(measure, top.head?.measure ?? null)) return top;
        if (top.items.length === 0 && !top.weak) return top;
        if (measure.startsWith("equipment") && top.head?.measure?.startsWith("equipment")) return top;
        const outer = this.stack.slice(0, -1).some((list) => isPartOf(measure, list.head?.measure ?? null));
        if (!known && !outer && measure.startsWith("function-")) return top;
      }
      this.close(false);
    }
    return null;
  }

  /** Other words than names, shares and changes between the last figure and this one. */
  private wordsBetween(from: number, to: number, markers: readonly Marker[]): boolean {
    if (markers.some((marker) => marker.kind === "uses" || marker.kind === "reason")) return true;
    return this.wordy(from, to);
  }

  private onlyPunctuation(from: number, to: number): boolean {
    return /^[,;:、]*$/.test(this.passage.text.slice(from, to));
  }

  private reason(): boolean {
    return this.reasonDepth !== null;
  }
}

/** Income, expenditure or neither: "收入较去年…" is about a figure of the same side. */
function sideOf(measure: Measure): "income" | "expenditure" | "both" | null {
  if (measure === "budget-total" || measure === "fiscal-total") return "both";
  if (/^(?:income|.*-income$)/.test(measure)) return "income";
  if (/^(?:expenditure|.*-expenditure$)/.test(measure)) return "expenditure";
  return null;
}
