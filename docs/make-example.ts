import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SheetDraft, writeWorkbook } from "../seeds/author";
import { loadCatalogue } from "../src/cli/catalogue-folder";
import { ownRulesReport } from "./own-rules-report";

const docs = dirname(fileURLToPath(import.meta.url));
const body = "部门名称：示例市住房和城乡建设局";

/**
 * Writes the workbook that own-rules.md checks, a table that only one city has with one figure typed wrongly (B6), and
 * what the check prints into that page.
 */
async function makeExample(): Promise<void> {
  const expenditure = new SheetDraft("支出总表", { widths: [12, 30, 14, 14, 14] })
    .title("2025年部门支出总表")
    .labels(body, "单位：万元");
  expenditure.headers([["科目编码", "科目名称", "总计", "基本支出", "项目支出"]]);
  for (const [code, name] of [
    [null, "合计"],
    ["212", "城乡社区支出"],
  ] as const)
    expenditure.row([code, name, 500, 350, 150], ["code", "text", "amount", "amount", "amount"]);

  const procurement = new SheetDraft("政府采购预算表", { widths: [30, 14, 14, 14, 14] })
    .title("2025年政府采购预算表")
    .labels(body, "单位：万元");
  procurement.headers([["项目名称", "合计", "货物", "工程", "服务"]]);
  for (const [name, ...amounts] of [
    ["合计", 90, 30, 40, 20],
    ["办公设备购置", 30, 30, null, null],
    ["办公楼维修", 66, null, 40, 20],
  ] as const)
    procurement.row([name, ...amounts], ["text", "amount", "amount", "amount", "amount"]);

  const bytes = await writeWorkbook([expenditure, procurement], { title: "加自己的表样和规则：示例" });
  writeFileSync(join(docs, "examples", "procurement.xlsx"), bytes);

  const page = join(docs, "own-rules.md");
  const report = ownRulesReport(bytes, loadCatalogue(join(docs, "examples", "catalogue")).catalogue);
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace(
      /(```text\n)[\s\S]*?(\n```)/,
      (_, before: string, after: string) => `${before}${report}${after}`,
    ),
  );
}

await makeExample();
