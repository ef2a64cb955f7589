/**
 * What the words of a cell say of the happenings that a rule counts or forbids: "一般事件2起", "延迟2次", "市级通报1次、省级通报2次",
 * "未被通报". A cell that names some of them with their number is a full answer: others of their sort did not happen.
 */

import { normaliseText, tokenise, unitOf } from "../../language";
import type { Token } from "../../language";
import { Exact } from "../exact";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import { beginsWithFigure } from "./cell-parts";
import { factsIn } from "./facts";
import type { Fact } from "./facts";
import type { Run } from "./run";
import { use } from "./run";
import { deniesInFull } from "./said-facts";

/** How often each of the rule's happenings was, by what the cell says; none of them is left open. */
export interface SaidEvents {
  readonly total: Exact;
  /** Those that are not only taken off what there is without them. */
  readonly breaches: Exact;
  timesOf(asked: StepRule | Fact): Exact;
  /** Whether it is one of those that the rule counts or forbids. */
  tellsOf(asked: StepRule | Fact): boolean;
}

/** A kind of happening: how grave it is or who found it, and what it is; "瞒报、虚报" is either. */
interface Kind {
  readonly level: string;
  readonly what: string;
  readonly either: readonly string[];
  readonly late: boolean;
  readonly words: readonly string[];
}

interface Said {
  readonly kind: Kind;
  readonly times: Exact;
}

/** Words around a happening that say only that there was one. */
const AROUND = /^(?:被|的|了|等|有|其中|共|累计|全年|年内|年度内|合计|受到?|遭|出现过?|发生过?)$/u;
/** Names for anything that happens: "违规问题" is what "违规" is. */
const ANYTHING = /^(.{2,})(?:问题|情况|现象|行为|情形)$/u;
/** "错保漏保": two in one word. */
const PAIRED = /^([错漏误迟虚瞒冒截挤挪套重多少][\p{Script=Han}])([错漏误迟虚瞒冒截挤挪套重多少][\p{Script=Han}])$/u;
/** How grave something is, the least first. */
export const GRAVITY: readonly string[] = ["轻微", "一般", "较大", "严重", "重大", "特大", "特别重大"];

const isLevel = ({ classes }: Token): boolean => classes.has("grave") || classes.has("grade");
/** "二级" is a level, "2例" is a number of them. */
const isCount = (token: Token): boolean => token.classes.has("quantity") && !isLevel(token);
const isLate = ({ classes }: Token): boolean => classes.has("late") || classes.get("way")?.way === "late";

function kindOf(tokens: readonly Token[]): Kind {
  const telling = tokens.filter(
    (token) => !token.classes.has("event") && !isCount(token) && !token.classes.has("and") && !AROUND.test(token.word),
  );
  const words = (some: readonly Token[]): string => some.map(({ word }) => word).join("");
  const what = words(telling.filter((token) => !isLevel(token))).replace(ANYTHING, "$1");
  const list = what
    .replace(PAIRED, "$1、$2")
    .split(/[、或]/u)
    .filter((one) => one !== "");
  // "瞒报、虚报" are two of a kind; in "质疑、投诉成立" the end belongs to both.
  const either = list.every((one) => one.length === list[0]?.length) ? list : [what];
  return {
    level: words(telling.filter(isLevel)),
    what,
    either,
    late: telling.some(isLate),
    words: telling.map(({ word }) => word),
  };
}

const kindOfWords = (words: string): Kind => kindOf(tokenise(words));

/** What a step counts; null where that is no happening. */
function askedOfStep(step: StepRule): Kind | null {
  if (step.direction === "late") return { level: "", what: "", either: [], late: true, words: [] };
  return step.direction === "event" && step.what !== "" ? kindOfWords(step.what) : null;
}

/** Whether a level that is told is one that is asked for. */
function atLevel(told: string, asked: string): boolean {
  if (asked === "") return true;
  const from = /^(.+?)(?:及|或|\(含\))?以上$/u.exec(asked)?.[1];
  if (from === undefined) return told === asked;
  const [place, least] = [GRAVITY.indexOf(told), GRAVITY.indexOf(from)];
  return told === from || (least >= 0 && place >= least);
}

