/** A tree applied to figures: which statement speaks for this case, and what it gives. */

import type { Arm, Condition, CriterionTree, Outcome, Statement, Step } from "../tree";
import { printCondition } from "../print";
import { Exact } from "../values";
import { JUDGED } from "../lexicon";
import { comparable, unitOf } from "../units";
import { isAward } from "./direction";
import { byFormula, inProportion } from "./formula";
import { choicesOf, marksOf, shareOf } from "./marks";
import { free } from "./measure";
import { figureText, targetMet, targetText } from "./met";
import { chooseNumeric, isNumeric } from "./ladder";
import type { Interval } from "./ranges";
import { armInterval, clears } from "./ranges";
import { baseOf, applyStep } from "./steps";
import { chooseGrade, judge, verdictChoices, verdictText } from "./verdict";
import { applyExtras, extrasIn } from "./extras";
import type { Answer, Run } from "./run";
import { ask, choice, missing, score, shown, use } from "./run";
import { gradeChoices } from "./general-rule";

const PLAIN = { plain: true, points: null } as const;

/** The answer of a criterion for one case. */
export function evaluate(run: Run, tree: CriterionTree): Answer {
  const special = tree.statements.find((s) => s.kind === "unread" || s.kind === "items" || s.kind === "three-grades");
  if (special !== undefined) return byPerson(run, special);
  const arms = tree.statements.filter((s): s is Arm & Statement => s.kind === "arm" && !excluded(run, s));
  const steps = tree.statements.filter((s): s is Step & Statement => s.kind === "step");
  if (sideBySide(arms, steps)) return ask({ code: "ask-items" }, free(run));
  const vetoes =
    arms.length + steps.length > 1 ? arms.filter((arm) => arm.when.kind === "event" && !isAward(arm.then)) : [];
  const rules = arms.filter(
    (arm) =>
      !vetoes.includes(arm) ||
      (vetoes.length === 1 &&
        arms.length === 2 &&
        steps.length === 0 &&
        !arm.when.kind.startsWith("range") &&
        arms.every((a) => a.when.kind !== "range" && a.when.kind !== "bare")),
  );
  const extras = extrasIn(rules, steps);
  const remaining = [...vetoes.filter((veto) => !rules.includes(veto)), ...extras];
  const answer = evaluateRules(
    run,
    rules.filter((arm) => !extras.includes(arm)),
    steps,
  );
  if (answer.kind !== "score") return answer;
  if (answer.value.isZero() && meetsButEarnsNothing(run, tree))
    return ask({ code: "ask-contradiction", actual: figureText(run), target: targetText(run) }, free(run));
  return applyExtras(run, answer, remaining);
}

/**
 * Awards that stand beside one another: what each done earns next to an award for something else, or shares of which
 * none is all ("每季度完成得25%"). One figure cannot tell what they come to.
 */
function sideBySide(arms: readonly Arm[], steps: readonly Step[]): boolean {
  const awards = arms.filter((arm) => isAward(arm.then));
  if (steps.some((step) => step.direction === "done"))
    return awards.some((arm) => arm.then.kind === "points" || arm.then.kind === "share");
  return (
    steps.length === 0 &&
    awards.length > 0 &&
    awards.length === arms.filter((arm) => arm.then.kind !== "nothing").length &&
    awards.every((arm) => arm.then.kind === "share" && shareOf(arm.then.share).lt(1))
  );
}

/** "发现5人以上不符合的不得分" beside a rate that reached all of its whole: there were none. */
function excluded(run: Run, arm: Arm): boolean {
  const { target, actual } = run.figures;
  const whole =
    target.kind === "number" &&
    target.dimension === "rate" &&
    target.value.equals(1) &&
    actual.kind === "number" &&
    actual.dimension === "rate" &&
    actual.value.gte(1) &&
    run.better !== "less";
  const interval = whole && !isAward(arm.then) ? armInterval(arm, run.better) : null;
  return (
    interval !== null && interval.low !== null && interval.high === null && unitOf(interval.unit).dimension === "count"
  );
}

/** Nothing at all for a figure on the good side of its target: the text was misread, or contradicts the target. */
function meetsButEarnsNothing(run: Run, tree: CriterionTree): boolean {
  const { target, actual } = run.figures;
  if (
    target.kind !== "number" ||
    actual.kind !== "number" ||
    target.dimension !== actual.dimension ||
    actual.open !== null
  )
    return false;
  const other = tree.statements.some(
    (s) =>
      s.kind === "arm" &&
      (s.when.kind === "event" ||
        s.when.kind === "verdict" ||
        ((s.when.kind === "range" || s.when.kind === "bare") &&
          !["value", "rate", "completion", "ratio"].includes(s.when.subject))) &&
      !isAward(s.then),
  );
  if (other || target.value.isZero()) return false;
  return (
    ((run.sign === "≥" || run.sign === ">") && actual.value.gt(target.value)) ||
    ((run.sign === "≤" || run.sign === "<") && actual.value.lt(target.value))
  );
}

