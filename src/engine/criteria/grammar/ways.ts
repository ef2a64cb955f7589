/** Which way a step or a condition goes, where the word for it stands elsewhere in the sentence. */

import type { Condition, Quantity, Statement, Subject } from "../tree";
import { unitOf } from "../units";
import type { RangePart } from "./condition";
import type { StepPart } from "./step";

/** "偏离目标值每1%扣1分": the way may stand before 每. */
export function wayBefore(words: string): StepPart["direction"] | null {
  if (/(?:偏离|偏差|误差)(?:目标|指标)?值?(?:的|,)?$|超出(?:该|此|上述|规定)?(?:范围|区间)(?:的|,)?$/u.test(words))
    return "away";
  if (/(?:超出|超过|超支|超|高于)(?:预算|目标|指标|计划)?(?:值|数|额)?(?:的|,|部分)?$/u.test(words)) return "over";
  if (/(?:低于|少于|不足|下降|降低|减少)(?:目标|指标|计划)?(?:值|数)?(?:的|,|部分)?$/u.test(words)) return "short";
  return /(?:延迟|逾期|推迟|超期|延期|超时限?)(?:的|,)?$/u.test(words) ? "late" : null;
}

/** A condition before a step is what earns full marks ("满意度≥95%，每低1%扣…") unless it names the region short of it. */
export function requires(region: Condition, part: StepPart): boolean {
  if (region.kind === "bare") return true;
  if (region.kind !== "range" || (region.low !== null && region.high !== null)) return false;
  if (part.direction === "over" || part.direction === "late") return region.high !== null;
  return region.low !== null;
}

export function inverse(part: RangePart): { low: RangePart["low"]; high: RangePart["high"] } {
  return {
    low: part.high === null ? null : { ...part.high, inclusive: !part.high.inclusive, soft: false },
    high: part.low === null ? null : { ...part.low, inclusive: !part.low.inclusive, soft: false },
  };
}

/** "实际值/目标值≥0.8": a share of the target without its sign is a percentage. */
export function inPercent(part: RangePart): RangePart {
  const percent = (at: Quantity): Quantity =>
    at.unit !== "" || Number(at.number) > 1.5
      ? at
      : { number: String(Math.round(Number(at.number) * 1e6) / 1e4), unit: "%" };
  const end = (bound: RangePart["low"]): RangePart["low"] =>
    bound === null ? null : { ...bound, at: percent(bound.at) };
  return { ...part, low: end(part.low), high: end(part.high), bare: part.bare === null ? null : percent(part.bare) };
}

/** Two different ranges of one quantity in front of one consequence: the consequence of the first was not read. */
export function clashing(conditions: readonly Condition[]): boolean {
  const ranges = conditions.filter((c) => c.kind === "range" || c.kind === "bare");
  return ranges.some((one, i) =>
    ranges.slice(i + 1).some((other) => one.subject === other.subject && JSON.stringify(one) !== JSON.stringify(other)),
  );
}

const SAME_WAY: Readonly<Partial<Record<StepPart["direction"], RegExp>>> = {
  short: /^(?:累计|共|总计|合计)?(?:减少|降低|下降|少|低|缺|差)(?:了|于)?$/u,
  over: /^(?:累计|共|总计|合计)?(?:增加|提高|上升|高|多|超)(?:了|出|过)?$/u,
};

/**
 * "每减少5万亩扣5%，减少50万亩以上不得分": a bound in the words of the step before it goes on counting what is short or over; so does
 * "每超1%扣0.5分，超过20%不得分" where nothing else speaks of percentages. Null where the bound is about the figure itself.
 */
export function beyondSteps(statements: readonly Statement[], part: RangePart, clause: string): Subject | null {
  const last = statements.at(-1);
  if (last?.kind !== "step" || part.low === null) return null;
  const unit = part.low.at.unit;
  const same = unit !== "" && unitOf(unit).dimension === unitOf(last.step.unit).dimension;
  if (
    part.prefix === "" &&
    part.suffixed &&
    part.high === null &&
    same &&
    SAME_WAY[last.direction]?.test(clause) === true
  )
    return last.direction === "short" ? "shortfall" : "overrun";
  if (last.direction !== "over" || !/^(?:超过|超出)$/u.test(part.prefix) || clause !== "") return null;
  const small = unit !== "%" || (last.step.unit === "%" && Number(part.low.at.number) <= 50);
  return same &&
    small &&
    !statements.some(
      (s) =>
        s.kind === "arm" &&
        s.when.kind === "range" &&
        unitOf((s.when.low ?? s.when.high)?.at.unit ?? "").dimension === unitOf(unit).dimension,
    )
    ? "overrun"
    : null;
}

/** Whether the second range is all that the first leaves out. */
export function complement(first: Condition, second: Condition): boolean {
  if (first.kind !== "range" || second.kind !== "range" || first.subject !== second.subject) return false;
  const [a, b] = [first.low ?? first.high, second.low ?? second.high];
  const oneSided =
    (first.low === null) !== (first.high === null) &&
    (second.low === null) !== (second.high === null) &&
    (first.low === null) === (second.high === null);
  return (
    oneSided &&
    a !== null &&
    b !== null &&
    a.at.number === b.at.number &&
    a.at.unit === b.at.unit &&
    a.inclusive !== b.inclusive
  );
}
