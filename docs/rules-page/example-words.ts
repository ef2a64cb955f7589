import { exampleNamed, examples } from "../../src/catalogue/example";
import type { Rule, RuleExample } from "../../src/engine/reconcile";
import { outcomeWord } from "../../src/engine/report";
import { parseA1 } from "../../src/engine/workbook";
import { cellText, plain, sheetTable } from "./markdown";
import type { ExampleRunner } from "./run-example";

/** What a document is to the workbook in question. */
const documentWords = {
  targets: "年初批复的绩效目标",
  unit: "所属单位的工作簿",
  prior: "上年的工作簿",
  text: "说明文字",
} as const;

/**
 * A rule's example: the tables that agree, the change, and the words that the check prints then. A test sees to it that
 * it prints some.
 */
export function exampleWords(rule: Rule, run: ExampleRunner): string[] {
  const { example } = rule;
  if (!example) return ["**例**：还没有。", ""];
  const { saidAfter, promised } = run(rule);
  const said = saidAfter.find(({ outcome }) => outcome === promised);
  if (!said) return [`**例**：运行后没有报出${outcomeWord(promised)}。`, ""];
  const before =
    example.of === undefined ? "下面的表符合这条规则" : `[样例“${example.of}”](#样例-${example.of})的各表符合这条规则`;
  const beside = (example.beside ?? [])
    .map(({ document, of }) => `；对照的${documentWords[document]}是[样例“${of}”](#样例-${of})`)
    .join("");
  return [
    `**例**：${before}${beside}；${changeWords(example)}，结果是${outcomeWord(promised)}：`,
    "",
    `> ${plain(said.title)}`,
    ...said.lines.flatMap((line) => [`> <br>${plain(line)}`]),
    "",
    ...(example.sheets ? example.sheets.flatMap(sheetTable) : []),
  ];
}

/** The tables that several rules take their examples from. */
export function sharedExamples(): string[] {
  return examples.flatMap(({ id, name, sheets }) => [
    `### 样例 ${id}`,
    "",
    `${plain(name)}。`,
    "",
    ...sheets.flatMap(sheetTable),
  ]);
}

function changeWords(example: RuleExample): string {
  const sheets = exampleNamed(example);
  const changes = example.changes.map(({ sheet, address, value }, index) => {
    const place = parseA1(address);
    const before = place ? (sheets.find(({ name }) => name === sheet)?.rows[place.row]?.[place.column] ?? null) : null;
    const told = index > 0 && example.changes[index - 1]!.sheet === sheet ? address : `《${plain(sheet)}》${address}`;
    return `${told} 由${quoted(before)}改为${quoted(value).trimEnd()}`;
  });
  return `把${changes.join("，")}`;
}

function quoted(value: string | number | null): string {
  if (value === null || value === "") return "空白";
  return typeof value === "number" ? ` ${value} ` : `文字“${cellText(value)}”`;
}
