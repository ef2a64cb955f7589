/**
 * Tree → rule. The passes stand in their order; each takes the clauses and settles one thing that others say of one.
 */

import type { Clause, Condition, CriterionTree, Expression, Measure, Outcome, PlacedClause } from "../tree";
import { printExpression, printTest } from "../print";
import { flooredAt, isOfUnknown, substituted } from "./definitions";
import type { RuleStatement, ScoreRule } from "./rule";
import { beyondFull } from "./beyond-full";
import { beyondNumber } from "./beyond-number";
import { boundSteps, settleSteps } from "./bounded";
import { amountsApart } from "./amounts-apart";
import { stepsFromBounds } from "./from-bound";
import { markExtras } from "./extras";
import { withCheckpoints } from "./checkpoints";
import { withGradesBelow } from "./grades-below";
import { spreadHeadCondition } from "./head-condition";
import { withLackingLadder } from "./lacking";
import { withLaddersTold } from "./likewise";
import { factsOfGrades, joinedClauses } from "./joined";
import { saidOnce, withoutLead, withoutPurpose } from "./leads";
import { onNamedLine } from "./lines";
import { againstTarget } from "./against-target";
import { kindsCounted } from "./of-kinds";
import { oneByOne } from "./one-by-one";
import { severalCounted } from "./of-several";
import { oppositesApart } from "./opposites";
import { plansApart } from "./plans";
import { savedOrEven } from "./saved-or-even";
import { withSharedUnits } from "./shared-units";
import { boundsOf, stepped } from "./stepped";
import { withStretches } from "./stretches";
import { asShare, mainMeasure, test } from "./tests";
import type { Context } from "./tests";

/** The rule of a tree. Never fails; what cannot be settled stays a residue. */
export function lower(tree: CriterionTree): ScoreRule {
  const statements = oneMeasure(withCheckpoints(ofOneBase(savedOrEven(beyondFull(beyondNumber(lowered(tree)))))));
  // "按评判等级赋分" and nothing else: the official three grades.
  const graded = statements.every((s) => s.kind === "note") && statements.some((s) => /评判等级/u.test(s.text));
  return {
    statements: graded
      ? [{ kind: "three-grades", middle: "0.8", lower: "0.6", span: statements[0]!.span }]
      : statements,
  };
}

/** "较法定时限压缩60%以上得满分；压缩40%-60%得70%": all of them against the one base that the text names. */
function ofOneBase(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const changes = statements.flatMap((s) =>
    s.kind === "band" && s.when.kind === "interval" && OWN_BASE.test(s.when.name) ? [s.when] : [],
  );
  const [base] = changes;
  if (base === undefined) return statements;
  return statements.map((s) =>
    s.kind === "band" && s.when.kind === "interval" && s.when.measure === base.measure && SAME_PERIOD.test(s.when.name)
      ? { ...s, when: { ...s.when, name: base.name } }
      : s,
  );
}

const OWN_BASE = /^较.+(?:压缩|压减|下降|降低|减少|缩短|增长|增加|提高|提升)$/u;
const SAME_PERIOD = /^同比(?:下降|增长)$/u;

/** What stands behind the name of what is compared with a number. */
const COMPARED = /(?:不[得应]?)?(?:[≥≤<>=\d]|[高低少多大小等]于|超过|达到|控制在|为\d).*$/u;

/**
 * "每周开放时长≥42小时得满分，36-42小时得…": so much for each, beside bands that begin where it ends, is the same figure as theirs.
 */
function oneMeasure(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const ends = statements.flatMap((s) =>
    s.kind === "band" && s.when.kind === "interval" ? [s.when.low, s.when.high].filter((end) => end !== null) : [],
  );
  return statements.map((s) => {
    if (s.kind !== "band" || s.when.kind !== "each" || s.when.of.kind !== "interval") return s;
    const { of, text } = s.when;
    const own = of.low ?? of.high;
    const met = ends.some(({ number, unit }) => number === own?.number && unit === own.unit);
    return met ? { ...s, when: { ...of, name: text.replace(COMPARED, "") } } : s;
  });
}

