/** Clauses that only together say something, put together before each is settled. */

import { PASS_LINE } from "../tree";
import type { Clause, Condition, PlacedClause } from "../tree";

/**
 * Clauses that only together say something: a lead and its formula, a ladder of grades, a region told before its rule.
 */
export function joinedClauses(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const out: PlacedClause[] = [];
  const line = passLineOf(clauses);
  const told = clauses.map((one) => atPassLine(elliptic(withYearEnd(one, clauses), clauses), line));
  for (const clause of told)
    switch (clause.kind) {
      case "ladder":
        out.push(...armsOfLadder(clause));
        break;
      case "bands":
        out.push(...armsOfBands(clause));
        break;
      case "arm":
        out.push(withItsLead(out, clause));
        break;
      case "step":
        out.push(withItsRegion(out, clause));
        break;
      default:
        out.push(clause);
    }
  return out;
}

/** The one pass line that the text draws, as what lies below it; null where it draws none, or several. */
function passLineOf(clauses: readonly PlacedClause[]): Extract<Condition, { kind: "range" }> | null {
  const drawn = clauses.flatMap((c) =>
    c.kind === "arm" && c.then.kind === "nothing" && c.when?.kind === "range" && c.when.measure === "completion"
      ? [c.when]
      : [],
  );
  return drawn.length === 1 ? drawn[0]! : null;
}

/** "以80%为及格线……不及格不得分", "达到合格线得6分": below the pass line that the text has drawn, or not below it. */
function atPassLine(clause: PlacedClause, line: ReturnType<typeof passLineOf>): PlacedClause {
  if (clause.kind !== "arm" || line === null) return clause;
  switch (passes(clause.when)) {
    case true:
      return line.high === null
        ? clause
        : { ...clause, when: { ...line, low: { ...line.high, inclusive: true }, high: null } };
    case false:
      return { ...clause, when: line };
    default:
      return clause;
  }
}

/** Whether a condition is that the pass line is reached, or that it is not; null where it speaks of anything else. */
function passes(when: Condition | null): boolean | null {
  if (when?.kind === "grade") return when.grades.join("") === "不及格" ? false : null;
  if (when?.kind !== "fact") return null;
  if (when.core === PASS_LINE) return !when.denied;
  return when.text === "不及格" ? false : null;
}

/** "四季度完成得5分，当年未完成不得分": beside dates, by the end of the year. */
function withYearEnd(clause: PlacedClause, all: readonly PlacedClause[]): PlacedClause {
  const when = clause.kind === "arm" ? clause.when : null;
  const text = when?.kind === "fact" || when?.kind === "target" ? when.text : "";
  const dates = all.some((c) => c.kind === "arm" && c.when?.kind === "date");
  if (
    clause.kind !== "arm" ||
    !dates ||
    !/^(?:当年|年内|年度内|本年|本年度|当年度|全年)(?:仍|尚|均)?(?:未|没有?)能?完成/u.test(text)
  )
    return clause;
  return { ...clause, when: { kind: "date", date: "-12-31", side: "after", text } };
}

/** "达到行业标准得满分，未达到不得分": what is denied without its object is what was told before. */
function elliptic(clause: PlacedClause, all: readonly PlacedClause[]): PlacedClause {
  if (clause.kind !== "arm" || clause.when?.kind !== "target" || clause.when.side !== "missed") return clause;
  const { text } = clause.when;
  const verb = /^(?:未能?|没有?|不|尚未)(达到|达成|实现|完成|符合)$/u.exec(text)?.[1];
  const others = all.flatMap((c) => (c.kind === "arm" && c !== clause && c.when !== null ? [c.when] : []));
  const told = others.flatMap((c) => (c.kind === "fact" && !c.denied && !c.partly ? [c] : []));
  const [only] = told;
  if (verb === undefined || only === undefined || told.length > 1 || others.some((c) => c.kind === "target"))
    return clause;
  return only.core.startsWith(verb) ? { ...clause, when: { ...only, text, denied: true } } : clause;
}

type Placed<K extends PlacedClause["kind"]> = Extract<PlacedClause, { kind: K }>;

/** "优、良、中、差分别得…": a grade, an arm. */
function armsOfLadder({ grades, outcomes, span }: Placed<"ladder">): readonly PlacedClause[] {
  return grades.map((grade, at) => ({
    kind: "arm",
    when: { kind: "grade", name: "", grades: [grade], orBetter: false },
    then: outcomes[at]!,
    limit: null,
    span,
  }));
}

