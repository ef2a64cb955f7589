/** A condition before the first of several bands that holds for all of them. */

import type { Band, RuleStatement, Test } from "./rule";

type Measuring = Extract<Test, { kind: "interval" | "reached" }>;

const isMeasuring = (when: Test): when is Measuring => when.kind === "interval" || when.kind === "reached";

const CONDITIONS: readonly Test["kind"][] = ["fact", "grade", "interval", "reached"];

/** "目标值24台，完成24台得满分": the target said first is no condition. */
const ofTarget = /目标|指标|计划|任务/u;

/** "按要求公开，公开率达100%": what is done, beside the rate of how much of it was. */
export const saysTheMeasure = (condition: Test, { name }: Measuring): boolean =>
  condition.kind === "fact" &&
  !condition.denied &&
  condition.core.length > 1 &&
  isOfDeed(name.replace(/[率度]$/u, ""), condition.core);

/** "发放率" beside "优待证发放", "政务公开率" beside "公开". */
const isOfDeed = (stem: string, core: string): boolean =>
  stem.endsWith(core) || (stem.length > 1 && core.endsWith(stem));

/** What stands before a comma and the first band, and that band; null where nothing does. */
function headOf(first: Band): { readonly condition: Test; readonly own: Measuring } | null {
  const { when } = first;
  if (when.kind !== "all" || !when.loose || when.of.length !== 2) return null;
  const [condition, own] = when.of;
  if (!isMeasuring(own!) || !CONDITIONS.includes(condition!.kind)) return null;
  // "改造企业100家，完成率达90%以上": the target, and how much of it.
  if (condition!.kind === "reached" && own.measure === "completion") return null;
  if (saysTheMeasure(condition!, own) || (isMeasuring(condition!) && ofTarget.test(condition.name))) return null;
  return { condition: condition!, own };
}

/**
 * "数据有效的，处理率≥95%得满分，≤85%不得分，…": what is asked for once before bands of one measure is asked for by each of
 * them. Not where another of them speaks of something else, for it may tell what then is.
 */
export function spreadHeadCondition(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const bands = statements.filter((s): s is Band & RuleStatement => s.kind === "band");
  const [first, ...others] = bands;
  const head = first === undefined || first !== statements[0] ? null : headOf(first);
  if (head === null || others.length === 0) return statements;
  const { condition, own } = head;
  const alike = ({ when }: Band): boolean =>
    isMeasuring(when) && when.measure === own.measure && (condition.kind !== own.kind || !sameName(condition, when));
  if (!others.every(alike) || (isMeasuring(condition) && sameName(condition, own))) return statements;
  // What the bands measure stands before another measure: it is the one that steps and lines are counted on.
  const beside = (when: Test): Test => ({
    kind: "all",
    loose: true,
    of: isMeasuring(condition) ? [when, condition] : [condition, when],
  });
  return statements.map((s) =>
    s.kind === "band" && s.role === "band" ? { ...s, when: beside(s === first ? own : s.when) } : s,
  );
}

const sameName = (one: Test, other: Measuring): boolean => isMeasuring(one) && one.name === other.name;
