/** Whether a comparison with the target in words holds. */

import { stepsOf } from "../rule/rule";
import type { Test } from "../rule/rule";
import { states } from "./facts";
import { choicesOf } from "./marks";
import { figureText, targetMet, yesNo } from "./met";
import type { Run } from "./run";
import { ask, use } from "./run";
import { known, ofAnswer } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";

const SIDES = { "at-most": "less", above: "less", below: "more", "at-least": "more" } as const;

export function ofTarget(run: Run, test: Extract<Test, { kind: "target" }>, among: Among): Truth {
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