/**
 * "两项扣分合计不超过6分" of six marks is that nothing below nothing is left; any other bound of all deductions together is not
 * read.
 */
function boundTogether(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const whole = clauses.flatMap((c) =>
    c.kind === "total" ? [c.points] : c.kind === "arm" && c.then.kind === "points" ? [c.then.points] : [],
  );
  const steps = clauses.filter((c) => c.kind === "step").length;
  return clauses.map((c) => {
    if (c.kind !== "limit" || c.limit.kind !== "together") return c;
    const { points } = c.limit;
    if (whole.includes(points)) return { ...c, limit: { kind: "least", points: "0" } };
    if (steps === 1) return { ...c, limit: { kind: "most", of: "taken", points } };
    return { kind: "residue", text: `扣分合计不超过${points}分`, span: c.span };
  });
}

function lowered(tree: CriterionTree): readonly RuleStatement[] {
  // An award for each of something becomes a step only late: what bounds it is then put to it.
  const told = withGradesBelow(withSharedUnits(amountsApart(tree.clauses.flatMap(waysApart))));
  const once = boundTogether(oneByOne(saidOnce(withoutPurpose(withStretches(told)))));
  const counted = kindsCounted(severalCounted(againstTarget(oppositesApart(plansApart(once)))));
  const clauses = withLackingLadder(withoutLead(joinedClauses(counted)));
  const statements = withLaddersTold(settled(factsOfGrades(clauses)));
  return stepsFromBounds(boundSteps(settleSteps(markExtras(boundSteps(spreadHeadCondition(statements))))));
}

/** "每增减1%相应增减0.1分": a step that earns and one that costs. */
function waysApart(clause: PlacedClause): readonly PlacedClause[] {
  if (clause.kind !== "both-ways") return [clause];
  const { count, points, earns, limit, span } = clause;
  const costs = earns === "over" ? "short" : "over";
  return [
    { kind: "step", when: null, count: { ...count, direction: earns }, then: { kind: "plus", points }, limit, span },
    { kind: "step", when: null, count: { ...count, direction: costs }, then: { kind: "minus", points }, limit, span },
  ];
}

/** What was done divided by what was to be done. */
const RATIO = /^(?:实际|完成).{0,8}[/÷](?:计划|目标|指标|应|任务).{0,8}:$/u;

const COMPARED_WITH_LAST_YEAR = /[与较同比](?:上年|去年|上一年)(?:度|同期)?(?:相比|比较|对比)?:?$/u;

/** Every clause with its measure settled by what was spoken of before, and requirements turned to what they ask for. */
function settled(clauses: readonly PlacedClause[]): readonly RuleStatement[] {
  const context: Context = { measure: null, ofShare: false };
  const definitions = new Map(
    clauses.flatMap((c) => (c.kind === "definition" ? [[c.name, c.expression] as const] : [])),
  );
  const base = baseMarks(clauses);
  if (base !== null) definitions.set("基本分", base);
  const called = lettersIn(clauses);
  const floored = new Set<string>(clauses.flatMap((c) => (c.kind === "floored" ? [c.variable] : [])));
  const meant = (e: Expression): Expression => flooredAt(substituted(e, definitions, called), floored);
  const main = mainMeasure(clauses) ?? (clauses.some(saysSign) ? "change" : null);
  return clauses.flatMap((given, index): readonly RuleStatement[] => {
    const clause = ofDefined(given, definitions);
    if (isSettledBefore(clause)) return [];
    const { span } = clause;
    switch (clause.kind) {
      case "arm":
        return bandsOfArm(clause, clauses, context, main, meant);
      case "plan":
        return [{ kind: "plan", of: test(clause.when, null, { measure: null, ofShare: false }, null), span }];
      case "requirement":
        return demanded(clause, clauses.slice(index + 1), context, main);
      case "step":
        return [
          ...stepped(clause, context, main, clauses.slice(0, index).some(earnsAll)),
          ...(clause.parts === undefined ? [] : [{ kind: "parts" as const, ...clause.parts, span }]),
        ];
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
        // "完成数量/计划数量：1.0以上10分": what stands in front is what is measured.
        if (RATIO.test(clause.text)) context.measure = "ratio";
        // "与上年相比：提高得满分，持平得60%": which way it went is what is looked at.
        if (COMPARED_WITH_LAST_YEAR.test(clause.text)) context.measure = "change";
        return headed(clause, clauses.slice(0, index), clauses);
      case "scaled":
        return [scaledNote(clause, clauses)];
      default:
        return [clause];
    }
  });
}

