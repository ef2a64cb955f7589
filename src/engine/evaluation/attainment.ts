import {
  lessIsBetter,
  DEFAULT_CONVENTIONS,
  directionOfType,
  resolveFigures,
  targetMet,
  Exact,
  readValue,
} from "../criteria";
import type { Conventions, Figures, Run } from "../criteria";
import { normalise } from "../tables";
import type { Indicator } from "../tables";
import { firstLevelOf } from "./levels";
import { keyOfTexts, remembered } from "./remembered";

/** How an actual value stands to its target. */
export interface Attainment {
  /** "unknown": a person must say. */
  readonly met: "yes" | "no" | "unknown";
  /** Actual through target where both are numbers of one kind and the target is not 0. */
  readonly ratio: Exact | null;
  /** Which way is better; null where nothing says. */
  readonly better: "more" | "less" | null;
  /** True where the target prints its sign (≥, ≤, =, 前): the direction is not our reading. */
  readonly signed: boolean;
  /** What is wrong with the actual value itself. */
  readonly fault: "missing" | "echo" | "not-a-value" | "opposite" | null;
  /** The target has a unit and the actual is a bare number. */
  readonly unitLeftOut: boolean;
}

const FALL = /下降|减少|降低|压减|降幅|缩减|节约/;
const FELL = /(?:下降|减少|降低|缩减|压减|负增长)(?:了|约|达)?\d/;
const NOT_DONE = /^(?:暂?未|没有|尚未)(?:开展|完成|实施|启动|执行|获评|实现|达到|达标)/;

/**
 * Reads target and actual of an indicator together, by the usual conventions. Never a guess: what words leave open is
 * "unknown".
 */
export const attainmentOf = remembered(
  (indicator: Indicator) =>
    keyOfTexts(
      indicator.level1,
      indicator.level2,
      indicator.level3,
      ...["target", "actual", "unit", "type"].map((role) => indicator.texts[role]),
    ),
  (indicator: Indicator): Attainment => attain(indicator, DEFAULT_CONVENTIONS),
);

function attain(indicator: Indicator, conventions: Conventions): Attainment {
  const { target = "", actual = "", unit = "", type = "" } = indicator.texts;
  const name = indicator.level3;
  const figures = resolveFigures(
    { target, actual, unit, type, indicator: name, rates: [] },
    (convention) => conventions[convention],
  );
  const better = betterWay(figures, indicator, conventions);
  const signed = figures.sign !== null || figures.target.kind === "date" || figures.target.kind === "rank";
  const base = { better, signed, ratio: ratioOf(figures), unitLeftOut: leavesUnitOut(target, unit, actual) };
  const fault = faultOf(figures, target, actual, name);
  if (NOT_DONE.test(normalise(actual))) return { ...base, met: "no", fault: null };
  if (fault !== null) return { ...base, met: "unknown", fault };
  if (figures.target.kind === "text" && figures.actual.kind === "text" && normalise(target) === normalise(actual))
    return { ...base, met: "yes", fault };
  const run: Run = {
    conventions,
    rule: { statements: [] },
    cell: "",
    applied: [],
    figures,
    points: null,
    factor: new Exact(1),
    better,
    sign: figures.sign,
    indicator: name,
    name,
    used: new Map(),
    steps: [],
    problems: [],
    rates: [],
    deviations: [],
    savings: [],
  };
  const holding = targetMet(run);
  return { ...base, met: holding === "yes" || holding === "no" ? holding : "unknown", fault };
}

/** By the sign; without one by what the indicator measures, and for a cost always less. */
function betterWay(figures: Figures, indicator: Indicator, conventions: Conventions): "more" | "less" | null {
  const zero = figures.target.kind === "number" && figures.target.value.isZero();
  const dimension = figures.target.kind === "number" ? figures.target.dimension : null;
  if (figures.sign === null && (firstLevelOf(indicator) === "cost" || lessIsBetter(indicator.level3))) return "less";
  return directionOfType(
    { sign: figures.sign, indicator: indicator.level3, dimension, targetIsZero: zero },
    (name) => conventions[name],
  );
}

function ratioOf({ target, actual }: Figures): Exact | null {
  if (target.kind !== "number" || actual.kind !== "number" || target.value.isZero() || actual.open !== null)
    return null;
  if (target.dimension !== actual.dimension && target.dimension !== "plain" && actual.dimension !== "plain")
    return null;
  return actual.value.div(target.value);
}

function faultOf(figures: Figures, target: string, actual: string, name: string): Attainment["fault"] {
  if (figures.actual.kind === "missing") return "missing";
  if (figures.actual.kind === "echo") return "echo";
  const numeric = figures.target.kind === "number" || figures.target.kind === "range";
  if (numeric && isOpposite(target, actual, name, figures)) return "opposite";
  if (numeric && (figures.actual.kind === "text" || figures.actual.kind === "growth")) return "not-a-value";
  return null;
}

/** "≥2%" answered by "下降13%", where neither target nor name speaks of a fall: nobody can tell whether that is good. */
function isOpposite(target: string, actual: string, name: string, figures: Figures): boolean {
  const atLeast = figures.sign === "≥" || figures.sign === ">";
  return atLeast && FELL.test(normalise(actual)) && !FALL.test(target) && !FALL.test(name);
}

function leavesUnitOut(target: string, unit: string, actual: string): boolean {
  const given = readValue(actual);
  const wanted = readValue(target);
  return given.kind === "number" && given.unit === "" && wanted.kind === "number" && wanted.unit !== "" && unit === "";
}
