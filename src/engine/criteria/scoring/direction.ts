/** Which way is better: first what the text says, then the type column, then what the indicator measures. */

import { lessIsBetter } from "../words";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { Band, ScoreRule, StepRule, Test } from "../rule/rule";
import type { Expression, Measure, Outcome } from "../tree";
import type { ConventionName } from "../conventions";
import type { Dimension } from "../../language";
import type { Sign } from "../values";

export type Better = "more" | "less" | null;

/** What the rule itself says about which way is better; null where it is silent or speaks both ways. */
export function directionOfRule(rule: ScoreRule): Better {
  const bands = bandsOf(rule);
  // Steps beside bands on the deviation count the deviation: they say nothing about the figure itself.
  const away = bands.some(
    (b) => b.when.kind === "interval" && ["deviation", "overrun", "shortfall", "late"].includes(b.when.measure),
  );
  // "执行率×分值，超过100%不得分": a bound of what else earns the more the more of it there is.
  const product = bands.some((b) => b.then.kind === "formula" && isProduct(b.then.expression));
  // "节约率≥3%得满分，超支不得分": the budget is passed, and the rate of saving is none the smaller for it.
  const saving = bands.some(({ when }) => when.kind === "interval" && when.measure === "saving");
  const silent = (b: Band): boolean =>
    b.role === "extra" || (product && isBeyondAll(b)) || (saving && b.when.kind === "target" && b.when.money);
  const votes = new Set<Better>([
    ...bands.flatMap((b) => (silent(b) ? [] : [voteOfBand(b)])),
    ...(away ? [] : stepsOf(rule).map(voteOfStep)),
    ladderOrder(bands),
  ]);
  votes.delete(null);
  return votes.size === 1 ? [...votes][0]! : null;
}

function voteOfStep(step: StepRule): Better {
  if (["plus", "points", "share"].includes(step.then.kind) || step.direction === "done")
    return step.direction === "over" || step.direction === "done" ? "more" : null;
  return step.direction === "short" ? "more" : step.direction === "over" ? "less" : null;
}

/** Measures whose size is the indicator's own. */
const OWN: readonly Measure[] = ["value", "ratio", "rate", "prior", "change", "fall"];

function voteOfBand(band: Band): Better {
  const parts = band.when.kind === "all" ? band.when.of : [band.when];
  for (const part of parts) {
    const vote = voteOfPart(part, band.then);
    if (vote !== undefined) return vote;
  }
  return null;
}

/** Nothing for more than all of it. */
const isBeyondAll = ({ when, then }: Band): boolean =>
  then.kind === "nothing" && when.kind === "interval" && when.low?.number === "100" && when.low.unit === "%";

/** Whether a formula is the completion times the marks, and nothing else. */
function isProduct(expression: Expression): boolean {
  if (expression.kind !== "binary" || expression.sign !== "×") return false;
  const factors = [expression.left, expression.right].map((one) => (one.kind === "variable" ? one.variable : ""));
  return factors.includes("completion") && factors.includes("points");
}

/** Undefined where the part says nothing, so that the next one is asked. */
function voteOfPart(part: Test, then: Outcome): Better | undefined {
  if (part.kind === "target" && part.side !== "met" && part.side !== "missed" && part.side !== "off")
    return voteOfTarget(part.side, then);
  if (part.kind !== "interval" || !OWN.includes(part.measure)) return undefined;
  if ((part.low === null) === (part.high === null)) return undefined;
  const above = part.low !== null;
  if (then.kind === "full") return above ? "more" : "less";
  if (then.kind === "nothing") return above ? "less" : "more";
  return null;
}

/** The vote of a side of the target that earns or costs marks. */
function voteOfTarget(side: Extract<Test, { kind: "target" }>["side"], then: Outcome): Better {
  const award = isAward(then) && then.kind !== "proportion" && then.kind !== "formula";
  const takes = ["nothing", "minus", "minus-share"].includes(then.kind);
  if (!award && !takes) return null;
  const below = side === "at-most" || side === "below";
  const strict = side === "above" || side === "below";
  // "低于目标值得6分" beside more for reaching it says nothing.
  if (award && strict) return null;
  return award === below ? "less" : "more";
}

/** "完成4次得5分，完成3次得3分": marks that rise with the number say that more is better. */
function ladderOrder(bands: readonly Band[]): Better {
  const bare = bands.flatMap((b) =>
    b.when.kind === "reached" && ["value", "rate", "ratio"].includes(b.when.measure) && b.then.kind === "points"
      ? [{ at: Number(b.when.at.number), points: Number(b.then.points) }]
      : [],
  );
  const [first, second] = bare;
  if (first === undefined || second === undefined) return null;
  const rising = (first.at - second.at) * (first.points - second.points);
  return rising > 0 ? "more" : rising < 0 ? "less" : null;
}

interface Meaning {
  readonly sign: Sign | null;
  readonly indicator: string;
  readonly dimension: Dimension | null;
  readonly targetIsZero: boolean;
}

/** The way by type and meaning, for a text that is silent. */
export function directionOfType(meaning: Meaning, use: (name: ConventionName) => string): Better {
  switch (meaning.sign) {
    case "≥":
    case ">":
      return "more";
    case "≤":
    case "<":
      return "less";
    case "=":
      if (meaning.targetIsZero) return "less";
      return use("equal-target") === "at-least" ? "more" : null;
    case null: {
      const chosen = use("missing-type");
      if (chosen !== "by-meaning") return chosen === "at-most" ? "less" : "more";
      return lessIsBetter(meaning.indicator) || meaning.targetIsZero
        ? "less"
        : meaning.dimension === "money"
          ? null
          : "more";
    }
  }
}

/** Whether the type column contradicts what the indicator measures: at most so many meetings, at least so much cost. */
export function typeContradictsMeaning(meaning: Meaning): boolean {
  const less = lessIsBetter(meaning.indicator);
  const atMost = meaning.sign === "≤" || meaning.sign === "<";
  const atLeast = meaning.sign === "≥" || meaning.sign === ">";
  if (atMost) return meaning.dimension === "count" && !less && !meaning.targetIsZero;
  return atLeast && meaning.dimension === "money" && /成本/u.test(meaning.indicator);
}
