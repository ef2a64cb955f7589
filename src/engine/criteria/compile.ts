/**
 * The compiler of scoring criteria: text → normalised text → phrases → tree. Its stages are listed here in their order;
 * each takes what the one before gave. What is wrong with a criterion is told by the passes in `passes/`.
 */

import { readList } from "./grammar/lists";
import { assemble } from "./grammar/assemble";
import { normaliseText, NO_TEXT } from "./source-text";
import type { SourceText } from "./source-text";
import { directionOfText } from "./scoring/direction";
import type { Better } from "./scoring/direction";
import type { CriterionTree, Statement } from "./tree";

/** Whether the text states a rule: none at all, half of one, or a rule; and an empty text is none of these. */
export type RuleState = "empty" | "none" | "half" | "rule";

export interface CompiledCriterion {
  readonly source: SourceText;
  readonly tree: CriterionTree;
  readonly state: RuleState;
  /** Which way the text itself says is better. */
  readonly better: Better;
}

/** Compiles a criterion. Never fails: a text without a rule has an empty tree and says so in `state`. */
export function compileCriterion(text: string): CompiledCriterion {
  const source = normaliseText(text);
  if (NO_TEXT.test(source.text)) return { source, tree: { statements: [] }, state: "empty", better: null };
  const tree = readTree(source.text);
  return { source, tree, state: stateOf(tree, source.text), better: directionOfText(tree) };
}

/** Longer than any criterion: what stands behind is not read, and says so. */
const LONGEST = 1000;

function readTree(text: string): CriterionTree {
  const head = text.slice(0, LONGEST);
  const tree = readList(head) ?? assemble(head);
  if (text.length <= LONGEST) return tree;
  return {
    statements: [...tree.statements, { kind: "unread", text: "…", span: { start: LONGEST, end: text.length } }],
  };
}

function stateOf(tree: CriterionTree, text: string): RuleState {
  // Marks without any condition ("10分") are no rule.
  const idle = (s: Statement): boolean =>
    s.kind === "arm" &&
    s.when.kind === "all" &&
    s.when.of.length === 0 &&
    ["full", "points", "nothing", "share"].includes(s.then.kind);
  const rules = tree.statements.filter((s) => s.kind !== "total" && s.kind !== "unread" && !idle(s));
  if (rules.length > 0) return "rule";
  return tree.statements.some((s) => s.kind === "unread") || /[×/()].*分值|分值.*[×/]|扣|得分=/u.test(text)
    ? "half"
    : "none";
}
