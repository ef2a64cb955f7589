import { z } from "zod/mini";
import type { ColumnRelation } from "../../tables";
import {
  Exact,
  formatDecimals,
  isPercentFormat,
  plainNumber,
  powerOfTen,
  type CellId,
  type ExactDecimal,
} from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { declare } from "../declaration";
import type { SectionFigures } from "../figures";
import { Verdict } from "../judge";
import type { Outcome, Want } from "../outcome";
import { formatOf } from "./cell-format";

export const productDiffers = declare("product", {
  parameters: z.strictObject({ figure: z.string(), of: z.array(z.string()), sign: z.enum(["×", "÷"]) }),
  relation: "derived",
  title: ({ figure }, { reported, computed }) =>
    `${figure}写的是 ${plainNumber(reported)}，按算应为 ${plainNumber(computed)}`,
  lines: ({ of, sign }, { computed, difference }) => [
    `${of.join(` ${sign} `)} = ${plainNumber(computed)}`,
    `差 ${plainNumber(difference)}`,
  ],
  pass: ({ figure, of, sign }) => `${figure}等于${of.join(` ${sign} `)}`,
});

export const quotientDiffers = declare("quotient", {
  parameters: z.strictObject({ rate: z.string(), above: z.array(z.string()), below: z.string() }),
  relation: "derived",
  title: ({ rate }, { reported, computed }) =>
    `${rate}写的是 ${plainNumber(reported)}%，按算应为 ${plainNumber(computed)}%`,
  lines: ({ above, below }, { computed, difference }) => [
    `${above.length > 1 ? `（${above.join(" + ")}）` : above.join("")} ÷ ${below} = ${plainNumber(computed)}%`,
    `差 ${plainNumber(difference)} 个百分点`,
  ],
  pass: ({ rate }) => `${rate}与各栏的数相符`,
});

/**
 * Products and rates that the figures of a table prove hold in each line: 人口 × 标准 = 补助, 累计安排 ÷ 总投资 = 完成比例. Of a product
 * the figure that no sum bears out is the one that is told; where an amount is wrong in a sum, nothing is said of its
 * rate.
 */
export const ratiosHold = defineCheck({
  scope: "table",
  last: true,
  parameters: z.strictObject({}),
  says: [productDiffers, quotientDiffers],
  run(context) {
    return context.figures.comparisonsOf(context.table).flatMap((figures) =>
      (figures.section.relations ?? []).flatMap((relation) =>
        figures.section.lines.flatMap((line, at) => {
          if (line.repeats !== null) return [];
          if (relation.kind === "product") return productOf(context, figures, relation, at);
          return relation.kind === "quotient" ? quotientOf(context, figures, relation, at) : [];
        }),
      ),
    );
  },
});

/** What sums say of a cell. */
function standing({ store, verdicts }: CheckContext<unknown>, cell: CellId): "borne-out" | "in-doubt" | "unknown" {
  const said = [...store.equationsOf(cell)].map((equation) => verdicts[equation]);
  if (said.includes(Verdict.Fail)) return "in-doubt";
  return said.includes(Verdict.Pass) ? "borne-out" : "unknown";
}

/** The line's figures of a product: each with what the two others make it. */
function productOf(
  context: CheckContext<unknown>,
  figures: SectionFigures,
  { result, factors, exponent }: Extract<ColumnRelation, { kind: "product" }>,
  line: number,
): Outcome[] {
  const cells = [result, ...factors].map((column) => figures.cell(line, column));
  const [given, one, other] = cells.map((cell) => context.amounts.value(cell));
  // An average of several lines is multiplied with no sum of theirs.
  if (figures.lineParts.sum[line]!.length > 0 || !given || !one || !other || one.isZero() || other.isZero()) return [];
  const exact = one.times(other).times(powerOfTen(exponent));
  const agrees = given.minus(exact).abs().lessThanOrEqualTo(roundedAway);
  const through = (factor: ExactDecimal): ExactDecimal => given.dividedBy(factor).times(powerOfTen(-exponent));
  const wanted = [exact, through(other), through(one)].map((value) =>
    value.toDecimalPlaces(Math.max(leastDecimals, given.decimalPlaces()), Exact.ROUND_HALF_UP),
  );
  const written = [given, one, other];
  const at = agrees ? 0 : tellAt(cells.map((cell) => standing(context, cell)));
  const others = cells.filter((_, index) => index !== at);
  return [
    {
      rule: context.rule.id,
      severity: context.rule.severity,
      outcome: agrees ? "pass" : "fail",
      operands: [{ cell: cells[at]!, role: "reported" }, ...others.map((cell) => ({ cell, role: "part" }) as const)],
      reported: written[at]!.toFixed(),
      computed: wanted[at]!.toFixed(),
      difference: written[at]!.minus(wanted[at]!).toFixed(),
      detail: productDiffers.with(() => ({
        figure: context.figures.name(cells[at]!),
        of: others.map((cell) => context.figures.name(cell)),
        sign: at === 0 ? "×" : "÷",
      })),
      equation: null,
      ...(agrees
        ? {}
        : {
            wants: cells.map((cell, index): Want => ({
              cell,
              from: written[index]!.toFixed(),
              to: wanted[index]!.toFixed(),
            })),
          }),
    },
  ];
}

