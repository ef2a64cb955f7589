import type { Rule } from "../reconcile";
import { firstLevelOf, firstLevels, levelNames } from "./levels";
import { schemeFor, schemeSchema } from "./scheme";
import { readMark } from "./marks";
import { realIndicators } from "./subject";
import type { FirstLevel } from "./levels";
import type { WeightScheme } from "./scheme";
import type { Indicator, Table } from "../tables";
import { Exact } from "../workbook";
import type { ExactDecimal, Workbook } from "../workbook";

/** The check whose rule names the official weight schemes. */
const BY_SCHEME = "points-by-scheme";

/** The weight schemes that the catalogue names. */
export function schemesOf({ rules }: { readonly rules: readonly Rule[] }): WeightScheme[] {
  return rules
    .filter(({ check }) => check === BY_SCHEME)
    .flatMap(({ parameters }) => {
      const schemes = parameters?.["schemes"];
      return Array.isArray(schemes)
        ? schemes.flatMap((scheme: unknown) => (schemeSchema.safeParse(scheme).success ? [scheme as WeightScheme] : []))
        : [];
    });
}

/** "成本 20、产出 40、效益 20、满意度 10、执行率 10". */
export function sayScheme({ levels, execution }: WeightScheme): string {
  const named = firstLevels.flatMap((level) =>
    levels[level] === undefined ? [] : [`${levelNames[level].replace(/指标$/, "")} ${levels[level]}`],
  );
  return [...named, `执行率 ${execution}`].join("、");
}

/** How the approved points of targets stand to the official weights. */
export interface SchemeUse {
  /** Name of the scheme that fits the levels that are there; null where none does. */
  readonly name: string | null;
  /** Projects and units whose points are just those. */
  readonly fitting: number;
  /** Names of those with other points: they are kept as approved. */
  readonly others: readonly string[];
}

/** By scheme, how many projects follow it. */
export function schemesInUse(
  workbook: Workbook,
  targets: readonly Table[],
  schemes: readonly WeightScheme[],
): SchemeUse[] {
  const found = new Map<string | null, { fitting: number; others: string[] }>();
  for (const table of targets) {
    for (const block of table.blocks) {
      const points = pointsByLevel(workbook, realIndicators(block));
      if (points.size === 0) continue;
      const scheme = schemeFor(schemes, new Set(points.keys()), null);
      const use = found.get(scheme?.name ?? null) ?? { fitting: 0, others: [] };
      found.set(scheme?.name ?? null, use);
      if (scheme && [...points].every(([level, sum]) => sum.equals(scheme.levels[level] ?? 0))) use.fitting += 1;
      else use.others.push(block.name || table.body || table.sheet.name);
    }
  }
  return [...found].map(([name, use]) => ({ name, ...use }));
}

function pointsByLevel(workbook: Workbook, indicators: readonly Indicator[]): Map<FirstLevel, ExactDecimal> {
  const points = new Map<FirstLevel, ExactDecimal>();
  for (const indicator of indicators) {
    const level = firstLevelOf(indicator);
    const mark = readMark(workbook, indicator.cells["points"]);
    if (level && level !== "execution")
      points.set(level, (points.get(level) ?? new Exact(0)).plus(mark.kind === "mark" ? mark.value : 0));
  }
  return points;
}
