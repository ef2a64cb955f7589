import { Exact } from "../workbook";
import type { Claim, PartList } from "./claim";
import { isPartOf, partitionsOf, type Measure } from "./measures";
import type { Passage } from "./passage";
import { absolute, type Quantity } from "./quantity";
import type { SubjectPath } from "./subject-path";

/** A list of parts that is still being read. */
interface OpenList {
  readonly head: Claim | null;
  opener: PartList["opener"];
  /** Opened by a bracket: nothing leaves it before the bracket closes. */
  readonly bracket: boolean;
  readonly items: Claim[];
  broken: boolean;
  /** Where its opening word ends. */
  openedAt: number;
  /** Opened by "包括" only: what follows at once is part of it, what follows later is not. */
  weak: boolean;
  /** Its whole is named in front of it: "在职人员中". */
  readonly named: boolean;
  /** "由…构成": all that stands between the two is part of it. */
  readonly made: boolean;
}

/** A list without items; written out, for an object that grows property by property is slow to make. */
function emptyList(
  opener: PartList["opener"],
  head: Claim | null,
  openedAt: number,
  kind?: "bracket" | "weak" | "named" | "made",
): OpenList {
  return {
    head,
    opener,
    bracket: kind === "bracket",
    items: [],
    broken: false,
    openedAt,
    weak: kind === "weak",
    named: kind === "named",
    made: kind === "made",
  };
}

/** Are there other words than names, numbering and separators between two places of a passage? */
export function hasOtherWords(passage: Passage, from: number, to: number): boolean {
  // "5辆(均为急救车)、其他用车3辆": a note on the figure before.
  const between = passage.text.slice(from, Math.max(from, to)).replace(/^\([^()\d]*\)/, "");
  const words = between.replace(/[,;:、。()]/g, "");
  return (
    words.replace(/其中|其他|按.{2,8}(?:分|分类|划分)?|\d{1,2}\.?|[一二三四五六七八九十]|20\d\d年/g, "").length > 3
  );
}

/** The lists of parts that are open at a place of a sentence, the innermost on top. Closed ones go to `closed`. */
export class OpenLists {
  private readonly stack: OpenList[] = [];

  constructor(
    private readonly passage: Passage,
    private readonly closed: PartList[],
  ) {}

  get depth(): number {
    return this.stack.length;
  }

  /** What the innermost list explains. */
  get head(): Claim | null {
    return this.stack.at(-1)?.head ?? null;
  }

  /** What the list around the innermost bracket explains. */
  get outerHead(): Claim | null {
    return this.stack.at(-2)?.head ?? null;
  }

  /** The items of the open lists, those of the innermost first. */
  outwards(): (readonly Claim[])[] {
    return this.stack.map(({ items }) => [...items]).reverse();
  }

  /** The innermost list has no figures yet. */
  get fresh(): boolean {
    return this.stack.at(-1)?.items.length === 0;
  }

  /** A bracket opens behind `head`; null where it does not follow a figure at once. */
  openBracket(head: Claim | null, at: number): void {
    this.stack.push(emptyList("bracket", head, at, "bracket"));
  }

  /** A word opens a list behind `head`; a list that is still empty takes the later word instead. */
  open(opener: PartList["opener"], head: Claim | null, at: number, weak = false): void {
    const top = this.stack.at(-1);
    if (top === undefined || top.items.length > 0) {
      this.stack.push(emptyList(opener, head, at, weak ? "weak" : undefined));
      return;
    }
    if (!top.bracket) top.weak = weak;
    if (!top.bracket || (opener !== "uses" && !weak)) top.opener = opener;
    top.openedAt = at;
  }

  /** A list whose whole is called by its name: to it belongs what stands behind, and nothing else. */
  openNamed(head: Claim, at: number): void {
    this.stack.push(emptyList("of-which", head, at, "named"));
  }

  /** "415.04万元，由…构成": whatever is called what, it is part of the figure until its end is said. */
  openMade(head: Claim | null, at: number): void {
    this.stack.push(emptyList("declared", head, at, "made"));
  }

  /** Closes up to and including the innermost bracket; what the bracket explained, null where that is unknown. */
  closeBracket(): Claim | null {
    while (this.stack.length > 0) {
      const { bracket, head } = this.stack.at(-1)!;
      this.close(true);
      if (bracket) return head;
    }
    return null;
  }

  /** A numbered item begins: what the one before was used for ends. */
  closeUses(): void {
    while (this.stack.at(-1)?.opener === "uses") this.close(true);
  }

  /**
   * "在职80人，其中行政20人、事业60人；退休30人": a semicolon ends a list of numbers whose items are joined by commas, and uses that
   * make up what is used. Between the figure before and this one `gap` stands.
   */
  closeAtSemicolon(gap: string): void {
    const top = this.stack.at(-1);
    if (top === undefined || top.bracket || top.items.length < 2 || !gap.includes(";")) return;
    if (top.opener === "uses" && isMadeUp(top)) {
      this.close(true);
      return;
    }
    const within = this.passage.text.slice(top.items[0]!.end, top.items.at(-1)!.start);
    if (top.head?.quantity.dimension !== "money" && !within.includes(";")) this.close(true);
  }

  /** "在职135人，其中行政36人、事业99人，另有离退休57人": what there is besides is no part, unless the whole lacks just that. */
  closeBesides(quantity: Quantity, gap: string): void {
    const top = this.stack.at(-1);
    if (top === undefined || top.bracket || top.head === null || !/[,;、]另外?有/.test(gap)) return;
    if (top.items.length < 2 || top.head.quantity.dimension !== quantity.dimension) return;
    const sum = top.items.reduce((all, item) => all.plus(absolute(item.quantity)), absolute(quantity));
    if (!sum.eq(absolute(top.head.quantity))) this.close(true);
  }

