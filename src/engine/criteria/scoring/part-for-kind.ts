/**
 * "1.定量指标：完成的，得满分……2.定性指标：……": the official text for both kinds of indicators stands in every row; a row is of
 * one of them. Note on filling in the form of self-evaluation, 财政部 2020.
 */

import type { RuleStatement, ScoreRule } from "../rule/rule";
import type { Figure } from "./figure";

type Kind = "counted" | "judged";

/** Of which kind a statement says that what follows it speaks. */
function announced(statement: RuleStatement): Kind | null {
  if (statement.kind === "three-grades") return "judged";
  if (statement.kind !== "note") return null;
  const [counted, judged] = [/定量(?:类)?指标/u.test(statement.text), /定性(?:类)?指标/u.test(statement.text)];
  return counted === judged ? null : counted ? "counted" : "judged";
}

/** What a person judges by. Anything else may hold for both kinds, wherever it stands. */
const isJudged = (statement: RuleStatement): boolean =>
  statement.kind === "three-grades" || (statement.kind === "band" && statement.then.kind === "discretion");

/** The rule of a row whose target is counted, without how the other kind is judged, where it has a part for each. */
export function partForKind(rule: ScoreRule, { kind }: Figure): ScoreRule {
  const told = new Set(rule.statements.map(announced).filter((one) => one !== null));
  if (told.size < 2 || (kind !== "number" && kind !== "range" && kind !== "date")) return rule;
  let under: Kind | null = null;
  const statements = rule.statements.filter((statement) => {
    under = announced(statement) ?? under;
    return under !== "judged" || !isJudged(statement);
  });
  return { statements };
}
