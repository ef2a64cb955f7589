import type { Change, Claim, StatedNumber } from "./claim";
import { nameOf, type Missing } from "./resolve";
import type { NarrativeText } from "./text";

/** Words in front of a number that are quoted at most. */
const longest = 24;
const separator = /[,;:。、()]/;

/** Why a figure of the text has nothing to be held against; `missing` is null where the table cannot be read. */
export function claimReason(claim: Claim, missing: Missing | null): string {
  return reasonFor(claim, missing, nameOf(claim) || wordsBefore(claim));
}

function reasonFor(claim: Claim, missing: Missing | null, name: string): string {
  if (missing === null) return `表中“${name}”的金额读不出来`;
  return "name" in missing || "projects" in missing
    ? reasonNamed(claim, missing)
    : plainReasons[missing.why](claim, name);
}

/** Reasons that say no more than why. */
const plainReasons: Readonly<
  Record<Exclude<Missing, { name: string } | { projects: number }>["why"], (claim: Claim, name: string) => string>
> = {
  "no-tables": (_, name) => `工作簿里没有与这份说明同一单位、同一年度的表，“${name}”没有可比的数`,
  reason: (_, name) => `“${name}”是写在原因里的数，表中没有单列`,
  concerned: (claim) => `“${wordsBefore(claim)}”是所涉及的金额，没有写明是其中哪些，表中没有单列`,
  "part-of-unknown": (claim, name) => `“${name}”是“${nameOf(claim.head ?? claim)}”中的一部分，表中没有单列`,
  unnamed: (claim) => `“${wordsBefore(claim)}”没有写明是哪一项金额，不能对应到表`,
};

function reasonNamed(claim: Claim, missing: Extract<Missing, { name: string } | { projects: number }>): string {
  switch (missing.why) {
    case "other-body":
      return `说的是${missing.name}的数，表中没有${missing.name}`;
    case "not-in-tables":
      return `表中没有“${missing.name || wordsBefore(claim)}”的金额`;
    case "several":
      return `表中叫“${missing.name}”的科目不止一处，不能确定是哪一处`;
    case "no-subject":
      return `表中没有“${missing.name}”这个科目`;
    case "other-words":
      return `前面还写了“${missing.name}”，不能确定这个数是哪一项的`;
    case "other-year":
      return `是${missing.year}年的数，表中没有${missing.year}年的“${missing.name}”`;
    case "other-projects":
      if (missing.projects === 0) return "工作簿里没有认出项目绩效目标表，这笔资金没有可比的数";
      return `工作簿里有 ${missing.projects} 个项目的绩效目标表，与说明写的项目数不同，不能核对总额`;
    case "executed":
      return `是“${missing.name}”的执行数，预算表中没有执行数`;
  }
}

/** Why a change cannot be reckoned. */
export function changeReason(change: Change, { prior }: NarrativeText): string {
  if (change.reason) return "写在原因里的增减，表中没有单列";
  const base = change.bases[0];
  if (base === undefined) return "没有写明是哪一项的增减，不能对应到表";
  const name = nameOf(base);
  return prior === null
    ? `没有给出上年的表，说明里也没有“${name}”的上年数，增减无从核对`
    : `上年的表中没有“${name}”，增减无从核对`;
}

/** Why a count has nothing to be held against. */
export function countReason(claim: Claim): string {
  return `“${wordsBefore(claim)}”是数量，表中没有这项数量`;
}

/** Why a number that is no figure of the budget is not compared. */
export function plainReason(number: StatedNumber, isShare = false): string {
  const words = wordsBefore(number);
  const { quantity } = number;
  if (quantity.describes === "limit") return `“${words}”是标准或限额，不是本预算的金额`;
  if (isShare) return `“${words}”没有找到所占的整体`;
  if (quantity.dimension === "percent") return `“${words}”是比率，表中没有可以算出它的两个数`;
  if (quantity.dimension === "money") return `“${words}”没有对应的表中项目`;
  return `“${words}”是数量，表中没有这项数量`;
}

/**
 * The words around a number that say what it is: back to the separator before it, and the number itself. Where more
 * words stand there than are quoted, they begin behind a word that joins ("主要是…"), never inside one.
 */
function wordsBefore({ passage: { text }, quantity }: StatedNumber): string {
  let start = quantity.start;
  while (start > 0 && !separator.test(text[start - 1]!)) start--;
  const words = text.slice(start, quantity.end);
  if (quantity.start - start <= longest) return words;
  const tail = words.slice(words.length - longest - (quantity.end - quantity.start));
  return `…${tail.replace(/^[^的是为在由和及与]{0,8}[的是为在由和及与](?=.{4})/, "")}`;
}
