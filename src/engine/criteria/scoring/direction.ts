/** Which way is better: first what the text says, then the type column, then what the indicator measures. */

import { LESS_IS_BETTER } from "../lexicon";
import type { Arm, CriterionTree, Outcome, Statement } from "../tree";
import type { ConventionName } from "../conventions";
import type { Dimension } from "../units";
import type { Sign } from "../values";

export type Better = "more" | "less" | null;

/** What the sentence itself says about which way is better; null where it is silent or speaks both ways. */
export function directionOfText(tree: CriterionTree): Better {
  // Steps beside bands on the deviation count the deviation: they say nothing about the figure itself.
  const away = tree.statements.some(
    (s) =>
      s.kind === "arm" &&
      s.when.kind === "range" &&
      ["deviation", "overrun", "shortfall", "late"].includes(s.when.subject),
  );
  const votes = new Set(
    tree.statements
      .filter((s) => !(away && s.kind === "step"))
      .map(vote)
      .filter((v) => v !== null),
  );
  const fromBare = bareOrder(tree);
  if (fromBare !== null) votes.add(fromBare);
  return votes.size === 1 ? [...votes][0]! : null;
}

function vote(statement: Statement): Better {
  if (statement.kind === "step") {
    if (["plus", "points", "share"].includes(statement.then.kind) || statement.direction === "done")
      return statement.direction === "over" || statement.direction === "done" ? "more" : null;
    return statement.direction === "short" ? "more" : statement.direction === "over" ? "less" : null;
  }
  if (statement.kind !== "arm") return null;
  const parts = statement.when.kind === "all" ? statement.when.of : [statement.when];
  for (const part of parts) {
    if (part.kind === "target" && part.side !== "met") {
      const wantsLess = part.side === "at-most" || part.side === "above";
      const good =
        isAward(statement.then) ===
        (part.side === "at-most" || part.side === "at-least" || part.side === "below" ? part.side !== "below" : false);
      return good ? (wantsLess ? "less" : "more") : null;
    }
    if (part.kind !== "range" || !["value", "ratio", "rate", "prior", "change"].includes(part.subject)) continue;
    if ((part.low === null) === (part.high === null)) continue;
    const above = part.low !== null;
    if (isFull(statement.then)) return above ? "more" : "less";
    if (statement.then.kind === "nothing") return above ? "less" : "more";
  }
  return null;
}

/** "完成4次得5分，完成3次得3分": marks that rise with the number say that more is better. */
function bareOrder(tree: CriterionTree): Better {
  const bare = tree.statements.filter(
    (s): s is Arm & Statement =>
      s.kind === "arm" &&
      s.when.kind === "bare" &&
      s.when.subject !== "deviation" &&
      s.when.subject !== "overrun" &&
      s.then.kind === "points",
  );
  const [first, second] = bare;
  if (
    first?.when.kind !== "bare" ||
    second?.when.kind !== "bare" ||
    first.then.kind !== "points" ||
    second.then.kind !== "points"
  )
    return null;
  const rising =
    (Number(first.when.at.number) - Number(second.when.at.number)) *
    (Number(first.then.points) - Number(second.then.points));
  return rising > 0 ? "more" : rising < 0 ? "less" : null;
}

export function isFull(outcome: Outcome): boolean {
  return outcome.kind === "full";
}

export function isAward(outcome: Outcome): boolean {
  return ["full", "points", "share", "points-between", "share-between", "formula"].includes(outcome.kind);
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
      return LESS_IS_BETTER.test(meaning.indicator) || meaning.targetIsZero
        ? "less"
        : meaning.dimension === "money"
          ? null
          : "more";
    }
  }
}

/** Whether the type column contradicts what the indicator measures: at most so many meetings, at least so much cost. */
export function typeContradictsMeaning(meaning: Meaning): boolean {
  const less = LESS_IS_BETTER.test(meaning.indicator);
  const atMost = meaning.sign === "≤" || meaning.sign === "<";
  const atLeast = meaning.sign === "≥" || meaning.sign === ">";
  if (atMost) return meaning.dimension === "count" && !less && !meaning.targetIsZero;
  return atLeast && meaning.dimension === "money" && /成本/u.test(meaning.indicator);
}
