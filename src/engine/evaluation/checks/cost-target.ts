import { z } from "zod/mini";
import { decimal, declare, defineCheck, selectCells } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import { normalise, unitExponent } from "../../tables";
import type { Indicator, IndicatorBlock } from "../../tables";
import type { CellId, ExactDecimal } from "../../workbook";
import { Exact, plainNumber } from "../../workbook";
import { fullTarget } from "../full-target";
import { ofIndicator } from "../parameters";
import { outcomeOf } from "../statement";
import { nameOfBlock, nameOfIndicator, realIndicators } from "../subject";

/** What says of the whole project what it may cost; the cost of a part or of one piece is something else. */
const wholeCost =
  /^(?:项目|年度|本年)*(?:预算|投资|支出|资金|成本)?(?:总成本|总投资|总预算|总额|控制数|控制额|总控制数)(?:控制)?$/;
const amountOfMoney = /^(?:≤|<=|=|不超过|不高于|小于等于|等于|小于|<)?(\d+(?:\.\d+)?)(百万元|万元|千元|亿元|元)$/;

export const costTargetDiffers = declare("cost-target", {
  parameters: z.strictObject({ ...ofIndicator, target: z.string(), funds: decimal, unit: z.string() }),
  title: ({ name, indicator, target, funds, unit }) =>
    `${name}成本指标${indicator}写的是“${target}”，年度资金总额是 ${plainNumber(funds)} ${unit}`,
  lines: () => ["同一个项目的总成本和资金总额应当一致；不一致的请说明，或者改正其中一个。"],
  pass: ({ name, indicator }) => `${name}成本指标${indicator}与年度资金总额一致`,
});

/** The cost of the whole project that an indicator sets is the money that the form asks for, or a bound below it. */
export const costTargetFitsFunds = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [costTargetDiffers],
  run(context): Outcome[] {
    const { table } = context;
    return table.blocks.flatMap((block) => {
      const funds = fundsOf(context, block);
      return funds === null
        ? []
        : realIndicators(block).flatMap((indicator) => {
            const cost = costOf(indicator);
            if (cost === null) return [];
            const given = funds.value.times(new Exact(10).pow(table.unitExponent));
            return [
              outcomeOf(context, {
                outcome: fits(cost, given) ? "pass" : "fail",
                says: costTargetDiffers.with({
                  name: nameOfBlock(table, block),
                  indicator: nameOfIndicator(indicator),
                  target: fullTarget(indicator),
                  funds: funds.value.toFixed(),
                  unit: table.unit ?? table.template.usualUnit ?? "万元",
                }),
                cells: [indicator.cells["target"]!],
                others: [funds.cell],
                // A sum that is off by just that is off because of the total.
                wants: [
                  {
                    cell: funds.cell,
                    from: funds.value.toFixed(),
                    to: cost.value.div(new Exact(10).pow(table.unitExponent)).toFixed(),
                  },
                ],
              }),
            ];
          });
    });
  },
});

/** The form's own total of money; in a list the total of the block's line. */
function fundsOf(context: CheckContext<unknown>, block: IndicatorBlock): { cell: CellId; value: ExactDecimal } | null {
  const { table, figures, amounts } = context;
  if (block.line === null) return null;
  const chosen = { table: table.template.kind, sections: ["main"], columns: [{ roles: ["total", "amount"] }] };
  const section = figures.sectionsOf(table).find(({ section: { name } }) => name === "main");
  const column = section?.section.columns.findIndex(({ roles }) => roles.includes("total")) ?? -1;
  const cell = section && column >= 0 ? section.cell(block.line, column) : selectCells(figures, table, chosen)[0];
  const value = cell === undefined || cell < 0 ? null : amounts.value(cell);
  return cell === undefined || value === null ? null : { cell, value };
}

/** A bound below the funds is an aim to save; ten times less is money in another unit. */
function fits({ value, isBound }: Cost, given: ExactDecimal): boolean {
  return value.equals(given) || (isBound && value.lessThan(given) && value.times(slippedPlace).greaterThan(given));
}

const slippedPlace = 10;

/** What the whole project may cost, in 元, at most or exactly. */
interface Cost {
  readonly value: ExactDecimal;
  readonly isBound: boolean;
}

function costOf(indicator: Indicator): Cost | null {
  if (indicator.cells["target"] === undefined || !wholeCost.test(normalise(indicator.level3))) return null;
  const read = amountOfMoney.exec(normalise(fullTarget(indicator)));
  const exponent = read ? unitExponent(read[2]!) : null;
  if (read === null || exponent === null) return null;
  return { value: new Exact(read[1]!).times(new Exact(10).pow(exponent)), isBound: !/^(?:=|等于|\d)/.test(read[0]) };
}