function byPerson(run: Run, statement: Statement): Answer {
  const all = run.points;
  if (statement.kind === "three-grades") {
    if (all === null) return missing({ code: "missing-points" });
    use(run, "three-grades");
    return ask({ code: "ask-three-grades" }, gradeChoices(all, statement.middle, statement.lower));
  }
  if (statement.kind === "items") {
    return ask(
      { code: "ask-items" },
      statement.items.map((item) =>
        choice(
          { code: "choice", label: item.text },
          item.outcome.kind === "points-between" ? new Exact(0) : 0,
          marksOf(run, item.outcome) ?? run.points ?? 0,
        ),
      ),
    );
  }
  return ask({ code: "ask-unread", text: statement.kind === "unread" ? statement.text : "" }, free(run));
}

function evaluateRules(run: Run, arms: readonly Arm[], steps: readonly Step[]): Answer {
  const grades = arms.filter((arm) => arm.when.kind === "grade");
  // "完成得5分，基本完成得3分": a target in numbers that is met has been completed.
  if (grades.length > 0 && run.figures.target.kind === "number" && run.figures.actual.kind === "number") {
    const done = grades.find(
      (arm) => arm.when.kind === "grade" && arm.when.grades.some((g) => /^(?:全部|完全)?(?:完成|达到|达标)$/u.test(g)),
    );
    if (done !== undefined && targetMet(run) === "yes") {
      use(run, "verdict-by-target");
      return give(run, done.then, run.points, null, done.when);
    }
  }
  if (grades.length > 0 && grades.length + arms.filter((a) => a.when.kind === "otherwise").length === arms.length) {
    const chosen = chooseGrade(run, grades);
    return "kind" in chosen && "question" in chosen
      ? chosen
      : "when" in chosen
        ? give(run, chosen.then, run.points, null, chosen.when)
        : chosen;
  }
  const numeric = arms.filter((arm) => isNumeric(arm.when));
  if (numeric.length > 0) return evaluateNumeric(run, arms, numeric, steps);
  const always = arms.filter((arm) => arm.when.kind === "all" && arm.when.of.length === 0);
  const verdicts = arms.filter((arm) => !always.includes(arm));
  if (verdicts.length > 0) return evaluateVerdicts(run, verdicts, steps);
  if (steps.length > 0) return evaluateSteps(run, steps, run.points, null);
  const only = always[0];
  return only === undefined ? missing({ code: "no-rule" }) : give(run, only.then, run.points, null, only.when);
}