/** What others have taken in by then: their arms, their steps, what their formulas work with. */
const isSettledBefore = (
  clause: PlacedClause,
): clause is Extract<PlacedClause, { kind: "both-ways" | "floored" | "spared" | "ladder" | "bands" }> =>
  ["both-ways", "floored", "spared", "ladder", "bands"].includes(clause.kind);

/** The base marks that a formula speaks of: the only marks that the text names, all of them where it names none. */
function baseMarks(clauses: readonly PlacedClause[]): Expression | null {
  const named = new Set(clauses.flatMap((c) => (c.kind === "arm" && c.then.kind === "points" ? [c.then.points] : [])));
  const [only] = named;
  if (only === undefined) return { kind: "variable", variable: "points" };
  return named.size === 1 ? { kind: "number", number: only, unit: "" } : null;
}

/** "负增长得满分，零增长得4分": the sign of a change is a number's. */
const saysSign = (clause: PlacedClause): boolean =>
  clause.kind === "arm" && clause.when?.kind === "range" && /^\?.*[正负零]增长$/u.test(clause.when.name);

/** A range of the figure itself; of its change against last year, nobody may know. */
const isOfTheFigure = (c: Condition): boolean =>
  (c.kind === "range" || c.kind === "bare") && c.measure !== "change" && c.measure !== "fall";

