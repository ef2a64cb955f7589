/**
 * What is to be done or looked at, told before the rule: "项目共设12个标段", "计划于10月31日前竣工", "抽查100户". It earns nothing
 * by itself; whether it is the target's own figure is tried when the rule is applied.
 */

import type { Condition, PlacedClause } from "../tree";

/** How what is planned for the year begins. */
const PLANNED = /^(?:(?:项目|年度|全年|当年|本年度?|本项目)(?:绩效)?)?(?:计划|应|拟|预计)(?!完成率|数|值|工期内|内)/u;
/** How many there are in all, or by contract. */
const IN_ALL = /(?:共|共有|共设|共计|总共|合同约定|方案规定|范围包括|涉及)$/u;
/** How many were looked at. */
const LOOKED_AT = /^(?:随机|现场|实地)?(?:抽[查检样取]|抽样调查|发放问卷)$/u;
/** What heads the target. */
const HEADS_TARGET = /^(?:年度|绩效|考核|工作|总体|本年|设定|预期)?(?:目标|任务|计划)(?:值|数)?(?:为)?[:]?$/u;

const isPlan = (when: Condition): boolean => {
  switch (when.kind) {
    case "bare":
      return [PLANNED, IN_ALL, LOOKED_AT].some((one) => one.test(when.name)) && (when.measure ?? "value") === "value";
    case "date":
      return when.side === "by" && PLANNED.test(when.text);
    default:
      return false;
  }
};

/** Every plan by itself, before the clause that it led. */
export function plansApart(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  return clauses.flatMap((clause, at): readonly PlacedClause[] => {
    if (clause.kind === "requirement") return [requirementOrPlan(clause, clauses[at - 1], clauses[at + 1])];
    if ((clause.kind !== "arm" && clause.kind !== "step") || clause.when === null || countsFrom(clause))
      return [clause];
    const [plan, rest] = parted(clause.when);
    return plan === null
      ? [clause]
      : clause.kind === "step" && rest === null
        ? [
            { kind: "plan", when: plan, span: clause.span },
            { ...clause, when: null },
          ]
        : rest === null
          ? [clause]
          : [
              { kind: "plan", when: plan, span: clause.span },
              { ...clause, when: rest },
            ];
  });
}

function requirementOrPlan(
  clause: Extract<PlacedClause, { kind: "requirement" }>,
  before: PlacedClause | undefined,
  next: PlacedClause | undefined,
): PlacedClause {
  if (next !== undefined && countsFrom(next)) return clause;
  const headed = before?.kind === "heading" && HEADS_TARGET.test(before.text);
  const told = (headed || isTargetNext(next, clause.when)) && ["range", "bare", "date"].includes(clause.when.kind);
  return told || isPlan(clause.when) ? { kind: "plan", when: clause.when, span: clause.span } : clause;
}

/** "承担项目不少于12项。完成得满分": what is to be reached, before what reaching it earns. */
const isTargetNext = (next: PlacedClause | undefined, when: Condition): boolean =>
  next?.kind === "arm" &&
  next.when?.kind === "target" &&
  next.when.side === "met" &&
  when.kind === "range" &&
  (when.low === null) !== (when.high === null) &&
  when.measure !== "completion";

/** "计划培训100人，每少1人扣0.1分": what the steps are counted from is asked for, not only planned. */
const countsFrom = (clause: PlacedClause): boolean => clause.kind === "step" && clause.count.direction !== "event";

/** The plan that begins a condition, and what is left of it. */
function parted(when: Condition): readonly [plan: Condition | null, rest: Condition | null] {
  if (isPlan(when)) return [when, null];
  if (when.kind !== "all" || !when.loose || !isPlan(when.of[0]!)) return [null, when];
  const [plan, ...rest] = when.of;
  return [plan!, rest.length === 1 ? rest[0]! : { ...when, of: rest }];
}