  /**
   * "…30万元，其中基本支出20万元、项目支出10万元；年初预算28万元": the whole, where its parts end, at a semicolon or because
   * they make it up; `gap` is all that stands behind them. Null where they may go on, where other words follow them, or
   * where other figures stand between them, which are then of each part.
   */
  endOfParts(gap: string): Claim | null {
    const top = this.stack.at(-1);
    if (top === undefined || top.bracket || top.head === null || top.items.length < 2) return null;
    if (!/^[,;。]$/.test(gap)) return null;
    const { head, items } = top;
    const within = this.passage.text.slice(items[0]!.end, items.at(-1)!.end);
    const joined = items.every((item, at) => at === 0 || /^[、,和及与](?=\D*$)/.test(between(items[at - 1]!, item)));
    if (!joined || within.includes(";") || items.some((item) => item.quantity.dimension !== "money")) return null;
    const sum = items.reduce((all, item) => all.plus(absolute(item.quantity)), new Exact(0));
    if (gap !== ";" && !sum.eq(absolute(head.quantity))) return null;
    this.close(true);
    return head;
  }

  /** "…构成": the list that stands in front of it ends; what it made up, null where it made up nothing. */
  closeMade(): Claim | null {
    const top = this.stack.at(-1);
    if (top?.made !== true) return null;
    this.close(true);
    return top.head;
  }

  closeAll(): void {
    while (this.stack.length > 0) this.close(true);
  }

  /** Other words stand in front of a figure of the same kind: some parts may be missing. */
  breakTop(dimension: string): void {
    const top = this.stack.at(-1);
    if (top && (top.head === null || top.head.quantity.dimension === dimension)) top.broken = true;
  }

  /** "包括A、B等，另有…100万元": an empty list whose figures do not come at once is none; behind "其中" some may be missing. */
  dropDistant(start: number): void {
    const top = this.stack.at(-1);
    if (!top || top.items.length > 0 || !hasOtherWords(this.passage, top.openedAt, start)) return;
    const isNamed = top.weak && onlyNames.test(this.passage.text.slice(top.openedAt, start));
    if ((top.weak || top.opener === "uses") && !top.bracket && !isNamed) this.stack.pop();
    else top.broken = true;
  }

  /** "…水利工程运行与维护（项）1038.23万元，其中项目支出587.40万元；防汛（项）": a subject is no part of another of its level or below. */
  closeBeside(path: SubjectPath): void {
    while (this.stack.length > 0) {
      const { head, bracket } = this.stack.at(-1)!;
      if (bracket || head === null || head.path === null || depthOf(head.path) < depthOf(path)) return;
      this.close(false);
    }
  }

  /** The open list that a figure belongs to; lists that it cannot belong to are closed. */
  choose(measure: Measure | null, dimension: string): OpenList | null {
    while (this.stack.length > 0) {
      const top = this.stack.at(-1)!;
      const sameKind = top.head === null || top.head.quantity.dimension === dimension;
      if (top.bracket || top.made) return sameKind ? top : null;
      // "其中：购置费18万元，购置1辆；运行费17万元": what is counted by the way is no part, and ends nothing.
      if (!sameKind && top.items.length > 0 && top.head.quantity.dimension === "money") return null;
      if (top.opener === "uses" ? !this.belongsFurtherOut(measure) : sameKind && this.belongsTo(top, measure))
        return sameKind ? top : null;
      // "项目共17个，其中局本部9个、监测站5个、执法大队3个，涉及资金…": a figure of another kind ends the list for certain.
      this.close(!sameKind);
    }
    return null;
  }

  private belongsTo(list: OpenList, measure: Measure | null): boolean {
    const whole = list.head?.measure ?? null;
    if (measure === null || isPartOf(measure, whole)) return true;
    // Behind "其中" comes a part, whatever its name; a list that began with strange parts may go on with them.
    const strange = list.items.some((item) => item.measure !== null && !isPartOf(item.measure, whole));
    if (strange || list.items.length === 0) return true;
    // "车辆3辆，包括公务用车1辆": a kind of the things that are counted.
    if (measure === whole && list.head!.quantity.dimension !== "money") return true;
    if (measure.startsWith("equipment") && whole?.startsWith("equipment")) return true;
    return partitionsOf(whole).length === 0 && measure.startsWith("function-") && !this.belongsFurtherOut(measure);
  }

  private belongsFurtherOut(measure: Measure | null): boolean {
    return measure !== null && this.stack.slice(0, -1).some((outer) => isPartOf(measure, outer.head?.measure ?? null));
  }

  private close(bounded: boolean): void {
    const list = this.stack.pop();
    if (!list || list.head === null || list.items.length === 0) return;
    const { head, items, opener, broken, bracket, named } = list;
    this.closed.push({ head, items, opener, broken, bounded, enclosed: bracket || named });
  }
}

/** "主要包括：办公费、印刷费、差旅费38.40万元": names without figures in front of one that has its own. */
const onlyNames = /^:?(?:[^,;:。、\d]{2,18}、)+$/;

/** 0 for a path that ends with a 类, 2 for one that ends with a 项. */
function depthOf({ names }: SubjectPath): number {
  return names.findLastIndex((name) => name !== null);
}

/** What stands between two figures of a passage. */
function between(one: Claim, other: Claim): string {
  return one.passage.text.slice(one.end, other.quantity.start);
}

/** Whether the items are all of what they explain. */
function isMadeUp({ head, items }: OpenList): boolean {
  if (head === null || items.some(({ quantity }) => quantity.dimension !== head.quantity.dimension)) return false;
  const sum = items.reduce((all, item) => all.plus(absolute(item.quantity)), new Exact(0));
  return sum.eq(absolute(head.quantity));
}