function evaluateNumeric(run: Run, arms: readonly Arm[], numeric: readonly Arm[], steps: readonly Step[]): Answer {
  const best = bestArm(run, numeric);
  const anchor = best === null ? null : armInterval(best, run.better);
  const { actual, target } = run.figures;
  // "2次" given for a rate: the occurrences themselves, where the criterion counts them.
  const occurrences =
    actual.kind === "number" && actual.dimension === "count" && target.kind === "number" && target.dimension === "rate";
  if (occurrences && steps.length > 0 && steps.every((step) => step.direction === "event"))
    return evaluateSteps(run, steps, baseOf(run, best), anchor);
  // The indicator counts what went wrong, the text speaks of the rate and takes marks for each: the count is what is
  // given.
  const mishaps =
    target.kind === "number" &&
    target.value.isZero() &&
    target.dimension !== "rate" &&
    actual.kind === "number" &&
    actual.dimension !== "rate" &&
    anchor !== null &&
    !comparable(unitOf(anchor.unit).dimension, actual.dimension);
  if (mishaps && steps.length > 0 && steps.every((step) => step.direction === "event"))
    return evaluateSteps(run, steps, baseOf(run, best), null);
  const chosen = chooseNumeric(run, numeric);
  if (chosen.kind === "no") return chosen.answer;
  // Short of the target, "基本达到目标得6分" may hold: how much is enough is a person's word.
  const nearly = arms.filter(
    (arm) => arm.when.kind === "verdict" && isAward(arm.then) && /基本|部分|接近/u.test(arm.when.text),
  );
  if (nearly.length > 0 && (chosen.arm === null || !isAward(chosen.arm.then)))
    return ask(
      { code: "ask-verdict", verdict: nearly.map((arm) => verdictText(arm.when)).join("、"), actual: figureText(run) },
      verdictChoices(run, [...nearly, ...(chosen.arm === null ? [] : [chosen.arm])]),
    );
  const open = unmeasured(run, arms, numeric, chosen.arm);
  if (open !== null) return open;
  if (chosen.arm !== null && oneOfMany(run, chosen.arm, arms, steps))
    return ask({ code: "ask-condition", text: printCondition(chosen.arm.when, PLAIN) }, free(run));
  if (chosen.arm !== null && againstTarget(run, chosen.arm))
    return ask({ code: "ask-condition", text: printCondition(chosen.arm.when, PLAIN) }, free(run));
  if (chosen.arm !== null) {
    const base = baseOf(run, best);
    const answer = give(run, chosen.arm.then, base, anchor, chosen.arm.when);
    const regional = steps.filter((step) => step.when === null && step.direction === "event");
    if (answer.kind !== "score" || !isAward(chosen.arm.then)) return answer;
    const others = steps.filter((step) => step.when === null && step.direction === "late" && !timed(run, numeric));
    const growing = steps.filter((s) => s.when === null && s.then.kind === "plus");
    const more = [...regional, ...others, ...growing];
    return more.length === 0 ? answer : evaluateSteps(run, more, answer.value, anchor);
  }
  const inTime = numeric.every((arm) => arm.when.kind === "range" && arm.when.subject === "late")
    ? arms.find((arm) => !numeric.includes(arm) && isAward(arm.then) && !/[且并]|同时/u.test(verdictText(arm.when)))
    : undefined;
  if (inTime !== undefined && targetMet(run) === "yes") return give(run, inTime.then, run.points, null, inTime.when);
  if (steps.length > 0) return fromSteps(run, numeric, steps, best, anchor);
  const rest =
    arms.find((arm) => arm.when.kind === "otherwise") ??
    arms.find((arm) => arm.when.kind === "all" && arm.when.of.length === 0) ??
    arms.find((arm) => !numeric.includes(arm) && !isAward(arm.then) && !/\d/u.test(verdictText(arm.when)));
  if (rest !== undefined) return give(run, rest.then, baseOf(run, best), anchor, rest.when);
  const beyond = beyondBands(run, numeric, armInterval(numeric[0]!, run.better));
  if (beyond !== null) return beyond;
  if (numeric.length === 1 && !isAward(numeric[0]!.then))
    return run.points === null ? missing({ code: "missing-points" }) : score(run.points);
  const near = numeric.flatMap((arm) => choicesOf(run, arm.then, printCondition(arm.when, PLAIN)));
  const left = numeric.length === 1 ? [...near.slice(0, 0), choice({ code: "choice-nothing" }, 0), ...free(run)] : near;
  return ask({ code: "ask-gap", value: figureText(run) }, left);
}

/** Nothing at all for an actual that meets its target by the type column: text and target contradict each other. */
function againstTarget(run: Run, arm: Arm): boolean {
  const { target, actual } = run.figures;
  if (
    arm.then.kind !== "nothing" ||
    arm.when.kind !== "range" ||
    !["value", "ratio", "rate"].includes(arm.when.subject) ||
    target.kind !== "number" ||
    actual.kind !== "number" ||
    target.dimension !== actual.dimension
  )
    return false;
  const atMost = run.sign === "≤" || run.sign === "<";
  const atLeast = run.sign === "≥" || run.sign === ">";
  return (
    (atMost && actual.value.lte(target.value) && arm.when.low !== null) ||
    (atLeast && actual.value.gte(target.value) && arm.when.high !== null && arm.when.low === null)
  );
}

/** A verdict that earns marks beside measured bands: the figures do not say whether it holds. */
function unmeasured(run: Run, arms: readonly Arm[], numeric: readonly Arm[], chosen: Arm | null): Answer | null {
  const lateOnly = numeric.every((arm) => arm.when.kind === "range" && arm.when.subject === "late");
  const banded = numeric.some((arm) => isAward(arm.then) && (arm.when.kind === "range" || arm.when.kind === "bare"));
  const verdicts =
    lateOnly || !banded
      ? []
      : arms.filter(
          (arm) =>
            !numeric.includes(arm) &&
            (["verdict", "grade", "event"].includes(arm.when.kind) ||
              (arm.when.kind === "all" && arm.when.of.length > 0)) &&
            isAward(arm.then) &&
            !/基本|部分|接近/u.test(verdictText(arm.when)),
        );
  if (verdicts.length === 0) return null;
  return ask(
    { code: "ask-verdict", verdict: verdicts.map((arm) => verdictText(arm.when)).join("、"), actual: figureText(run) },
    verdictChoices(run, [...verdicts, ...(chosen === null ? numeric : [chosen])]),
  );
}

