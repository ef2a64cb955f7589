/** What the statements of a sentence mean together, once all of them are known. */

import type { Statement } from "../tree";

/** "新增1家得0.5分，满分10分": where the whole is a multiple of what one earns, each one earns it. */
export function eachEarns(statements: readonly Statement[]): readonly Statement[] {
  const total = statements.find((s) => s.kind === "total");
  const arms = statements.filter((s) => s.kind === "arm");
  const [only] = arms;
  if (total?.kind !== "total" || arms.length !== 1 || statements.length !== 2 || only?.kind !== "arm") return statements;
  if (only.when.kind !== "bare" || only.when.at.number !== "1" || only.when.subject !== "value" || only.then.kind !== "points" || Number(total.points) < 2 * Number(only.then.points)) return statements;
  const step: Statement = { kind: "step", direction: "done", step: only.when.at, from: null, when: null, event: "", then: only.then, limit: null, startedCounts: false, span: only.span };
  return statements.map((s) => (s === only ? step : s));
}

/** "按评判等级赋分，5%以上得满分…": the name of a method in front of the rule itself adds nothing to it. */
export function dropHeadings(statements: readonly Statement[]): readonly Statement[] {
  const rules = statements.filter((s) => s.kind === "arm" || s.kind === "step");
  return statements.filter((s, i) => {
    if (s.kind === "three-grades") return rules.length === 0;
    const whole = statements.some((other) => other.kind === "arm" && (other.then.kind === "formula" || other.then.kind === "full" || (other.then.kind === "proportion" && other !== s)));
    const heading = whole && s.kind === "arm" && s.when.kind === "all" && s.when.of.length === 0 && s.then.kind === "proportion";
    return !(heading && i === statements.findIndex((other) => other.kind !== "total") && rules.length > 1);
  });
}