/** Half a hundredth: amounts in 万元 are shown so. */
const roundedAway = "0.005";
const leastDecimals = 2;

/** Which of the figures is told: the one that fails in a sum as well, else the only one that no sum bears out. */
function tellAt(said: readonly ReturnType<typeof standing>[]): number {
  const doubtful = said.indexOf("in-doubt");
  if (doubtful >= 0) return doubtful;
  const unknown = said.flatMap((one, at) => (one === "unknown" ? [at] : []));
  return unknown.length === 1 ? unknown[0]! : 0;
}

function quotientOf(
  context: CheckContext<unknown>,
  figures: SectionFigures,
  relation: Extract<ColumnRelation, { kind: "quotient" }>,
  line: number,
): Outcome[] {
  const cellAt = (column: number): CellId => figures.cell(line, column);
  const below = figures.cell(relation.belowLine ?? line, relation.below);
  const [rate, above] = [cellAt(relation.result), relation.above.map(cellAt)];
  const given = context.amounts.value(rate);
  const whole = context.amounts.value(below);
  if (!given || !whole || whole.isZero()) return [];
  const share = above.reduce((sum, cell) => sum.plus(context.amounts.value(cell) ?? 0), new Exact(0)).dividedBy(whole);
  const { asPercent, decimals } = notationOf(context, rate, given, share);
  const exact = asPercent ? share.times(100) : share;
  const computed = exact.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP);
  const agrees = given.equals(computed) || given.equals(exact);
  if (!agrees && [...above, below].some((cell) => standing(context, cell) === "in-doubt")) return [];
  const inPercent = (value: ExactDecimal): string => (asPercent ? value : value.times(100)).toFixed();
  return [
    {
      rule: context.rule.id,
      severity: context.rule.severity,
      outcome: agrees ? "pass" : "fail",
      operands: [
        { cell: rate, role: "reported" },
        ...[...above, below].map((cell) => ({ cell, role: "part" }) as const),
      ],
      reported: inPercent(given),
      computed: inPercent(computed),
      difference: inPercent(given.minus(computed)),
      detail: quotientDiffers.with(() => ({
        rate: context.figures.name(rate),
        above: above.map((cell) => context.figures.name(cell)),
        below: context.figures.name(below),
      })),
      equation: null,
    },
  ];
}

/** Whether a rate is written in percent, as a plain number, and with how many decimals. */
function notationOf(
  context: CheckContext<unknown>,
  rate: CellId,
  given: ExactDecimal,
  share: ExactDecimal,
): { asPercent: boolean; decimals: number } {
  const content = context.amounts.content(rate);
  const inPercent = /[%％]\s*$/.test(content);
  const isShare = isPercentFormat(formatOf(context, rate)) || inPercent;
  const asPercent = !isShare && given.minus(share.times(100)).abs().lessThan(given.minus(share).abs());
  // "97.44%" has four decimals as a share; so has 0.9744, however it is shown.
  const written = (/\.(\d+)\s*[%％]?\s*$/.exec(content)?.[1]?.length ?? 0) + (inPercent ? 2 : 0);
  const shown = formatDecimals(formatOf(context, rate)) ?? 0;
  const decimals = Math.max(written, shown, given.decimalPlaces(), asPercent ? 0 : 2);
  return { asPercent, decimals };
}