/** "90%以上、90%以下分别得…": a range, an arm. */
function armsOfBands({ whens, outcomes, span }: Placed<"bands">): readonly PlacedClause[] {
  return whens.map((when, at) => ({ kind: "arm", when, then: outcomes[at]!, limit: null, span }));
}

/** An arm that tells no condition, with that of the clause before it, which is taken out of `out` for it. */
function withItsLead(out: PlacedClause[], arm: Placed<"arm">): PlacedClause {
  const before = lastBut(out, ["heading"]);
  if (arm.when !== null || before === null || !leads(before, arm, out.at(-1) === before)) return arm;
  out.splice(out.indexOf(before), 1);
  return { ...arm, when: before.when, span: { start: before.span.start, end: arm.span.end } };
}

function leads(
  before: PlacedClause,
  { then }: Placed<"arm">,
  adjacent: boolean,
): before is Placed<"requirement"> | Placed<"arm"> {
  if (before.kind === "requirement") return adjacent || ["formula", "proportion", "interpolation"].includes(then.kind);
  return before.kind === "arm" && before.then.kind === "proportion" && then.kind === "formula";
}

/** "实际完成数低于计划数的，按每低5%扣…": no demand, but the region of the steps. */
function withItsRegion(out: PlacedClause[], step: Placed<"step">): PlacedClause {
  const region = out.at(-1);
  if (step.when !== null || region?.kind !== "requirement") return step;
  if (!failing(region.when) && !isStretchOf(region.when, step.count)) return step;
  out.pop();
  return { ...step, when: region.when, span: { start: region.span.start, end: step.span.end } };
}

/** "查处率＜100%时，每低1%扣2分": below that number, from which the steps go down; above it, from which they go up. */
function isStretchOf(when: Condition, { direction }: Placed<"step">["count"]): boolean {
  if (when.kind !== "range" || (when.measure !== null && !["value", "rate", "completion"].includes(when.measure)))
    return false;
  const [low, high] = [when.low, when.high];
  if (direction === "short") return low === null && high !== null && !high.inclusive;
  return direction === "over" && high === null && low !== null && !low.inclusive;
}

/** What nobody asks for: less than the target, more than the budget, late. */
function failing(condition: Condition): boolean {
  switch (condition.kind) {
    case "target":
      return ["below", "missed", "off"].includes(condition.side) || (condition.side === "above" && condition.money);
    case "in-time":
      return !condition.holds;
    case "range":
      return ["shortfall", "overrun", "deviation", "late"].includes(condition.measure ?? "") && condition.low !== null;
    default:
      return false;
  }
}

/** One grade and its denial are no scale: "及时得满分，不及时不得分" is a fact that holds or does not. */
export function factsOfGrades(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const grades = clauses.flatMap((c) =>
    (c.kind === "arm" || c.kind === "step") && c.when?.kind === "grade" ? c.when.grades : [],
  );
  const cores = new Set(grades.map((grade) => grade.replace(/^(?:不|未|无)/u, "")));
  const facts = clauses.flatMap((c) => (c.kind === "arm" && c.when?.kind === "fact" ? [c.when.core] : []));
  if (grades.length === 0 || cores.size > 1 || (grades.length === 1 && facts.length === 0 && SCALE.test(grades[0]!)))
    return clauses;
  return clauses.map((c) =>
    (c.kind === "arm" || c.kind === "step") && c.when?.kind === "grade" && !c.when.orBetter
      ? { ...c, when: gradeFact(c.when.name, c.when.grades) }
      : c,
  );
}

/** Grades that stand on a scale even where the text names only one. */
const SCALE = /^(?:优秀?|良好?|中等?|差|[一二三四五甲乙丙A-E].*|.*奖|.*[级档])$/u;

function gradeFact(name: string, grades: readonly string[]): Condition {
  const text = grades.join("、");
  const denied = /^(?:不|未|无)/u.test(text);
  return {
    kind: "fact",
    text: `${name}${text}`,
    core: denied ? text.slice(1) : text,
    denied,
    sort: "quality",
    grave: false,
    partly: false,
  };
}

function lastBut(clauses: readonly PlacedClause[], kinds: readonly Clause["kind"][]): PlacedClause | null {
  return clauses.findLast((clause) => !kinds.includes(clause.kind)) ?? null;
}
