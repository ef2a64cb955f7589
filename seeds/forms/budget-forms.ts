import type { Look, RowCell } from "../author";
import { SheetDraft } from "../author";
import type { Amount, BudgetFacts, FunctionRow } from "./facts";

/** Tables 1 to 8 of a department budget in the layout that Changsha publishes, one sheet each. */
export function budgetForms(facts: BudgetFacts): SheetDraft[] {
  return [
    summaryForm(facts),
    incomeForm(facts),
    expenditureForm(facts),
    appropriationForm(facts),
    generalPublicForm(facts),
    basicForm(facts),
    threePublicForm(facts),
    governmentFundForm(facts),
  ];
}

function open(sheet: SheetDraft, facts: BudgetFacts, title: string): SheetDraft {
  return sheet.title(`${facts.year}年${title}`).labels(`${facts.bodyLabel}：${facts.body}`, "单位：万元");
}

function summaryForm(facts: BudgetFacts): SheetDraft {
  const sheet = open(new SheetDraft("1部门收支总表", { widths: [38, 20, 38, 20] }), facts, "部门收支总体情况表");
  sheet.headers([
    ["收 入", "←", "支 出", "←"],
    ["项 目", "本年预算", "项 目", "本年预算"],
  ]);
  for (const [income, received, expenditure, spent] of facts.summary) {
    sheet.row([income || null, received, expenditure || null, spent], [labelLook(income), "amount", labelLook(expenditure), "amount"]);
  }
  return sheet.note("注：本表反映部门本年度的收支总体情况。");
}

function incomeForm(facts: BudgetFacts): SheetDraft {
  const sheet = open(new SheetDraft("2部门收入总表", { widths: [6, 6, 6, 30, 14, 14, 14, 13, 13, 13, 13, 13, 13] }), facts, "部门收入总体情况表");
  sheet.headers([
    ["类", "款", "项", "功能科目", "合计", "本级财政拨款", "←", "财政专户管理事业收入", "事业单位经营服务收入", "上级补助收入", "其它收入", "事业收入", "上年结转"],
    ["↑", "↑", "↑", "↑", "↑", "金额", "其中：经费拨款", "↑", "↑", "↑", "↑", "↑", "↑"],
  ]);
  functionRows(sheet, facts.income, 9);
  return sheet.note("注：本表反映部门本年度取得的各项收入情况。");
}

function expenditureForm(facts: BudgetFacts): SheetDraft {
  const sheet = open(new SheetDraft("3部门支出总表", { widths: [7, 7, 7, 32, 16, 16, 16, 16, 16, 16] }), facts, "部门支出总体情况表");
  sheet.headers([
    ["科目编码", "←", "←", "功能科目", "总 计", "基本支出", "项目支出", "事业单位经营支出", "对附属单位补助支出", "上缴上级支出"],
    ["类", "款", "项", "↑", "↑", "↑", "↑", "↑", "↑", "↑"],
  ]);
  functionRows(sheet, facts.expenditure, 6);
  return sheet.note("注：本表反映部门本年度各项支出情况。");
}