/** Whether what is told is of the kind that is asked for: the same, the same named more closely, or without subject. */
function isOf(told: Kind, asked: Kind): boolean {
  if (asked.late || told.late) return asked.late && told.late && atLevel(told.level, asked.level);
  // "二级1例" of 二级医疗事故: how grave it was is told, and what it was is left out.
  const same =
    (told.what === "" && told.level !== "" && told.level === asked.level) ||
    asked.either.some((one) => told.what.endsWith(one) || (told.what.length > 1 && one.endsWith(told.what))) ||
    (told.words.length > 1 && told.words.every((word) => asked.words.includes(word)));
  return same && atLevel(told.level, asked.level);
}

/** The parts of a cell between its commas, each with its words. */
function partsOf(text: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokenise(normaliseText(text).text))
    if (["comma", "join", "and", "stop"].some((cls) => token.classes.has(cls as "comma"))) parts.push([]);
    else parts.at(-1)!.push(token);
  return parts.filter((part) => part.length > 0);
}

/** So many of something; null where a part says anything else. */
function countedIn(part: readonly Token[]): Said | null {
  const counts = part.flatMap((token) => (isCount(token) ? [token.classes.get("quantity")!] : []));
  const [only] = counts;
  const kind = kindOf(part);
  if (only === undefined || counts.length > 1 || unitOf(String(only.unit)).dimension !== "count") return null;
  const denied = part[0]?.classes.has("negation") === true && part[1]?.classes.has("event") === true;
  if (denied || (kind.what === "" && kind.level === "" && !kind.late)) return null;
  return { kind, times: new Exact(String(only.number)) };
}

/** How often a part of a cell says that what a step counts has happened; null where it counts anything else. */
export function countedOf(part: string, step: StepRule): Exact | null {
  const [asked, said] = [askedOfStep(step), countedIn(tokenise(normaliseText(part).text))];
  return asked !== null && said !== null && isOf(said.kind, asked) ? said.times : null;
}

/** "2起" beside words on something else, of what should not be: what the one step with such a unit counts. */
function bareTimes(part: readonly Token[], run: Run): readonly [StepRule, Exact] | null {
  const { target } = run.figures;
  // "2处" beside "合规": what should not be is all that is counted there.
  if (target.kind === "number" ? !target.value.isZero() : target.kind !== "text") return null;
  const [only, more] = part;
  const quantity = more === undefined ? only?.classes.get("quantity") : undefined;
  const steps = stepsOf(run.rule).filter((step) => step.direction === "event");
  const [step] = steps;
  return quantity !== undefined && step !== undefined && steps.length === 1 && step.step.unit === quantity.unit
    ? [step, new Exact(String(quantity.number))]
    : null;
}

/** What the whole cell denies: "未被通报", "零投诉", "无". Null where it denies nothing, or says anything beside it. */
function deniedIn(parts: readonly (readonly Token[])[]): Kind | null {
  const [only] = parts;
  return only === undefined || parts.length > 1 ? null : deniedByPart(only);
}

function deniedByPart([first, ...rest]: readonly Token[]): Kind | null {
  if (first?.classes.has("negation") !== true || rest.some(({ classes }) => classes.has("negation"))) return null;
  return rest.some(({ classes }) => classes.has("quantity")) ? null : kindOf(rest);
}

/** Whether nothing of a kind was there where this was denied: that kind, or a more general one. */
const denies = (denied: Kind, asked: Kind): boolean =>
  (denied.late && asked.late) ||
  (denied.what !== "" &&
    asked.either.length > 0 &&
    asked.either.every((one) => one.endsWith(denied.what) || one.startsWith(denied.what)) &&
    (denied.level === "" || denied.level === asked.level));

/** Whether two kinds are of one sort, so that a cell that counts the one would count the other: 漏报 and 错报. */
function isAkin(one: Kind, other: Kind): boolean {
  if (one.late && other.late) return true;
  // 迟报 and 漏报 are told apart by the one who reports.
  if (one.late || other.late) return [one, other].every(({ late, what }) => late || /^[漏错]/u.test(what));
  // To conceal one is another deed than to have one.
  const conceals = ({ either }: Kind): boolean => either.some((what) => CONCEALED.test(what));
  if (conceals(one) !== conceals(other)) return false;
  return one.either.some((a) => other.either.some((b) => a.at(-1) === b.at(-1)));
}

const CONCEALED = /^(?:瞒报|谎报|虚报|隐瞒|漏报|迟报|错报|拒报|包庇)(?=\p{Script=Han})/u;

