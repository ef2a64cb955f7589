/** How many of several things are so: "A、B均达标得4分，其中一项达标得2分", "只达到其中一项", "2项达到95%". */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Condition } from "../tree";
import { any, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { called } from "./places";

/** That a thing is as it is to be. */
const VERB = any(
  token("met", (_v, t) => !/^[均都全]/u.test(t.word)),
  token("quality", (_v, t) => !/^[未不]/u.test(t.word)),
  token("done", (_v, t) => /^(?:完成|实现|建立|落实|覆盖)$/u.test(t.word)),
  token("comparator", (_v, t) => /^(?:达到|符合|满足)$/u.test(t.word)),
);

const ALL_SO = token("met", (_v, t) => /^(?:均|都|全部)(?:达标|符合要求|达到要求)$/u.test(t.word));

/** What they are called: "医护比、床护比". */
const WHICH = optional(any(symbol("name"), symbol("subject")));

const ONLY = optional(
  any(
    token("via", (_v, t) => /^[仅只]有?$/u.test(t.word)),
    token("event", (_v, t) => t.word === "有"),
  ),
);

const ONE_OF_THEM = token("any", (_v, t) => /^(?:其中一项|其中任一|任一项|其中任何)$/u.test(t.word));

const COUNTED = token("quantity", (v) => COUNTS.test(String(v.unit)) && v.each !== true);
/** Units of things that are looked at one by one. */
const COUNTS = /^(?:项|个|类|科|门|个季度|季度|个月)$/u;

const one = (behind: string): Condition => ({
  kind: "bare",
  measure: null,
  name: "其中",
  at: { number: "1", unit: "项" },
  explicit: false,
  behind,
});

export const SEVERAL_PRODUCTIONS: readonly Production[] = [
  rule("condition", "其中一项达标", [ONLY, ONE_OF_THEM, VERB], ([, , verb]) => one(wordOf(verb))),
  rule(
    "condition",
    "两项均未达到",
    [WHICH, COUNTED, token("negation", (_v, t) => /^[均都](?:未|不|没有?)$/u.test(t.word)), VERB],
    (_v, words): Condition => ({ kind: "target", side: "missed", money: false, text: words }),
  ),
  rule("condition", "只达到其中一项", [ONLY, VERB, ONE_OF_THEM], ([, verb]) => one(wordOf(verb))),
  rule(
    "condition",
    "三个季度达标",
    [WHICH, ONLY, COUNTED, optional(token("wholly")), any(VERB, ALL_SO)],
    ([name, , q, , verb]): Condition | null => {
      const at = { number: String(entryOf(q, "number")), unit: String(entryOf(q, "unit")) };
      // "5个达标" alone is the figure itself.
      return unitOf(at.unit).dimension === "count" && called(name) === ""
        ? null
        : {
            kind: "bare",
            measure: null,
            name: called(name),
            at,
            explicit: false,
            behind: wordOf(verb).replace(/^(?:均|都|全部)/u, ""),
          };
    },
    3,
  ),
  rule(
    "condition",
    "毕业率、授予率2项达到95%",
    [WHICH, ONLY, COUNTED, symbol("one-side")],
    ([name, , q], words): Condition | null => {
      const at = { number: String(entryOf(q, "number")), unit: String(entryOf(q, "unit")) };
      const behind = words.slice(words.indexOf(wordOf(q), called(name).length) + wordOf(q).length);
      return /%|分/u.test(behind)
        ? { kind: "bare", measure: null, name: called(name), at, explicit: false, behind }
        : null;
    },
    3,
  ),
];