/**
 * Outside every band where the bands only take marks, or where a formula reaches all of them at its own end: full
 * marks.
 */
function beyondBands(run: Run, numeric: readonly Arm[], anchor: Interval | null): Answer | null {
  const only = numeric.length === 1 ? numeric[0]! : null;
  if (only?.then.kind === "formula") {
    const answer = byFormula(run, only.then.expression);
    return answer.kind === "score" &&
      run.points !== null &&
      answer.value.gte(run.points) &&
      anchor?.subject === "completion"
      ? answer
      : null;
  }
  if (numeric.some((arm) => isAward(arm.then) || !["minus", "minus-share", "nothing"].includes(arm.then.kind)))
    return null;
  const intervals = numeric.map((arm) => armInterval(arm, run.better));
  const subjects = new Set(intervals.map((i) => i?.subject));
  const [subject] = [...subjects];
  if (subjects.size !== 1 || subject === undefined) return null;
  const less = ["deviation", "overrun", "shortfall", "late"].includes(subject) || run.better === "less";
  if (!less && run.better !== "more") return null;
  const inside = intervals.every(
    (i) => i !== null && (less ? i.low !== null : i.high !== null) && clears(run, i, less),
  );
  return inside ? full(run) : null;
}

/** Whether the indicator itself is a time, so that its own bands have told how late it was. */
function timed(run: Run, numeric: readonly Arm[]): boolean {
  const { target } = run.figures;
  return (
    target.kind === "date" ||
    (target.kind === "number" && ["days", "months", "hours"].includes(target.dimension)) ||
    numeric.some((arm) => arm.when.kind === "date" || (arm.when.kind === "range" && arm.when.subject === "late"))
  );
}

/** "完成一项得2分" where the target is several: whether each earns them is not said. */
function oneOfMany(run: Run, arm: Arm, arms: readonly Arm[], steps: readonly Step[]): boolean {
  const { target } = run.figures;
  return (
    arm.when.kind === "bare" &&
    arm.when.subject === "value" &&
    arm.when.at.number === "1" &&
    isAward(arm.then) &&
    steps.length === 0 &&
    arms.filter((a) => isAward(a.then)).length === 1 &&
    target.kind === "number" &&
    target.dimension === "count" &&
    target.value.gt(1)
  );
}

/** Steps outside every band: those whose region holds, from the mark they are counted from. */
function fromSteps(
  run: Run,
  numeric: readonly Arm[],
  steps: readonly Step[],
  best: Arm | null,
  anchor: Interval | null,
): Answer {
  const regional = steps.filter((step) => step.when !== null && step.when.kind === "range");
  const usable: Step[] = [];
  for (const step of steps) {
    if (step.when === null || step.when.kind !== "range") {
      usable.push(step);
      continue;
    }
    const inside = chooseNumeric(run, [{ kind: "arm", when: step.when, then: { kind: "nothing" }, span: step.span }]);
    if (inside.kind === "no") return inside.answer;
    if (inside.arm !== null) usable.push(step);
  }
  if (usable.length === 0) return ask({ code: "ask-gap", value: figureText(run) }, free(run));
  const region = regional.find((step) => usable.includes(step));
  if (region?.when?.kind === "range") {
    const interval = armInterval({ kind: "arm", when: region.when, then: region.then, span: region.span }, run.better)!;
    // The region's own end is where its steps begin: below 80%, each point is counted from 80%.
    const edge: Interval = { ...interval, low: interval.high ?? interval.low, high: interval.low ?? interval.high };
    const neighbour = numeric.find((arm) => {
      const own = armInterval(arm, run.better);
      return own !== null && [own.low?.number, own.high?.number].includes(edge.low?.number) && arm !== best;
    });
    const base =
      run.conventions["step-base"] === "adjacent" || neighbour !== undefined
        ? baseOf(run, neighbour ?? best)
        : baseOf(run, best);
    return evaluateSteps(run, usable, base, edge);
  }
  return evaluateSteps(run, usable, baseOf(run, best), anchor);
}

