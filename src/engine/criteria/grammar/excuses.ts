/** What takes back a deduction: "因不可抗力导致逾期并经批准的不扣分". Whether it was so the figure never tells. */

import type { Production } from "../../language";
import { any, many, rule, symbol, token } from "./build";
import { arm } from "./arms";

/** No excuse is longer. */
const LONGEST = 40;

const EXCUSE_WORD = any(
  symbol("point-word"),
  token("late"),
  token("if"),
  token("via"),
  token("and"),
  token("or"),
  token("discretion"),
);

export const EXCUSE_PRODUCTIONS: readonly Production[] = [
  rule("excuse-word", "暴雨", [EXCUSE_WORD], () => true),
  rule(
    "clause",
    "因不可抗力导致逾期并经批准的不扣分",
    [many("excuse-word", LONGEST), token("full", (_v, t) => t.word.startsWith("不"))],
    ([, full], words) => {
      const taken = (full as { token: { word: string } }).token.word;
      const text = words.slice(0, words.length - taken.length).replace(/的$/u, "");
      return /^(?:如|若|凡|对于?)?(?:因|由于|确因|受|遇)|经.*(?:批准|同意|认[定可])$/u.test(text)
        ? arm(
            { kind: "fact", text, core: text, denied: false, sort: "other", grave: false, partly: false },
            { kind: "full", named: null, spared: true },
            words,
          )
        : null;
    },
    7,
  ),
];
