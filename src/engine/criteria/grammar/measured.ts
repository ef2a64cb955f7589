/** A range with its name: which measure the two together speak of. */

import { Exact } from "../exact";
import type { Bound, Condition, Measure, Quantity } from "../tree";
import { any, as, optional, symbol, token } from "./build";
import { unitOf } from "../../language";
import type { Name } from "./names";
import type { Range } from "./ranges";

export const NONE: Name = { text: "", measure: null, verb: true, judging: false };

/** A range of a named thing; what the comparison itself says of the measure (超过…以内 is an overrun) comes first. */
export function ranged(name: Name | null, part: Range, fallback: Measure | null = null): Condition | null {
  const called = part.name ?? name;
  if (called !== null && isNoMeasure(called.text)) return null;
  const measure = measureOf(called, part, fallback);
  const text = part.ofTarget ? "目标值" : (called?.text ?? "");
  if (part.around && !["deviation", "value", null].includes(measure)) return null;
  const kind = part.around ? "deviation" : measure;
  if (part.bare !== null)
    return part.around
      ? {
          kind: "range",
          measure: "deviation",
          name: "",
          low: null,
          high: { at: part.bare, inclusive: true, explicit: false, soft: false },
        }
      : { kind: "bare", measure: kind, name: text, at: part.bare, explicit: part.explicit };
  return { kind: "range", measure: kind, name: text, low: part.low, high: part.high };
}

/** No letter in it, or a change of the target ("目标值下调2个百分点"), which measures nothing. */
const isNoMeasure = (text: string): boolean =>
  (text !== "" && !/\p{L}/u.test(text)) || CHANGED_TARGET.test(text) || EASED.test(text);

/** "农村地区到场时间放宽2分钟": what is asked of some is another bound, and no figure. */
const EASED = /(?:放宽|顺延|宽限|延长)$/u;

const CHANGED_TARGET =
  /(?:目标|指标|标准|计划|要求)值?(?:可|应|相应|适当)?(?:[上下]调|调[整减增低高]|放宽|顺延|核减|核增|下浮|上浮)$/u;

/** What a comparison says of the measure where an end on the other side closes it. */
const SAYS: ReadonlyMap<string, "overrun" | "shortfall"> = new Map([
  ...["超过", "超出", "高于", "大于", "超", "高出"].map((word) => [word, "overrun"] as const),
  ...["低于", "少于", "小于", "不足"].map((word) => [word, "shortfall"] as const),
]);

function measureOf(name: Name | null, part: Range, fallback: Measure | null): Measure | null {
  if (part.ofTarget) return "completion";
  const own = name?.measure ?? fallback;
  const said = SAYS.get(part.comparator) ?? null;
  const turned = part.tailed && said !== null && (said === "overrun" ? part.high !== null : part.low !== null);
  if (turned) return own === "deviation" || own === "late" ? own : said;
  if (own !== null) return own;
  return name === null ? null : "value";
}

export const N = optional(symbol("name"));

/** Words behind a number that name what it counts ("30家企业", "12项任务"), or that it is done. */
export const BEHIND = optional(any(symbol("name"), token("target")));

/** A noun behind a number is what is counted; behind a share only the target or what was done of it. */
export function mayFollow(behind: unknown, part: Range): boolean {
  const name = as<Partial<Name>>(behind);
  // "0.1个等级" is one unit.
  if (/^(?:等级|等次|档次|级别|档|级|层次)$/u.test(name.text ?? "") && /个$/u.test(unitNameOf(part))) return false;
  if (name.text === undefined) return true;
  // "30天以上60天以内": the second end is no name.
  if (/^\d/u.test(name.text)) return false;
  // "100%配合": all of it, in the one word that says what.
  if (name.judging === true) return mayJudge(name.text, part);
  if ((name.measure ?? null) !== null) return false;
  return unitOfRange(part) !== "rate" || name.verb === true || saysWhatOfAll(part, name.text);
}

/** "365天正常运转", "100%配合", "100处隐患点治理": words that judge, and name what is counted or all of it. */
function mayJudge(text: string, part: Range): boolean {
  if (RUNS.test(text)) return true;
  if (unitOfRange(part) === "count" && TROUBLES.test(text)) return true;
  return part.bare?.unit === "%" && text.length <= 3 && !/^[不未无]/u.test(text);
}

/** "100处隐患点治理": what is amiss is there to be dealt with. */
const TROUBLES =
  /^(?:安全)?(?:隐患|问题|投诉|案件|纠纷|故障|信访|缺陷|诉求|诉讼|舆情|污染).*(?:治理|整改|办结|办理|化解|处置|处理|解决|消除|修复|销号)$/u;

/** "365天正常运转": how long it runs is what is counted. */
const RUNS = /^(?:正常|平稳|稳定|安全|连续|不间断|无故障)(?:运[转行营]|开放|供[水电气热暖]|通[车行航]|使用)$/u;

/** "100%兑付": all of it, in the one word that says what was done with it. */
function saysWhatOfAll({ bare }: Range, word: string): boolean {
  return bare?.unit === "%" && bare.number === "100" && /^[^不未无]{2,4}$/u.test(word);
}

export const percentOf = (value: unknown): Quantity | null => {
  const q = as<Quantity>(value);
  if (q.unit === "倍") return { number: new Exact(q.number).times(100).toString(), unit: "%" };
  return q.unit === "%" || q.unit.startsWith("/") ? q : null;
};

export const whole: Quantity = { number: "100", unit: "%" };

export function distance(measure: Measure, at: Quantity, tail: unknown): Condition {
  const end =
    tail === null ? null : as<{ side: string; inclusive: boolean; soft: boolean; said: boolean | null }>(tail);
  if (end === null) return { kind: "bare", measure, name: "", at, explicit: false };
  const made: Bound = {
    at,
    inclusive: end.said ?? end.inclusive,
    explicit: end.said !== null,
    soft: end.soft && end.said === null,
  };
  return {
    kind: "range",
    measure,
    name: "",
    low: end.side === "low" ? made : null,
    high: end.side === "high" ? made : null,
  };
}

const unitNameOf = (r: Range): string => (r.low ?? r.high)?.at.unit ?? r.bare?.unit ?? "";

export const unitOfRange = (r: Range): string => unitOf(unitNameOf(r)).dimension;
