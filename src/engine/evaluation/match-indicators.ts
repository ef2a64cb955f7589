import { readValue } from "../criteria";
import type { Reading } from "../criteria";
import { normalise } from "../tables";
import type { Indicator } from "../tables";
import { fullTarget } from "./full-target";
import { comparable, likeness, likenessOf } from "./names";
import type { ComparableName } from "./names";

/** What spoke for taking two indicators for one. */
export const matchEvidence = ["name", "explanation", "similar-name", "target", "unit", "place"] as const;
export type MatchEvidence = (typeof matchEvidence)[number];

/** An approved indicator and the one of the self-evaluation that stands for it. */
export interface IndicatorMatch {
  readonly approved: Indicator;
  readonly evaluated: Indicator;
  /**
   * "same": by name, or named by the approved one's explanation; "renamed"; "replaced": another indicator in its place.
   */
  readonly kind: "same" | "renamed" | "replaced";
  readonly evidence: readonly MatchEvidence[];
}

export interface IndicatorMatching {
  readonly matches: readonly IndicatorMatch[];
  /** Approved and not in the self-evaluation. */
  readonly missing: readonly Indicator[];
  /** In the self-evaluation and not approved. */
  readonly added: readonly Indicator[];
}

interface Bid {
  readonly approved: Indicator;
  readonly evaluated: Indicator;
  readonly name: number;
  readonly evidence: readonly MatchEvidence[];
  readonly weight: number;
}

/** Names at least this alike are one indicator, less alike ones only where target and place agree. */
const alike = 0.62;
const somewhatAlike = 0.4;

/**
 * Match the indicators of a self-evaluation to the approved ones, by name (or the approved one's explanation), unit,
 * target and place; the surest pairs first, each indicator once. What is left over in one second-level kind was
 * replaced.
 */
export function matchIndicators(approved: readonly Indicator[], evaluated: readonly Indicator[]): IndicatorMatching {
  const bids = approved
    .flatMap((one) => evaluated.map((other) => bidOf(one, other)))
    .sort((a, b) => b.weight - a.weight);
  const takenApproved = new Set<Indicator>();
  const takenEvaluated = new Set<Indicator>();
  const matches: IndicatorMatch[] = [];
  const take = (bid: Bid, kind: IndicatorMatch["kind"]): void => {
    takenApproved.add(bid.approved);
    takenEvaluated.add(bid.evaluated);
    matches.push({ approved: bid.approved, evaluated: bid.evaluated, kind, evidence: bid.evidence });
  };
  const free = (bid: Bid): boolean => !takenApproved.has(bid.approved) && !takenEvaluated.has(bid.evaluated);
  for (const bid of bids) {
    if (!free(bid)) continue;
    const certain = bid.evidence.includes("name") || bid.evidence.includes("explanation");
    const likely =
      bid.name >= alike ||
      (bid.name >= somewhatAlike && bid.evidence.includes("target") && bid.evidence.includes("place"));
    if (certain || likely) take(bid, certain ? "same" : "renamed");
  }
  for (const bid of bids) if (free(bid) && bid.evidence.includes("place")) take(bid, "replaced");
  return {
    matches,
    missing: approved.filter((one) => !takenApproved.has(one)),
    added: evaluated.filter((one) => !takenEvaluated.has(one)),
  };
}

function bidOf(approved: Indicator, evaluated: Indicator): Bid {
  const [own, other] = [featuresOf(approved), featuresOf(evaluated)];
  const byName = likenessOf(own.name, other.name);
  const byExplanation = likenessOf(own.explanation, other.name);
  const name = Math.max(byName, byExplanation * 0.98);
  const evidence: MatchEvidence[] = [];
  if (byName === 1) evidence.push("name");
  else if (byExplanation === 1) evidence.push("explanation");
  else if (name >= somewhatAlike) evidence.push("similar-name");
  if (sameTarget(approved, evaluated) === "yes") evidence.push("target");
  if (own.unit !== "" && own.unit === other.unit) evidence.push("unit");
  if (own.place === other.place) evidence.push("place");
  const weight =
    name * 10 +
    Number(evidence.includes("target")) * 2 +
    Number(evidence.includes("place")) +
    Number(evidence.includes("unit"));
  return { approved, evaluated, name, evidence, weight };
}

