import { purposeOf } from "../../tables";
import type { Table } from "../../tables";
import { normalise, View } from "../../tables";
import type { Sheet, Workbook, ExactDecimal } from "../../workbook";
import { Exact, exactOf, readAmountText } from "../../workbook";
import { realIndicators } from "../subject";
import { fundsOfForm } from "./funds";

/** What somebody reported of one indicator (or, without one, of a project's money). */
export interface ActualRow {
  readonly project: string;
  readonly indicator: string;
  /** As shown: "116家", "94.99%". */
  readonly actual: string;
  readonly reason: string;
  readonly annualBudget: ExactDecimal | null;
  readonly executed: ExactDecimal | null;
  /** True where it comes out of a self-evaluation or a 监控表 that is there already, not out of a list of actuals. */
  readonly fromForm: boolean;
  /** The last month that a 监控表 speaks of; 12, or left out, where it is the whole year's. */
  readonly until?: number;
}

/** A 监控表 that does not say how far it reaches. */
const monthUnknown = 0;

type Role = "project" | "indicator" | "actual" | "reason" | "annualBudget" | "executed";

const words: Readonly<Record<Role, RegExp>> = {
  project: /^(?:支出|预算)?项目(?:支出)?(?:名称)?$|^(?:单位|部门)[(（]?(?:项目|专项)[)）]?名称$/,
  indicator: /^三级指标(?:名称)?$|^指标名称$|^指标$/,
  actual: /^(?:全年|年度)?实际(?:完成)?(?:值|情况|数)$|^(?:全年)?完成值$|^(?:全年|年度)?完成情况$/,
  reason: /^(?:偏差|未完成|偏离).*(?:原因|说明|措施|分析).*$|^原因.*$/,
  annualBudget: /^全年(?:调整)?预算(?:数)?$/,
  executed: /^全年(?:实际)?(?:执行|支出)(?:数)?$/,
};

/** What is read below a header: a row repeats the project above it where the cell is blank. */
export function readActuals(workbook: Workbook, tables: readonly Table[]): ActualRow[] {
  const forms = tables.filter((table) => purposeOf(table) === "results");
  const monitoring = tables.filter((table) => purposeOf(table) === "monitoring");
  const taken = new Set(tables.map((table) => table.sheet));
  return [
    ...forms.flatMap((form) => fromForm(workbook, form)),
    ...monitoring.flatMap((table) => fromMonitoring(workbook, table)),
    ...workbook.sheets.filter((sheet) => !taken.has(sheet)).flatMap((sheet) => fromSheet(workbook, sheet)),
  ];
}

/**
 * A 监控表: what was done by its month. Its forecasts (全年预计…) are no actuals; where no month is said, it is taken for a
 * part of the year. Only the whole year's has the year's money.
 */
function fromMonitoring(workbook: Workbook, table: Table): ActualRow[] {
  const until = Number(table.fields.find(({ role }) => role === "until")?.text ?? monthUnknown);
  return fromForm(workbook, table)
    .filter(({ indicator }) => indicator !== "" || until === 12)
    .map((row) => ({ ...row, until }));
}

/** A self-evaluation that is there already speaks of its own project: its actuals, and its money in 万元. */
function fromForm(workbook: Workbook, table: Table): ActualRow[] {
  const funds = fundsOfForm(workbook, table);
  const inTenThousands = (amount: ExactDecimal | null | undefined): ExactDecimal | null =>
    amount ? amount.times(new Exact(10).pow(table.unitExponent - 4)) : null;
  return table.blocks.flatMap((block): ActualRow[] => {
    const project = block.subject === "project" ? block.name : "";
    const base = { project, fromForm: true, annualBudget: null, executed: null };
    const rows = realIndicators(block).flatMap(({ level3, texts: { actual = "", reason = "" } }) =>
      actual === "" ? [] : [{ ...base, indicator: level3, actual, reason }],
    );
    const money = {
      ...base,
      indicator: "",
      actual: "",
      reason: "",
      annualBudget: inTenThousands(funds?.annual),
      executed: inTenThousands(funds?.executed),
    };
    return money.annualBudget === null && money.executed === null ? rows : [money, ...rows];
  });
}

function fromSheet(workbook: Workbook, sheet: Sheet): ActualRow[] {
  if (sheet.rows.length === 0) return [];
  const view = new View({ workbook, sheet, rows: [0, sheet.rows.length - 1] });
  let columns: Map<Role, number> | null = null;
  let project = "";
  const rows: ActualRow[] = [];
  for (let row = view.first; row <= view.last; row++) {
    const header = headerOf(view, row);
    if (header) {
      columns = header;
      continue;
    }
    if (!columns) continue;
    const own = (role: Role): string => (columns!.has(role) ? view.written(row, columns!.get(role)!) : "");
    if (own("project") !== "") project = own("project");
    const amount = (role: Role): ExactDecimal | null => amountIn(view, row, columns!.get(role));
    const found: ActualRow = {
      project,
      indicator: own("indicator"),
      actual: own("actual"),
      reason: own("reason"),
      annualBudget: amount("annualBudget"),
      executed: amount("executed"),
      fromForm: false,
    };
    if (found.actual !== "" || found.annualBudget !== null || found.executed !== null) rows.push(found);
  }
  return rows;
}

function headerOf(view: View, row: number): Map<Role, number> | null {
  const found = new Map<Role, number>();
  for (const column of view.filled(row)) {
    const word = normalise(view.word(row, column)).replace(/^([^(（]*)[(（].*[)）]$/, "$1");
    const role = (Object.keys(words) as Role[]).find(
      (candidate) => !found.has(candidate) && words[candidate].test(word),
    );
    if (role) found.set(role, column);
  }
  return found.has("indicator") && found.has("actual") ? found : null;
}

function amountIn(view: View, row: number, column: number | undefined): ExactDecimal | null {
  if (column === undefined) return null;
  const number = view.number(row, column);
  if (number !== null) return exactOf(number);
  const reading = readAmountText(view.written(row, column), "万元");
  return reading.state === "amount" ? reading.value : null;
}

/** True for what a 监控表 says of a part of the year: no actual of the year, and nothing to score. */
export function isPartOfYear(row: ActualRow | null): boolean {
  return row?.until !== undefined && row.until < 12;
}
