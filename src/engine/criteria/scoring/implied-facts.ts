/** What a figure implies of a fact in words: the one that the rule turns on, by the target in numbers. */

import { isAward, bandsOf, stepsOf } from "../rule/rule";
import type { PlacedBand } from "../rule/rule";
import { isPlainDenial, notDone } from "../rule/extras";
import type { Exact } from "../exact";
import { distinctCores, factsIn } from "./facts";
import type { Fact } from "./facts";
import type { Figure } from "./figures";
import { targetMet } from "./met";
import type { Run } from "./run";
import { use } from "./run";
import { countsOthers } from "./said-events";
import { QUALITIES, isQuality } from "./said-facts";
import { asksForAll, asksForTarget, exceedsBudget } from "./amount-words";

/** A target in numbers decides the one fact that the rule turns on. */
export function implied(run: Run, fact: Fact): boolean | null {
  const bands = bandsOf(run.rule).filter((b) => b.role !== "extra");
  const counted = mishapsCounted(run, fact);
  if (counted !== null) return happened(run, fact, counted, bands);
  const amount = ofAmount(run, fact);
  if (amount !== null) return amount;
  if (fact.partly) return partlyDone(run, fact);
  if (distinctCores(bands).length > 1 || bands.some((b) => b.when.kind === "all" && factsIn(b.when).length > 0))
    return null;
  const measured = bands.filter((b) => b.when.kind === "interval" || b.when.kind === "reached");
  if (measured.some((b) => b.then.kind !== "proportion" && b.then.kind !== "formula"))
    return measured.length === 1 && denies(fact, measured[0]!) ? ofTarget(run) : undone(run, fact);
  return byFigure(run, fact);
}

/**
 * What asks for an amount, in words: "全部安装到位", "足额配备", "满足指标值要求" by the target in numbers, "超出预算金额" by the bound
 * that it sets. Null where the words ask for anything else, or where target and actual cannot be compared.
 */
function ofAmount(run: Run, fact: Fact): boolean | null {
  const { actual, target } = run.figures;
  if (target.kind !== "number" || target.value.isZero() || actual.kind !== "number" || fact.partly) return null;
  if (exceedsBudget(fact.core))
    return target.dimension === actual.dimension && actual.open === null ? actual.value.gt(target.value) : null;
  const side = besideTarget(run, fact);
  if (side !== null) return side;
  const asked =
    asksForTarget(fact.core, run.name) ||
    asksForTarget(fact.text, run.name) ||
    isWhole(run, fact) ||
    deniesTarget(run, fact);
  return asked && use(run, "verdict-by-target") === "target" ? ofTarget(run) : null;
}

/** "偏低", "偏高": on that side of the target. */
function besideTarget({ figures: { target, actual } }: Run, { core }: Fact): boolean | null {
  const side = /^偏([低高])$/u.exec(core)?.[1];
  if (side === undefined || target.kind !== "number" || actual.kind !== "number") return null;
  if (target.dimension !== actual.dimension || actual.open !== null) return null;
  return side === "低" ? actual.value.lt(target.value) : actual.value.gt(target.value);
}

/** Whether a fact asks for all of what the indicator counts. */
export const isWhole = (run: Run, fact: Fact): boolean =>
  fact.sort !== "event" && asksForAll(fact.text, run.name, run.figures.target);

/** "按计划完成得满分；未按计划完成的…": the denial of what the rule itself calls the target. */
function deniesTarget(run: Run, fact: Fact): boolean {
  return (
    fact.denied &&
    fact.core.length > 1 &&
    bandsOf(run.rule).some(
      ({ when }) => when.kind === "target" && when.side === "met" && !when.money && when.text.includes(fact.core),
    )
  );
}

/** How many mishaps there were where there was to be none. */
function mishapsCounted(run: Run, fact: Fact): Exact | null {
  const { actual, target } = run.figures;
  return (fact.sort === "event" || isUnwanted(run, fact)) &&
    target.kind === "number" &&
    target.value.isZero() &&
    actual.kind === "number" &&
    actual.open === null
    ? actual.value
    : null;
}

