/** What the statements of a sentence mean together, once all of them are known. */

import type { Condition, Outcome, Statement } from "../tree";

/** "新增1家得0.5分，满分10分": where the whole is a multiple of what one earns, each one earns it. */
export function eachEarns(statements: readonly Statement[], text: string): readonly Statement[] {
  const total = statements.find((s) => s.kind === "total") ?? severalTimes(statements, text);
  const arms = statements.filter((s) => s.kind === "arm");
  const [only] = arms;
  if (total?.kind !== "total" || arms.length !== 1 || statements.some((s) => s !== total && s !== arms[0] && s.kind !== "total") || only?.kind !== "arm") return statements;
  if (only.when.kind !== "bare" || only.when.at.number !== "1" || only.when.subject !== "value" || only.then.kind !== "points" || Number(total.points) < 2 * Number(only.then.points)) return statements;
  const step: Statement = { kind: "step", direction: "done", step: only.when.at, from: null, when: null, event: "", then: only.then, limit: null, startedCounts: false, span: only.span };
  return statements.map((s) => (s === only ? step : s));
}

/** "符合1项得1分，共5项": so many of what one earns marks for. */
function severalTimes(statements: readonly Statement[], text: string): Extract<Statement, { kind: "total" }> | undefined {
  const [arm] = statements;
  const found = /共(?:计|有)?(\d+)(?:个?项|个|条|次|方面)(?=$|[,;。])/u.exec(text);
  if (found === null || statements.length !== 1 || arm?.kind !== "arm" || arm.then.kind !== "points") return undefined;
  return { kind: "total", points: String(Number(found[1]) * Number(arm.then.points)), span: arm.span };
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

const COMPLETED = /^(?:全部|已|已经|按计划|按要求|全面|目标|任务|指标)*(?:完成|达标|达成)(?:任务|目标|计划|指标)*$|^(?:年度内|年内|按期)?完成(?:了)?(?:全部|所有)[^,且并]{0,8}$/u;
const EARNS: readonly Outcome["kind"][] = ["full", "points", "share"];

/** "全部完成得5分，完成80%以上得3分": beside shares of the target, to have completed is to have met the target. */
export function completedMeetsTarget(statements: readonly Statement[]): readonly Statement[] {
  const measured = statements.some((s) => s.kind === "arm" && (s.when.kind === "range" || s.when.kind === "bare") && (s.when.subject === "completion" || s.when.subject === "value"));
  if (!measured) return statements;
  return statements.map((s) => {
    if (s.kind !== "arm" || !EARNS.includes(s.then.kind)) return s;
    const text = said(s.when);
    return text !== null && COMPLETED.test(text) ? { ...s, when: { kind: "target", holds: true, side: "met", text } } : s;
  });
}

function said(condition: Condition): string | null {
  if (condition.kind === "verdict") return condition.text;
  return condition.kind === "grade" && condition.grades.length === 1 ? condition.grades[0]! : null;
}
