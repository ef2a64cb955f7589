/** Facts that stand on top of what the rule gives marks for. */

import type { Outcome } from "../tree";
import { isAward } from "./rule";
import type { Band, RuleStatement, Test } from "./rule";

const TAKES: readonly Outcome["kind"][] = ["nothing", "minus", "minus-share", "discretion", "either"];

/**
 * Facts that take marks and are not the plain opposite of what the rule gives marks for stand on top of it: "未通过验收的不得分"
 * beside a ladder of rates.
 */
export function markExtras(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const bands = statements.filter((s): s is Band & RuleStatement => s.kind === "band");
  const measured =
    statements.some((s) => s.kind === "step") ||
    bands.some(
      (b) => measuring(b.when) || b.when.kind === "otherwise" || b.when.kind === "always" || b.when.kind === "grade",
    );
  const awarded = bands.filter((b) => isAward(b.then)).flatMap((b) => factsOf(b.when));
  const cores = new Set(awarded.map(({ core }) => core));
  const bad = bands.filter((b) => takes(b) && b.when.kind === "fact");
  const opposed = (fact: Fact): boolean =>
    awarded.some(
      (one) =>
        one !== fact && (one.core === "" ? leadOf(one.text) === leadOf(fact.text) : related(one.core, fact.core)),
    );
  const onTop = (s: Band, fact: Fact): boolean => {
    if (opposed(fact) || notDone(fact) || fact.core === "是" || PUT_RIGHT.test(fact.text)) return false;
    if (bands.every((b) => b === s || b.when.kind === "grade") && fact.denied) return false;
    // "未发生得满分" says nothing of an acceptance.
    const happening = awarded.length > 0 && awarded.every(({ core, sort }) => core === "" && sort === "event");
    if (happening && fact.sort !== "event") return true;
    return measured || (s.then.kind !== "share" && (bad.length > 1 || (cores.size > 0 && fact.sort === "event")));
  };
  return statements.map((s) => {
    if (s.kind !== "band") return s;
    const extra =
      takesMore(s, statements) ||
      addsMore(s, bands) ||
      takesApart(s, bands) ||
      lessensFormula(s, bands) ||
      overspends(s, statements) ||
      (s.when.kind === "fact" && takes(s) && onTop(s, s.when));
    return extra ? { ...s, role: "extra" } : s;
  });
}

type Fact = Extract<Test, { kind: "fact" }>;

/** "一次性达标，得满分；经整改达标，扣2分": what it took to get there is another band. */
const PUT_RIGHT = /^(?:经过?)?(?:限期)?(?:整改|返工|修改|补正)[后仍]?/u;

/** "利用率低于72%的再扣1分": besides what the rest of the rule takes. */
const takesMore = ({ when, then }: Band, all: readonly RuleStatement[]): boolean =>
  (then.kind === "minus" || then.kind === "minus-share") &&
  then.more === true &&
  when.kind !== "always" &&
  when.kind !== "otherwise" &&
  all.some((s) => (s.kind === "band" && s.when !== when) || s.kind === "step");

/** "获省级表彰的另加2分": on top of what the rest of the rule gives. */
const addsMore = ({ when, then }: Band, all: readonly Band[]): boolean =>
  then.kind === "plus" && when.kind === "fact" && !when.denied && all.some((b) => isAward(b.then));

/** Times that a condition may speak of. */
const TIMES: readonly string[] = ["late", "early", "days"];

const isGradedOrMeasured = ({ when }: Band): boolean =>
  when.kind === "grade" ||
  when.kind === "always" ||
  ((when.kind === "interval" || when.kind === "reached") && !TIMES.includes(when.measure)) ||
  (when.kind === "fact" && !/[按及如准]时|[按如逾]期|提前|延迟/u.test(when.text));