/** Whether two steps count happenings of one sort. */
export function isOneSort(one: StepRule, other: StepRule): boolean {
  const [a, b] = [askedOfStep(one), askedOfStep(other)];
  return a !== null && b !== null && isAkin(a, b);
}

/** Happenings for which so many marks are taken off, however often. */
const factsTakenOnce = (run: Run): ReadonlySet<StepRule | Fact> =>
  new Set(
    bandsOf(run.rule)
      .filter(({ role, then }) => role === "extra" && (then.kind === "minus" || then.kind === "minus-share"))
      .flatMap(({ when }) => factsIn(when)),
  );

type Times = ReadonlyMap<StepRule | Fact, Exact>;

/** What was said of a case, kept while it is scored: every statement of its rule asks. */
const KNOWN = new WeakMap<Run["figures"], Times | null>();

/** What the cell says of everything that the rule counts or forbids; null where it leaves any of it open. */
export function eventsSaid(run: Run): SaidEvents | null {
  const known = KNOWN.get(run.figures);
  const times = known === undefined ? timesSaid(run) : known;
  KNOWN.set(run.figures, times);
  if (times === null || use(run, "occurrences") === "ask") return null;
  const none = new Exact(0);
  const once = factsTakenOnce(run);
  const breaches = [...times].filter(([asked]) => !once.has(asked));
  // How often "发生一般事故扣5分" is taken for two of them is not said.
  if ([...times].some(([asked, one]) => once.has(asked) && one.gt(1))) return null;
  return {
    breaches: breaches.reduce((sum, [, one]) => sum.plus(one), none),
    total: [...times.values()].reduce((sum, one) => sum.plus(one), none),
    timesOf: (asked) => times.get(asked) ?? none,
    tellsOf: (asked) => askedIn(run).has(asked),
  };
}

function timesSaid(run: Run): Times | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" && actual.kind !== "number") return null;
  const asked = askedIn(run);
  if (asked.size === 0) return null;
  const parts = partsOf(actual.text).slice(isBesideFigure(run) ? 1 : 0);
  const denied = deniedIn(parts);
  if (denied !== null) return [...asked.values()].every((kind) => denies(denied, kind)) ? new Map() : null;
  return timesIn(run, parts, asked);
}

/**
 * How often the cell says that one of the rule's happenings was, where it may leave others open: so often, by the parts
 * that speak of it alone. Null where none does.
 */
export function timesTold(run: Run, one: StepRule | Fact): Exact | null {
  const { actual } = run.figures;
  const asked = askedIn(run);
  if ((actual.kind !== "text" && actual.kind !== "number") || !asked.has(one) || use(run, "occurrences") === "ask")
    return null;
  return partsOf(actual.text).reduce<Exact | null>((sum, part) => {
    const said = countedIn(part) === null ? null : saidByPart(run, part, asked);
    return said === null || said[0] !== one ? sum : said[1].plus(sum ?? 0);
  }, null);
}

/** The same, where every part of the cell speaks of one of the rule's happenings. */
export function timesToldAlone(run: Run, one: StepRule | Fact): Exact | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" && actual.kind !== "number") return null;
  const asked = askedIn(run);
  const told = partsOf(actual.text).every((part) => !isAmong(part) && saidByPart(run, part, asked) !== null);
  return told ? timesTold(run, one) : null;
}

/** "投诉3次，其中重大投诉1次": whether the one is counted twice is not said. */
const isAmong = ([first]: readonly Token[]): boolean => first?.word === "其中";

/** "46家，均符合条件" of fifty: what stands first is no happening. */
const isBesideFigure = ({ figures: { actual, target } }: Run): boolean =>
  actual.kind === "number" && target.kind === "number" && !target.value.isZero() && beginsWithFigure(actual.text);

/** "未发生重大事件" beside steps for lesser ones: it tells of the grave ones alone. */
export function deniesOthersOnly(run: Run, step: StepRule): boolean {
  const { actual } = run.figures;
  if (actual.kind !== "text" && actual.kind !== "number") return false;
  const [denied, asked] = [deniedIn(partsOf(actual.text)), askedOfStep(step)];
  return denied !== null && asked !== null && denied.level !== "" && !denies(denied, asked);
}

/** What a cell counts, where it counts one thing. */
function countedByCell(cell: string): Said | null {
  const [only, more] = partsOf(cell);
  return only === undefined || more !== undefined ? null : countedIn(only);
}

