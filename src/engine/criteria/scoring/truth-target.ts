/** Whether a comparison with the target in words holds. */

import { isAward, stepsOf } from "../rule/rule";
import { isJudged } from "../words";
import { isOfOtherTarget, isOfQuality } from "./foreign";
import type { Test } from "../rule/rule";
import { choicesOf } from "./marks";
import { savedRate } from "./measure";
import { figureText, targetMet, yesNo } from "./met";
import type { Answer, Run } from "./run";
import { ask, use } from "./run";
import { saysDone, states } from "./said-facts";
import { known, ofAnswer } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";

const SIDES = { "at-most": "less", above: "less", below: "more", "at-least": "more" } as const;

type OnTarget = Extract<Test, { kind: "target" }>;

/** Whether what is done stands to the target as the test says. */
export function ofTarget(run: Run, test: OnTarget, among: Among): Truth {
  if ((isOfQuality(run, test) || isOfOtherTarget(run, test, among.band.then)) && run.figures.actual.kind !== "text")
    return openVerdict(test, ask({ code: "ask-verdict", verdict: test.text, actual: "" }, yesNo(run)));
  return (
    saidYes(run, test, among) ??
    besideTheBudget(run, test, among) ??
    byAmountSaved(run, test) ??
    inTheCellsWords(run, test, among) ??
    echoOfTarget(run, test) ??
    ofTheYearSoFar(run, test) ??
    unnamedTarget(run, test, among) ??
    bySide(run, test, among)
  );
}

/** "是", "否" of a target "是": what earns the marks is met, or is not. */
function saidYes({ figures: { target, actual } }: Run, { side, text }: OnTarget, { band }: Among): Truth | null {
  if (target.kind !== "text" || target.text !== "是" || actual.kind !== "text" || !/^[是否]$/u.test(actual.text))
    return null;
  if (band.role === "extra" || isJudged(text) || !isAward(band.then) || !["met", "at-most", "at-least"].includes(side))
    return null;
  return known(actual.text === "是");
}

/** A question that only a person can answer, under the words of the test. */
function openVerdict(test: OnTarget, answer: Answer): Truth {
  return { kind: "open", key: test.text, holds: true, answer };
}

/** "年末序时进度为100%": the text itself says that all of the year has gone. */
const ALL_GONE = /(?:序时|时间)进度[为是=]100%$/u;

/** "低于序时进度": how much of the year has gone, which a target of all of it does not tell. */
function ofTheYearSoFar({ rule, figures: { target, actual } }: Run, test: OnTarget): Truth | null {
  if (rule.statements.some((s) => s.kind === "note" && ALL_GONE.test(s.text))) return null;
  const whole = target.kind === "number" && target.dimension === "rate" && target.value.equals(1);
  const short = actual.kind === "number" && actual.dimension === "rate" && actual.value.lt(1);
  return /序时进度|时间进度/u.test(test.text) && whole && short
    ? openVerdict(test, ask({ code: "ask-verdict", verdict: test.text, actual: actual.text }, []))
    : null;
}

/** "完成率100%且未超预算": the target of the indicator is not the budget. */
function besideTheBudget(run: Run, test: OnTarget, among: Among): Truth | null {
  const { target } = run.figures;
  if (
    !test.money ||
    !among.joined ||
    (target.kind === "number" && target.dimension === "money") ||
    !/预算|成本|概算|经费/u.test(test.text)
  )
    return null;
  return openVerdict(
    test,
    ask({ code: "ask-verdict", verdict: test.text, actual: "" }, choicesOf(run, among.band.then, test.text)),
  );
}

/** Whether the cell only says the words of a target in words again: "符合" beside "符合". */
function isEcho({ figures: { actual, target } }: Run): boolean {
  return (
    actual.kind === "text" &&
    target.kind === "text" &&
    actual.text === target.text &&
    /^(?:符合|满足|达到)$/u.test(actual.text)
  );
}

