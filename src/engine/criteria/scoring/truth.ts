/**
 * Whether a test holds for a case: yes, no, or undecidable with what is missing. What only a person can say is an open
 * question with a name; the evaluation tries both answers.
 */

import { Exact } from "../exact";
import type { Measure } from "../tree";
import { tokenise, unitOf } from "../../language";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import { printTest } from "../print";
import { daysLate } from "./dates";
import { states, deniesGrades, statedGrade, testWords, truthOf } from "./facts";
import type { Fact } from "./facts";
import { contains, intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { choicesOf } from "./marks";
import { free, measure, threshold } from "./measure";
import { figureText, targetMet, targetText, yesNo } from "./met";
import type { Answer, Run } from "./run";
import { ask, missing, use } from "./run";

/** What is known of a test. `open` names the question, and whether the test holds when its answer is yes. */
export type Truth =
  | { readonly kind: "yes" }
  | { readonly kind: "no" }
  | { readonly kind: "open"; readonly key: string; readonly holds: boolean; readonly answer: Answer }
  | { readonly kind: "blocked"; readonly answer: Answer }
  | { readonly kind: "all" | "any"; readonly loose: boolean; readonly of: readonly Truth[] };

const YES: Truth = { kind: "yes" };
const NO: Truth = { kind: "no" };
const known = (holds: boolean): Truth => (holds ? YES : NO);
const blocked = (answer: Answer): Truth => ({ kind: "blocked", answer });

/** The bands among which a test stands, for what one says of another. */
export interface Among {
  readonly bands: readonly PlacedBand[];
  readonly band: Pick<PlacedBand, "then" | "role">;
  /** Whether the test stands beside others that must hold too. */
  readonly joined: boolean;
}

/** Whether the test holds. */
export function truth(run: Run, test: Test, among: Among): Truth {
  switch (test.kind) {
    case "interval":
    case "reached":
      return ofInterval(run, test, among);
    case "target":
      return ofTarget(run, test, among);
    case "date":
      return ofDate(run, test);
    case "in-time":
      return ofTime(run, test, among);
    case "grade":
      return ofGrade(run, test, among);
    case "fact":
      return ofFact(run, test, among);
    case "each":
      return ofEach(run, test, among);
    case "all":
    case "any":
      return {
        kind: test.kind,
        loose: test.kind === "all" && test.loose,
        of: test.of
          .filter((part) => !saidAgain(run, test, part))
          .map((part) => truth(run, part, { ...among, joined: among.joined || test.kind === "all" })),
      };
    case "otherwise":
    case "always":
      return YES;
  }
}

/** "改造企业100家，完成率达90%以上": the target said again, beside a share of it. */
function saidAgain(run: Run, whole: Extract<Test, { kind: "all" | "any" }>, part: Test): boolean {
  const { target } = run.figures;
  return (
    whole.kind === "all" &&
    part.kind === "reached" &&
    target.kind === "number" &&
    target.dimension !== "rate" &&
    whole.of.some((other) => other.kind === "interval" && other.measure === "completion") &&
    threshold(run, part.at, target.dimension).equals(target.value)
  );
}

const ofAnswer = (holding: ReturnType<typeof targetMet>, wanted: boolean, key: string): Truth => {
  if (holding === "yes" || holding === "no") return known((holding === "yes") === wanted);
  return holding.kind === "ask" && key !== ""
    ? { kind: "open", key, holds: wanted, answer: holding }
    : blocked(holding);
};

const ONE_SIDED: readonly Measure[] = ["overrun", "shortfall", "late", "early"];

function ofInterval(run: Run, test: Extract<Test, { kind: "interval" | "reached" }>, among: Among): Truth {
  const said =
    test.kind === "interval" && (test.measure === "change" || test.measure === "fall") ? ofChange(run, test) : null;
  if (said !== null) return said;
  const further = beyondTarget(run, test, among);
  if (further !== null) return further;
  const loose = test.kind === "reached" && test.good && ["deviation", "overrun", "shortfall"].includes(test.measure);
  const interval = intervalOf(test, run.better, loose && use(run, "bare-deviation") === "reaching")!;
  if (whollyReached(run, interval, among)) return NO;
  // "提前完成": by how much does not matter.
  const { actual } = run.figures;
  const way = actual.kind === "text" ? actual.time?.way : undefined;
  if (way !== undefined && way === interval.measure && interval.high === null && Number(interval.low?.number) === 0)
    return YES;
  const measured = measure(run, interval.measure, interval.unit);
  if (measured.kind === "no") return blocked(measured.answer);
  if (tooFar(run, interval, measured.dimension))
    return blocked(ask({ code: "ask-condition", text: printTest(test) }, free(run)));
  // Nothing over, short or late is not "超5%以内": the text says nothing of it there.
  const nothing = measured.value.isZero() && interval.low === null && Number(interval.high?.number) !== 0;
  if (ONE_SIDED.includes(interval.measure) && nothing) return NO;
  // "下降5%以内" gives nothing for a rise.
  if (
    (interval.measure === "fall" || interval.measure === "change") &&
    !/[率速幅度]$/u.test(test.name) &&
    interval.low === null &&
    isAward(among.band.then) &&
    measured.value.isNegative() &&
    !(interval.high?.number ?? "0").startsWith("-") &&
    interval.high?.number !== "0"
  )
    return NO;
  const inside = contains(run, interval, measured);
  return inside === null ? blocked(missing({ code: "actual-not-number", text: figureText(run) })) : known(inside);
}

/** "发现5人以上不符合的不得分" beside a rate that reached all of its whole: there were none. */
function whollyReached(run: Run, interval: Interval, among: Among): boolean {
  const { target, actual } = run.figures;
  return (
    target.kind === "number" &&
    target.dimension === "rate" &&
    target.value.equals(1) &&
    actual.kind === "number" &&
    actual.dimension === "rate" &&
    actual.value.gte(1) &&
    run.better !== "less" &&
    !isAward(among.band.then) &&
    interval.low !== null &&
    interval.high === null &&
    unitOf(interval.unit).dimension === "count"
  );
}

/** "每超过1天扣1分，超过5天不得分" beside a target of ten days: five more than the target. */
function beyondTarget(run: Run, test: Extract<Test, { kind: "interval" | "reached" }>, among: Among): Truth | null {
  const { target } = run.figures;
  if (
    test.kind !== "interval" ||
    test.measure !== "value" ||
    test.name !== "" ||
    test.low === null ||
    test.high !== null ||
    test.low.inclusive ||
    isAward(among.band.then) ||
    target.kind !== "number"
  )
    return null;
  const { dimension } = unitOf(test.low.unit);
  // "超过30%的酌情扣分" beside a number of things: thirty percent more than there were to be.
  const byRate =
    dimension === "rate" &&
    target.dimension !== "rate" &&
    (["discretion", "minus", "minus-share"].includes(among.band.then.kind) ||
      stepsOf(run.rule).some((s) => s.direction === "over" && unitOf(s.step.unit).dimension === "rate")) &&
    !new Exact(test.low.number).gte(100);
  if (byRate) return ofInterval(run, { ...test, measure: "overrun", name: "超出" }, among);
  const counted = stepsOf(run.rule).some(
    (s) =>
      (s.direction === "over" || s.direction === "late") &&
      unitOf(s.step.unit).dimension === dimension &&
      dimension !== "rate",
  );
  if (!counted || dimension !== target.dimension || threshold(run, test.low, dimension).gte(target.value)) return null;
  return ofInterval(run, { ...test, measure: "overrun", name: "超出" }, among);
}

/** "每超1天扣1分，超过15天不得分" beside ten days: fifteen in all or fifteen more? */
function tooFar(run: Run, interval: Interval, dimension: Parameters<typeof threshold>[2]): boolean {
  const { target } = run.figures;
  return (
    interval.measure === "overrun" &&
    dimension !== "rate" &&
    target.kind === "number" &&
    interval.low !== null &&
    threshold(run, interval.low, dimension).gte(target.value)
  );
}

/** A change told by its way alone ("持平", "下降1.2%" against last year), where only its way is asked. */
function ofChange(run: Run, test: Extract<Test, { kind: "interval" }>): Truth | null {
  const { actual, target } = run.figures;
  if (actual.kind !== "growth" && actual.kind !== "text") {
    return null;
  }
  // "同比提高" given back is the target again, not what came of it.
  if (target.kind === "text" && target.text === actual.text && /提[高升]$/u.test(actual.text))
    return blocked(missing({ code: "actual-not-number", text: actual.text }));
  const way = actual.kind === "growth" ? actual.way : wayOf(actual.text);
  const ends = [test.low, test.high].flatMap((end) => (end === null ? [] : [end.number]));
  const level = test.low !== null && test.high !== null && ends.every((n) => n === "0");
  if (way === null) return wordsOpen(run, test);
  if (level) return known(way === "level");
  const down = test.measure === "fall" ? "up" : "down";
  if (ends.every((n) => n === "0")) {
    if (way === "level") return known((test.low ?? test.high)!.inclusive);
    return known(test.low !== null ? way !== down : way === down);
  }
  if (actual.kind === "growth" && actual.rate !== null) return null;
  const side = byWay(test, way === "level" ? 0 : way === down ? -1 : 1);
  return side === null ? blocked(ask({ code: "ask-prior" }, free(run))) : known(side);
}

/** Whether a change of which only the sign is known lies in a band: null where it depends on how much. */
function byWay(test: Extract<Test, { kind: "interval" }>, sign: -1 | 0 | 1): boolean | null {
  const [low, high] = [test.low, test.high].map((end) => (end === null ? null : new Exact(end.number)));
  const contains = (at: Exact): boolean =>
    (low === null || low === undefined || at.gt(low) || (at.equals(low) && test.low!.inclusive)) &&
    (high === null || high === undefined || at.lt(high) || (at.equals(high) && test.high!.inclusive));
  // "下降5%以内" speaks of what fell.
  if (sign === 0) return test.low === null && test.high !== null && high!.gt(0) ? false : contains(new Exact(0));
  const outside =
    sign > 0 ? high !== null && high !== undefined && high.lte(0) : low !== null && low !== undefined && low.gte(0);
  if (outside) return false;
  const whole =
    sign > 0
      ? (low === null || low === undefined || low.lte(0)) && (high === null || high === undefined)
      : (high === null || high === undefined || high.gte(0)) && (low === null || low === undefined);
  return whole ? true : null;
}

/** Words that do not tell the way: what they state, or an open question. */
function wordsOpen(run: Run, test: Extract<Test, { kind: "interval" }>): Truth {
  return {
    kind: "open",
    key: "change",
    holds: true,
    answer: ask({ code: "ask-verdict", verdict: printTest(test), actual: figureText(run) }, yesNo(run)),
  };
}

/** Words beside a change that say nothing of its way. */
const BESIDE_CHANGE = ["change", "partly", "scope", "noun", "measure", "prior", "actual"] as const;

/** Whether words say that something rose, fell or stayed as it was. */
function wayOf(text: string): "up" | "down" | "level" | null {
  let way: "up" | "down" | "level" | null = null;
  for (const token of tokenise(text)) {
    const grown = token.classes.get("grow")?.way;
    const side = token.classes.get("comparator");
    const said =
      grown === "up" || grown === "down" || grown === "level"
        ? grown
        : side !== undefined && side.inclusive !== true
          ? side.side === "low"
            ? "up"
            : "down"
          : null;
    if (said === null) {
      if (!BESIDE_CHANGE.some((cls) => token.classes.has(cls))) return null;
    } else if (way !== null) return null;
    else way = said;
  }
  return way;
}

const SIDES = { "at-most": "less", above: "less", below: "more", "at-least": "more" } as const;

function ofTarget(run: Run, test: Extract<Test, { kind: "target" }>, among: Among): Truth {
  const { actual, target } = run.figures;
  // "完成率100%且未超预算": the target of the indicator is not the budget.
  if (
    test.money &&
    among.joined &&
    !(target.kind === "number" && target.dimension === "money") &&
    /预算|成本|概算|经费/u.test(test.text)
  )
    return {
      kind: "open",
      key: test.text,
      holds: true,
      answer: ask({ code: "ask-verdict", verdict: test.text, actual: "" }, choicesOf(run, among.band.then, test.text)),
    };
  if (actual.kind === "text") {
    const echo = target.kind === "text" && actual.text === target.text && /^(?:符合|满足|达到)$/u.test(actual.text);
    const said = echo
      ? null
      : (states(actual.text, test.text) ??
        (target.kind === "text" &&
        test.side === "met" &&
        actual.text === target.text &&
        !/[^达到完成实现已]{0,1}$/u.test(actual.text)
          ? "affirms"
          : null));
    if (said !== null && use(run, "stated-fact") === "accept") {
      run.steps.push({ code: "step-stated", actual: actual.text, verdict: test.text });
      return known(said === "affirms");
    }
  }
  if (
    actual.kind === "text" &&
    target.kind === "text" &&
    actual.text === target.text &&
    actual.text.length <= 2 &&
    test.side === "met" &&
    /^(?:符合|满足|达到)$/u.test(actual.text)
  )
    return ofAnswer(targetMet(run), true, "met");
  // "完成", "达标": that the target in numbers is meant is a convention; where the text names it, it is not.
  const named = /目标|指标|计划|任务|预算|要求/u.test(test.text);
  if (
    (test.side === "met" || test.side === "missed") &&
    !named &&
    target.kind === "number" &&
    use(run, "verdict-by-target") === "ask"
  )
    return {
      kind: "open",
      key: "met",
      holds: test.side === "met",
      answer: ask(
        { code: "ask-verdict", verdict: test.text, actual: figureText(run) },
        choicesOf(run, among.band.then, test.text),
      ),
    };
  // "每完成一项得2分，未完成不得分": beside what each one earns, nothing of it was done.
  if (
    test.side === "missed" &&
    !named &&
    among.band.then.kind === "nothing" &&
    actual.kind === "number" &&
    earnsEach(run)
  )
    return known(actual.value.isZero());
  if (test.side === "met" || test.side === "missed") return ofAnswer(targetMet(run), test.side === "met", "met");
  if (
    test.side === "exact" &&
    actual.kind === "number" &&
    target.kind === "number" &&
    actual.open === null &&
    actual.dimension === target.dimension
  )
    return known(actual.value.equals(target.value));
  if (test.side === "exact") return ofAnswer(targetMet(run), true, "met");
  if (test.side === "off") {
    if (
      actual.kind === "number" &&
      target.kind === "number" &&
      actual.open === null &&
      actual.dimension === target.dimension
    )
      return known(!actual.value.equals(target.value));
    return ofAnswer(targetMet(run), false, "met");
  }
  // "超支" beside a rate of saving whose target is a bound: less than nothing was saved.
  if (
    test.side === "above" &&
    test.money &&
    bandsOnSaving(among) &&
    actual.kind === "number" &&
    actual.dimension === "rate"
  )
    return known(actual.value.isNegative());
  if (
    test.money &&
    target.kind === "number" &&
    target.dimension === "count" &&
    /预算|概算|成本|经费|支出|超支|节约/u.test(test.text)
  ) {
    return {
      kind: "open",
      key: test.text,
      holds: true,
      answer: ask({ code: "ask-verdict", verdict: test.text, actual: figureText(run) }, yesNo(run)),
    };
  }
  const strict = run.sign === ">" || run.sign === "<" || run.sign === "=";
  const met = targetMet({ ...run, steps: [], better: SIDES[test.side], sign: strict ? null : run.sign });
  return ofAnswer(
    met,
    test.side === "at-most" || test.side === "at-least",
    test.side === "at-most" || test.side === "above" ? "over" : "short",
  );
}

const earnsEach = (run: Run): boolean => stepsOf(run.rule).some((s) => s.direction === "done");

function bandsOnSaving(among: Among): boolean {
  return among.bands.some(
    (b) => b.when.kind === "interval" && (b.when.measure === "saving" || /节约率|节支率/u.test(b.when.name)),
  );
}

function ofDate(run: Run, test: Extract<Test, { kind: "date" }>): Truth {
  const { actual, target } = run.figures;
  if (actual.kind === "missing") return blocked(missing({ code: "missing-actual" }));
  if (actual.kind === "text" && actual.time !== undefined && isDeadline(run, test.date))
    return known((actual.time.way !== "late") === (test.side === "by"));
  if (actual.kind !== "date") return blocked(missing({ code: "actual-not-number", text: figureText(run) }));
  const [year = "", month = "", day = ""] = test.date.split("-");
  const fallback = target.kind === "date" ? target.year : null;
  const late = daysLate(
    { year: year === "" ? fallback : Number(year), month: Number(month), day: day === "" ? null : Number(day) },
    actual,
  );
  if (late === null) return blocked(missing({ code: "actual-not-number", text: figureText(run) }));
  return known((test.side === "by") === late <= 0);
}

/** Whether a date of the rule is what the cell's words are late or early for: the target, or the only date there is. */
function isDeadline(run: Run, date: string): boolean {
  const { target } = run.figures;
  if (target.kind === "date") return sameDate(date, target);
  const dates = new Set(bandsOf(run.rule).flatMap(({ when }) => (when.kind === "date" ? [when.date] : [])));
  return dates.size === 1 && target.kind !== "number";
}

function sameDate(date: string, target: { readonly month: number; readonly day: number | null }): boolean {
  const [, month = "", day = ""] = date.split("-");
  return Number(month) === target.month && (day === "" || target.day === null || Number(day) === target.day);
}

function ofTime(run: Run, test: Extract<Test, { kind: "in-time" }>, among: Among): Truth {
  const { actual, target } = run.figures;
  if (actual.kind === "text") {
    if (actual.time !== undefined) {
      run.steps.push({ code: "step-stated", actual: actual.text, verdict: test.text });
      return known((actual.time.way !== "late") === test.holds);
    }
    const affirmed = states(actual.text, test.text);
    if (affirmed !== null && use(run, "stated-fact") === "accept") return known(affirmed === "affirms");
  }
  if (actual.kind === "missing") return blocked(missing({ code: "missing-actual" }));
  const question = ask(
    { code: "ask-verdict", verdict: test.text, actual: figureText(run) },
    choicesOf(run, among.band.then, test.text),
  );
  const open: Truth = { kind: "open", key: "in-time", holds: test.holds, answer: question };
  const timed =
    (target.kind === "date" && actual.kind === "date") ||
    (target.kind === "number" &&
      actual.kind === "number" &&
      (["days", "months", "hours"].includes(target.dimension) ||
        (target.dimension === "rate" && among.band.role !== "extra")));
  if (!timed || use(run, "verdict-by-target") === "ask") return open;
  return ofAnswer(targetMet(run), test.holds, "in-time");
}

function ofGrade(run: Run, test: Extract<Test, { kind: "grade" }>, among: Among): Truth {
  const graded = among.bands.filter((b) => b.when.kind === "grade");
  const { actual, target } = run.figures;
  // "完成得5分，基本完成得3分": a target in numbers that is met has been completed.
  if (
    actual.kind === "number" &&
    target.kind === "number" &&
    test.grades.some((g) => /^(?:全部|完全)?(?:完成|达到|达标)$/u.test(g))
  )
    return ofAnswer(targetMet(run), true, "met");
  const found = statedGrade(run, graded);
  if (found !== null) return known(found.when === test);
  const words = graded.flatMap((b) => (b.when.kind === "grade" ? b.when.grades : []));
  const choices = graded.flatMap((b) => choicesOf(run, b.then, testWords(b.when)));
  return blocked(ask({ code: "ask-grade", grades: words.join("、") }, choices));
}

function ofFact(run: Run, fact: Fact, among: Among): Truth {
  const grades = among.bands.flatMap((b) => (b.when.kind === "grade" ? b.when.grades : []));
  if (
    grades.length > 0 &&
    (fact.denied ? deniesGrades(fact, grades) : among.band.role !== "extra") &&
    statedGrade(run, among.bands) !== null
  )
    return NO;
  const holds = truthOf(run, fact, among.band.role);
  if (holds !== null) return known(holds !== fact.denied);
  const { actual, target } = run.figures;
  const prior = /上年|去年|同期|往年|平均/u.test(fact.text) && actual.kind === "number";
  const answer =
    actual.kind === "missing" && target.kind === "number"
      ? missing({ code: "missing-actual" })
      : prior
        ? ask({ code: "ask-prior" }, choicesOf(run, among.band.then, fact.text))
        : ask(
            {
              code: among.band.role === "extra" ? "ask-grave" : "ask-verdict",
              ...(among.band.role === "extra" ? { event: fact.text } : { verdict: fact.text, actual: figureText(run) }),
            } as Parameters<typeof ask>[0],
            choicesOf(run, among.band.then, fact.text),
          );
  return prior || answer.kind === "missing"
    ? blocked(answer)
    : { kind: "open", key: fact.core, holds: !fact.denied, answer };
}

/** "每季度开展1次": a number that is the target's own counts the whole; any other is for a part of it. */
function ofEach(run: Run, test: Extract<Test, { kind: "each" }>, among: Among): Truth {
  const interval = intervalOf(test.of, run.better);
  const end = interval?.low ?? interval?.high ?? null;
  const { target } = run.figures;
  if (end !== null && target.kind === "number" && threshold(run, end, target.dimension).equals(target.value))
    return truth(run, test.of, among);
  if (use(run, "verdict-by-target") === "ask" || target.kind !== "number")
    return {
      kind: "open",
      key: test.text,
      holds: true,
      answer: ask(
        { code: "ask-verdict", verdict: test.text, actual: figureText(run) },
        choicesOf(run, among.band.then, test.text),
      ),
    };
  return ofAnswer(targetMet(run), true, "met");
}

void targetText;
