/** One figure as so many times another: "实际用时与合同工期之比". */

import type { Production } from "../../language";
import { any, rule, symbol, token } from "./build";
import type { Name } from "./names";

const TO = any(
  token("join", (_v, t) => /^[与和同]$/u.test(t.word)),
  token("via-ratio", (_v, t) => t.word === "与"),
);
const RATIO = any(
  token("noun", (_v, t) => /^之?比$/u.test(t.word)),
  token("proportion", (_v, t) => /^(?:比例|比值|比率|比重)$/u.test(t.word)),
);

const ratio = (text: string, measure: "ratio" | "rate"): Name => ({ text, measure, verb: false, judging: false });

export const RATIO_PRODUCTIONS: readonly Production[] = [
  rule("name", "实际用时与合同工期之比", [token("actual"), TO, token("target"), RATIO], (_v, words) =>
    ratio(words, "ratio"),
  ),
  // Of two other things target and actual do not tell how they stand to one another.
  rule(
    "name",
    "服务人数与管理人员之比",
    [symbol("name-piece"), TO, symbol("name")],
    (_v, words) => (/[^占]之比$/u.test(words) ? ratio(words, "rate") : null),
    3,
  ),
  // The share of those who gave either answer.
  rule(
    "name",
    "非常满意和满意占比",
    [token("grade"), any(token("join"), token("and")), token("measure", (_v, t) => /满意/u.test(t.word))],
    (_v, words) => ({ text: words, measure: "rate", verb: false, judging: false }) satisfies Name,
  ),
];