function appropriationForm(facts: BudgetFacts): SheetDraft {
  const sheet = open(new SheetDraft("4财政拨款收支总表", { widths: [32, 16, 34, 16, 16, 18, 18] }), facts, "财政拨款收支总体情况表");
  sheet.headers([
    ["收 入", "←", "支 出", "←", "←", "←", "←"],
    ["项 目", "金 额", "项 目", "合 计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
  ]);
  const { income, expenditure, carryOver, total } = facts.appropriation;
  const lines = expenditure.map((line, at): RowCell[] => [income[at]?.[0] ?? null, income[at]?.[1] ?? null, ...line]);
  for (const line of [...lines, [...carryOver], [...total]]) {
    sheet.row(padded(line, 7), [labelLook(line[0]), "amount", labelLook(line[2]), "amount", "amount", "amount", "amount"]);
  }
  return sheet.note("注：本表反映部门财政拨款的总收支情况。");
}

function generalPublicForm(facts: BudgetFacts): SheetDraft {
  const sheet = openByFunction("5一般公共预算支出表", facts, "一般公共预算支出情况表");
  functionRows(sheet, facts.generalPublic, 3);
  return sheet.note("注：本表反映部门本年度一般公共预算支出情况。");
}

function governmentFundForm(facts: BudgetFacts): SheetDraft {
  const sheet = openByFunction("8政府性基金预算支出表", facts, "政府性基金预算支出情况表");
  functionRows(sheet, facts.governmentFund, 3);
  if (facts.governmentFund.length === 0) {
    for (let blank = 0; blank < 4; blank++) sheet.row([null, null, null, null, null, null, null], ["code", "code", "code", "prose", "amount", "amount", "amount"]);
  }
  return sheet.note("注：本表反映部门本年度政府性基金预算收入支出情况，此表如无数字则表示单位无该项支出。");
}

/** A sheet by function code with 总计, 基本支出, 项目支出, written down to its head. */
function openByFunction(name: string, facts: BudgetFacts, title: string): SheetDraft {
  return open(new SheetDraft(name, { widths: [8, 8, 8, 38, 20, 20, 20] }), facts, title).headers([
    ["科目编码", "←", "←", "功能科目", "总 计", "基本支出", "项目支出"],
    ["类", "款", "项", "↑", "↑", "↑", "↑"],
  ]);
}

/** The column-number row and the rows of a table by function code. */
function functionRows(sheet: SheetDraft, rows: readonly FunctionRow[], amounts: number): void {
  sheet.row(["**", "**", "**", "**", ...columnNumbers(amounts)], "number");
  const looks: Look[] = ["code", "code", "code", "prose", ...new Array<Look>(amounts).fill("amount")];
  for (const { code, name, amounts: given } of rows) {
    sheet.row(padded([...code.map((part) => part || null), name, ...given], 4 + amounts), looks);
  }
}

function basicForm(facts: BudgetFacts): SheetDraft {
  const sheet = open(new SheetDraft("6一般公共预算基本支出表", { widths: [18, 40, 20, 20, 20] }), facts, "一般公共预算基本支出情况表");
  sheet.headers([["经济科目编码", "经济科目名称", "总计", "人员类", "公用经费"]]);
  sheet.row(["**", "**", ...columnNumbers(3)], "number");
  for (const [code, name, ...amounts] of facts.basic) sheet.row([code || null, name, ...amounts], ["code", "prose", "amount", "amount", "amount"]);
  return sheet.note("注：本表反映部门本年度一般公共预算基本支出情况。");
}

function threePublicForm(facts: BudgetFacts): SheetDraft {
  const sheet = open(new SheetDraft("7一般公共预算“三公”经费支出表", { widths: [36, 14, 14, 18, 22, 20, 22] }), facts, "一般公共预算“三公”经费支出情况表");
  sheet.headers([
    ["部门名称", "三公经费预（决）算数（财政拨款）", "←", "←", "←", "←", "←"],
    ["↑", "小计", "公务接待费", "因公出国（境）费", "公务用车购置及运行费", "其中：公务用车购置", "其中：公务用车运行费"],
  ]);
  for (const row of facts.threePublic) sheet.row([...row], ["prose", "amount", "amount", "amount", "amount", "amount", "amount"]);
  return sheet.note(`注：本表反映部门本年度 ${facts.year}年公共财政拨款“三公”经费情况，此表如无数字则表示单位无该项支出。`);
}

function columnNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

/** Totals are printed in the middle of their cell, other lines from the left. */
function labelLook(label: RowCell | undefined): Look {
  return typeof label === "string" && /[合总] ?计$/.test(label) ? "text" : "prose";
}

function padded<T>(cells: readonly T[], length: number): (T | Amount)[] {
  return [...cells, ...new Array<Amount>(Math.max(0, length - cells.length)).fill(null)];
}
