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
  token("but", (_v, t) => t.word === "而"),
  token("discretion"),
);

/** What has arisen from some cause, and is named: whether any of it is in the figure, the figure does not tell. */
const ARISEN =
  /^(?:因|由于)[^\d]{2,}(?:产生|发生|造成|导致|形成)的?(?:调[整剂]|追加|追减|变更|结余|结转|延期|缺口)除外$/u;

const spares = (text: string, words: string): ReturnType<typeof arm> =>
  arm(
    { kind: "fact", text, core: text, denied: false, sort: "other", grave: false, partly: false },
    { kind: "full", named: null, spared: true },
    words,
  );

export const EXCUSE_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "因落实政策而产生的调整除外",
    [many("excuse-word", LONGEST), token("except", (_v, t) => t.word === "除外")],
    (_v, words) => (ARISEN.test(words) ? spares(words.replace(/的?除外$/u, ""), words) : null),
    7,
  ),
  rule("excuse-word", "暴雨", [EXCUSE_WORD], () => true),
  rule(
    "clause",
    "因不可抗力导致逾期并经批准的不扣分",
    [many("excuse-word", LONGEST), token("full", (_v, t) => t.word.startsWith("不"))],
    ([, full], words) => {
      const taken = (full as { token: { word: string } }).token.word;
      const text = words.slice(0, words.length - taken.length).replace(/的$/u, "");
      return /^(?:如|若|凡|对于?)?(?:因|由于|确因|受|遇)|经.*(?:批准|同意|认[定可])$/u.test(text)
        ? spares(text, words)
        : null;
    },
    7,
  ),
];