/** Whether a cell counts happenings of another gravity than some words speak of. */
export function isOfOtherGravity(cell: string, words: string): boolean {
  const [told, asked] = [countedByCell(cell)?.kind.level ?? "", kindOfWords(words).level];
  return told !== "" && asked !== "" && !atLevel(told, asked);
}

/** "一般医疗纠纷" beside 重大医疗事故: happenings of another gravity than the indicator counts. */
export function areOfOtherGravity(name: string, words: string): boolean {
  const [own, asked] = [kindOfWords(name).level, kindOfWords(words).level];
  return own !== "" && asked !== "" && own !== asked && !atLevel(own, asked);
}

/** Whether a cell counts something of another sort than some words speak of, or of another gravity. */
export function countsOthers(cell: string, words: string): boolean {
  const said = countedByCell(cell);
  if (said === null) return false;
  if (isOfOtherGravity(cell, words)) return true;
  const asked = kindOfWords(words);
  if (asked.what === "" || said.kind.what === "" || said.kind.late || asked.late) return false;
  return said.kind.what.slice(-2) !== asked.what.slice(-2);
}

/** "均符合条件" beside "不符合条件": what is so throughout, of what is counted where it is not. */
function throughoutFine(part: readonly Token[], asked: ReadonlyMap<StepRule | Fact, Kind>): StepRule | Fact | null {
  const words = part.map(({ word }) => word).join("");
  return [...asked].find(([, { what }]) => deniesInFull(words, what))?.[0] ?? null;
}

/** How often a part of the cell says that something was: so often, or never. Null where it names none, or more. */
function saidByPart(
  run: Run,
  part: readonly Token[],
  asked: ReadonlyMap<StepRule | Fact, Kind>,
): readonly [StepRule | Fact, Exact] | null {
  const [said, denied] = [countedIn(part), deniedByPart(part)];
  const fine = said === null ? throughoutFine(part, asked) : null;
  if (fine !== null) return [fine, new Exact(0)];
  if (said === null && denied === null) return bareTimes(part, run);
  const all = [...asked].filter(([, kind]) => (said === null ? denies(denied!, kind) : isOf(said.kind, kind)));
  // "重大投诉1次" is one of those that are asked for by that level, and no more of 投诉.
  const level = said?.kind.level ?? "";
  const graded = level === "" ? [] : all.filter(([, kind]) => kind.level === level);
  const meant = graded.length > 0 ? graded : all;
  const [one] = meant;
  return one === undefined || meant.length > 1 ? null : [one[0], said?.times ?? new Exact(0)];
}

function timesIn(
  run: Run,
  parts: readonly (readonly Token[])[],
  asked: ReadonlyMap<StepRule | Fact, Kind>,
): Times | null {
  const times = new Map<StepRule | Fact, Exact>();
  const seen = new Set<string>();
  for (const part of parts) {
    const alone = parts.length === 1 && countedIn(part) === null && throughoutFine(part, asked) === null;
    const said = alone || isAmong(part) ? null : saidByPart(run, part, asked);
    const kind = kindOf(part);
    const words = `${kind.level}${kind.what}`;
    if (said === null || seen.has(words)) return null;
    // "错发1次、漏发2次" of what one step counts.
    if (times.has(said[0]) && (asked.get(said[0])?.either.length ?? 0) < 2) return null;
    seen.add(words);
    times.set(said[0], said[1].plus(times.get(said[0]) ?? 0));
  }
  const named = [...times.keys()].flatMap((one) => asked.get(one) ?? []);
  const told = named.length > 0 && [...asked.values()].every((kind) => named.some((one) => isAkin(one, kind)));
  return told ? times : null;
}

/** The happenings of the rule: what its steps count, and what takes marks whenever it happens. */
function askedIn(run: Run): ReadonlyMap<StepRule | Fact, Kind> {
  const steps = stepsOf(run.rule).flatMap((step): readonly [StepRule, Kind][] => {
    const kind = askedOfStep(step);
    return kind === null ? [] : [[step, kind]];
  });
  const facts = bandsOf(run.rule)
    .filter((band) => band.role === "extra" || !isAward(band.then))
    .flatMap((band) => factsIn(band.when))
    .filter((fact) => fact.sort === "event" && !fact.denied)
    .map((fact): [Fact, Kind] => [fact, kindOfWords(fact.core)]);
  return new Map<StepRule | Fact, Kind>([...steps, ...facts]);
}
