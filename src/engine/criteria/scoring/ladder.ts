/** Choosing among arms with numbers: which of them hold, and which of those speaks. */

import type { Arm, Condition, Quantity } from "../tree";
import { printCondition } from "../print";
import { daysLate } from "./dates";
import { figureText, targetMet, yesNo } from "./met";
import type { Holding } from "./met";
import { marksOf, choicesOf } from "./marks";
import { free, measure, threshold } from "./measure";
import type { Measured } from "./measure";
import { armInterval, contains, intervalOf, winner } from "./ranges";
import type { Claim, Interval } from "./ranges";
import { states, verdictText } from "./verdict";
import type { Answer, Run } from "./run";
import { ask, choice, missing, use } from "./run";
import { isAward } from "./direction";

export type Chosen =
  { readonly kind: "chosen"; readonly arm: Arm | null } | { readonly kind: "no"; readonly answer: Answer };

/** Whether the condition compares numbers, dates, places or the target. */
export function isNumeric(condition: Condition): boolean {
  return (
    ["range", "bare", "date", "target"].includes(condition.kind) ||
    (condition.kind === "all" && condition.of.some(isNumeric))
  );
}

/** The arm that holds, null where none does; an answer where that cannot be told. */
export function chooseNumeric(run: Run, arms: readonly Arm[]): Chosen {
  const targets = arms.filter((arm) => arm.when.kind === "target");
  if (targets.length === arms.length) return chooseByTarget(run, arms);
  let claims: Claim[] = [];
  let measured: Extract<Measured, { kind: "value" }> | null = null;
  let unsettled: Answer | null = null;
  const refused: number[] = [];
  for (const [index, arm] of arms.entries()) {
    const parts = arm.when.kind === "all" ? arm.when.of : [arm.when];
    let holds: Holding = "yes";
    for (const part of parts) {
      // "改造企业100家,完成率达90%以上": the target said again, beside a share of it.
      if (
        part.kind === "bare" &&
        namesTarget(run, part.at) &&
        parts.some((p) => p.kind === "range" && p.subject === "completion")
      )
        continue;
      const one = holdsPart(run, part, arm);
      if (one.measured !== null) measured = one.measured;
      if (one.holding === "no") {
        holds = "no";
        if (parts.length > 1 && part.kind === "target") refused.push(index);
        break;
      }
      if (one.holding !== "yes") holds = one.holding;
    }
    if (holds === "no") continue;
    const interval = armInterval(arm, run.better, run.conventions["bare-deviation"] === "reaching");
    if (holds !== "yes") {
      unsettled ??= holds;
      continue;
    }
    claims.push({
      index,
      interval: interval ?? { subject: "value", unit: "", low: null, high: null },
      marks: marksOf(run, arm.then),
    });
  }
  if (unsettled !== null) return { kind: "no", answer: unsettled };
  if (claims.length === 0)
    return refused.length > 0
      ? { kind: "no", answer: ask({ code: "ask-condition", text: "" }, yesNo(run)) }
      : { kind: "chosen", arm: null };
  // "未达到的按…计分，低于80%不得分": what names a bound speaks before what only says not met.
  const missed = claims.filter((c) => {
    const { when } = arms[c.index]!;
    return when.kind === "target" && !when.holds;
  });
  if (
    missed.length > 0 &&
    claims.some((c) => arms[c.index]!.then.kind === "nothing" && arms[c.index]!.when.kind === "range")
  )
    claims = claims.filter((c) => !missed.includes(c));
  // Nothing over the target is not "超出5%以内": what is said of the target itself speaks for it.
  const byTarget = claims.filter((c) => arms[c.index]!.when.kind === "target");
  claims = claims.filter(
    (c) => !(byTarget.length > 0 && c.interval.low === null && missesOtherSide(run, c.interval.subject)),
  );
  const oneSided = (c: Claim): boolean =>
    ["overrun", "shortfall"].includes(c.interval.subject) && c.interval.low === null;
  if (measured !== null && claims.some((c) => !oneSided(c)) && notOver(run))
    claims = claims.filter((c) => !oneSided(c));
  // Who met the target has also passed every lower mark: what is said of the target comes first.
  const met = byTarget.find((c) => {
    const arm = arms[c.index]!;
    return arm.when.kind === "target" && arm.when.side !== "off" && isAward(arm.then);
  });
  if (met !== undefined && claims.every((c) => c.marks !== null && met.marks !== null && c.marks.lte(met.marks)))
    return { kind: "chosen", arm: arms[met.index]! };
  // "偏离目标值不得分" beside "完成400本得2分": above the target both hold, and they say different things.
  const spread =
    new Set(claims.map((c) => (arms[c.index]!.when.kind === "target" ? "target" : c.interval.subject))).size > 1 &&
    new Set(claims.map((c) => c.marks?.toString())).size > 1;
  const found = spread ? null : claims.length === 1 || measured === null ? claims[0]! : winner(run, claims, measured);
  if (found === null) {
    return {
      kind: "no",
      answer: ask(
        { code: "ask-overlap", value: figureText(run) },
        claims.flatMap((c) =>
          choicesOf(run, arms[c.index]!.then, printCondition(arms[c.index]!.when, { plain: true, points: null })),
        ),
      ),
    };
  }
  // The first band says "within the budget, and …"; outside the budget it is not said whether the others still apply.
  if (refused.length > 0 && arms[found.index]!.when.kind !== "all" && arms[found.index]!.then.kind !== "nothing") {
    const marks = marksOf(run, arms[found.index]!.then);
    return {
      kind: "no",
      answer: ask({ code: "ask-condition", text: verdictText(arms[refused[0]!]!.when) }, [
        ...(marks === null
          ? []
          : [
              choice(
                { code: "choice", label: printCondition(arms[found.index]!.when, { plain: true, points: null }) },
                marks,
              ),
            ]),
        choice({ code: "choice-nothing" }, 0),
      ]),
    };
  }
  return { kind: "chosen", arm: arms[found.index]! };
}

