import type { Typed, Value } from "../sheets";
import type { Budget } from "./budget-figures";

/** How a place fills in the plain forms. */
export interface PlainForms {
  readonly body: string;
  /** In front of titles: "2026年", "某局2026年", "". */
  readonly prefix: string;
  readonly unit: string;
  readonly show: (amount: number) => Value;
  /** Put in front of sheet names, so that two sets can stand in one workbook. */
  readonly sheets?: string;
  readonly threePublic: readonly [abroad: number, purchase: number, operation: number, reception: number];
}

/** The eight tables of the ministry's forms for a body whose money is general public, fund and 其他收入. */
export function plainSet(budget: Budget, { body, prefix, unit, show, sheets = "", threePublic }: PlainForms): Typed[] {
  const [all, general, fund] = [budget.total, budget.of("general-public"), budget.of("government-fund")];
  const fiscal = budget.of("general-public", "government-fund");
  const own = budget.of("own").total.total;
  const [abroad, purchase, operation, reception] = threePublic;
  const head = (title: string, columns: number): Value[][] => [[`${prefix}${title}`], [`部门：${body}`, ...Array<null>(columns - 2).fill(null), `单位：${unit}`]];
  const classes = (from: Budget): Value[][] => from.rows(3).map((row, index) => [`${"一二三四五六七八"[index]}、${row.name}`, show(row.total)]);
  const beside = (left: readonly Value[][], right: readonly Value[][]): Value[][] => Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [...(left[index] ?? [null, null]), ...(right[index] ?? [null, null])]);
  const coded = (from: Budget): Value[][] => [["合计", null, show(from.total.total), show(from.total.basic), show(from.total.project)], ...from.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, show(row.total), show(row.basic), show(row.project)])];
  return [
    { name: `${sheets}收支总表`, rows: [...head("部门收支总表", 4), ["收入", null, "支出"], ["项目", "预算数", "项目", "预算数"], ...beside([["一、一般公共预算财政拨款收入", show(general.total.total)], ["二、政府性基金预算财政拨款收入", show(fund.total.total)], ["三、其他收入", show(own)]], classes(budget)), ["本年收入合计", show(all.total), "本年支出合计", show(all.total)], ["上年结转", show(0), "结转下年", show(0)], ["收入总计", show(all.total), "支出总计", show(all.total)]] },
    { name: `${sheets}收入总表`, rows: [...head("部门收入总表", 6), ["科目编码", "科目名称", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "其他收入"], ["合计", null, show(all.total), show(general.total.total), show(fund.total.total), show(own)], ...budget.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, show(row.total), show(general.at(row.code)), show(fund.at(row.code)), show(budget.of("own").at(row.code))])] },
    { name: `${sheets}支出总表`, rows: [...head("部门支出总表", 5), ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ...coded(budget)] },
    { name: `${sheets}财政拨款`, rows: [...head("财政拨款收支总表", 6), ["收入", null, "支出"], ["项目", "预算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"], ["一、本年收入", show(fiscal.total.total), "一、本年支出", show(fiscal.total.total), show(general.total.total), show(fund.total.total)], ...beside([["（一）一般公共预算财政拨款", show(general.total.total)], ["（二）政府性基金预算财政拨款", show(fund.total.total)]], fiscal.rows(3).map((row, index): Value[] => [`（${"一二三四五六七八"[index]}）${row.name}`, show(row.total), show(general.at(row.code)), show(fund.at(row.code))])), ["二、上年结转", show(0), "二、结转下年", show(0)], ["收入总计", show(fiscal.total.total), "支出总计", show(fiscal.total.total), show(general.total.total), show(fund.total.total)]] },
    { name: `${sheets}一般公共`, rows: [...head("一般公共预算支出表", 5), ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ...coded(general)] },
    { name: `${sheets}基本支出`, rows: [...head("一般公共预算基本支出表", 5), ["科目编码", "科目名称", "合计", "人员经费", "公用经费"], ["合计", null, show(general.total.basic), show(general.total.personnel), show(general.total.publicUse)], ...budget.economicRows().map((row): Value[] => [row.code, row.name, show(row.total), show(row.personnel), show(row.publicUse)])] },
    { name: `${sheets}三公`, rows: [...head("一般公共预算“三公”经费支出表", 6), ["合计", "因公出国（境）费", "公务用车购置及运行费", null, null, "公务接待费"], [null, null, "小计", "公务用车购置费", "公务用车运行费"], [show(abroad + purchase + operation + reception), show(abroad), show(purchase + operation), show(purchase), show(operation), show(reception)]], merges: ["A3:A4", "B3:B4", "C3:E3", "F3:F4"] },
    { name: `${sheets}基金`, rows: [...head("政府性基金预算支出表", 5), ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ...coded(fund)] },
  ];
}

/** The kinds of a plain set, in its order. */
export const plainKinds = ["budget-summary", "income-summary", "expenditure-summary", "fiscal-appropriation-summary", "general-public-expenditure", "basic-expenditure", "three-public", "government-fund-expenditure"] as const;
const plainSheets = ["收支总表", "收入总表", "支出总表", "财政拨款", "一般公共", "基本支出", "三公", "基金"] as const;

/** How the tables of a plain set are listed: "sheet | kind | year | unit | body". */
export function plainTables({ body, prefix, unit, sheets = "" }: Pick<PlainForms, "body" | "prefix" | "unit" | "sheets">): string[] {
  const year = /(20\d{2})年/.exec(prefix)?.[1] ?? "—";
  return plainKinds.map((kind, index) => `${sheets}${plainSheets[index]} | ${kind} | ${year} | ${unit} | ${body.normalize("NFKC")}`);
}
