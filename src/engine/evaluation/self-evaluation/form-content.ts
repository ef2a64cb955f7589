import type { Indicator, IndicatorBlock } from "../../tables";
import { normalise } from "../../tables";
import { Exact } from "../../workbook";
import type { ExactDecimal } from "../../workbook";
import { fullTarget } from "../full-target";
import { firstLevelOf } from "../levels";
import type { FirstLevel } from "../levels";
import type { ActualRow } from "./actuals";
import type { Scored } from "./indicator-score";
import type { FundSources } from "./known-funds";

/** One indicator of the form that is to be written. */
export interface FormIndicator {
  readonly name: string;
  /** "≥40家". */
  readonly target: string;
  readonly points: ExactDecimal | null;
  readonly actual: string;
  readonly reason: string;
  readonly scored: Scored;
}

/** A second-level kind; without indicators the form keeps a row with "/". */
export interface FormKind {
  readonly name: string;
  readonly indicators: readonly FormIndicator[];
}

/** A first level; `points` where every indicator has its 分值. */
export interface FormLevel {
  readonly name: string;
  readonly points: ExactDecimal | null;
  readonly kinds: readonly FormKind[];
}

/** One line of the funds: what is known; null is left to fill in. Amounts in 万元. */
export interface FormFunds {
  readonly initial: ExactDecimal | null;
  readonly annual: ExactDecimal | null;
  readonly executed: ExactDecimal | null;
  /** Where 年初预算数 comes from. */
  readonly sources: FundSources;
  /** Of 全年执行数, for the whole: what was spent on projects. */
  readonly projects: ExactDecimal | null;
}

/** Everything a 绩效自评表 says. */
export interface FormContent {
  readonly subject: "project" | "whole";
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly unit: string;
  readonly goal: string;
  readonly funds: FormFunds;
  readonly execution: Scored;
  readonly levels: readonly FormLevel[];
}

/** The official form's order, with the second-level kinds it prints. */
const official: readonly { readonly level: FirstLevel; readonly kinds: readonly string[] }[] = [
  { level: "output", kinds: ["数量指标", "质量指标", "时效指标"] },
  { level: "benefit", kinds: ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"] },
  { level: "satisfaction", kinds: ["服务对象满意度指标"] },
  { level: "cost", kinds: ["经济成本指标", "社会成本指标", "生态环境成本指标"] },
];

/**
 * The levels of a form out of a block of targets: the official order, every official kind of a level that is there
 * (empty ones too), other levels and kinds as the targets have them. `make` gives the form's indicator for each
 * approved one.
 */
export function formLevels(block: IndicatorBlock, make: (indicator: Indicator) => FormIndicator): FormLevel[] {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of block.indicators)
    groups.set(indicator.level1, [...(groups.get(indicator.level1) ?? []), indicator]);
  const rank = (members: readonly Indicator[]): number => {
    const place = official.findIndex(({ level }) => level === levelOf(members));
    return place < 0 ? official.length : place;
  };
  const ordered = [...groups]
    .filter(([, members]) => members.some((indicator) => !indicator.empty))
    .sort((a, b) => rank(a[1]) - rank(b[1]));
  return ordered.map(([name, members]) => {
    const kinds = kindsOf(members, make);
    const indicators = kinds.flatMap((kind) => kind.indicators);
    const points = indicators.every((indicator) => indicator.points !== null)
      ? indicators.reduce((sum, indicator) => sum.plus(indicator.points!), new Exact(0))
      : null;
    return { name: name === "" ? (members[0]?.level2 ?? "") : name, points, kinds };
  });
}

/** The level by its own name: what stands under 效益 as 满意度 does not make the whole level one. */
function levelOf(members: readonly Indicator[]): FirstLevel | null {
  return firstLevelOf({
    level1: members[0]!.level1,
    level2: members[0]!.level1 === "" ? members[0]!.level2 : "",
    level3: "",
  });
}

function kindsOf(members: readonly Indicator[], make: (indicator: Indicator) => FormIndicator): FormKind[] {
  const byKind = new Map<string, Indicator[]>();
  for (const indicator of members) byKind.set(indicator.level2, [...(byKind.get(indicator.level2) ?? []), indicator]);
  const wanted = official.find(({ level }) => level === levelOf(members))?.kinds ?? [];
  const plain = (name: string): string => normalise(name).replace(/指标$/, "");
  const own = [...byKind].map(([name, indicators]) => ({
    name,
    indicators: indicators.filter((indicator) => !indicator.empty).map(make),
  }));
  const absent = wanted
    .filter((kind) => !own.some(({ name }) => plain(name) === plain(kind)))
    .map((name) => ({ name, indicators: [] as FormIndicator[] }));
  const place = (name: string): number => {
    const at = wanted.findIndex((kind) => plain(kind) === plain(name));
    return at < 0 ? wanted.length : at;
  };
  return [...own, ...absent]
    .filter((kind) => kind.name !== "" || kind.indicators.length > 0)
    .sort((a, b) => place(a.name) - place(b.name));
}

/** The form's indicator for an approved one, with what was reported of it. */
export function formIndicator(
  indicator: Indicator,
  points: ExactDecimal | null,
  row: ActualRow | null,
  scored: Scored,
  reason: string,
): FormIndicator {
  return {
    name: indicator.level3,
    target: fullTarget(indicator),
    points,
    actual: withUnit(row?.actual ?? "", indicator.texts["unit"] ?? ""),
    reason,
    scored,
  };
}

/** A bare number gets the unit of its target's column; a share such as 0.96 beside % is left as it is. */
function withUnit(actual: string, unit: string): string {
  if (!/^-?\d+(?:\.\d+)?$/.test(actual) || /^[/-]?$/.test(unit.trim())) return actual;
  return /^[%％]$/.test(unit.trim()) && Math.abs(Number(actual)) <= 1.5 ? actual : `${actual}${unit.trim()}`;
}