/** "优得10分，良得8分，未按时报送的扣1分": what takes some marks is no further grade, and no grade or figure tells of it. */
const takesApart = ({ when, then }: Band, bands: readonly Band[]): boolean =>
  (then.kind === "minus" || then.kind === "minus-share" || (then.kind === "share" && then.left === true)) &&
  (when.kind === "fact" ? bands.length > 2 && bands.some((b) => b.when.kind === "grade") : when.kind === "in-time") &&
  bands.length > 1 &&
  bands.every((b) => b.when === when || (isGradedOrMeasured(b) && b.then.kind !== then.kind));

/** "每少1期扣1分，经费超支的扣2分": the money beside what is counted; not where the money is what is judged. */
const overspends = ({ when, then }: Band, all: readonly RuleStatement[]): boolean =>
  then.kind === "minus" &&
  isOverspent(when) &&
  OF_MONEY.test(when.text) &&
  all.some(
    (s) => (s.kind === "step" && s.direction === "short") || (s.kind === "band" && s.when !== when && isAward(s.then)),
  ) &&
  all.every((s) => s.kind !== "band" || s.when === when || !(s.when.kind === "target" && s.when.money)) &&
  all.every((s) => s.kind !== "step" || s.direction !== "over");

const isOverspent = (when: Test): when is Extract<Test, { kind: "target" }> =>
  when.kind === "target" && when.money && when.side === "above";

const OF_MONEY = /^(?!成本).*(?:经费|费用?|资金|预算|投资|概算|支出)超/u;

/** "得分=实际/目标×分值，低于90%的减半": so much of what the formula gives. */
const lessensFormula = ({ when, then }: Band, bands: readonly Band[]): boolean =>
  then.kind === "share" &&
  then.left === true &&
  (when.kind === "interval" || when.kind === "reached") &&
  bands.every((b) => b.when === when || (b.when.kind === "always" && ["formula", "proportion"].includes(b.then.kind)));

/** "资料不全的减半计分" takes marks as well, be it by the share that is left. */
function takes({ when, then }: Band): boolean {
  if (TAKES.includes(then.kind) || (then.kind === "share" && then.left === true)) return true;
  return (
    then.kind === "share" &&
    when.kind === "fact" &&
    (when.denied || /^.{2,6}[不缺漏].{1,2}$/u.test(when.text)) &&
    !when.partly &&
    when.sort === "quality"
  );
}

/** "未开展": nothing of it was done, which a count tells. "未公示", "未验收" deny a formality of its own, which none tells. */
export function notDone(fact: Extract<Test, { kind: "fact" }>): boolean {
  return isPlainDenial(fact) && !FORMALITY.test(fact.core);
}

/** Denies a single deed, in no manner. */
export const isPlainDenial = (fact: Extract<Test, { kind: "fact" }>): boolean =>
  fact.denied && fact.sort !== "event" && fact.sort !== "quality" && fact.core.length <= 2 && !/按/u.test(fact.text);

/** What is done besides, with whatever is counted: shown, accepted, filed, looked over, put right. */
const FORMALITY =
  /^(?:公[示开告证]|验收|备[案查]|[归存建入]档|[审复核][计核批查实对]|登记|签[字收]|盖章|报[告备批]|整改|评[审估]|招标|论证|抽检|回访|交底|移交|结算|入[库账]|留痕|录入|拍照)$/u;

/** Whether two facts are one and its denial, or the whole of one and a part of it. */
export function related(one: string, other: string): boolean {
  return one === other || one === "" || other === "" || one.includes(other) || other.includes(one);
}

/** The word that says that something happens: 发生, 出现, 存在, 有. */
const leadOf = (text: string): string => /发生|出现|存在|发现|有/u.exec(text)?.[0] ?? "";

function factsOf(when: Test): readonly Extract<Test, { kind: "fact" }>[] {
  switch (when.kind) {
    case "fact":
      return [when];
    case "all":
    case "any":
      return when.of.flatMap(factsOf);
    default:
      return [];
  }
}

function measuring(when: Test): boolean {
  switch (when.kind) {
    case "interval":
    case "reached":
    case "target":
    case "date":
    case "in-time":
    case "each":
    case "indicator-way":
      return true;
    case "all":
    case "any":
      return when.of.some(measuring);
    default:
      return false;
  }
}
