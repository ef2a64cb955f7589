/** Whether the target was met, in words of all of it, of time and of agreement. */

import type { Production } from "../../language";
import { any, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { SUBJECT, target } from "./targets";

const money = (leaf: unknown): boolean => entryOf(leaf, "money") === true;

export const TARGET_VERDICT_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "运行费较预算数有节约",
    [SUBJECT, symbol("against"), token("under-target", (_v, t) => /节约|节支|结余/u.test(t.word))],
    (_v, words) => target("at-most", true, words),
  ),
  rule("condition", "超额完成", [SUBJECT, token("way", (_v, t) => t.word === "超额完成")], (_v, words) =>
    target("above", false, words),
  ),
  rule(
    "condition",
    "未全部完成",
    [
      SUBJECT,
      token("negation"),
      token("wholly", (_v, t) => /^(?:全部|完全|全面)$/u.test(t.word)),
      token("done", (_v, t) => /^(?:完成|实现|落实)$/u.test(t.word)),
    ],
    (_v, words) => target("missed", false, words),
    1,
  ),
  rule(
    "condition",
    "超额或按时完成",
    [
      SUBJECT,
      any(
        token("way", (_v, t) => t.word === "超额"),
        token("wholly"),
        token("on-time"),
      ),
      any(token("or"), token("join")),
      any(
        token("on-time"),
        token("wholly"),
        token("way", (_v, t) => /^超额(?:完成)?$/u.test(t.word)),
      ),
      optional(token("done")),
    ],
    (_v, words) => (/超额/u.test(words) && /完成$/u.test(words) ? target("met", false, words) : null),
    1,
  ),
  rule(
    "condition",
    "偏高",
    [
      token("noun", (_v, t) => t.word === "偏"),
      token("way", (_v, t) => /^[高低多少]$/u.test(t.word)),
      optional(token("target")),
    ],
    ([, way], words) => target(/^[高多]$/u.test(wordOf(way)) ? "above" : "below", false, words),
    1,
  ),
  rule(
    "condition",
    "与目标值一致",
    [
      SUBJECT,
      any(token("join"), token("via-ratio"), token("versus")),
      // "与补助标准一致": by the word that says what it is a standard of.
      optional(
        any(
          token("done"),
          token("noun", (_v, t) => t.word.length === 2),
        ),
      ),
      token("target"),
      any(
        token("quality", (_v, t) => t.word === "一致"),
        token("noun", (_v, t) => /^(?:相同|相等|吻合|相符)$/u.test(t.word)),
        token("grow", (v) => v.way === "level"),
      ),
    ],
    ([, , of, t], words) =>
      of !== null && !/(?:补[助贴]|资助|奖补|发放|支[付出]|收费|执行|救助|保障|慰问|采购|工资)标准/u.test(words)
        ? null
        : target("exact", money(t), words),
  ),
];
