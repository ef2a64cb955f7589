/**
 * The compiler of scoring criteria: text → normalised text → tokens → every reading that leaves the fewest words over →
 * tree → rule. Its stages are listed here in their order; each takes what the one before gave. What is wrong with a
 * criterion is told by the passes in `passes/`.
 */

import { readings } from "./grammar/cover";
import { normaliseText, NO_TEXT } from "../language";
import type { SourceText } from "../language";
import { withoutLetters } from "./letters";
import { contradictsItself } from "./rule/contradiction";
import { lower } from "./rule/lower";
import { printRule } from "./print";
import type { RuleStatement, ScoreRule } from "./rule/rule";
import { directionOfRule } from "./scoring/direction";
import type { Better } from "./scoring/direction";

/** Whether the text states a rule: none at all, half of one, or a rule; and an empty text is none of these. */
export type RuleState = "empty" | "none" | "half" | "rule";

export interface CompiledCriterion {
  readonly source: SourceText;
  /** The first of `rules`. */
  readonly rule: ScoreRule;
  /** Every meaning the sentence has: more than one where it is ambiguous. */
  readonly rules: readonly ScoreRule[];
  readonly state: RuleState;
  /** Which way the text itself says is better. */
  readonly better: Better;
}

const NO_RULE: ScoreRule = { statements: [] };

/** Compiles a criterion. Never fails: a text without a rule has an empty rule and says so in `state`. */
export function compileCriterion(text: string): CompiledCriterion {
  const source = withoutLetters(normaliseText(text));
  if (NO_TEXT.test(source.text)) return { source, rule: NO_RULE, rules: [NO_RULE], state: "empty", better: null };
  const rules = meanings(source.text);
  const rule = rules[0] ?? NO_RULE;
  return { source, rule, rules, state: stateOf(rule, source.text), better: directionOfRule(rule) };
}

/** Longer than any criterion: what stands behind is not read, and says so. */
const LONGEST = 1000;

function meanings(text: string): readonly ScoreRule[] {
  const distinct = new Map<string, ScoreRule>();
  for (const tree of readings(text.slice(0, LONGEST))) {
    const rule = lower(tree);
    // A heading is the same with its colon and without.
    const key = printRule(rule).replace(/:(?=；)/gu, "");
    if (!distinct.has(key)) distinct.set(key, rule);
  }
  const rules = consistent([...distinct.values()]);
  if (text.length <= LONGEST) return rules;
  const rest: RuleStatement = { kind: "residue", text: "…", span: { start: LONGEST, end: text.length } };
  return rules.map((rule) => ({ statements: [...rule.statements, rest] }));
}

/** The readings that do not contradict themselves, where there is one; all of them otherwise. */
function consistent(rules: readonly ScoreRule[]): readonly ScoreRule[] {
  const sound = rules.filter((rule) => !contradictsItself(rule));
  const left = sound.length === 0 ? rules : sound;
  // "①是否制定制度" among points that are counted is one of them.
  const points = (rule: ScoreRule): number => rule.statements.filter(({ kind }) => kind === "checkpoint").length;
  const most = Math.max(...left.map(points));
  return left.filter((rule) => points(rule) === most);
}

function stateOf(rule: ScoreRule, text: string): RuleState {
  if (rule.statements.some(isRule) && !rule.statements.some((s) => s.kind === "residue" && /^[×/+\-(]+$/u.test(s.text)))
    return "rule";
  return /[×/()][^×/()]*分值|分值(?:(?!分值)[^×/])*[×/]|扣|得分=/u.test(text) ? "half" : "none";
}

/** Marks without any condition ("10分"), names and bounds alone are no rule. */
function isRule(statement: RuleStatement): boolean {
  switch (statement.kind) {
    case "band":
      return statement.when.kind !== "always" || !["full", "points", "nothing", "share"].includes(statement.then.kind);
    case "step":
    case "items":
    case "three-grades":
      return true;
    // Marks are given or taken in words that are not understood: a rule, and not read.
    case "residue":
      return /[得扣计加减]\d|满分|不得分|扣分/u.test(statement.text);
    default:
      return false;
  }
}
