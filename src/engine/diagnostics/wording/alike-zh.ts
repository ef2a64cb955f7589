import type { Outcome } from "../../reconcile/outcome";

/**
 * How several places with the same fault are told in one finding; `{…}` stands for a parameter of the single outcomes.
 */
export interface AlikeWording {
  /** Behind "…有 3 条指标". The same words mean the same fault. */
  readonly fault: string;
  /** One place, for the list. */
  readonly item: string;
  /** What to do, or an example from the first place. */
  readonly advice: string;
}

const wordings: Readonly<Record<string, AlikeWording>> = {
  criterion: { fault: "{message}", item: "{indicator}", advice: "例：{indicator}评分标准“{criterion}”" },
  "actual-missing": { fault: "没有填实际完成值", item: "{indicator}", advice: "请补填。" },
  "actual-echo": {
    fault: "的实际完成值照抄了指标值，不是完成数",
    item: "{indicator}{actual}",
    advice: "请填实际完成的数。",
  },
  "actual-no-number": {
    fault: "的实际完成值不是数，不能判断是否完成",
    item: "{indicator}{actual}（指标值 {target}）",
    advice: "请填能与指标值相比的数。",
  },
  "actual-unit": {
    fault: "的实际完成值没有写单位",
    item: "{indicator}{actual}（指标值 {target}）",
    advice: "已按指标值的单位理解。",
  },
  "shortfall-no-reason": {
    fault: "没有完成，也没有写偏差原因",
    item: "{indicator}{actual}（指标值 {target}）",
    advice: "请补写原因和改进措施。",
  },
  "excess-no-reason": {
    fault: "超过指标值的 {limit}%，没有说明原因",
    item: "{indicator}{actual}（指标值 {target}，{ratio}）",
    advice: "请说明是否目标定低了。",
  },
  "indicator-renamed": {
    fault: "与批复的名称不同",
    item: "{indicator}（批复为{approved}）",
    advice: "同一指标改了名称的，请说明。",
  },
  "indicator-missing": { fault: "批复了，没有自评", item: "{approved}", advice: "请补上，或说明为什么不评。" },
  "indicator-added": { fault: "不在批复的目标里", item: "{indicator}", advice: "后来调整的请说明。" },
  "target-changed": {
    fault: "的指标值与批复的不同",
    item: "{indicator}{target}（批复为 {approved}）",
    advice: "调整过目标的请说明。",
  },
  "points-changed": {
    fault: "的分值与批复的不同",
    item: "{indicator}{reported} 分（批复 {computed} 分）",
    advice: "请按批复的分值填写，调整过的请说明。",
  },
};

/** Faults of criteria that differ in a detail only, by `values.code`. */
const sameFault: Readonly<Record<string, string>> = {
  "criterion-shared-bound": "的评分标准没有写明界限值含在哪一档",
  "criterion-amount-open": "的评分标准没有写明扣多少分，不同的人会给出不同的分",
  "criterion-residue": "的评分标准末尾像是粘进了别的栏目，已不计",
};

const MOST_ITEMS = 4;

/** Words of a fault that several places can share; null where the outcome stands for itself. */
export function faultAlike(outcome: Outcome): string | null {
  if (outcome.detail.code !== "stated") return null;
  const { wording, values } = outcome.detail;
  const fault = sameFault[values.code ?? ""] ?? wordings[wording]?.fault;
  return fault === undefined ? null : fill(fault, outcome);
}

/**
 * One finding for several places: "项目绩效目标表有 3 条指标没有填实际完成值". `places` is the first outcome of each; `short` names the
 * table.
 */
export function alikeTitle(places: readonly Outcome[], short: string): { title: string; lines: string[] } {
  const first = places[0]!;
  const fault = faultAlike(first) ?? "";
  const names = places.map((place) => valueOf(place, "name"));
  const same = names.every((name) => name === names[0]);
  const separator = /^的|^没有|^与|^不|^超|^批/.test(fault) ? "" : "：";
  if (places.length === 1)
    return { title: `${names[0]}${valueOf(first, "indicator")}${separator}${fault}`, lines: [adviceOf(first)] };
  const wording = wordings[wordingOf(first)]!;
  const items = places
    .slice(0, MOST_ITEMS)
    .map(
      (place, index) =>
        `${same || names[index] === short ? "" : names[index]!.slice(short.length)}${fill(wording.item, place)}`,
    );
  const subject = same ? (names[0] ?? short) : short;
  return {
    title: `${subject}有 ${places.length} 条指标${separator}${fault}`,
    lines: [`${items.join("、")}${places.length > MOST_ITEMS ? "等" : ""}`, adviceOf(first)],
  };
}

function adviceOf(outcome: Outcome): string {
  return fill(wordings[wordingOf(outcome)]!.advice, outcome);
}

function wordingOf({ detail }: Outcome): string {
  return detail.code === "stated" ? detail.wording : "";
}

function valueOf({ detail }: Outcome, name: string): string {
  return detail.code === "stated" ? (detail.values[name] ?? "") : "";
}

function fill(text: string, outcome: Outcome): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "reported" || name === "computed" ? (outcome[name] ?? "") : valueOf(outcome, name),
  );
}
