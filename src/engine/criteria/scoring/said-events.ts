/**
 * What the words of a cell say of the happenings that a rule counts or forbids: "一般事件2起", "延迟2次", "市级通报1次、省级通报2次",
 * "未被通报". A cell that names some of them with their number is a full answer: others of their sort did not happen.
 */

import { normaliseText, tokenise, unitOf } from "../../language";
import type { Token } from "../../language";
import { Exact } from "../exact";
import { bandsOf, stepsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import { factsIn } from "./facts";
import type { Fact } from "./facts";
import type { Run } from "./run";
import { use } from "./run";

/** How often each of the rule's happenings was, by what the cell says; none of them is left open. */
export interface SaidEvents {
  readonly total: Exact;
  /** Those that are not only taken off what there is without them. */
  readonly breaches: Exact;
  timesOf(asked: StepRule | Fact): Exact;
}

/** A kind of happening: how grave it is or who found it, and what it is. */
interface Kind {
  readonly level: string;
  readonly what: string;
  readonly late: boolean;
}

interface Said {
  readonly kind: Kind;
  readonly times: Exact;
}

/** Words around a happening that say only that there was one. */
const AROUND = /^(?:被|的|了|等|有|其中|共|累计|全年|年内|年度内|合计|受到?|遭|出现过?|发生过?)$/u;
/** Names for anything that happens: "违规问题" is what "违规" is. */
const ANYTHING = /^(.{2,})(?:问题|情况|现象|行为|情形)$/u;
/** How grave something is, the least first. */
const GRAVITY: readonly string[] = ["轻微", "一般", "较大", "严重", "重大", "特大", "特别重大"];

const isLevel = ({ classes }: Token): boolean => classes.has("grave") || classes.has("grade");
const isLate = ({ classes }: Token): boolean => classes.has("late") || classes.get("way")?.way === "late";

function kindOf(tokens: readonly Token[]): Kind {
  const telling = tokens.filter(
    ({ word, classes }) => !classes.has("event") && !classes.has("quantity") && !AROUND.test(word),
  );
  const words = (some: readonly Token[]): string => some.map(({ word }) => word).join("");
  return {
    level: words(telling.filter(isLevel)),
    what: words(telling.filter((token) => !isLevel(token))).replace(ANYTHING, "$1"),
    late: telling.some(isLate),
  };
}

const kindOfWords = (words: string): Kind => kindOf(tokenise(words));

/** What a step counts; null where that is no happening. */
function askedOfStep(step: StepRule): Kind | null {
  if (step.direction === "late") return { level: "", what: "", late: true };
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

/** Whether what is told is of the kind that is asked for: the same, or the same named more closely. */
function isOf(told: Kind, asked: Kind): boolean {
  if (asked.late || told.late) return asked.late && told.late && atLevel(told.level, asked.level);
  return asked.what !== "" && told.what.endsWith(asked.what) && atLevel(told.level, asked.level);
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
  const counts = part.flatMap(({ classes }) => {
    const quantity = classes.get("quantity");
    return quantity === undefined ? [] : [quantity];
  });
  const [only] = counts;
  const kind = kindOf(part);
  if (only === undefined || counts.length > 1 || unitOf(String(only.unit)).dimension !== "count") return null;
  if (part.some(({ classes }) => classes.has("negation")) || (kind.what === "" && !kind.late)) return null;
  return { kind, times: new Exact(String(only.number)) };
}

/** What the whole cell denies: "未被通报", "零投诉", "无". Null where it denies nothing, or says anything beside it. */
function deniedIn(parts: readonly (readonly Token[])[]): Kind | null {
  const [only] = parts;
  if (only === undefined || parts.length > 1) return null;
  const [first, ...rest] = only;
  if (first?.classes.has("negation") !== true || rest.some(({ classes }) => classes.has("negation"))) return null;
  return rest.some(({ classes }) => classes.has("quantity")) ? null : kindOf(rest);
}

/** Whether nothing of a kind was there where this was denied: that kind, or a more general one. */
const denies = (denied: Kind, asked: Kind): boolean =>
  (denied.late && asked.late) ||
  (denied.what !== "" && asked.what.endsWith(denied.what) && (denied.level === "" || denied.level === asked.level));

/** Whether two kinds are of one sort, so that a cell that counts the one would count the other: 漏报 and 错报. */
const isAkin = (one: Kind, other: Kind): boolean =>
  one.late || other.late ? one.late === other.late : one.what.at(-1) === other.what.at(-1);

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
  };
}

function timesSaid(run: Run): Times | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" && actual.kind !== "number") return null;
  const asked = askedIn(run);
  if (asked.size === 0) return null;
  const parts = partsOf(actual.text);
  const denied = deniedIn(parts);
  if (denied !== null) return [...asked.values()].every((kind) => denies(denied, kind)) ? new Map() : null;
  return timesIn(parts, asked);
}

/** "未发生重大事件" beside steps for lesser ones: it tells of the grave ones alone. */
export function deniesOthersOnly(run: Run, step: StepRule): boolean {
  const { actual } = run.figures;
  if (actual.kind !== "text" && actual.kind !== "number") return false;
  const [denied, asked] = [deniedIn(partsOf(actual.text)), askedOfStep(step)];
  return denied !== null && asked !== null && denied.level !== "" && !denies(denied, asked);
}

/** Whether a cell counts something of another sort than some words speak of, or of another gravity. */
export function countsOthers(cell: string, words: string): boolean {
  const [only, more] = partsOf(cell);
  const said = only === undefined || more !== undefined ? null : countedIn(only);
  if (said === null) return false;
  const asked = kindOfWords(words);
  if (said.kind.level !== "" && asked.level !== "" && !atLevel(said.kind.level, asked.level)) return true;
  if (asked.what === "" || said.kind.what === "" || said.kind.late || asked.late) return false;
  return said.kind.what.slice(-2) !== asked.what.slice(-2);
}

function timesIn(parts: readonly (readonly Token[])[], asked: ReadonlyMap<StepRule | Fact, Kind>): Times | null {
  const times = new Map<StepRule | Fact, Exact>();
  for (const part of parts) {
    const said = countedIn(part);
    const meant = said === null ? [] : [...asked].filter(([, kind]) => isOf(said.kind, kind));
    const [one] = meant;
    if (said === null || one === undefined || meant.length > 1 || times.has(one[0])) return null;
    times.set(one[0], said.times);
  }
  const named = [...times.keys()].map((one) => asked.get(one)!);
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
    .filter((band) => band.role === "extra")
    .flatMap((band) => factsIn(band.when))
    .filter((fact) => fact.sort === "event" && !fact.denied)
    .map((fact): [Fact, Kind] => [fact, kindOfWords(fact.core)]);
  return new Map<StepRule | Fact, Kind>([...steps, ...facts]);
}