function evaluateSteps(run: Run, steps: readonly Step[], base: Exact | null, anchor: Interval | null): Answer {
  if (base === null) return missing({ code: "missing-points" });
  let marks = base;
  const kinds = new Set(steps.filter((step) => step.direction === "event").map((step) => step.event));
  // One number cannot tell how many of each kind there were.
  if (
    kinds.size > 1 &&
    run.figures.actual.kind === "number" &&
    !run.figures.actual.value.isZero() &&
    run.figures.target.kind === "number" &&
    run.figures.target.value.isZero()
  )
    return ask({ code: "ask-occurrences", event: [...kinds].join("、") }, free(run));
  if (steps.filter((step) => step.direction === "done").length > 1) return ask({ code: "ask-items" }, free(run));
  for (const step of steps) {
    const answer = applyStep(run, step, marks, anchor);
    if (answer.kind !== "score") return answer;
    marks = answer.value;
  }
  return score(marks);
}

function evaluateVerdicts(run: Run, arms: readonly Arm[], steps: readonly Step[]): Answer {
  const good = arms.filter((arm) => isAward(arm.then) && arm.when.kind !== "otherwise");
  const bad = arms.filter((arm) => !isAward(arm.then) || arm.when.kind === "otherwise");
  const { actual } = run.figures;
  const exact =
    actual.kind === "text"
      ? arms.find((arm) => verdictText(arm.when) === actual.text && !JUDGED.test(actual.text))
      : undefined;
  if (good.length > 1 && exact !== undefined && use(run, "stated-fact") === "accept")
    return give(run, exact.then, run.points, null, exact.when);
  if (good.length > 1)
    return ask(
      { code: "ask-verdict", verdict: good.map((arm) => verdictText(arm.when)).join("、"), actual: figureText(run) },
      verdictChoices(run, arms),
    );
  const favourable = good[0];
  const holding = judge(
    run,
    favourable === undefined ? `没有“${verdictText(bad[0]!.when)}”` : verdictText(favourable.when),
    arms,
  );
  if (holding !== "yes" && holding !== "no") return holding;
  if (holding === "yes") {
    const answer = favourable === undefined ? full(run) : give(run, favourable.then, run.points, null, favourable.when);
    if (answer.kind !== "score") return answer;
    const events = steps.filter((step) => step.direction === "event");
    return events.length === 0 ? answer : evaluateSteps(run, events, answer.value, null);
  }
  const base = baseOf(run, favourable ?? null);
  const rest = bad.find((arm) => arm.when.kind === "otherwise") ?? bad[0];
  if (steps.length > 0) {
    if (base === null) return missing({ code: "missing-points" });
    return evaluateSteps(run, steps, base, null);
  }
  if (rest !== undefined) return give(run, rest.then, base, null, rest.when);
  return ask({ code: "ask-condition", text: verdictText(favourable!.when) }, [
    choice({ code: "choice-nothing" }, 0),
    ...free(run),
  ]);
}

function full(run: Run): Answer {
  return run.points === null ? missing({ code: "missing-points" }) : score(run.points);
}

/** The arm that gives most, the anchor of steps and proportions. */
function bestArm(run: Run, arms: readonly Arm[]): Arm | null {
  const awards = arms.filter((arm) => isAward(arm.then));
  const rank = (arm: Arm): Exact =>
    marksOf(run, arm.then) ?? (arm.then.kind === "full" ? new Exact(Infinity) : new Exact(0));
  return awards.reduce<Arm | null>((best, arm) => (best === null || rank(arm).gt(rank(best)) ? arm : best), null);
}

/** What an outcome gives. `base` is what a deduction is taken from. */
function give(run: Run, outcome: Outcome, base: Exact | null, anchor: Interval | null, when: Condition): Answer {
  const label = printCondition(when, PLAIN);
  run.applied?.push(when);
  switch (outcome.kind) {
    case "formula":
      return byFormula(run, outcome.expression);
    case "proportion":
      return inProportion(run, base, anchor);
    case "discretion":
    case "either":
    case "points-between":
    case "share-between":
    case "plus": {
      const choices = choicesOf(run, outcome, label);
      if (outcome.kind === "points-between")
        return ask({ code: "ask-between", low: outcome.low, high: outcome.high }, choices);
      return run.points === null && outcome.kind !== "plus"
        ? missing({ code: "missing-points" })
        : ask({ code: "ask-discretion", text: label }, choices);
    }
    case "full":
    case "points":
    case "share":
    case "nothing":
    case "minus":
    case "minus-share": {
      const marks = marksOf(run, outcome);
      if (marks === null) return missing({ code: "missing-points" });
      if (label !== "") run.steps.push({ code: "step-band", value: figureText(run), band: label });
      run.steps.push({ code: "step-marks", outcome: outcome.kind, marks: shown(marks) });
      return score(marks);
    }
  }
}
