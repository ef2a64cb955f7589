import type { Look } from "../author";
import { SheetDraft } from "../author";
import type { Fact } from "../facts/table";
import { runsBy, typed } from "../facts/table";

export const FORM_COLUMNS = ["sheet", "project", "department", "unit", "expected", "achieved", "total_weight", "total_score"] as const;
export const FUND_COLUMNS = ["project", "row", "initial_budget", "full_year_budget", "executed", "weight", "rate", "score"] as const;
export const COMPOSITION_COLUMNS = ["by_source", "by_nature"] as const;
export const INDICATOR_COLUMNS = ["project", "level1", "level2", "level3", "target", "actual", "weight", "score", "reason"] as const;

type Form = Fact<(typeof FORM_COLUMNS)[number]>;
type Fund = Fact<(typeof FUND_COLUMNS)[number]>;
type Composition = Fact<(typeof COMPOSITION_COLUMNS)[number]>;
type Indicator = Fact<(typeof INDICATOR_COLUMNS)[number]>;

/** All that stands in the form of one project. */
export interface SelfEvaluationFacts {
  readonly form: Form;
  readonly funds: readonly Fund[];
  readonly indicators: readonly Indicator[];
}

const WIDTHS = [10, 18, 17, 24, 15, 17, 8, 8, 28];
const LAST = WIDTHS.length - 1;
const FUND_LOOKS: readonly Look[] = ["amount", "amount", "amount", "number", "number", "number"];
const FUND_HEADINGS = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];
const INDICATOR_HEADINGS = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];
const INDICATOR_LOOKS: readonly Look[] = ["prose", "text", "text", "number", "number", "prose"];

/** 项目支出绩效自评表 of one project. */
export function projectSelfEvaluationForm(title: string, form: Form, funds: readonly Fund[], indicators: readonly Indicator[]): SheetDraft {
  const sheet = new SheetDraft(form.sheet, { widths: WIDTHS, orientation: "portrait" });
  sheet.title(title);
  labelled(sheet, [["项目支出名称", form.project, LAST]]);
  labelled(sheet, [["主管部门", form.department, 3], ["实施单位", form.unit, LAST - 4]]);
  const top = sheet.next;
  fundRows(sheet, funds);
  sheet.place(top, 0, "项目资金（万元）", "header", { rows: sheet.next - top });
  goals(sheet, form);
  indicatorTable(sheet, indicators);
  total(sheet, form);
  return sheet;
}

/** 部门（单位）整体支出绩效自评表: the funds by source and by nature stand as words with their figures inside the label. */
export function wholeSelfEvaluationForm(
  words: { readonly attachment: string; readonly title: string; readonly notes: readonly string[] },
  form: Form,
  funds: readonly Fund[],
  composition: readonly Composition[],
  indicators: readonly Indicator[],
): SheetDraft {
  const sheet = new SheetDraft(form.sheet, { widths: WIDTHS, orientation: "portrait" });
  sheet.note(words.attachment).title(words.title);
  const first = sheet.next;
  sheet.place(first, 0, "市级预算部门（单位）名称", "header", { columns: 3 }).place(first, 3, form.department, "text", { columns: LAST - 2 });
  sheet.height(first, 24);
  const top = sheet.next;
  fundRows(sheet, funds);
  for (const { by_source: source, by_nature: nature } of composition) {
    const row = sheet.next;
    sheet.place(row, 1, source || null, "prose", { columns: 4 }).place(row, 5, nature || null, "prose", { columns: LAST - 4 }).height(row, 18);
  }
  sheet.place(top, 0, "年度预算申请（万元）", "header", { rows: sheet.next - top });
  goals(sheet, form);
  indicatorTable(sheet, indicators);
  total(sheet, form);
  for (const note of words.notes) sheet.note(note);
  return sheet;
}

/** One line of labels and their values; a value reaches over `columns` columns. */
function labelled(sheet: SheetDraft, pairs: readonly (readonly [label: string, value: string, columns: number])[]): void {
  const row = sheet.next;
  let column = 0;
  for (const [label, value, columns] of pairs) {
    sheet.place(row, column, label, "header").place(row, column + 1, value, "text", { columns });
    column += 1 + columns;
  }
  sheet.height(row, 32);
}

function fundRows(sheet: SheetDraft, funds: readonly Fund[]): void {
  const head = sheet.next;
  sheet.place(head, 1, null, "header", { columns: 2 }).height(head, 20);
  FUND_HEADINGS.forEach((heading, at) => sheet.place(head, 3 + at, heading, "header"));
  for (const fund of funds) {
    const row = sheet.next;
    sheet.place(row, 1, fund.row, "prose", { columns: 2 }).height(row, 20);
    [fund.initial_budget, fund.full_year_budget, fund.executed, fund.weight, fund.rate, fund.score].forEach((text, at) => {
      const { value, format } = typed(text);
      sheet.place(row, 3 + at, value, FUND_LOOKS[at] ?? "text", { format });
    });
  }
}

function goals(sheet: SheetDraft, form: Form): void {
  const row = sheet.next;
  sheet.place(row, 1, "预期目标", "header", { columns: 4 }).place(row, 5, "实际完成情况", "header", { columns: LAST - 4 }).height(row, 20);
  sheet.place(row + 1, 1, form.expected, "prose", { columns: 4 }).place(row + 1, 5, form.achieved, "prose", { columns: LAST - 4 }).height(row + 1, 40);
  sheet.stretch(row + 1, 1, form.expected, 1, 4).stretch(row + 1, 1, form.achieved, 5, LAST - 4);
  sheet.place(row, 0, "年度总体目标", "header", { rows: 2 });
}

function indicatorTable(sheet: SheetDraft, indicators: readonly Indicator[]): void {
  const top = sheet.next;
  INDICATOR_HEADINGS.forEach((heading, at) => sheet.place(top, 1 + at, heading, "header"));
  sheet.height(top, 20);
  for (const level of runsBy(indicators, ({ level1 }) => level1)) {
    const levelTop = sheet.next;
    for (const kind of runsBy(level.items, ({ level2 }) => level2)) {
      const kindTop = sheet.next;
      for (const { level3, target, actual, weight, score, reason } of kind.items) {
        const cells = [level3, target, actual, weight, score, reason].map((text, at) => ({ look: text.length <= 1 ? "text" : (INDICATOR_LOOKS[at] ?? "text"), ...(at === 0 ? { value: text } : typed(text)) }));
        sheet.row([null, null, null, ...cells]);
      }
      sheet.place(kindTop, 2, kind.key, "text", { rows: sheet.next - kindTop }).stretch(kindTop, sheet.next - kindTop, kind.key, 2);
    }
    sheet.place(levelTop, 1, level.key, "text", { rows: sheet.next - levelTop });
  }
  sheet.place(top, 0, "绩效指标", "header", { rows: sheet.next - top });
}

function total(sheet: SheetDraft, form: Form): void {
  const row = sheet.next;
  sheet.place(row, 0, "总分", "header", { columns: 6 }).place(row, 6, typed(form.total_weight).value, "number");
  sheet.place(row, 7, typed(form.total_score).value, "number").place(row, LAST, null, "prose").height(row, 20);
}
