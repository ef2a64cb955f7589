/** Tree → rule. The passes stand in their order; each takes the clauses and settles one thing that others say of one. */

import type {
  Bound,
  Clause,
  Condition,
  CriterionTree,
  Limit,
  Measure,
  Outcome,
  PlacedClause,
  StepClause,
} from "../tree";
import { Exact } from "../exact";
import { printTest } from "../print";
import { unitOf } from "../../language";
import { substituted } from "./definitions";
import { isAward, UNBOUNDED } from "./rule";
import type { Band, Bounds, End, RuleStatement, ScoreRule, StepRule, Test } from "./rule";

/** The rule of a tree. Never fails; what cannot be settled stays a residue. */
export function lower(tree: CriterionTree): ScoreRule {
  const statements = lowered(tree);
  // "按评判等级赋分" and nothing else: the official three grades.
  const graded =
    statements.every((s) => s.kind === "note") && statements.some((s) => s.kind === "note" && /评判等级/u.test(s.text));
  return {
    statements: graded
      ? [{ kind: "three-grades", middle: "0.8", lower: "0.6", span: statements[0]!.span }]
      : statements,
  };
}

function lowered(tree: CriterionTree): readonly RuleStatement[] {
  // An award for each of something becomes a step only late: what bounds it is then put to it.
  return boundSteps(settleSteps(markExtras(boundSteps(settled(factsOfGrades(joinedClauses(tree.clauses)))))));
}

