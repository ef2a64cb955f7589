/**
 * A target that is a state in words ("健全", "合规", "达到预期效果"), said again by the cell: it is reached, and what would break
 * that very state did not happen. How much something rose or how good it was is a judgement that a person makes.
 */

import { isDegree } from "../words";
import type { Fact } from "./facts";
import type { Run } from "./run";
import { use } from "./run";
import { saysSame } from "./said-band";
import { cleaned, compared } from "./said-facts";

/** What each of the states rules out. */
const BROKEN_BY: readonly (readonly [state: RegExp, breach: RegExp])[] = [
  [/合规|规范|合法|依法/u, /违规|违纪|违法|不(?:合规|规范|合法)|截留|挤占|挪用|虚列支出|套取|骗取|超范围|超标准/u],
  [/稳定|和谐/u, /群体性(?:上访)?事件|不稳定|不和谐|上访|冲突|骚乱/u],
  [/健全|齐全|完整|完备|完善|齐备/u, /不(?:健全|齐全|全|完整|完备|完善)|缺[失少漏]?|遗漏/u],
  [/完好/u, /不完好|损坏|破损|毁损|损毁|破坏|丢失/u],
  [/真实|准确/u, /不(?:真实|准确|实)|虚假|造假|差错|错误/u],
  [/及时|[按准]时|[按如]期/u, /不及时|未(?:及时|[按准]时|[按如]期)|延迟|延期|逾期|延误|拖延|超期/u],
  [/足额/u, /不足额|未足额|拖欠|少发|克扣/u],
  [/符合|按.+执行/u, /不符合?|未按/u],
];

/** What only says that something happens, how often, and to what sort it belongs. */
const AROUND =
  /^(?:如|若|一旦|经查|发现|存在|出现|发生|造成|有|的|每|一|处|项|次|个|等)|(?:问题|行为|情况|现象|情形|的|等|之一|未(?:修缮|整改|修复|补充|补齐|纠正))/gu;

/** What is asked for is left out behind the verb: "达到预期" for "达到预期效果". */
const trimmed = (words: string): string => cleaned(words).replace(/(.{3,})(?:要求|规定|标准|指标|目标|效果)$/u, "$1");

/** A verb that alone says nothing of what was reached. */
const BARE = /^(?:均|全部|已)*(?:符合|满足|达到|达成|达标|完成|实现|做到|有|无|是|否)$/u;
const DENIED = /^(?:未|不|没|无|尚|零)/u;

/** The target's state, where the cell says that it is so; null for any other pair. */
export function stateReached({ figures: { target, actual } }: Pick<Run, "figures">): string | null {
  if (target.kind !== "text" || actual.kind !== "text" || /\d/u.test(actual.text)) return null;
  const [asked, said] = [trimmed(target.text), trimmed(actual.text)];
  if (said.length < 2 || BARE.test(said) || DENIED.test(said) || isDegree(said)) return null;
  // "低于控制价" given back tells nothing more; "持平" is a figure's.
  if (compared(actual.text, target.text) !== null) return null;
  // "AA级" is no "A级" said more closely.
  const inWords = /^[\p{Script=Han}、]+$/u.test(said);
  return said === asked || (inWords && saysSame(said, asked)) ? said : null;
}

/** Whether the core of a fact is so where the target's state is reached; null where it speaks of anything else. */
export function byState(run: Run, fact: Fact): boolean | null {
  const state = stateReached(run);
  const holds = state === null || fact.partly ? null : impliedBy(run, state, fact);
  if (holds === null || use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: state!, verdict: fact.text, holds: holds !== fact.denied });
  return holds;
}

function impliedBy(run: Run, state: string, fact: Fact): boolean | null {
  const core = trimmed(fact.core);
  if (core === state || saysSame(state, core)) return true;
  if (breaks(run, state, core)) return false;
  return fact.denied && breaks(run, state, fact.text) ? true : null;
}

/** Whether what happens would break the state, of the same thing: "违规问题" beside 合规, no "资料不全" of how money was used. */
function breaks(run: Run, state: string, words: string): boolean {
  const breach = BROKEN_BY.find(([of, by]) => of.test(state) && by.test(words))?.[1];
  if (breach === undefined) return false;
  const about = `${run.name}${state}`;
  const rest = [
    ...words
      .replace(new RegExp(breach.source, "gu"), "")
      .replace(AROUND, "")
      .replace(/[、或和及,]/gu, ""),
  ];
  return rest.filter((letter) => about.includes(letter)).length * 2 >= rest.length;
}

/** Whether the target's state, reached, says that what a step counts did not happen. */
export function excludesBreach(run: Run, what: string): boolean {
  const state = stateReached(run);
  return state !== null && breaks(run, state, what) && use(run, "stated-fact") === "accept";
}
