import { catalogue } from "../../../src/catalogue";
import { recogniseDocuments } from "../../../src/engine/documents";
import { planFill } from "../../../src/engine/evaluation/self-evaluation";
import type { ScoredCell } from "../../../src/engine/evaluation/self-evaluation";
import { realIndicators } from "../../../src/engine/evaluation/subject";
import { addressOf } from "../../../src/engine/workbook";
import { openSeed } from "../../seeds/open-seed";

interface Row {
  readonly cell: ScoredCell;
  readonly target: string;
  readonly actual: string;
}

const statuses: Readonly<Record<ScoredCell["status"], string>> = {
  scored: "算得",
  "needs-judgement": "由人判断",
  unreadable: "标准读不懂",
  incomplete: "缺数",
};
const byGeneralRule = ({ reading }: ScoredCell): boolean => reading.includes("一般规则");
const basisOf = (cell: ScoredCell): string =>
  cell.indicator === "预算执行率"
    ? "执行率"
    : byGeneralRule(cell)
      ? "一般规则"
      : cell.reading === ""
        ? "—"
        : "评分标准";
const plain = (text: string | number | null): string => String(text ?? "").replace(/\|/g, "｜");

/**
 * Every score of a self-evaluation that is filled in, beside what the approved criteria (else the general rule) give,
 * as a document to be read.
 */
export function scoresDocument(evaluation: string, targets: string): string {
  const documents = recogniseDocuments(openSeed(evaluation), catalogue.templates, [
    { document: "targets", name: `${targets}.xlsx`, workbook: openSeed(targets) },
  ]);
  const { cells } = planFill(documents.joined, documents.tables, { overwrite: true });
  const texts = new Map(
    documents.own.tables
      .flatMap((table) => table.blocks.flatMap(realIndicators))
      .flatMap(({ cells: own, texts: { target = "", actual = "" } }) => {
        if (own["score"] === undefined) return [];
        const { sheet, address } = addressOf(documents.joined, own["score"]);
        return [[`${sheet}!${address}`, { target, actual }] as const];
      }),
  );
  const rows = cells.map((cell): Row => ({
    cell,
    ...(texts.get(`${cell.sheet}!${cell.address}`) ?? { target: "", actual: "" }),
  }));
  const scored = rows.filter(({ cell }) => cell.status === "scored");
  const different = scored.filter(({ cell }) => cell.score !== cell.previous);
  const open = rows.filter(({ cell }) => cell.status !== "scored");
  const counted = (members: readonly Row[], basis: string): number =>
    members.filter(({ cell }) => basisOf(cell) === basis).length;
  return `${[
    `# ${evaluation}：重算的得分与原表的得分`,
    "",
    `评分标准取自 ${targets}（按名称对应的指标）；没有对应标准的按一般规则（达到指标值得满分，不到的按比例）。`,
    "",
    "| 依据 | 得分 | 算得且相同 | 算得而不同 | 由人判断或缺数 |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...["评分标准", "一般规则", "执行率", "—"].map(
      (basis) =>
        `| ${basis} | ${counted(rows, basis)} | ${counted(scored, basis) - counted(different, basis)} | ` +
        `${counted(different, basis)} | ${counted(open, basis)} |`,
    ),
    "",
    "## 算得而不同",
    "",
    "| 表 | 格 | 指标 | 指标值 | 实际完成值 | 分值 | 原表 | 算得 | 原因 |",
    "| --- | --- | --- | --- | --- | ---: | ---: | ---: | --- |",
    ...different.map(
      ({ cell, target, actual }) =>
        `| ${cell.sheet} | ${cell.address} | ${plain(cell.indicator)} | ${plain(target)} | ${plain(actual)} | ` +
        `${cell.points ?? ""} | ${plain(cell.previous)} | ${cell.score} | ${plain(cell.reading)} |`,
    ),
    "",
    "## 由人判断或缺数",
    "",
    "| 表 | 格 | 指标 | 指标值 | 实际完成值 | 分值 | 原表 | | 要人回答的 |",
    "| --- | --- | --- | --- | --- | ---: | ---: | --- | --- |",
    ...open.map(
      ({ cell, target, actual }) =>
        `| ${cell.sheet} | ${cell.address} | ${plain(cell.indicator)} | ${plain(target)} | ${plain(actual)} | ` +
        `${cell.points ?? ""} | ${plain(cell.previous)} | ${statuses[cell.status]} | ` +
        `${plain(cell.question ?? cell.problems[0] ?? "")} |`,
    ),
    "",
    "## 算得且相同",
    "",
    "| 表 | 格 | 指标 | 指标值 | 实际完成值 | 得分 | 依据 |",
    "| --- | --- | --- | --- | --- | ---: | --- |",
    ...scored
      .filter((row) => !different.includes(row))
      .map(
        ({ cell, target, actual }) =>
          `| ${cell.sheet} | ${cell.address} | ${plain(cell.indicator)} | ${plain(target)} | ${plain(actual)} ` +
          `| ${cell.score} | ${basisOf(cell)} |`,
      ),
  ].join("\n")}\n`;
}
