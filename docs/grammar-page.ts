/** The page of the criteria grammar, made from its productions. */

import { PRODUCTIONS_BY_SUBJECT } from "../src/engine/criteria/grammar";
import type { Part } from "../src/engine/language/chart";

const TITLES: Readonly<Record<keyof typeof PRODUCTIONS_BY_SUBJECT, string>> = {
  clauses: "一句话说什么：条件和得分、逐项扣分、总分、标题、定义、清单",
  joined: "几个条件合在一起",
  conditions: "与数比较的条件",
  shares: "占目标值多少",
  changes: "与上年比",
  ranks: "名次",
  dates: "日期",
  targets: "与目标值比",
  times: "按期与逾期",
  grades: "等次",
  facts: "是与否",
  ranges: "数和界限",
  outcomes: "得多少、扣多少",
  formulas: "公式",
  steps: "每少、每超、每发生一次",
  limits: "扣到、加到哪里为止",
  names: "所评的东西叫什么",
  phrases: "原样保留的话",
  ellipses: "承前省略的话",
};

/**
 * A part as the page shows it: the class of a word, 〈a symbol〉, 〈a symbol〉… again and again, [what may be left out],
 * (one | of several).
 */
function shown(part: Part): string {
  switch (part.kind) {
    case "token":
      return part.cls;
    case "symbol":
      return `〈${part.name}〉`;
    case "many":
      return `〈${part.of}〉…`;
    case "optional":
      return `[${shown(part.of)}]`;
    case "any":
      return part.of.length > 6
        ? `(${part.of.slice(0, 5).map(shown).join(" ¦ ")} ¦ …)`
        : `(${part.of.map(shown).join(" ¦ ")})`;
  }
}

/** The page in Markdown. */
export function grammarPage(): string {
  const sections = Object.entries(PRODUCTIONS_BY_SUBJECT).map(([subject, productions]) => {
    const rows = productions.map(
      (p) => `| ${p.symbol} | ${p.example.split("|").join("\\|")} | ${p.parts.map(shown).join(" ")} |`,
    );
    return [
      `## ${TITLES[subject as keyof typeof TITLES]}`,
      "",
      "| 记号 | 例 | 由什么组成 |",
      "|---|---|---|",
      ...rows,
      "",
    ].join("\n");
  });
  return [
    "# 评分标准的语法",
    "",
    "由程序里的语法生成（`npm run docs`）；每一条都有例子，测试逐条读它。〈〉里的是另一个记号，后面有…的可以接连出现，[]里的可以没有。",
    "",
    ...sections,
  ].join("\n");
}