/** Clauses that only together say something: a lead and its formula, a ladder of grades, a region told before its rule. */
function joinedClauses(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const out: PlacedClause[] = [];
  for (const clause of clauses) {
    const last = out.at(-1);
    const before = lastBut(out, ["heading"]);
    if (clause.kind === "ladder") {
      clause.grades.forEach((grade, at) => {
        out.push({
          kind: "arm",
          when: { kind: "grade", name: "", grades: [grade], orBetter: false },
          then: clause.outcomes[at]!,
          limit: null,
          span: clause.span,
        });
      });
      continue;
    }
    if (clause.kind === "arm" && clause.when === null && before !== null) {
      const formula =
        clause.then.kind === "formula" || clause.then.kind === "proportion" || clause.then.kind === "interpolation";
      if (before.kind === "requirement" && (formula || last === before)) {
        out.splice(out.indexOf(before), 1);
        out.push({ ...clause, when: before.when, span: { start: before.span.start, end: clause.span.end } });
        continue;
      }
      if (before.kind === "arm" && before.then.kind === "proportion" && clause.then.kind === "formula") {
        out.splice(out.indexOf(before), 1);
        out.push({ ...clause, when: before.when, span: { start: before.span.start, end: clause.span.end } });
        continue;
      }
    }
    // "实际完成数低于计划数的，按每低5%扣…": no demand, but the region of the steps.
    const region = clause.kind === "step" && clause.when === null && last?.kind === "requirement" ? last : null;
    if (clause.kind === "step" && region !== null && failing(region.when)) {
      out.pop();
      out.push({ ...clause, when: region.when, span: { start: region.span.start, end: clause.span.end } });
      continue;
    }
    out.push(clause);
  }
  return withoutLead(out);
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

/** "按完成比例赋分：…" in front of the rule that tells how: the name of the method, which adds nothing to it. */
function withoutLead(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const at = clauses.findIndex((c) => c.kind !== "total" && c.kind !== "heading");
  const lead = clauses[at];
  if (lead?.kind !== "arm" || lead.when !== null) return clauses;
  const method =
    lead.then.kind === "discretion" && /^按.*率(?:计分|赋分|评分|打分)$/u.test(lead.then.text) ? lead.then.text : null;
  if (lead.then.kind !== "proportion" && method === null) return clauses;
  const rest = clauses.filter((c, index) => index !== at && (c.kind === "arm" || c.kind === "step"));
  const told = rest.some((c) => c.kind === "arm" && ["formula", "full", "proportion"].includes(c.then.kind));
  const onlyFull = rest.every((c) => c.kind === "arm" && c.then.kind === "full");
  if (!told || onlyFull || rest.length < 2) return clauses;
  return clauses.map((c) => (c === lead ? { kind: "heading", text: method ?? "按完成比例计分", span: lead.span } : c));
}

/** One grade and its denial are no scale: "及时得满分，不及时不得分" is a fact that holds or does not. */
function factsOfGrades(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const grades = clauses.flatMap((c) => (c.kind === "arm" && c.when?.kind === "grade" ? c.when.grades : []));
  const cores = new Set(grades.map((grade) => grade.replace(/^(?:不|未|无)/u, "")));
  const facts = clauses.flatMap((c) => (c.kind === "arm" && c.when?.kind === "fact" ? [c.when.core] : []));
  if (grades.length === 0 || cores.size > 1 || (grades.length === 1 && facts.length === 0 && SCALE.test(grades[0]!)))
    return clauses;
  return clauses.map((c) =>
    c.kind === "arm" && c.when?.kind === "grade" && !c.when.orBetter
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

interface Context {
  measure: Measure | null;
}

/** Every clause with its measure settled by what was spoken of before, and requirements turned to what they ask for. */
function settled(clauses: readonly PlacedClause[]): readonly RuleStatement[] {
  const context: Context = { measure: null };
  const definitions = new Map(
    clauses.flatMap((c) => (c.kind === "definition" ? [[c.name, c.expression] as const] : [])),
  );
  const main = mainMeasure(clauses);
  return clauses.flatMap((clause, index): readonly RuleStatement[] => {
    const { span } = clause;
    switch (clause.kind) {
      case "arm": {
        const then =
          clause.then.kind === "formula"
            ? { ...clause.then, expression: substituted(clause.then.expression, definitions) }
            : clause.then;
        const parts =
          clause.when?.kind === "any" && clause.when.of.every((c) => c.kind === "range" || c.kind === "bare")
            ? clause.when.of
            : [clause.when];
        return parts
          .map((named) => exactly(named, clauses))
          .map((when) => ({
            kind: "band",
            when: when === null ? { kind: "always" } : test(when, then, context, main),
            then,
            role: "band",
            span,
          }));
      }
      case "requirement":
        return demanded(clause, clauses.slice(index + 1), context, main);
      case "step":
        return stepped(clause, context, main);
      case "limit":
        return [{ kind: "bounds", bounds: boundsOf([clause.limit]), span }];
      case "part-steps":
        return [{ kind: "parts", count: clause.count, step: clause.step, span }];
      case "definition": {
        // "成本控制率=实际成本/预算成本，≤100%得满分": what is defined is what is measured.
        const defined = measureOfDefinition(clause);
        if (defined !== null) context.measure = defined;
        return [clause];
      }
      case "heading":
        return headed(clause, index);
      case "capped":
        return [];
      case "ladder":
        return [];
      default:
        return [clause];
    }
  });
}

/** "目标值得满分，每偏离目标值1%扣…": the target itself, neither more nor less. */
function exactly(when: Condition | null, clauses: readonly PlacedClause[]): Condition | null {
  const away = clauses.some((c) => c.kind === "step" && c.count.direction === "away");
  return when?.kind === "target" && when.side === "met" && away && /^(?:目标|指标|计划)[值数量]$/u.test(when.text)
    ? { ...when, side: "exact" }
    : when;
}

function measureOfDefinition({ name, expression }: Extract<PlacedClause, { kind: "definition" }>): Measure | null {
  if (expression.kind !== "binary" || expression.sign !== "/") return null;
  const [above, below] = [expression.left, expression.right];
  const share =
    above.kind === "variable" &&
    above.variable === "actual" &&
    below.kind === "variable" &&
    below.variable === "target";
  return share ? (name.includes("完成") ? "completion" : "ratio") : null;
}

/** A bare name heads the text or nothing. */
function headed(clause: Extract<PlacedClause, { kind: "heading" }>, index: number): readonly RuleStatement[] {
  void index;
  return [{ kind: "note", text: clause.text, span: clause.span }];
}

/** The measure that most ranges name: what "实际值" and plain numbers beside it mean. */
function mainMeasure(clauses: readonly PlacedClause[]): Measure | null {
  const found = clauses
    .flatMap((c) => (c.kind === "arm" || c.kind === "requirement" ? [c.when] : []))
    .flatMap((c) => (c === null ? [] : measuresIn(c)));
  return found.find((m) => m !== "value") ?? null;
}

function measuresIn(condition: Condition): readonly Measure[] {
  switch (condition.kind) {
    case "range":
    case "bare":
      return condition.measure === null || condition.name.startsWith("?") ? [] : [condition.measure];
    case "all":
    case "any":
      return condition.of.flatMap(measuresIn);
    case "each":
      return measuresIn(condition.of);
    default:
      return [];
  }
}

function end(bound: Bound | null): End | null {
  return bound === null
    ? null
    : {
        number: bound.at.number,
        unit: bound.at.unit,
        inclusive: bound.inclusive,
        explicit: bound.explicit,
        soft: bound.soft,
      };
}

/** Measures that a plain number behind them goes on with; a number in another unit does not. */
function inherited(context: Context, unit: string): Measure {
  const before = context.measure;
  if (before === null) return "value";
  const rate = unitOf(unit).dimension === "rate";
  if (unit === "分") return before === "rate" ? "value" : before;
  if (before === "rank") return rate ? "value" : "rank";
  if (["completion", "ratio", "rate", "change", "fall", "prior", "saving"].includes(before))
    return rate || unit === "" ? before : "value";
  if (before === "late" || before === "early")
    return ["days", "months", "hours"].includes(unitOf(unit).dimension) ? before : "value";
  return before;
}

/** "＞1" beside a ratio that the text writes as such is more than all of it. */
function asShare(bound: Bound | null): Bound | null {
  return bound === null || bound.at.unit !== "" || Number(bound.at.number) > 2
    ? bound
    : { ...bound, at: { number: new Exact(bound.at.number).times(100).toString(), unit: "%" } };
}

function test(given: Condition, then: Outcome | null, context: Context, main: Measure | null): Test {
  const ofRatio = given.kind === "range" && given.measure === null && context.measure === "ratio";
  const condition = ofRatio ? { ...given, low: asShare(given.low), high: asShare(given.high) } : given;
  switch (condition.kind) {
    case "range": {
      const unit = (condition.low ?? condition.high)?.at.unit ?? "";
      const measure = told(condition.measure, condition.name, context, unit, main);
      const way = condition.name.startsWith("?") ? null : alongMain(condition, measure, context, main);
      if (way !== null) return way;
      if (condition.name.startsWith("?")) return turned(condition, context, main);
      context.measure = measure;
      return {
        kind: "interval",
        measure,
        name: calledBy(condition, measure),
        low: end(condition.low),
        high: end(condition.high),
      };
    }
    case "bare": {
      const measure = told(condition.measure, condition.name, context, condition.at.unit, main);
      context.measure = measure;
      return {
        kind: "reached",
        measure,
        name: calledBy(condition, measure),
        at: {
          number: condition.at.number,
          unit: condition.at.unit,
          inclusive: true,
          explicit: condition.explicit,
          soft: false,
        },
        good: then === null || isAward(then),
      };
    }
    case "all":
      return { kind: "all", loose: condition.loose, of: condition.of.map((one) => test(one, then, context, main)) };
    case "any":
      return { kind: "any", of: condition.of.map((one) => test(one, then, context, main)) };
    case "each":
      return { kind: "each", of: test(condition.of, then, context, main), text: condition.text };
    default:
      return condition;
  }
}

/** What a measure that the text tells by its grammar alone is called in the reading. */
const CALLED: Partial<Record<Measure, string>> = {
  completion: "完成率",
  deviation: "偏离目标值",
  overrun: "超出目标值",
  shortfall: "低于目标值",
  late: "延迟",
  early: "提前",
  change: "同比增长",
  fall: "同比下降",
  prior: "上年的",
  saving: "节约率",
};

function calledBy(condition: Extract<Condition, { kind: "range" | "bare" }>, measure: Measure): string {
  if (condition.name !== "" || condition.measure === null) return condition.name;
  const ends = condition.kind === "range" ? [condition.low, condition.high] : [];
  const wayOnly = ends.length > 0 && ends.every((e) => e === null || e.at.number === "0");
  return wayOnly && (measure === "change" || measure === "fall") ? "同比" : (CALLED[measure] ?? "");
}

/** A rise beside falls, or a fall beside rises, is counted on the scale of the first: "同比上升" beside "下降5%以上" is a fall below 0. */
function alongMain(
  condition: Extract<Condition, { kind: "range" }>,
  measure: Measure,
  context: Context,
  main: Measure | null,
): Test | null {
  const scale = [main, context.measure].find((m) => m === "change" || m === "fall");
  if (scale === undefined || scale === measure || (measure !== "change" && measure !== "fall")) return null;
  const turn = (e: End | null): End | null =>
    e === null
      ? null
      : { ...e, number: e.number === "0" ? "0" : e.number.startsWith("-") ? e.number.slice(1) : `-${e.number}` };
  context.measure = scale;
  return {
    kind: "interval",
    measure: scale,
    name: calledBy(condition, measure),
    low: turn(end(condition.high)),
    high: turn(end(condition.low)),
  };
}

/**
 * "提升", "未提升", "不降反升": beside a change that is measured a part of it, where only its way counts; else a fact in its own
 * words.
 */
function turned(condition: Extract<Condition, { kind: "range" }>, context: Context, main: Measure | null): Test {
  const words = condition.name.slice(1);
  const measured = [context.measure, main].find((m) => m === "change" || m === "fall" || m === "prior");
  if (measured === undefined) {
    const denied = /^(?:未|没有|不|无)/u.test(words) && !/反/u.test(words);
    const core = words.replace(/^(?:未能|未|没有|不|无)/u, "").replace(/^(?:有所|略有|实现|明显|稳步)/u, "");
    return { kind: "fact", text: words, core, denied, sort: "other", grave: false, partly: false };
  }
  const [low, high] = [end(condition.low), end(condition.high)];
  if (measured !== "fall") return { kind: "interval", measure: "change", name: words, low, high };
  return { kind: "interval", measure: "fall", name: words, low: high, high: low };
}

/** "完成80%以上" beside a rate of its own is that rate; beside a completion it is the completion. */
function told(own: Measure | null, name: string, context: Context, unit: string, main: Measure | null): Measure {
  if (own === null) return inherited(context, unit);
  if (own === "rate" && unit !== "" && unitOf(unit).dimension !== "rate") return "value";
  if (
    own === "value" &&
    unitOf(unit).dimension === "rate" &&
    /^(?:完成|达到|实际值|实际完成值|指标值|目标值|实际完成|完成值|)$/u.test(name)
  ) {
    const before = context.measure ?? main;
    if (before === "completion" || before === "rate" || before === "ratio") return before;
  }
  return own;
}

/** What is asked for before the steps and bands that tell what less of it costs: all the marks. */
function demanded(
  clause: Extract<PlacedClause, { kind: "requirement" }>,
  rest: readonly PlacedClause[],
  context: Context,
  main: Measure | null,
): readonly RuleStatement[] {
  const next = rest.find((c) => c.kind !== "heading" && c.kind !== "limit");
  const when = test(clause.when, { kind: "full", named: null }, context, main);
  const follows =
    next?.kind === "step" ||
    (next?.kind === "arm" && (complements(clause.when, next.when) || next.when?.kind === "otherwise"));
  return follows
    ? [{ kind: "band", when, then: { kind: "full", named: null }, role: "demand", span: clause.span }]
    : [{ kind: "residue", text: printTest(when), span: clause.span }];
}

/** "不低于85%，低于85%不得分". */
function complements(first: Condition, second: Condition | null): boolean {
  if (second === null) return false;
  if (first.kind === "target") return second.kind === "target";
  if (first.kind !== "range" || second.kind !== "range") return first.kind === "bare" && second.kind === "range";
  const [a, b] = [first.low ?? first.high, second.low ?? second.high];
  return a !== null && b !== null && a.at.number === b.at.number && (first.low === null) !== (second.low === null);
}

function stepped(
  clause: Extract<PlacedClause, { kind: "step" }>,
  context: Context,
  main: Measure | null,
): readonly RuleStatement[] {
  const { span } = clause;
  const count = directed(clause);
  const statements: RuleStatement[] = [];
  let region: Test | null = null;
  if (clause.when !== null) {
    const asked = asks(clause.when, count.direction);
    const when = test(clause.when, asked ? { kind: "full", named: null } : clause.then, { ...context }, main);
    // "引发信访的，每起扣2分": the happening is what is counted; "方案、制度、办法，每有一项得2分": so is each of a list.
    const happening =
      clause.when.kind === "in-time"
        ? !clause.when.holds
        : clause.when.kind === "fact" &&
          (clause.when.denied ||
            clause.when.sort === "event" ||
            (clause.when.text.includes("、") && isAward(clause.then)));
    if (
      !asked &&
      happening &&
      (clause.when.kind === "fact" || clause.when.kind === "in-time") &&
      count.direction === "event" &&
      count.what === ""
    ) {
      return [
        {
          kind: "step",
          direction: "event",
          step: count.step,
          from: null,
          what: clause.when.text,
          each: count.each,
          region: null,
          then: clause.then,
          bounds: clause.limit === null ? UNBOUNDED : boundsOf([clause.limit]),
          parts: null,
          span,
        },
      ];
    }
    if (asked) {
      statements.push({
        kind: "band",
        when: test(clause.when, { kind: "full", named: null }, context, main),
        then: { kind: "full", named: null },
        role: "demand",
        span,
      });
    } else region = when;
  }
  statements.push({
    kind: "step",
    direction: main === "rank" && count.direction === "short" && count.step.unit === "名" ? "behind" : count.direction,
    step: count.step,
    from: count.from,
    what: count.what,
    each: count.each,
    region,
    then: clause.then,
    bounds: clause.limit === null ? UNBOUNDED : boundsOf([clause.limit]),
    parts: null,
    span,
  });
  return statements;
}

/** "低于目标值的，每1个百分点扣1分": the region says which way the steps are counted. */
function directed({ count, when }: Extract<PlacedClause, { kind: "step" }>): StepClause {
  if (count.direction !== "event" || count.what !== "" || unitOf(count.step.unit).dimension !== "rate") return count;
  const way =
    when?.kind === "target" ? when.side : when?.kind === "range" && when.measure !== null ? when.measure : null;
  switch (way) {
    case "missed":
    case "below":
    case "shortfall":
      return { ...count, direction: "short" };
    case "above":
    case "overrun":
      return { ...count, direction: "over" };
    case "off":
    case "deviation":
      return { ...count, direction: "away" };
    default:
      return count;
  }
}

/** "满意度≥95%，每低1%扣…": the condition is what is asked for, and the step is what less of it costs. */
function asks(condition: Condition, direction: StepRule["direction"]): boolean {
  switch (condition.kind) {
    case "range":
      if (condition.low !== null && condition.high !== null) return false;
      return direction === "short"
        ? condition.low !== null && condition.measure !== "shortfall"
        : direction === "over"
          ? condition.high !== null && condition.measure !== "overrun"
          : direction === "event" || direction === "away";
    case "bare":
      return condition.measure !== "overrun" && condition.measure !== "shortfall";
    case "target":
      return ["met", "at-most", "at-least"].includes(condition.side);
    case "date":
      return condition.side === "by";
    case "in-time":
      return condition.holds;
    case "each":
      return true;
    case "all":
      return condition.of.every(
        (one) =>
          asks(one, direction) ||
          (one.kind === "fact" && !one.denied && (one.sort === "done" || one.sort === "quality")),
      );
    case "fact":
      return !condition.denied && (condition.sort === "done" || condition.sort === "quality") && direction !== "event";
    default:
      return false;
  }
}

function boundsOf(limits: readonly Limit[]): Bounds {
  return limits.reduce<Bounds>((bounds, limit) => {
    switch (limit.kind) {
      case "most":
        return limit.of === "taken" ? { ...bounds, mostTaken: limit.points } : { ...bounds, mostAdded: limit.points };
      case "most-share":
        return { ...bounds, mostShare: limit.share };
      case "least":
        return { ...bounds, least: limit.points };
      case "highest":
        return { ...bounds, highest: limit.points };
      case "full":
        return { ...bounds, full: true };
    }
  }, UNBOUNDED);
}

export function mergedBounds(a: Bounds, b: Bounds): Bounds {
  return {
    mostTaken: b.mostTaken ?? a.mostTaken,
    mostAdded: b.mostAdded ?? a.mostAdded,
    mostShare: b.mostShare ?? a.mostShare,
    least: b.least ?? a.least,
    highest: b.highest ?? a.highest,
    full: a.full || b.full,
  };
}

/** A limit, and how a part of a step counts, belong to the steps right before them; else to the whole. */
function boundSteps(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const out: RuleStatement[] = [];
  for (const statement of statements) {
    if (statement.kind === "parts") {
      const at = out.findLastIndex((s) => s.kind === "step");
      if (at < 0 && statements.some((s) => s.kind === "step")) {
        out.push(statement);
        continue;
      }
      const step = out[at];
      // "不足5人按5人计" speaks of steps of five.
      if (step?.kind === "step" && step.step.number === statement.step.number)
        out[at] = { ...step, parts: statement.count };
      else out.push(unplaced(statement));
      continue;
    }
    if (statement.kind === "bounds") {
      let attached = false;
      for (let at = out.length - 1; at >= 0 && out[at]!.kind === "step"; at -= 1) {
        const step = out[at]!;
        if (step.kind !== "step") break;
        out[at] = { ...step, bounds: mergedBounds(step.bounds, statement.bounds) };
        attached = true;
      }
      if (attached) continue;
    }
    const told = statement.kind === "step" ? out.findIndex((s) => s.kind === "parts") : -1;
    const parts = out[told];
    // "不足1%的按1%扣分，每低1%扣0.5分": told before the step.
    if (statement.kind === "step" && parts?.kind === "parts" && parts.step.number === statement.step.number) {
      out.splice(told, 1);
      out.push({ ...statement, parts: parts.count });
      continue;
    }
    out.push(statement);
  }
  return out.map((s) => (s.kind === "parts" ? unplaced(s) : s));
}

/** How a part of a step counts, where no step is of that size. */
function unplaced({ count, step, span }: Extract<RuleStatement, { kind: "parts" }>): RuleStatement {
  const size = `${step.number}${step.unit}`;
  return { kind: "residue", text: count === "up" ? `不足${size}按${size}计` : `不足${size}不计`, span };
}

const TAKES: readonly Outcome["kind"][] = ["nothing", "minus", "minus-share", "discretion", "either"];

/**
 * Facts that take marks and are not the plain opposite of what the rule gives marks for stand on top of it: "未通过验收的不得分"
 * beside a ladder of rates.
 */
function markExtras(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const bands = statements.filter((s): s is Band & RuleStatement => s.kind === "band");
  const measured =
    statements.some((s) => s.kind === "step") ||
    bands.some(
      (b) => measuring(b.when) || b.when.kind === "otherwise" || b.when.kind === "always" || b.when.kind === "grade",
    );
  const awarded = bands.filter((b) => isAward(b.then)).flatMap((b) => factsOf(b.when));
  const cores = new Set(awarded.map(({ core }) => core));
  const bad = bands.filter((b) => TAKES.includes(b.then.kind) && b.when.kind === "fact");
  return statements.map((s) => {
    if (s.kind !== "band" || s.when.kind !== "fact" || !TAKES.includes(s.then.kind)) return s;
    const fact = s.when;
    const opposite = awarded.some((one) =>
      one.core === "" ? leadOf(one.text) === leadOf(fact.text) : related(one.core, fact.core),
    );
    if (opposite || notDone(fact) || fact.core === "是") return s;
    const graded = bands.every((b) => b === s || b.when.kind === "grade") && fact.denied;
    if (graded) return s;
    return measured || bad.length > 1 || (cores.size > 0 && fact.sort === "event") ? { ...s, role: "extra" } : s;
  });
}

/** "未开展": nothing of it was done, which a count tells. */
export function notDone(fact: Extract<Test, { kind: "fact" }>): boolean {
  return (
    fact.denied && fact.sort !== "event" && fact.sort !== "quality" && fact.core.length <= 2 && !/按/u.test(fact.text)
  );
}

/** Whether two facts are one and its denial, or the whole of one and a part of it. */
export function related(one: string, other: string): boolean {
  return one === other || one === "" || other === "" || one.includes(other) || other.includes(one);
}

/** The word that says that something happens: 发生, 出现, 存在, 有. */
const leadOf = (text: string): string => /发生|出现|存在|发现|有/u.exec(text)?.[0] ?? "";

function factsOf(when: Test): readonly Extract<Test, { kind: "fact" }>[] {
  switch (when.kind) {
    case "fact":
      return [when];
    case "all":
    case "any":
      return when.of.flatMap(factsOf);
    default:
      return [];
  }
}

function measuring(when: Test): boolean {
  switch (when.kind) {
    case "interval":
    case "reached":
    case "target":
    case "date":
    case "in-time":
    case "each":
      return true;
    case "all":
    case "any":
      return when.of.some(measuring);
    default:
      return false;
  }
}

/** Steps that award, awards for one of several, and what a band of its own would be. */
function settleSteps(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const bands = statements.filter((s): s is Band & RuleStatement => s.kind === "band");
  const total = statements.find((s) => s.kind === "total");
  const highest = statements.find((s) => s.kind === "bounds")?.bounds.highest ?? null;
  const whole = total?.kind === "total" ? total.points : highest;
  const [only] = bands;
  // "新增1家得0.5分，满分10分": where the whole is a multiple of what one earns, each one earns it.
  const each =
    whole !== null &&
    bands.length === 1 &&
    !statements.some((s) => s.kind === "step") &&
    only?.when.kind === "reached" &&
    only.when.at.number === "1" &&
    only.when.measure === "value" &&
    only.then.kind === "points" &&
    new Exact(whole).gte(new Exact(only.then.points).times(2));
  return statements.map((s) => {
    if (s === only && each && only.when.kind === "reached")
      return {
        kind: "step",
        direction: "done",
        step: { number: "1", unit: only.when.at.unit },
        from: null,
        what: "",
        each: true,
        region: null,
        then: only.then,
        bounds: UNBOUNDED,
        parts: null,
        span: s.span,
      };
    if (s.kind !== "step") return s;
    const awards = ["points", "share"].includes(s.then.kind);
    const counted =
      (s.direction === "event" && !MISHAPS.test(s.what)) || (s.direction === "over" && bands.length === 0);
    if (awards && counted) return { ...s, direction: "done" };
    // "每有1次未完成": one less than was to be done.
    return s.direction === "event" && UNDONE.test(s.what) ? { ...s, direction: "short", what: "" } : s;
  });
}

const UNDONE = /^(?:任务|项目|工作|目标)?(?:未(?:能)?|没有?)完成$/u;

/** What is counted down, not up. */
const MISHAPS = /事故|投诉|违规|差错|错误|不合格|不达标|未|逾期|缺|漏|问题|信访|舆情/u;