/** The bands of a condition with what it gives: one for each of several ranges. */
function bandsOfArm(
  clause: Extract<PlacedClause, { kind: "arm" }>,
  clauses: readonly PlacedClause[],
  context: Context,
  main: Measure | null,
  defined: (expression: Expression) => Expression,
): readonly RuleStatement[] {
  const { span } = clause;
  if (clause.then.kind === "proportion") context.ofShare = true;
  // "高于全市平均增速的，不扣分": what is spared stands in words that were not taken for a condition.
  if (clause.when === null && clause.then.kind === "full" && clause.then.spared === true)
    return [{ kind: "residue", text: "不扣分", span }];
  const told = onNamedLine(clause, clauses, context.measure);
  const then =
    clause.then.kind === "formula"
      ? worked(defined(clause.then.expression))
      : aboveMark({ ...clause, then: told }, context);
  const parts = clause.when?.kind === "any" && clause.when.of.every(isOfTheFigure) ? clause.when.of : [clause.when];
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

/**
 * "60%以上的，按超过的比重赋分": (completion − 60%) ÷ (1 − 60%) of the marks. Form of the tables of indicators that
 * name it 完成比率法.
 */
function aboveMark({ when, then }: Extract<PlacedClause, { kind: "arm" }>, { measure }: Context): Outcome {
  const low = when?.kind === "range" && when.high === null ? (when.low?.at ?? null) : null;
  const ofCompletion = when?.kind === "range" && (when.measure ?? measure) === "completion";
  if (then.kind !== "proportion" || then.of !== "excess" || low?.unit !== "%" || !ofCompletion) return then;
  const binary = (left: Expression, sign: "-" | "×" | "/", right: Expression): Expression => ({
    kind: "binary",
    sign,
    left,
    right,
  });
  const mark: Expression = { kind: "number", number: low.number, unit: low.unit };
  const above = binary({ kind: "variable", variable: "completion" }, "-", mark);
  const rest = binary({ kind: "number", number: "1", unit: "" }, "-", mark);
  return {
    kind: "formula",
    expression: binary(binary(above, "/", rest), "×", { kind: "variable", variable: "points" }),
  };
}

/** What a formula gives: "按实际完成数/计划完成数计算得分" is a share of the marks, not marks. */
function worked(expression: Expression): Outcome {
  const [above, below] =
    expression.kind === "binary" && expression.sign === "/" ? [expression.left, expression.right] : [];
  const ratio =
    above?.kind === "variable" &&
    above.variable === "actual" &&
    below?.kind === "variable" &&
    below.variable === "target";
  const rate = expression.kind === "variable" && expression.variable === "completion";
  if (!ratio && !rate) return { kind: "formula", expression };
  const points: Expression = { kind: "variable", variable: "points" };
  return { kind: "formula", expression: { kind: "binary", sign: "×", left: expression, right: points } };
}

/** Whether a clause tells what earns all the marks. */
const earnsAll = (clause: PlacedClause): boolean =>
  clause.kind === "arm" && clause.when !== null && (clause.then.kind === "full" || clause.then.kind === "points");

/** The letters by which the text calls what is measured: "设满意度为S", "90%≤S<95%". */
function lettersIn(clauses: readonly PlacedClause[]): ReadonlySet<string> {
  const letters = clauses.flatMap((clause): readonly (string | undefined)[] => {
    if (clause.kind === "heading") return [/[A-Z]$/u.exec(clause.text)?.[0]];
    const when = clause.kind === "arm" || clause.kind === "requirement" ? clause.when : null;
    return when?.kind === "range" || when?.kind === "bare" ? [/^[A-Z]$/u.exec(when.name)?.[0]] : [];
  });
  return new Set(letters.filter((one) => one !== undefined));
}

/** A clause about what the text defines, with the measure of the definition: "A=实际完成数/计划完成数。A≥1，得满分". */
function ofDefined(clause: PlacedClause, definitions: ReadonlyMap<string, Expression>): PlacedClause {
  if (clause.kind !== "arm" && clause.kind !== "requirement") return clause;
  const { when } = clause;
  if (when?.kind !== "range" && when?.kind !== "bare") return clause;
  const expression = definitions.get(when.name);
  const measure =
    expression === undefined ? null : measureOfDefinition({ kind: "definition", name: when.name, expression });
  if (measure === null)
    return expression !== undefined && isOfUnknown(when.name, expression)
      ? { kind: "residue", text: `${when.name}=${printExpression(expression)}`, span: clause.span }
      : clause;
  const told: Condition =
    when.kind === "bare"
      ? { ...when, measure, at: asShare(when.at) }
      : {
          ...when,
          measure,
          low: when.low === null ? null : { ...when.low, at: asShare(when.low.at) },
          high: when.high === null ? null : { ...when.high, at: asShare(when.high.at) },
        };
  return { ...clause, when: told };
}

/** The target itself, or that it is just as it was planned. */
const EXACTLY =
  /^(?:目标|指标|计划)[值数量]$|[与同和](?:年度|年初)?(?:计划|目标|指标|合同|方案)[值数量]?(?:一致|相符|相等)$/u;

/** "目标值得满分，每偏离目标值1%扣…": the target itself, neither more nor less. */
function exactly(when: Condition | null, clauses: readonly PlacedClause[]): Condition | null {
  const away = clauses.some((c) => c.kind === "step" && c.count.direction === "away");
  // "等于100%的计6分，每超过或低于1个百分点扣…": that number, neither more nor less.
  if (away && when?.kind === "bare" && when.measure !== "deviation") {
    const at = { at: when.at, inclusive: true, explicit: when.explicit, soft: false };
    return { kind: "range", measure: when.measure, name: when.name, low: at, high: at };
  }
  return when?.kind === "target" && when.side === "met" && away && EXACTLY.test(when.text)
    ? { ...when, side: "exact" }
    : when;
}

function measureOfDefinition({ name, expression }: Extract<Clause, { kind: "definition" }>): Measure | null {
  if (expression.kind !== "binary" || expression.sign !== "/") return null;
  const [above, below] = [expression.left, expression.right];
  const share =
    above.kind === "variable" &&
    above.variable === "actual" &&
    below.kind === "variable" &&
    below.variable === "target";
  return share ? (name.includes("完成") ? "completion" : "ratio") : null;
}

/** The wholes of which offices tell marks that they scale afterwards. */
const OTHER_WHOLES: readonly string[] = ["100", "10"];

/** "优秀100分，良好80分，按权重折算": the best that the text names is all of it; of any other number it is not read. */
function scaledNote(
  { text, span }: Extract<PlacedClause, { kind: "scaled" }>,
  clauses: readonly PlacedClause[],
): RuleStatement {
  const hundred = text.includes("百分") || clauses.some((c) => c.kind === "heading" && c.text.includes("百分制"));
  const named = clauses.flatMap((c) => {
    if (c.kind === "total") return [Number(c.points)];
    if (c.kind !== "arm") return [];
    if (c.then.kind === "full" && c.then.named !== null) return [Number(c.then.named)];
    return c.then.kind === "points" ? [Number(c.then.points)] : [];
  });
  const whole = hundred ? "100" : String(Math.max(0, ...named));
  return OTHER_WHOLES.includes(whole) ? { kind: "note", text, whole, span } : { kind: "residue", text, span };
}

/** What heads the text says nothing of marks; a lead behind what gives or takes them would. */
function headed(
  { text, lead, decimals, span }: Extract<PlacedClause, { kind: "heading" }>,
  before: readonly PlacedClause[],
  all: readonly PlacedClause[],
): readonly RuleStatement[] {
  const base = /([\d.]+)%为?基[准数]/u.exec(text)?.[1];
  if (base !== undefined && !all.some((c) => c.kind === "arm" && beginsAt(c.when, base)))
    return [{ kind: "residue", text, span }];
  // Of bands one speaks anyhow; how often something counts that earns for each, is another matter.
  if (BEST_ONLY.test(text) && all.some(({ kind }) => kind === "step" || kind === "items"))
    return [{ kind: "residue", text, span }];
  // Against last year's figure one can tell a change, and no completion.
  if (BASE_OF_LAST_YEAR.test(text) && !all.some(tellsOfChange)) return [{ kind: "residue", text, span }];
  const late = lead === true && before.some((c) => ["arm", "step", "ladder", "bands", "items"].includes(c.kind));
  if (late) return [{ kind: "residue", text, span }];
  return [{ kind: "note", text, ...(decimals === undefined ? {} : { decimals }), span }];
}

/** "得分按60%基准：完成率≥60%，…": the bound that the rule itself names. */
const beginsAt = (when: Condition | null, number: string): boolean =>
  when?.kind === "range" && [when.low, when.high].some((end) => end?.at.number === number);

const BASE_OF_LAST_YEAR = /^以(?:上年|去年|上一年)/u;

/** Whether a clause speaks of by how much something rose or fell. */
const tellsOfChange = (clause: PlacedClause): boolean =>
  (clause.kind === "arm" || clause.kind === "requirement") &&
  (clause.when?.kind === "range" || clause.when?.kind === "bare") &&
  (clause.when.measure === "change" || clause.when.measure === "fall");

/** That only the best of several counts. */
const BEST_ONLY = /就高|不(?:重复|累计)[计得加]|最高[^,]{0,4}[计分档]$|最高(?:等次|级别|奖项)$|取高计分/u;

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
    (next?.kind === "step" && !isRegionOf(clause.when, next.count.direction)) ||
    (next?.kind === "arm" && (complements(clause.when, next.when) || next.when?.kind === "otherwise"));
  if (follows) return [{ kind: "band", when, then: { kind: "full", named: null }, role: "demand", span: clause.span }];
  return [{ kind: "residue", text: printTest(when), span: clause.span }];
}

/** "1000个以下" before what each one less costs: where the steps begin, and nothing that is asked for. */
const isRegionOf = (when: Condition, direction: string): boolean =>
  when.kind === "range" &&
  when.measure !== "saving" &&
  ((direction === "short" && when.low === null) || (direction === "over" && when.high === null));

/** "不低于85%，低于85%不得分". */
function complements(first: Condition, second: Condition | null): boolean {
  if (second === null) return false;
  if (first.kind === "target") return second.kind === "target";
  if (first.kind === "bare" && second.kind === "range")
    return [second.low, second.high].some((end) => end?.at.number === first.at.number);
  if (first.kind !== "range" || second.kind !== "range") return false;
  const [a, b] = [first.low ?? first.high, second.low ?? second.high];
  return a !== null && b !== null && a.at.number === b.at.number && (first.low === null) !== (second.low === null);
}