function namesTarget(run: Run, at: Quantity): boolean {
  const { target } = run.figures;
  return (
    target.kind === "number" && target.dimension !== "rate" && threshold(run, at, target.dimension).equals(target.value)
  );
}

/** Whether the actual is exactly at the target or on its good side, so that nothing is exceeded or missed. */
function notOver(run: Run): boolean {
  const { actual, target } = run.figures;
  if (actual.kind !== "number" || target.kind !== "number") return false;
  return run.better === "less" ? actual.value.lte(target.value) : actual.value.gte(target.value);
}

/**
 * Short of the target nothing is exceeded, over it nothing is missed: where the text speaks of the target too, that
 * speaks.
 */
function missesOtherSide(run: Run, subject: Interval["subject"]): boolean {
  const { actual, target } = run.figures;
  if (actual.kind !== "number" || target.kind !== "number") return false;
  return (
    (subject === "overrun" && actual.value.lt(target.value)) ||
    (subject === "shortfall" && actual.value.gt(target.value))
  );
}

interface Part {
  readonly holding: Holding;
  readonly measured: Extract<Measured, { kind: "value" }> | null;
}

function holdsPart(run: Run, part: Condition, arm: Arm): Part {
  const plain = (holding: Holding): Part => ({ holding, measured: null });
  switch (part.kind) {
    case "range":
    case "bare": {
      if (part.kind === "range" && part.subject === "change") {
        const moved = holdsChange(run, part);
        if (moved !== null) return plain(moved);
      }
      if (
        run.figures.actual.kind === "text" &&
        part.kind === "range" &&
        part.subject === "change" &&
        run.figures.actual.text !== (run.figures.target.kind === "text" ? run.figures.target.text : "")
      ) {
        const said =
          states(run.figures.actual.text, part.low !== null ? "提高" : "下降") ??
          states(run.figures.actual.text, part.low !== null ? "增长" : "减少");
        if (said !== null) return plain(said === "affirms" ? "yes" : "no");
      }
      const loose =
        part.kind === "bare" && ["deviation", "overrun", "shortfall"].includes(part.subject) && isAward(arm.then);
      const interval = intervalOf(part, arm, run.better, loose && use(run, "bare-deviation") === "reaching")!;
      const measured = measure(run, interval.subject, interval.unit);
      if (measured.kind === "no") return plain(measured.answer);
      // "每超1天扣1分，超过15天不得分" beside ten days: fifteen in all or fifteen more?
      if (
        interval.subject === "overrun" &&
        measured.dimension !== "rate" &&
        run.figures.target.kind === "number" &&
        interval.low !== null &&
        threshold(run, interval.low, measured.dimension).gte(run.figures.target.value)
      ) {
        return plain(
          ask({ code: "ask-condition", text: printCondition(part, { plain: true, points: null }) }, free(run)),
        );
      }
      // Nothing late is not "延迟1个月内", where another arm speaks of being in time.
      if (interval.subject === "late" && measured.value.isZero() && interval.low === null) return plain("no");
      const inside = contains(run, interval, measured);
      if (inside === null) return plain(missing({ code: "actual-not-number", text: figureText(run) }));
      return { holding: inside ? "yes" : "no", measured };
    }
    case "date":
      return plain(holdsDate(run, part));
    case "target":
      // "完成率100%且未超预算": the target of the indicator is not the budget.
      if (
        arm.when.kind === "all" &&
        !(run.figures.target.kind === "number" && run.figures.target.dimension === "money") &&
        /预算|成本|概算|经费/u.test(part.text)
      )
        return plain(ask({ code: "ask-verdict", verdict: part.text, actual: "" }, choicesOf(run, arm.then, part.text)));
      return plain(holdsTarget(run, part));
    case "verdict":
    case "event": {
      const { actual } = run.figures;
      const said = actual.kind === "text" ? states(actual.text, part.text) : null;
      if (said !== null) return plain(said === "affirms" ? "yes" : "no");
      return plain(
        ask({ code: "ask-verdict", verdict: part.text, actual: figureText(run) }, choicesOf(run, arm.then, part.text)),
      );
    }
    case "grade":
    case "otherwise":
    case "all":
      return plain(ask({ code: "ask-condition", text: verdictText(part) }, yesNo(run)));
  }
}

