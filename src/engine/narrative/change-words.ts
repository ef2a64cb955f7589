import type { Direction } from "./claim";

const up =
  "增支|增收|超支|^多|[比年度期数算款入出余转费金]多|增加|增长|上升|升高|提高|增多|上涨|递增|上浮|调增|增幅|升幅|净增|(?:^|[^新])增";
const down =
  "减支|减收|节支|^少|[比年度期数算款入出余转费金]少|减少|下降|降低|下浮|下滑|递减|减幅|降幅|压减|压缩|缩减|削减|调减|核减|节约|回落|减|降";
const tail =
  "(?:了|额|率|幅度|幅|比例|比率|百分比|百分点|支出|收入|预算|安排|金额|资金|经费|数|约|为|达|是|的|:|\\(.{1,4}\\))*$";
const upward = new RegExp(`(?:${up})${tail}`);
const downward = new RegExp(`(?:${down})${tail}`);
const level = /持平|无增减|不增不减|无变化|没有变化|一致|(?:未|没有)(?:发生)?变化|无变动/;

/** The words that compare with another year, or with the budget: "较上年", "与2024年预算数相比", "同比". */
export const comparisonWords = new RegExp(
  "(?:同口径)?(?:相)?(?:较|比|与|同|和)(?:于)?(?:去年|上年度?|上一年度?|(?:20\\d{2}年)(?:度)?|年初|同期)|同比(?!例)|环比|" +
    "(?:较|比)(?=(?:增|减|下降|上升))|(?:较|比)(?:于)?(?:全年|调整)?预算(?:数|安排|[减增节超少多高低]|$|[(\\d])",
);

/** Words that compare with what was planned for the same year: "比年初预算数", "较预算". */
export const withPlan =
  /(?:较|比|与|同|和|大于|高于|超过?出?|多于|小于|低于|少于)(?:于)?(?:本年|当年|全年|调整后?|年初)?(?:的)?预算/;

/**
 * Direction of "…较去年减少", read at the end of the words in front of an amount; null where they do not end in a change.
 */
export function directionBefore(words: string): Direction | null {
  if (bothWays.test(words)) return null;
  if (/(?:增加|减少|增长|下降|提高|上升|调整|降低|压减)(?:到|至)[了约为:]*$/.test(words)) return null;
  if (upward.test(words)) return "up";
  if (downward.test(words)) return "down";
  return null;
}

/** "增减率", "增减额": the sign of the figure says which way. */
const bothWays = /增减(?:变化|变动)?(?:率|额|幅度?|数|金额|比例)?[约为是:]*$/;

/** Which way a figure goes, by the words in front of it, or by its sign where these speak of both ways. */
export function directionOf(words: string, isNegative: boolean): Direction | null {
  if (!bothWays.test(words)) return directionBefore(words);
  return isNegative ? "down" : "up";
}

/** Direction that the words behind last year's figure begin with: "…1000万元增加", "…1000万元，下降", "…1000万元持平". */
export function directionAfter(words: string): Direction | null {
  const match =
    /^(?:相比较?|对比|比较)?,?(?:同比|共|净)?(增[加长支收]|增(?=\d)|上升|升高|提高|多|超支|减[少支收]|减(?=\d)|下降|降低|压减|少|节[约支])/.exec(
      words,
    );
  if (!match) return /^(?:相比较?)?,?(?:持平|相同|一致|相等)/.test(words) ? "flat" : null;
  return /增|升|提|多|超/.test(match[1]!) ? "up" : "down";
}

/** "决算数大于年初预算0.56万元": which way the settled figure differs from the planned one; null for other words. */
export function directionFromPlan(words: string): Direction | null {
  const found = /(大于|高于|超过|超出|超|多于|小于|低于|少于)(?:年初|调整后?|全年|本年)?预算(?:数|安排)?$/.exec(
    words,
  )?.[1];
  if (found === undefined) return null;
  return /^[小低少]/.test(found) ? "down" : "up";
}

/** Do these words say that nothing changed? */
export function saysLevel(words: string): boolean {
  return level.test(words);
}
