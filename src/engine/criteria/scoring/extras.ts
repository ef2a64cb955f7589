/**
 * What a criterion says on top of its measured rule: a veto ("发生重大事故的不得分"), a further deduction ("资料不全的扣1分"). The
 * figures do not tell whether it applies, so it is asked; it is never passed over in silence.
 */

import type { Arm, Step } from "../tree";
import { Exact } from "../values";
import { isAward } from "./direction";
import { marksOf, shareOf, within } from "./marks";
import { states, verdictText } from "./verdict";
import type { Answer, Run } from "./run";
import { ask, choice } from "./run";

/** The plain opposite of having met the target: what the measured rule itself already says. */
const MISSED =
  /^(?:指标|目标|任务|全部|均|项目|年度|实际|的|仍|但){0,6}(?:未|没有?|不)(?:能|有)?(?:按[^,]{0,6})?(?:全部)?(?:完成|达到|达标|达成|实现|符合|满足|开展|举办|实施|组织|获)[^,且]{0,8}$|^(?:超支|超预算|超出预算|超标)$|^(?:负增长|没有|无|为零|零|(?:未|不|没有)?(?:能)?(?:有所)?(?:提升|提高|增长|增加|下降|降低|减少|上升))$/u;
const SHORT_OF_TARGET = /未(?:能)?(?:按[^,]{0,6})?(?:完成|达到|达标|达成|实现)/u;

const TAKES: readonly string[] = ["nothing", "minus", "minus-share", "discretion", "either"];

/**
 * The arms that stand beside the rule itself. Events are told by the caller; these are the verdicts among the
 * deductions.
 */
export function extrasIn(arms: readonly Arm[], steps: readonly Step[]): readonly Arm[] {
  const takes = (arm: Arm): boolean => arm.when.kind === "verdict" && TAKES.includes(arm.then.kind);
  const bad = arms.filter(takes);
  const measured =
    arms.some((arm) => ["range", "bare", "date", "target", "all"].includes(arm.when.kind)) ||
    steps.length > 0 ||
    arms.some((arm) => arm.when.kind === "grade" || arm.when.kind === "otherwise" || arm.then.kind === "proportion");
  // "及时率100%得满分，未及时响应不得分": two arms that say one thing and its opposite.
  if (
    arms.length === 2 &&
    steps.length === 0 &&
    bad.length === 1 &&
    /^[^,]{0,6}(?:未|不|没|无|超)[^,]{0,4}(?:及时|按时|按期|如期|准时|达标|合格|到位|完成|足额|准确|覆盖|支|预算)/u.test(
      verdictText(bad[0]!.when),
    ) &&
    arms.some((arm) => arm.when.kind === "range" || arm.when.kind === "bare")
  )
    return [];
  const good = arms.filter((arm) => arm.when.kind === "verdict" && isAward(arm.then));
  return bad.filter((arm) => {
    const text = verdictText(arm.when);
    if (MISSED.test(text) || good.some((other) => opposite(verdictText(other.when), text))) return false;
    return measured || bad.length > 1;
  });
}

function opposite(good: string, bad: string): boolean {
  if (/\d/u.test(bad)) return true;
  const core = (text: string): string =>
    text.replace(/未(?:能)?|不|没有?|无|非|及|全|部分|基本|存在|出现|发生|有|的/gu, "");
  const [a, b] = [core(good), core(bad)];
  if (a === "") return b.length <= 1;
  return b === "" || a.includes(b) || b.includes(a);
}

/** Extras and vetoes on top of a score: each that the figures do not exclude is asked about. */
export function applyExtras(run: Run, answer: Answer & { kind: "score" }, extras: readonly Arm[]): Answer {
  const { actual, target } = run.figures;
  let result: Answer = answer;
  for (const extra of extras) {
    const text = verdictText(extra.when);
    const after = afterExtra(run, extra, answer.value);
    if (answer.value.lte(after) || result.kind !== "score") continue;
    if (SHORT_OF_TARGET.test(text) && run.points !== null && answer.value.gte(run.points)) continue;
    const none =
      (extra.when.kind === "event" || /严重|重大|恶劣|较大/u.test(text)) &&
      actual.kind === "number" &&
      ((target.kind === "number" && target.value.isZero() && actual.value.isZero()) ||
        (target.kind === "number" && target.dimension === "rate" && target.value.equals(1) && actual.value.gte(1)));
    if (none) continue;
    const said =
      actual.kind === "text"
        ? extra.when.kind === "event" && /^(?:无|没有|未发生|否)/u.test(actual.text)
          ? "denies"
          : states(actual.text, text)
        : null;
    if (said === "denies") continue;
    if (said === "affirms") {
      result = { kind: "score", value: after };
      continue;
    }
    result = ask({ code: "ask-grave", event: text }, [
      choice({ code: "choice-not-happened" }, answer.value),
      TAKES.indexOf(extra.then.kind) > 2
        ? choice({ code: "choice-happened" }, 0, answer.value)
        : choice({ code: "choice-happened" }, after),
    ]);
  }
  return result;
}

/** What is left of the marks when it applies; nothing at the least where a person decides how much is taken. */
function afterExtra(run: Run, extra: Arm, marks: Exact): Exact {
  if (extra.then.kind === "minus") return within(run, marks.minus(new Exact(extra.then.points).times(run.factor)));
  if (extra.then.kind === "minus-share" && run.points !== null)
    return within(run, marks.minus(run.points.times(shareOf(extra.then.share))));
  return marksOf(run, extra.then) ?? new Exact(0);
}