function placeOf(indicator: Indicator): string {
  const second = normalise(indicator.level2).replace(/指标$/, "");
  return second === "" ? normalise(indicator.level1).replace(/指标$/, "") : second;
}

/** What two indicators are compared by. */
interface Features {
  readonly name: ComparableName;
  readonly explanation: ComparableName;
  readonly place: string;
  readonly unit: string;
  /** The target as written and as read, and with sign and unit. */
  readonly target: string;
  readonly reading: Reading;
  readonly fullTarget: string;
}

/** Every indicator of a block is compared with every one of another. */
const known = new WeakMap<Indicator, Features>();

function featuresOf(indicator: Indicator): Features {
  let features = known.get(indicator);
  if (features === undefined) {
    const target = indicator.texts["target"] ?? "";
    const reading = readValue(target);
    features = {
      name: comparable(indicator.level3),
      explanation: comparable(indicator.texts["content"] ?? ""),
      place: placeOf(indicator),
      unit: unitOf(indicator, reading),
      target: normalise(target),
      reading,
      fullTarget: normalise(fullTarget(indicator)),
    };
    known.set(indicator, features);
  }
  return features;
}

/** The unit of an indicator's target: its column, else what stands in the target itself. */
function unitOf(indicator: Indicator, reading: Reading): string {
  const column = normalise(indicator.texts["unit"] ?? "");
  if (column !== "" && !/^[/-]$/.test(column)) return column;
  return reading.kind === "number" || reading.kind === "range" ? normalise(reading.unit) : "";
}

/**
 * Do two indicators have the same target? "yes" also where one writes sign and unit into the value ("≥40家") and the
 * other into columns of their own; "unknown" where words are worded differently.
 */
export function sameTarget(approved: Indicator, evaluated: Indicator): "yes" | "no" | "unknown" {
  const [a, b] = [featuresOf(approved), featuresOf(evaluated)];
  if (a.fullTarget === b.fullTarget) return "yes";
  if (a.target === b.target) return sameUnits(a, b) ? "yes" : "no";
  if (a.reading.kind === "text" && b.reading.kind === "text")
    return likeness(approved.texts["target"] ?? "", evaluated.texts["target"] ?? "") >= 0.8 ? "yes" : "unknown";
  return sameValue(a, b);
}

/** Do two numbers or two days agree? What is neither cannot be told. */
function sameValue(a: Features, b: Features): "yes" | "no" | "unknown" {
  const [one, other] = [a.reading, b.reading];
  if (one.kind === "number" && other.kind === "number") {
    if (one.value.equals(other.value) && sameUnits(a, b)) return "yes";
    return one.loose || other.loose ? "unknown" : "no";
  }
  if (one.kind === "date" && other.kind === "date") return sameDay(one, other) ? "yes" : "no";
  return "unknown";
}

type DateReading = Extract<Reading, { kind: "date" }>;

function sameDay(one: DateReading, other: DateReading): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

function sameUnits({ unit: a }: Features, { unit: b }: Features): boolean {
  return a === "" || b === "" || a === b || countedBy(a) === countedBy(b);
}

/** 家, 个, 次 … are taken for one another; a share or an amount of money is not. */
function countedBy(unit: string): string {
  if (/^(?:%|‰|百分点|个百分点)$/.test(unit)) return "%";
  if (/元$/.test(unit)) return unit;
  if (/(?:[天日月年时周]|年度|季度|小时|分钟)$/.test(unit)) return unit.replace(/^个/, "").replace(/^年度$/, "年");
  return "count";
}
