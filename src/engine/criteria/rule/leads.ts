/** What stands in front and says nothing of its own: the marks in all, a veto told at once, the name of a method. */

import type { Expression, PlacedClause } from "../tree";

type Arm = Extract<PlacedClause, { kind: "arm" }>;

const isArm = (clause: PlacedClause | undefined): clause is Arm => clause?.kind === "arm";

/**
 * The clauses without what is said twice: nothing given once more behind nothing ("发生事故一票否决，本项得0分") or before it
 * ("一票否决，发生质量事故计0分"). Marks in front of how they are earned ("10分，按完成比例计分") are the marks in all.
 */
export function saidOnce(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  return clauses.flatMap((clause, at): readonly PlacedClause[] => {
    if (!isArm(clause) || clause.when !== null) return [clause];
    const [before, after] = [clauses[at - 1], clauses[at + 1]];
    if (clause.then.kind === "nothing" && [before, at === 0 ? after : undefined].some(isRefused)) return [];
    if (clause.then.kind === "points" && at === 0 && isArm(after) && WORKED_OUT.includes(after.then.kind))
      return [{ kind: "total", points: clause.then.points, span: clause.span }];
    return [clause];
  });
}

const isRefused = (clause: PlacedClause | undefined): boolean =>
  (isArm(clause) && clause.when !== null && clause.then.kind === "nothing") ||
  (clause?.kind === "step" && clause.then.kind === "nothing");

/** What is given by a reckoning of its own. */
const WORKED_OUT = ["formula", "proportion", "interpolation"];

/** What is done for whom ("保障困难群众得到及时救助"), before what costs marks: it is no condition of them. */
const PURPOSE = /^(?:保障|确保|保证|维护|促进).{2,24}得到.{2,12}$/u;

/** A purpose in front of the steps by itself. */
export function withoutPurpose(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  return clauses.flatMap((clause): readonly PlacedClause[] => {
    if (clause.kind !== "step" || clause.when?.kind !== "fact" || !PURPOSE.test(clause.when.text)) return [clause];
    return [
      { kind: "heading", text: clause.when.text, span: clause.span },
      { ...clause, when: null },
    ];
  });
}

/** By what marks are given, where what follows tells how. */
const METHOD = /^(?:按照?|根据|依据|结合|以)[^酌视专综主由]{1,16}(?:计分|赋分|评分|打分|得分|给分|记分)$/u;
const AWARDING = ["formula", "full", "proportion", "points", "share"];

/** "按完成比例赋分：…" in front of the rule that tells how: the name of the method, which adds nothing to it. */
export function withoutLead(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const at = clauses.findIndex((c) => c.kind !== "total" && c.kind !== "heading");
  const lead = clauses[at];
  if (!isArm(lead)) return clauses;
  if (isAmount(lead) && clauses.some((c) => c.kind === "step" && EARNS.includes(c.then.kind)))
    return clauses.map((c) => (c === lead ? { kind: "heading", text: AMOUNT_SAVED, span: lead.span } : c));
  const method = methodOf(lead, clauses);
  if (!isProportion(lead) && method === null) return clauses;
  const rest = clauses.filter((c, index) => index !== at && (c.kind === "arm" || c.kind === "step"));
  const told = rest.some((c) => c.kind === "arm" && AWARDING.includes(c.then.kind));
  const onlyFull = rest.every((c) => c.kind === "arm" && c.then.kind === "full");
  if (!told || onlyFull || rest.length < 2) return clauses;
  return clauses.map((c) => (c === lead ? { kind: "heading", text: method ?? "按完成比例计分", span: lead.span } : c));
}

const isProportion = ({ when, then }: Arm): boolean => when === null && then.kind === "proportion";

/** "按问卷满意率折算得分" before what tells how it is worked out. */
const CONVERTED = "按满意率折算得分";

/**
 * The name of the method that a lead is, and whose it is ("产出成本按偏离度评分"); null where it is a rule of its own, or under a
 * condition.
 */
function methodOf({ when, then }: Arm, clauses: readonly PlacedClause[]): string | null {
  if (then.kind === "discretion" && METHOD.test(then.text)) {
    if (when === null) return then.text;
    return when.kind === "fact" && when.sort === "other" && !when.denied ? `${when.text}${then.text}` : null;
  }
  const rate = when === null && then.kind === "formula" && isRateOfMarks(then.expression);
  const worked = clauses.some((c) => isArm(c) && c.then.kind === "formula" && c.then !== then);
  return rate && worked ? CONVERTED : null;
}

/** The rate itself, or the rate of all the marks. */
const isRateOfMarks = (e: Expression): boolean =>
  e.kind === "variable"
    ? e.variable === "value"
    : e.kind === "binary" &&
      e.sign === "×" &&
      isRateOfMarks(e.left) &&
      e.right.kind === "variable" &&
      e.right.variable === "points";

const EARNS: readonly Arm["then"]["kind"][] = ["points", "plus", "share"];

/** How a lead that tells the amount saved is printed. */
const AMOUNT_SAVED = "按节约金额计分";

/** "根据实际节约金额，每节约1万元加1分": an amount of money in front is no marks. */
const isAmount = ({ when, then: { kind, ...then } }: Arm): boolean =>
  when === null &&
  kind === "formula" &&
  "expression" in then &&
  then.expression.kind === "binary" &&
  then.expression.sign === "-" &&
  [then.expression.left, then.expression.right].every(
    (side) => side.kind === "variable" && (side.variable === "target" || side.variable === "actual"),
  );
