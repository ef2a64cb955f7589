import type { Catalogue } from "../../src/engine/check-workbook";
import type { Rule } from "../../src/engine/reconcile";
import { severityWord } from "../../src/engine/report";
import { blankWords } from "./blank-words";
import { exampleWords, sharedExamples } from "./example-words";
import { plain } from "./markdown";
import { PreconditionWords } from "./precondition-words";
import { exampleRunner, type ExampleRunner } from "./run-example";

/** Kinds of tables in the order in which a document prints them; kinds that are not named follow. */
const kindOrder = [
  "budget-summary",
  "income-summary",
  "expenditure-summary",
  "fiscal-appropriation-summary",
  "general-public-expenditure",
  "basic-expenditure",
  "three-public",
  "government-fund-expenditure",
  "state-capital-expenditure",
  "project-performance-target",
  "overall-performance-target",
  "project-self-evaluation",
  "overall-self-evaluation",
  "evaluation-base-data",
  "narrative",
];

/** A rule for more kinds than this is a rule for every table. */
const mostKinds = 5;
const everyTable = "各表通用";

/** All rules as a page in Chinese, made from the catalogue alone. Every rule is a heading that is its id. */
export function rulesPage(catalogue: Catalogue, run: ExampleRunner = exampleRunner(catalogue)): string {
  const names = new Map(
    catalogue.templates.filter(({ stage }) => stage !== "final").map(({ kind, short }) => [kind, short]),
  );
  const tableName = (kind: string) => names.get(kind) ?? kind;
  const groups = groupByTable(catalogue.rules, tableName);
  const lines = [
    "# 核对规则",
    "",
    "<!-- 由 npm run docs 从 src/catalogue 生成，不要手改。 -->",
    "",
    `共 ${catalogue.rules.length} 条，按表排列；跨表的规则列在它的第一张表下。标题是规则的编号，也是规则文件的名字（\`src/catalogue/rules/编号.json\`）。`,
    "",
    "每次核对有四种结果：**一致**；**尾差**，差额不超过四舍五入所能解释的范围；**不符**；**未能核对**，缺表、缺数或写的不是数。",
    "每条规则有轻重：**必改**、**需说明**、**提示**。例子都由程序实际运行，引号里的话就是程序打印的话。",
    "",
    ...groups.map(({ name, rules }) => `- [${name}](#${name.replace(/[“”]/g, "")})（${rules.length} 条）`),
    "- [样例](#样例)",
    "",
    ...groups.flatMap(({ name, rules }) => [
      `## ${name}`,
      "",
      ...rules.flatMap((rule) => ruleSection(rule, run, tableName)),
    ]),
    "## 样例",
    "",
    "许多规则的例子用的是同一套表，印在这里。它们互相一致。",
    "",
    ...sharedExamples(),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function groupByTable(rules: readonly Rule[], tableName: (kind: string) => string): { name: string; rules: Rule[] }[] {
  const groups = new Map<string, Rule[]>();
  const place = (kind: string) => (kindOrder.includes(kind) ? kindOrder.indexOf(kind) : kindOrder.length);
  const general = rules.filter((rule) => rule.tables.length > mostKinds);
  const particular = rules
    .filter((rule) => rule.tables.length <= mostKinds)
    .sort((a, b) => place(a.tables[0]!) - place(b.tables[0]!) || a.tables.length - b.tables.length);
  for (const rule of particular) groups.set(rule.tables[0]!, [...(groups.get(rule.tables[0]!) ?? []), rule]);
  return [
    ...[...groups].map(([kind, own]) => ({ name: tableName(kind), rules: own })),
    ...(general.length === 0 ? [] : [{ name: everyTable, rules: general }]),
  ];
}

function ruleSection(rule: Rule, run: ExampleRunner, tableName: (kind: string) => string): string[] {
  const preconditions = new PreconditionWords(tableName).of(rule);
  const blanks = blankWords(rule);
  const tables = rule.tables.length > mostKinds ? "每张表" : rule.tables.map(tableName).join("、");
  return [
    `### ${rule.id}`,
    "",
    `**${plain(rule.title)}**（${severityWord(rule.severity)}）`,
    "",
    plain(rule.explanation),
    "",
    `- 用到的表：${tables}${rule.together ? `（${rule.together.map(tableName).join("、")}有多张的，合起来算）` : ""}`,
    ...(rule.stage === undefined ? [] : [`- 只用于：${rule.stage === "final" ? "决算表" : "预算表"}`]),
    ...(preconditions === null ? [] : [`- 前提：${preconditions}`]),
    ...(blanks === null ? [] : [`- 空白：${blanks}`]),
    ...(rule.exact ? ["- 不容尾差：个数、分值和得分按原数比较。"] : []),
    `- 依据：${plain(rule.source)}`,
    "",
    ...exampleWords(rule, run),
  ];
}