const OPPOSITES: ReadonlyMap<OnTarget["side"], OnTarget["side"]> = new Map([
  ["met", "missed"],
  ["missed", "met"],
  ["at-most", "above"],
  ["above", "at-most"],
  ["at-least", "below"],
  ["below", "at-least"],
]);

/** What the cell says of the opposite that another band speaks of, turned round: "未超预算" beside "控制在预算内". */
function ofOpposite(actual: string, test: OnTarget, { bands }: Among): ReturnType<typeof states> {
  // Beside a number the words may speak of a part of it.
  if (/\d/u.test(actual)) return null;
  const other = bands.find(({ when }) => when.kind === "target" && when.side === OPPOSITES.get(test.side));
  const said = other?.when.kind === "target" ? states(actual, other.when.text) : null;
  return said === null ? null : said === "affirms" ? "denies" : "affirms";
}

/** What is met or not is said besides: "符合要求". */
const OF_WHAT = /(?:符合|满足|达到)(?:相关|有关)?(?:要求|规定|标准|条件|目标|预期)/u;

/** "符合" beside "符合要求": the same, with what it is met left out. */
const besides = (words: string, test: OnTarget): "affirms" | null =>
  test.side === "met" && OF_WHAT.test(test.text) && test.text.startsWith(words) && /^(?:符合|满足|达到)$/u.test(words)
    ? "affirms"
    : null;

/** "未公开" beside "完成公开": what was to be done, done or left undone. Null where the cell says anything else. */
function ofTheDeed({ figures: { target, actual } }: Run, test: OnTarget): ReturnType<typeof states> {
  if (target.kind !== "text" || actual.kind !== "text" || (test.side !== "met" && test.side !== "missed")) return null;
  const deed = /^(?:按[期时要求规定]{1,2})?完成(\p{Script=Han}{2,6})$/u.exec(target.text)?.[1];
  const told =
    deed === undefined ? null : new RegExp(`^(已|已经|未|尚未|没有)(?:完成)?${deed}(?:完成)?$`, "u").exec(actual.text);
  if (told === null) return null;
  return told[1]!.startsWith("已") === (test.side === "met") ? "affirms" : "denies";
}

const GAPS: Readonly<Partial<Record<OnTarget["side"], "over" | "short">>> = {
  "at-most": "over",
  above: "over",
  "at-least": "short",
  below: "short",
};

/** "超支2万元" beside "成本不超支": by how much it is more or less says that it is. */
function byGap({ figures: { actual } }: Run, test: OnTarget): "affirms" | "denies" | null {
  if (actual.kind !== "text" || actual.gap === undefined || Number(actual.gap.number) === 0) return null;
  const wanted = GAPS[test.side];
  if (wanted === undefined || actual.gap.way !== wanted) return null;
  return test.side === "above" || test.side === "below" ? "affirms" : "denies";
}

/** What an amount that the cell calls saved or overspent says of each side of the budget. */
const OF_SAVED: Readonly<Partial<Record<OnTarget["side"], boolean>>> = {
  below: true,
  "at-most": true,
  above: false,
  exact: false,
};
const OF_OVERSPENT: typeof OF_SAVED = { below: false, "at-most": false, above: true, exact: false };

/** "节约4.3%", "超支2%" beside a budget: which side of it that is. Null for every other cell. */
function byAmountSaved({ name, figures: { actual } }: Run, { money, side }: OnTarget): Truth | null {
  if (!money || actual.kind !== "number" || actual.value.isZero() || /节约|节支|结余/u.test(name)) return null;
  const told = /^(?:节约|节支|结余|超支)/u.exec(actual.text)?.[0];
  if (told === undefined) return null;
  const holds = (told === "超支" ? OF_OVERSPENT : OF_SAVED)[side];
  return holds === undefined ? null : known(holds);
}

