/** How something was reached: put right first, early or in time, before a term whose day stands in brackets. */

import type { Production } from "../../language";
import type { Condition } from "../tree";
import { any, as, optional, rule, symbol, token, wordOf } from "./build";
import { DONE_BEHIND, dated } from "./dates";
import { N } from "./measured";
import { target } from "./targets";

/** Put right first: "经整改后通过验收" is less than to pass at once, and more than not to. */
const PUT_RIGHT = /^经过?(?:限期)?(?:整改|返工|修改|补正|完善|复[检验核]|督促|催[办促])/u;

/** By what something is done: papers, and what they lay down. */
const PAPERS = /(?:文件|政策|方案|合同|协议|规划|程序|流程|制度|办法|规程|图纸|设计)$/u;

export const MANNER_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "补助标准按文件执行",
    [
      N,
      optional(token("target")),
      optional(token("negation")),
      token("by"),
      token("noun", (_v, t) => PAPERS.test(t.word)),
      optional(token("target", (_v, t) => /^(?:要求|规定)$/u.test(t.word))),
      optional(any(token("quality"), token("on-time"))),
      any(
        token("done"),
        token("noun", (_v, t) => /^(?:兑付|发放|拨付|支付|办理|公开|报送)$/u.test(t.word)),
      ),
    ],
    ([, , no, , paper, , how, done], words): Condition => ({
      kind: "fact",
      text: words,
      core: how === null ? `按${wordOf(paper)}${wordOf(done)}` : `${wordOf(how)}${wordOf(done)}`,
      denied: no !== null,
      sort: "done",
      grave: false,
      partly: false,
    }),
    2,
  ),
  rule(
    "condition",
    "按合同节点交付",
    [
      N,
      token("by"),
      token("noun", (_v, t) => PAPERS.test(t.word)),
      optional(token("target", (_v, t) => /^(?:约定|要求|规定)$/u.test(t.word))),
      token("noun", (_v, t) => /^(?:节点|工期|时间|期限|进度|时限|时间节点)$/u.test(t.word)),
      token("done"),
    ],
    (_v, words): Condition => ({ kind: "in-time", holds: true, text: words }),
    1,
  ),
  rule(
    "condition",
    "经整改达标",
    [token("via", (_v, t) => /^经过?$/u.test(t.word)), symbol("phrase")],
    (_v, words): Condition | null =>
      PUT_RIGHT.test(words)
        ? { kind: "fact", text: words, core: words, denied: false, sort: "other", grave: false, partly: false }
        : null,
  ),
  rule(
    "condition",
    "提前或按时通车",
    [token("early"), token("or"), symbol("condition")],
    ([, , c], words): Condition | null => {
      const inTime = as<Condition>(c);
      return inTime.kind === "in-time" && inTime.holds ? { ...inTime, text: words } : null;
    },
  ),
  rule(
    "condition",
    "开学前（8月31日前）完成",
    [
      token("noun", (_v, t) => /前$/u.test(t.word)),
      token("open"),
      token("date"),
      token("before"),
      token("close"),
      DONE_BEHIND,
    ],
    ([, , d], words): Condition => ({ kind: "date", date: dated(d, words), side: "by", text: words }),
  ),
  rule(
    "condition",
    "目标值内",
    [N, token("target"), token("suffix", (v, t) => v.side === "high" && t.word.endsWith("内"))],
    (_v, words) => target("at-most", false, words),
    2,
  ),
];
