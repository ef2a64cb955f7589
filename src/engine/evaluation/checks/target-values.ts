import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { Detail, Outcome } from "../../reconcile";
import { normalise } from "../../tables";
import type { Indicator } from "../../tables";
import { fullTarget } from "../full-target";
import { outcomeOf } from "../statement";
import { cellOfIndicator, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";
import { countInPercent, targetAlwaysMet, targetInWords } from "./target-values-sayings";

/** A sign, or the word for "a number". */
const numericType = /^(?:[≥≤><=]|定量(?:指标)?|大于等于|小于等于|大于|小于|等于)$/;
/** A digit, a Chinese numeral, or a word that stands for a number (全部, 零, 半). */
const number = /[\d一二三四五六七八九十百千万亿两〇零双半全无首各每]/;
const nothingMeant = /^[/／\\—–\-]*$/;
/** What is done or made, and what can be counted of it. */
const countable =
  /^(?:新增|新建|新设|新认定|培育|引进|创建|举办|开展|组织|建成|建设|获批|认定|新培育).*(?:平台|企业|项目|基地|中心|园区|活动|场次|次数|数量?|培训班|会议|单位|机构|站点|网点)$/;
/** A share or a change, whatever it is of. */
const share = /率|占比|比例|比重|增长|增幅|增速|增加|提高|提升|下降|减少|降低|压减|同比|比上年|程度|度$|覆盖|进度|完成/;

/** An indicator with the block it stands in, by name. */
interface Named {
  readonly name: string;
  readonly indicator: string;
}

interface Fault {
  says(told: Named, indicator: Indicator): Detail;
  holds(indicator: Indicator): boolean | null;
}

const textOf = (indicator: Indicator, role: string): string => normalise(indicator.texts[role] ?? "");

/** By aspect: whether an indicator's target is at fault; null where it cannot be asked. */
const faults: Readonly<Record<"number" | "zero" | "unit", Fault>> = {
  number: {
    says: (told, { texts }) =>
      targetInWords.with({ ...told, target: texts["target"] ?? "", type: texts["type"] ?? "" }),
    holds(indicator) {
      const [type, target, unit] = [textOf(indicator, "type"), textOf(indicator, "target"), textOf(indicator, "unit")];
      if (!numericType.test(type) || nothingMeant.test(target)) return null;
      const measured = type.startsWith("定量") || !nothingMeant.test(unit);
      return measured && !number.test(target) && /[\u4e00-\u9fff]/.test(target);
    },
  },
  zero: {
    says: (told, indicator) => targetAlwaysMet.with({ ...told, full: fullTarget(indicator) }),
    holds(indicator) {
      const full = /^(?:≥|>=|不低于|不少于|大于等于)(-?\d+(?:\.\d+)?)(.*)$/.exec(normalise(fullTarget(indicator)));
      if (!full) return null;
      const unit = full[2]! || textOf(indicator, "unit");
      return (
        Number(full[1]) === 0 && unit !== "" && !/%|百分|‰|℃|度/.test(unit) && !share.test(normalise(indicator.level3))
      );
    },
  },
  unit: {
    says: (told, indicator) => countInPercent.with({ ...told, full: fullTarget(indicator) }),
    holds(indicator) {
      const name = normalise(indicator.level3);
      const target = normalise(fullTarget(indicator));
      return countable.test(name) && !share.test(name) && /\d/.test(target) ? /\d%$/.test(target) : null;
    },
  },
};

/**
 * The target itself is one: "number": words where type and unit ask for a number; "zero": at least 0 of what can only
 * be 0 or more, which any result meets; "unit": percent of something that is counted. One statement an indicator.
 */
export const targetMakesSense = defineCheck({
  scope: "table",
  parameters: z.strictObject({ aspect: z.enum(["number", "zero", "unit"]) }),
  says: [targetInWords, targetAlwaysMet, countInPercent],
  run(context) {
    const { says, holds } = faults[context.parameters.aspect];
    return context.table.blocks.flatMap((block) =>
      realIndicators(block).flatMap((indicator): Outcome[] => {
        const cell = indicator.cells["target"];
        const fault = cell === undefined ? null : holds(indicator);
        if (cell === undefined || fault === null) return [];
        const told = { name: nameOfBlock(context.table, block), indicator: nameOfIndicator(indicator) };
        return [
          outcomeOf(context, {
            outcome: fault ? "fail" : "pass",
            says: says(told, indicator),
            cells: [cell],
            others: [cellOfIndicator(indicator)],
          }),
        ];
      }),
    );
  },
});
