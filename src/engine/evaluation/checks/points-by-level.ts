import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import { normalise } from "../../tables";
import type { Indicator, IndicatorBlock } from "../../tables";
import { Exact } from "../../workbook";
import type { ExactDecimal } from "../../workbook";
import { firstLevelOf, firstLevels } from "../levels";
import type { FirstLevel } from "../levels";
import { readMark, sumOfMarks } from "../marks";
import { schemeFor, schemeSchema } from "../scheme";
import type { WeightScheme } from "../scheme";
import { outcomeOf } from "../statement";
import { nameOfBlock, realIndicators } from "../subject";
import { causeOf } from "./points";
import { pointsOffScheme } from "./points-sayings";

/** "数量指标" as the first name of an indicator: the form knows no first levels that could have points. */
const secondLevelWord = /^(?:数量|质量|时效)(?:指标)?$/;

/**
 * 分值 by first level are those of the weight scheme for the levels that are there (or of the one with the id `chosen`).
 * The scheme holds 原则上, so another distribution needs a reason. Where the form prints points beside its levels, those
 * count and this does not apply. Neither does it where the sum is not that of the scheme, or a 分值 is missing: other
 * checks say so.
 */
export const pointsByScheme = defineCheck({
  scope: "table",
  parameters: z.strictObject({ schemes: z.array(schemeSchema).check(z.minLength(1)), chosen: z.optional(z.string()) }),
  says: [pointsOffScheme],
  run(context) {
    const { schemes, chosen = null } = context.parameters;
    return context.table.blocks.flatMap((block) => {
      const outcome = compareWithScheme(context, block, schemes, chosen);
      if (outcome === null) context.countNotApplicable();
      return outcome ?? [];
    });
  },
});

function compareWithScheme(
  context: CheckContext<unknown>,
  block: IndicatorBlock,
  schemes: readonly WeightScheme[],
  chosen: string | null,
): Outcome[] | null {
  const indicators = realIndicators(block);
  if (
    indicators.length === 0 ||
    indicators.some((indicator) => indicator.level1Points !== null || indicator.cells["points"] === undefined) ||
    indicators.some(({ level1 }) => secondLevelWord.test(normalise(level1)))
  )
    return null;
  const byLevel = new Map<FirstLevel, Indicator[]>();
  for (const indicator of indicators) {
    const level = firstLevelOf(indicator);
    if (level === null) return null;
    byLevel.set(level, [...(byLevel.get(level) ?? []), indicator]);
  }
  const sums = new Map<FirstLevel, ExactDecimal>();
  for (const [level, members] of byLevel) {
    const marks = members.map((indicator) => readMark(context.workbook, indicator.cells["points"]));
    const sum = sumOfMarks(marks);
    if (sum === null || marks.some((mark) => mark.kind === "blank")) return null;
    sums.set(level, sum);
  }
  const scheme = schemeFor(schemes, new Set(byLevel.keys()), chosen);
  if (scheme === null) return null;
  const wanted = firstLevels.filter(
    (level) => level !== "execution" && (sums.has(level) || scheme.levels[level] !== undefined),
  );
  const total = wanted.reduce((sum, level) => sum.plus(sums.get(level) ?? 0), new Exact(0));
  if (!total.equals(Object.values(scheme.levels).reduce((sum, points) => sum + points, 0))) return null;
  const differing = differingLevels(wanted, sums, scheme);
  const first = indicators[0]!;
  return [
    outcomeOf(context, {
      outcome: differing.length === 0 ? "pass" : "fail",
      says: pointsOffScheme.with({
        name: nameOfBlock(context.table, block),
        scheme: scheme.name,
        found: wanted.map((level) => ({ level, points: sums.get(level)?.toFixed() ?? "0" })),
        wanted: wanted.map((level) => ({ level, points: String(scheme.levels[level] ?? 0) })),
      }),
      cells: block.nameCell === null ? [] : [block.nameCell],
      parts: differing.flatMap((level) => byLevel.get(level) ?? []).map((indicator) => indicator.cells["points"]!),
      cause: causeOf(block.nameCell, first.cells["points"]!, "points-scheme"),
    }),
  ];
}

/**
 * The levels whose points are not the scheme's. 成本 may stand under 产出 (财预〔2020〕10号): what goes from the one to the
 * other changes nothing.
 */
function differingLevels(
  wanted: readonly FirstLevel[],
  sums: ReadonlyMap<FirstLevel, ExactDecimal>,
  { levels }: WeightScheme,
): FirstLevel[] {
  const over = (level: FirstLevel): ExactDecimal => (sums.get(level) ?? new Exact(0)).minus(levels[level] ?? 0);
  const differing = wanted.filter((level) => !over(level).isZero());
  const areJoined = differing.every((level) => level === "cost" || level === "output");
  return areJoined && over("cost").plus(over("output")).isZero() ? [] : differing;
}

/** Indicators by the level cell that prints points; rows of empty kinds left out. */
export function printedLevels(block: IndicatorBlock): Indicator[][] {
  const groups = new Map<number, Indicator[]>();
  for (const indicator of realIndicators(block)) {
    const cell = indicator.cells["level1"];
    if (indicator.level1Points === null || cell === undefined) continue;
    groups.set(cell, [...(groups.get(cell) ?? []), indicator]);
  }
  return [...groups.values()];
}
