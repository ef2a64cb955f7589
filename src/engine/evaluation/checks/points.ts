import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { Outcome } from "../../reconcile";
import type { IndicatorBlock } from "../../tables";
import { Exact } from "../../workbook";
import type { ExactDecimal } from "../../workbook";
import { readMark, readMarkOf, sumOfMarks } from "../marks";
import type { Mark } from "../marks";
import { outcomeOf } from "../statement";
import { cellOfIndicator, fieldOf, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";
import { pointsMissing, pointsTotalDiffers, pointsTotalUnknown, pointsZero } from "./points-sayings";

const lacks = (mark: Mark): boolean => mark.kind !== "mark";

/** Every indicator has its 分值, a number above 0. One statement a block (project, unit) and kind of fault. */
export const pointsPresent = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [pointsMissing, pointsZero],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const block of context.table.blocks) {
      const indicators = realIndicators(block).filter((indicator) => indicator.cells["points"] !== undefined);
      if (indicators.length === 0) continue;
      const marks = indicators.map((indicator) => ({
        indicator,
        mark: readMark(context.workbook, indicator.cells["points"]),
      }));
      const missing = marks.filter(({ mark }) => lacks(mark));
      const zero = marks.filter(({ mark }) => mark.kind === "mark" && mark.value.lessThanOrEqualTo(0));
      const name = nameOfBlock(context.table, block);
      for (const [found, fault] of [
        [missing, pointsMissing],
        [zero, pointsZero],
      ] as const) {
        if (found.length === 0) continue;
        outcomes.push(
          outcomeOf(context, {
            outcome: "fail",
            says: fault.with({ name, indicators: found.map(({ indicator }) => nameOfIndicator(indicator)) }),
            cells: found.map(({ indicator }) => indicator.cells["points"]!),
            cause: causeOf(block.nameCell, cellOfIndicator(found[0]!.indicator), fault.code),
          }),
        );
      }
      if (missing.length + zero.length === 0)
        outcomes.push(
          outcomeOf(context, {
            outcome: "pass",
            says: pointsMissing.with({ name, indicators: [] }),
            cells: marks.map(({ indicator }) => indicator.cells["points"]!),
          }),
        );
    }
    return outcomes;
  },
});

/**
 * The 分值 of a block's indicators sum to what places ask for: 90 (执行率 has the other 10) or 100. Where the form prints
 * their sum, that is what counts: whether it is the sum is another check's matter. With a 分值 missing nobody can tell.
 */
export const pointsTotal = defineCheck({
  scope: "table",
  parameters: z.strictObject({ totals: z.array(z.number()).check(z.minLength(1)) }),
  says: [pointsTotalDiffers, pointsTotalUnknown],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const block of context.table.blocks) {
      const indicators = realIndicators(block).filter((indicator) => indicator.cells["points"] !== undefined);
      if (indicators.length === 0) continue;
      const cells = indicators.map((indicator) => indicator.cells["points"]!);
      const marks = cells.map((cell) => readMark(context.workbook, cell));
      const name = nameOfBlock(context.table, block);
      const { totals } = context.parameters;
      const printed = fieldOf(block, "total-points");
      const total = readMarkOf(context.workbook, printed);
      const own = sumOfMarks(marks);
      // A printed total that is the sum is only as wrong as its parts.
      const stated = total.kind === "mark" && own?.equals(total.value) !== true ? printed!.cell : null;
      const sum = total.kind === "mark" ? total.value : own;
      const gaps = marks.filter(lacks).length;
      if (sum === null || gaps > 0) {
        outcomes.push(
          outcomeOf(context, {
            outcome: "cannot-tell",
            says: pointsTotalUnknown.with({ name, totals, gaps, sum: readable(marks).toFixed() }),
            cells: block.nameCell === null ? [] : [block.nameCell],
            parts: cells.filter((_, at) => lacks(marks[at]!)),
            cause: causeOf(block.nameCell, cellOfIndicator(indicators[marks.findIndex(lacks)]!), pointsMissing.code),
          }),
        );
        continue;
      }
      const nearest = totals
        .map((total) => new Exact(total))
        .sort((a, b) => a.minus(sum).abs().comparedTo(b.minus(sum).abs()))[0]!;
      outcomes.push(
        outcomeOf(context, {
          outcome: sum.equals(nearest) ? "pass" : "fail",
          says: pointsTotalDiffers.with({ name, totals }),
          cells: [stated ?? block.nameCell ?? -1],
          parts: stated === null ? cells : [],
          reported: sum,
          computed: nearest,
          lookedAt: [doubledIn(block)],
        }),
      );
    }
    return outcomes;
  },
});

/** Sum of the marks that can be read. */
function readable(marks: readonly Mark[]): ExactDecimal {
  return marks.reduce((sum, mark) => (mark.kind === "mark" ? sum.plus(mark.value) : sum), new Exact(0));
}

/** Names a cause within a block, so that its witnesses are one finding. */
export function causeOf(nameCell: number | null, cell: number, what: string): string {
  return `${what} ${nameCell ?? cell}`;
}

/** Names what makes the sum of a block wrong as well: indicators that stand in it twice. */
export function doubledIn(block: IndicatorBlock): string {
  return causeOf(block.nameCell, block.indicators[0]?.cells["level3"] ?? -1, "doubled");
}