/** "未新增债务得满分，新增债务不得分": what the rule itself gives marks for the lack of. */
function isUnwanted(run: Run, { core }: Fact): boolean {
  const of = (denied: boolean): PlacedBand | undefined =>
    bandsOf(run.rule).find(({ when }) => when.kind === "fact" && when.core === core && when.denied === denied);
  const [there, lacking] = [of(false), of(true)];
  return there !== undefined && lacking !== undefined && isAward(lacking.then) && !isAward(there.then);
}

/** Whether one of the mishaps that are counted is the fact's: of grave ones beside others the count does not tell. */
function happened(run: Run, fact: Fact, counted: Exact, bands: readonly PlacedBand[]): boolean | null {
  if (counted.isZero()) return false;
  if (run.figures.actual.kind === "number" && countsOthers(run.figures.actual.text, fact.core)) return null;
  return fact.grave && bands.length + stepsOf(run.rule).length > 2 ? null : counted.gt(0);
}

/** What is there where the target is not met. */
const OFF = /^(?:[^不未无没]*)(?:偏差|偏离|差距|缺口|短缺|出入)$/u;

/** What target and actual say of the fact, where its words are about them. */
function byFigure(run: Run, fact: Fact): boolean | null {
  if (/上年|去年|同期|往年|平均/u.test(fact.text) || !isDecided(run)) return null;
  const own = undone(run, fact);
  if ((stepsOf(run.rule).length > 0 || tellsOfLess(run)) && own !== null && fact.denied) return own;
  if (ofSomethingElse(run, fact) || use(run, "verdict-by-target") === "ask") return null;
  const met = ofTarget(run);
  return met === null ? null : met !== (fact.sort === "event" || OFF.test(fact.core));
}

/** "低于目标值得2分，未开展不得分": less than the target has a band of its own. */
const tellsOfLess = (run: Run): boolean =>
  bandsOf(run.rule).some(({ when, then }) => when.kind === "target" && when.side === "below" && isAward(then));

/** Whether target and actual can be compared at all. */
function isDecided({ figures: { actual, target } }: Run): boolean {
  return (
    target.kind === "number" ||
    target.kind === "range" ||
    (target.kind === "date" && actual.kind === "date") ||
    (target.kind === "rank" && actual.kind === "rank")
  );
}

/** Whether the fact is about something that the figure does not tell of. */
function ofSomethingElse(run: Run, fact: Fact): boolean {
  const throughout = /全覆盖$/u.test(fact.core);
  if (isOfAnotherKind(run, fact, throughout)) return true;
  // Words that nothing in them ties to the figure: "经主管部门认可" is not said by how much was done.
  if (fact.sort !== "event" && !tied(run, fact)) return true;
  if (throughout || overlaps(run.name, fact.core)) return false;
  // "98%" of what was to be mended tells of no accident.
  if (fact.sort === "event" && fact.grave && run.name !== "") return true;
  const { target } = run.figures;
  if (fact.sort === "quality" && target.kind === "number" && !isWholeRate(target)) return true;
  if (exempts(run, fact)) return true;
  // Beside steps that measure, the denial of something else is a condition of its own: no figure tells of it.
  return fact.denied && stepsOf(run.rule).length > 0 && !notDone(fact);
}

/** "每发现1个违规问题扣1分，自查自纠的不扣分": how often it happened tells nothing of what takes it back. */
export function exempts(run: Run, fact: Fact): boolean {
  const steps = stepsOf(run.rule).filter(({ direction }) => direction === "event");
  const band = bandsOf(run.rule).find(({ when }) => when === fact);
  return (
    band?.then.kind === "full" &&
    band.then.spared === true &&
    !fact.denied &&
    steps.some(({ what }) => !overlaps(what, fact.core))
  );
}

/** Quality or mishaps beside a number of things, anything but that it was done beside a date. */
function isOfAnotherKind(run: Run, fact: Fact, throughout: boolean): boolean {
  const quality = !throughout && (fact.sort === "quality" || isQuality(fact.text));
  if (countsThings(run.figures.target) && (quality || fact.sort === "event")) return true;
  return run.figures.actual.kind === "date" && !isDoneOnADay(fact);
}

/** What a date tells of: that something was done by then, nothing of how it was done or of anything else. */
const isDoneOnADay = ({ sort, core }: Fact): boolean =>
  sort === "done" ||
  /^.{0,8}(?:完成|完工|竣工|开工|建成|发放|拨付|到位|公开|报送|及时|按[时期]|如期).{0,4}$/u.test(core);