/** What the cell itself states of the test's words. */
function inTheCellsWords(run: Run, test: OnTarget, among: Among): Truth | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" || (isEcho(run) && !OF_WHAT.test(test.text))) return null;
  const said =
    ofTheDeed(run, test) ??
    byGap(run, test) ??
    besides(actual.text, test) ??
    states(actual.text, test.text) ??
    saysDone(actual.text, test.side) ??
    ofOpposite(actual.text, test, among);
  if (said === null || use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: actual.text, verdict: test.text, holds: said === "affirms" });
  return known(said === "affirms");
}

function echoOfTarget(run: Run, test: OnTarget): Truth | null {
  return test.side === "met" && isEcho(run) ? ofAnswer(targetMet(run), true, "met") : null;
}

/** "完成", "达标": that the target in numbers is meant is a convention; where the text names it, it is not. */
function unnamedTarget(run: Run, test: OnTarget, among: Among): Truth | null {
  if (test.side !== "met" && test.side !== "missed") return null;
  if (/目标|指标|计划|任务|预算|要求/u.test(test.text)) return null;
  const { actual, target } = run.figures;
  if (target.kind === "number" && use(run, "verdict-by-target") === "ask") {
    const question = { code: "ask-verdict", verdict: test.text, actual: figureText(run) } as const;
    const answer = ask(question, choicesOf(run, among.band.then, test.text));
    return { kind: "open", key: "met", holds: test.side === "met", answer };
  }
  // "每完成一项得2分，未完成不得分": beside what each one earns, nothing of it was done.
  return test.side === "missed" && among.band.then.kind === "nothing" && actual.kind === "number" && earnsEach(run)
    ? known(actual.value.isZero())
    : null;
}

function bySide(run: Run, test: OnTarget, among: Among): Truth {
  switch (test.side) {
    case "met":
    case "missed":
      return ofAnswer(targetMet(run), test.side === "met", "met");
    case "exact":
    case "off":
      return asTarget(run, test.side === "exact");
    default:
      return overSaving(run, test, among) ?? overCount(run, test) ?? ofBound(run, test.side);
  }
}

/** The target itself, or anything but the target. */
function asTarget(run: Run, same: boolean): Truth {
  const { actual, target } = run.figures;
  return actual.kind === "number" &&
    target.kind === "number" &&
    actual.open === null &&
    actual.dimension === target.dimension
    ? known(actual.value.equals(target.value) === same)
    : ofAnswer(targetMet(run), same, "met");
}

/** "超支" beside a rate of saving whose target is a bound: less than nothing was saved. */
function overSaving(run: Run, test: OnTarget, among: Among): Truth | null {
  const { actual } = run.figures;
  return test.side === "above" &&
    test.money &&
    bandsOnSaving(among) &&
    actual.kind === "number" &&
    actual.dimension === "rate"
    ? known(savedRate(actual).isNegative())
    : null;
}

/** A budget beside a target that counts things: the figure does not tell of it. */
function overCount(run: Run, test: OnTarget): Truth | null {
  const { target } = run.figures;
  return test.money &&
    target.kind === "number" &&
    target.dimension === "count" &&
    /预算|概算|成本|经费|费用?超|支出|超支|节约/u.test(test.text)
    ? openVerdict(test, ask({ code: "ask-verdict", verdict: test.text, actual: figureText(run) }, yesNo(run)))
    : null;
}

/** The target as the end that must not be passed. */
function ofBound(run: Run, side: keyof typeof SIDES): Truth {
  const strict = run.sign === ">" || run.sign === "<" || run.sign === "=";
  const met = targetMet({ ...run, steps: [], better: SIDES[side], sign: strict ? null : run.sign });
  return ofAnswer(
    met,
    side === "at-most" || side === "at-least",
    side === "at-most" || side === "above" ? "over" : "short",
  );
}

const earnsEach = (run: Run): boolean => stepsOf(run.rule).some((s) => s.direction === "done");

function bandsOnSaving(among: Among): boolean {
  return among.bands.some(
    (b) => b.when.kind === "interval" && (b.when.measure === "saving" || /节约率|节支率/u.test(b.when.name)),
  );
}
