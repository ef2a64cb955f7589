/**
 * What is said of the reckoning behind the rule: to how many places a score is rounded, that marks of another whole
 * are scaled, that what is negative counts as nothing.
 */

import type { Production } from "../../language";
import type { Clause } from "../tree";
import { any, many, optional, rule, token } from "./build";

/** No note of this kind is longer. */
const LONGEST = 26;

const RECKONING_WORD = any(
  token("noun"),
  token("reckon"),
  token("earn"),
  token("give"),
  token("by"),
  token("whole"),
  token("proportion"),
  token("quantity"),
  token("marks"),
  token("sign", (v) => v.sign === "×" || v.sign === "/"),
  token("measure"),
  token("saved"),
  token("comparator"),
  token("way"),
  token("under-target"),
  token("over-target"),
  token("down-to"),
  token("heading"),
  token("target"),
  token("actual"),
  token("done"),
  token("scope"),
  token("take-as"),
  token("rated"),
  token("negation", (_v, t) => t.word === "零"),
);

/** What is worked out: the result, the marks. */
const RESULT = "(?:最终|最后|计算|各项)?(?:结果|得分|分值|分数|计分|数值)?";

/** "计算结果保留两位小数", "四舍五入", "得分精确到0.1分". */
const ROUNDED = new RegExp(
  `^${RESULT}(?:均|统一)?(?:按|采用)?(?:四舍五入(?:法|原则|方式|后)?)?` +
    "(?:保留|精确|取|计算)?[到至]?(?:小数点?后)?(?:保留)?(?:[到至])?" +
    "(两位|2位|二位|一位|1位|整数|0\\.01|0\\.1|个位|取?整)?(?:小数)?分?(?:[(]?四舍五入[)]?)?$",
  "u",
);

const SAYS_ROUNDING = /四舍五入|小数|取整|整数|个位|精确[到至]0/u;

const PLACES: ReadonlyMap<string, number> = new Map([
  ...["一位", "1位", "0.1"].map((word) => [word, 1] as const),
  ...["整数", "个位", "整", "取整"].map((word) => [word, 0] as const),
]);

/** What the marks of the text belong to: the indicator's share of another whole. */
const OF_WEIGHT = "(?:(?:该|本|此)?(?:项|指标)*(?:的)?(?:权重|分值|满分)(?:分|值|分值|比例|占比|系数)?)";
const MARKS_GOT = "(?:(?:最终|最后|实际|考核|评价|测评|百分制|所得|其)*(?:得分|分数|总分|评分|成绩|分)?)";

/** "按权重折算", "折算为本项分值", "百分制得分×权重". */
const SCALED = new RegExp(
  [
    `^再?${MARKS_GOT}(?:再)?(?:按照?|依)${OF_WEIGHT}(?:比例)?(?:进行)?(?:折算|换算|折合|计算|折算计入)[为成]?(?:最终|实际)?(?:得分|分值|分数|计分)?$`,
    `^再?${MARKS_GOT}(?:再)?(?:折算|换算|折合|按比例折算)[为成至到]?${OF_WEIGHT}(?:得分|计分)?$`,
    `^再?${MARKS_GOT}(?:再)?(?:×|乘以?)${OF_WEIGHT}(?:/100)?(?:计算|折算)?(?:得分|计分)?$`,
  ].join("|"),
  "u",
);

const BELOW_NOTHING = "(?:为|是|出现|计算为|小于|低于|<)?(?:负(?:数|值|分)?|0|零)";

/** "超支率为负数时取0", "负值按0计", "小于0时取0". */
const FLOORED = new RegExp(
  `^([^,]{0,10}?)(?:${BELOW_NOTHING})(?:的|时|则|均|情况下)*,?(?:按|取|计|以|视为|记为?|算|则为|均按)(?:0|零)分?(?:计算|计分|处理|计|算)?$`,
  "u",
);

/** What nobody overspent is nothing of it: "未超支时超支率取0". */
const NOT_OVER = /^(?:未超支|不超支|节约|结余)(?:的|时)*,?(?:超支|超出)率?(?:取|按|计|为)(?:0|零)(?:计算|计)?$/u;

/** The final figure is what the cell gives; who finds it otherwise is not said. */
const FINAL_FIGURE = /^以(?:最终|实际|年终|年末)(?:核定|完成|发生|统计|结算|决算)(?:数据?|数量|值|结果|金额|量)为准$/u;

/** What a formula works with that may fall below nothing. */
const MAY_BE_NEGATIVE: ReadonlyMap<string, "saving" | "change" | "deviation"> = new Map([
  ["节约率", "saving"],
  ["节支率", "saving"],
  ["成本节约率", "saving"],
  ["资金节约率", "saving"],
  ["增长率", "change"],
  ["增幅", "change"],
]);

const OVERRUN = /^(?:成本|预算|资金)?超[支出过](?:率|比例|额|金额|部分)?$/u;

export const RECKONING_PRODUCTIONS: readonly Production[] = [
  rule("reckoning-word", "四舍五入", [RECKONING_WORD], () => true),
  rule("clause", "按权重折算", [many("reckoning-word", LONGEST)], (_v, words) => noteOf(words), 1),
  rule(
    "clause",
    "（按权重折算）",
    [token("open"), many("reckoning-word", LONGEST), optional(token("close"))],
    (_v, words) => {
      const inner = noteOf(words.replace(/^\(|\)$/gu, ""));
      return inner?.kind === "limit" ? null : inner;
    },
    3,
  ),
];

/** What words say of the reckoning; null where they say anything else. */
function noteOf(words: string): Clause | null {
  if (SCALED.test(words)) return { kind: "scaled", text: words };
  if (NOT_OVER.test(words) || FINAL_FIGURE.test(words)) return { kind: "heading", text: words };
  return roundingOf(words) ?? floorOf(words);
}

function roundingOf(words: string): Clause | null {
  const found = SAYS_ROUNDING.test(words) ? ROUNDED.exec(words) : null;
  if (found === null) return null;
  const decimals = PLACES.get(found[1] ?? "");
  return { kind: "heading", text: words, ...(decimals === undefined ? {} : { decimals }) };
}

function floorOf(words: string): Clause | null {
  const found = FLOORED.exec(words);
  if (found === null) return null;
  const name = (found[1] ?? "").replace(/[若如当为是]$|^[若如当]/gu, "");
  if (OVERRUN.test(name)) return { kind: "heading", text: words };
  const variable = MAY_BE_NEGATIVE.get(name);
  if (variable !== undefined) return { kind: "floored", variable };
  return new RegExp(`^${RESULT}$`, "u").test(name) ? { kind: "limit", limit: { kind: "least", points: "0" } } : null;
}
