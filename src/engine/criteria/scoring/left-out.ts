/**
 * Happenings that are what the indicator's own figure is short of: "每漏检1所", "少保护一株", "每有1个图斑未整改" of so many that
 * were to be.
 */

import { unitOf } from "../../language";
import { isQuality } from "./said-facts";

/** What is not done or not right, of whatever the figure counts. */
const UNDONE =
  /^(?:未|没有?|不)能?(?:做|办|完成|达标|达到|达成|合格|建成|开展|到位|验收|安装|配备|发放|实施|落实|整改|交付)$/u;
const FEWER = /[少漏缺](?:失|少)?/u;
const NOT = /(?:未能?|没有?)(?!按|经|足额|受|发生|出现)/u;

/** Of what is counted month by month, or where it was in time, what was late is what is short. */
const TIMELY = /按[月时期季]|及时|准时|如期/u;
const isLate = (what: string): boolean =>
  /^(?:有)?(?:未能?|没有?|不)(?:按[月时期季]|及时|准时|如期)(?:足额)?(?:发放|拨付|支付|完成|报送|公开|到位|缴纳)?$/u.test(
    what,
  );

/** Whether what happens is that something of what the indicator of that name counts was left out. */
export function saysLeftOut(what: string, indicator: string): boolean {
  if (UNDONE.test(what.replace(/^(?:有|存在|发现)/u, ""))) return true;
  if (isQuality(what)) return isLate(what) && TIMELY.test(indicator);
  // Before and behind: what, and what was not done with it.
  const [fewer, denied] = [what.split(FEWER), what.split(NOT)];
  const parts = fewer.length === 2 ? fewer : denied.length === 2 && denied[1] !== "" ? denied : [];
  return parts.length > 0 && parts.every((part) => isOf(part, indicator));
}

/** Whether the indicator is about those words: half of their letters stand in its name. */
function isOf(words: string, indicator: string): boolean {
  const letters = [...words.replace(/的/gu, "")];
  return letters.filter((letter) => indicator.includes(letter)).length * 2 >= letters.length;
}

/** Whether a step counts in the column's unit: 个点位 are 个, 户次 are no 户; a rate is counted in points. */
export function sameCounted(step: string, column: string): boolean {
  if (unitOf(step).dimension === "months" && unitOf(column).dimension === "months") return true;
  const more = column !== "" && step.startsWith(column) ? step.slice(column.length) : null;
  return (more !== null && more !== "次") || (unitOf(step).dimension === "rate" && unitOf(column).dimension === "rate");
}

const DENIED = /未能?|没有?/u;
/** How something is to be done; says nothing of what. */
const HOW = /按(?:时|期|要求|规定|计划|标准)|[及准]时|如期|足额|完成|达到|到位|的/gu;

/** "顾问未到村服务" beside the villages that have one: what was not done is not what the indicator counts. */
export function isLeftOutElsewhere(what: string, indicator: string): boolean {
  if (indicator === "" || UNDONE.test(what)) return false;
  const [, undone = ""] = what.split(DENIED);
  const words = undone.replace(HOW, "");
  return words.length >= 2 && !isQuality(words) && !isOf(words, indicator);
}