type Change = Extract<Condition, { kind: "range" }>;

/**
 * A change told by its way alone ("持平", "下降1.2%" against last year), where only its way is asked; null where it must be
 * measured.
 */
function holdsChange(run: Run, part: Change): Holding | null {
  const { actual } = run.figures;
  if (actual.kind !== "growth" && actual.kind !== "text") return null;
  // "同比提高" given back is the target again, not what came of it.
  if (run.figures.target.kind === "text" && run.figures.target.text === actual.text && /提[高升]$/u.test(actual.text))
    return null;
  const way = actual.kind === "growth" ? actual.way : wayOf(actual.text);
  if (way === null) return null;
  const level = part.low !== null && part.high !== null && part.low.at.number === "0" && part.high.at.number === "0";
  if (level) return way === "level" ? "yes" : "no";
  const ends = [part.low, part.high].flatMap((end) => (end === null ? [] : [end.at.number]));
  if (ends.every((n) => n === "0")) return (part.low !== null ? way === "up" : way === "down") ? "yes" : "no";
  return actual.kind === "growth" && actual.rate !== null ? null : ask({ code: "ask-prior" }, free(run));
}

/** Whether words say that something rose, fell or stayed as it was. */
function wayOf(text: string): "up" | "down" | "level" | null {
  const bare = text.replace(/^(?:有所|略有|同比|(?:与|和|较|比)(?:上年|去年|上一年)(?:度|相比)?){1,6}/u, "");
  if (/^(?:基本)?持平$/u.test(bare)) return "level";
  if (/^(?:上升|增长|增加|上涨|提高|提升)$/u.test(bare)) return "up";
  return /^(?:下降|减少|降低)$/u.test(bare) ? "down" : null;
}

function holdsDate(run: Run, part: Extract<Condition, { kind: "date" }>): Holding {
  const { actual } = run.figures;
  if (actual.kind === "missing") return missing({ code: "missing-actual" });
  if (actual.kind !== "date") return missing({ code: "actual-not-number", text: figureText(run) });
  const [year = "", month = "", day = ""] = part.date.split("-");
  const fallback = run.figures.target.kind === "date" ? run.figures.target.year : null;
  const late = daysLate(
    { year: year === "" ? fallback : Number(year), month: Number(month), day: day === "" ? null : Number(day) },
    actual,
  );
  if (late === null) return missing({ code: "actual-not-number", text: figureText(run) });
  return (part.side === "by") === late <= 0 ? "yes" : "no";
}

function holdsTarget(run: Run, part: Extract<Condition, { kind: "target" }>): Holding {
  if (part.side === "met") {
    const met = targetMet(run);
    return met === "yes" || met === "no" ? ((met === "yes") === part.holds ? "yes" : "no") : met;
  }
  if (part.side === "off") {
    const { actual, target } = run.figures;
    if (actual.kind === "number" && target.kind === "number" && actual.open === null)
      return actual.value.equals(target.value) ? "no" : "yes";
    const met = targetMet(run);
    return met === "yes" || met === "no" ? (met === "no" ? "yes" : "no") : met;
  }
  const side = { "at-most": "less", above: "less", below: "more", "at-least": "more" } as const;
  // The side is looked at as if it were the way that is better; what is noted of that would say the opposite of what is
  // so.
  const met = targetMet({
    ...run,
    steps: [],
    better: side[part.side],
    sign: run.sign === ">" || run.sign === "<" ? null : run.sign === "=" ? null : run.sign,
  });
  if (met !== "yes" && met !== "no") return met;
  return (met === "yes") === (part.side === "at-most" || part.side === "at-least") ? "yes" : "no";
}

/** Arms that only speak of the target: where it is told in words, the cell's words may answer for one of them. */
function chooseByTarget(run: Run, arms: readonly Arm[]): Chosen {
  const { actual } = run.figures;
  for (const arm of arms) {
    const holding = arm.when.kind === "target" ? holdsTarget(run, arm.when) : "no";
    if (holding === "yes") return { kind: "chosen", arm };
    if (holding === "no") continue;
    if (actual.kind === "text" || holding.kind === "ask") {
      const stated =
        actual.kind === "text" ? arms.find((a) => states(actual.text, verdictText(a.when)) === "affirms") : undefined;
      if (stated !== undefined && use(run, "stated-fact") === "accept") {
        run.steps.push({ code: "step-stated", actual: figureText(run), verdict: verdictText(stated.when) });
        return { kind: "chosen", arm: stated };
      }
      const choices = arms.flatMap((a) => choicesOf(run, a.then, verdictText(a.when)));
      return {
        kind: "no",
        answer:
          holding.kind === "ask" ? { ...holding, choices: choices.length > 0 ? choices : holding.choices } : holding,
      };
    }
    return { kind: "no", answer: holding };
  }
  return { kind: "chosen", arm: null };
}