/** Whether a target is a number of things that were to be done. */
function countsThings(target: Figure): boolean {
  return (
    target.kind === "number" &&
    target.dimension !== "rate" &&
    !target.value.isZero() &&
    !["days", "months", "hours", "money"].includes(target.dimension)
  );
}

/** Whether a target is all of a whole: 100%. */
export function isWholeRate(target: Figure): boolean {
  return target.kind === "number" && target.dimension === "rate" && target.value.equals(1);
}

/** "及时率100%得满分，未及时响应不得分": the quality that the rate counts, denied. */
function denies(fact: Fact, band: PlacedBand): boolean {
  const name = band.when.kind === "interval" || band.when.kind === "reached" ? band.when.name : "";
  return fact.denied && isAward(band.then) && QUALITIES.some((word) => name.includes(word) && fact.core.includes(word));
}

/** Whether the target is met; null where that can't be told. */
export function ofTarget(run: Run): boolean | null {
  const met = targetMet(run);
  return met === "yes" ? true : met === "no" ? false : null;
}

/** All of it is not a part of it; a part of it is told by the figure, "nearly all" is not. */
export function partlyDone(run: Run, fact: Fact): boolean | null {
  if (run.figures.target.kind !== "number" || run.figures.actual.kind !== "number") return null;
  const met = targetMet({ ...run, steps: [] });
  if (met === "yes") return false;
  return met === "no" && /部分/u.test(fact.text) && run.figures.actual.value.gt(0) ? true : null;
}

/** Whether the indicator's own name is in the fact, or the fact in it; a bare rate counts what the fact says. */
function tied(run: Run, fact: Fact): boolean {
  const { target } = run.figures;
  return (
    fact.core.length <= 4 ||
    /全覆盖$/u.test(fact.core) ||
    /^完成|(?:完成|建成|到位)$/u.test(fact.core) ||
    namesIndicator(run, fact) ||
    isWholeRate(target)
  );
}

/** Whether half of what a fact says is in the indicator's name. */
export function namesIndicator(run: Run, fact: Fact): boolean {
  return run.name !== "" && [...fact.core].filter((c) => run.name.includes(c)).length * 2 >= fact.core.length;
}

/** "未开展不得分" beside bands or steps on how many: nothing of it was done. */
export function undone(run: Run, fact: Fact): boolean | null {
  const { actual } = run.figures;
  if (
    actual.kind !== "number" ||
    actual.open !== null ||
    !(["done", "other", "quality"].includes(fact.sort) || isCounted(run, fact)) ||
    isQuality(fact.text)
  )
    return null;
  const own = notDone(fact) || (isPlainDenial(fact) && overlaps(run.name, fact.core)) || isCounted(run, fact);
  if (!own || actual.dimension === "rate") return null;
  return !actual.value.isZero();
}

/** "未结题" beside "结题3项以上": what the bands count is what was not done at all. */
function isCounted(run: Run, fact: Fact): boolean {
  const { core, denied } = fact;
  const bands = bandsOf(run.rule);
  const { target } = run.figures;
  // "未开展消防演练" of how many fires there were: what happens is counted, and no deed.
  if (target.kind === "number" && target.value.isZero()) return false;
  if (!denied || core.length < 2 || !bands.some(({ when }) => when === fact)) return false;
  return (
    (BEGUN.test(core) && overlaps(run.name, core.replace(BEGUN, ""))) ||
    bands.some(({ when }) => when.kind === "interval" && when.measure === "value" && sameCharacters(when.name, core))
  );
}

/** What can only be begun or held: so many of it, and it was. */
const BEGUN = /^(?:开展|举办|组织|实施|启动|召开|进行|引进|开通|开工|结题)/u;

/** "成果转化" and "转化成果". */
const sameCharacters = (one: string, other: string): boolean => [...one].sort().join("") === [...other].sort().join("");

/** Whether two characters in a row of the one stand in the other. */
export function overlaps(text: string, words: string): boolean {
  for (let at = 0; at + 2 <= words.length; at += 1) if (text.includes(words.slice(at, at + 2))) return true;
  return false;
}
