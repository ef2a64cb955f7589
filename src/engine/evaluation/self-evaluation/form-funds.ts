import type { Area, AuthoredCell, ExactDecimal } from "../../workbook";
import { a1, Exact } from "../../workbook";
import { scoreExecution } from "../execution";
import type { ExecutionRule } from "../execution";
import type { FormContent, FormFunds } from "./form-content";

type Look = Omit<AuthoredCell, "row" | "column">;

/** The funds block of a form that is to be written. */
export interface FundRows {
  readonly cells: readonly AuthoredCell[];
  readonly merges: readonly Area[];
  /** Row of 年度资金总额, where 执行率 is scored. */
  readonly total: number;
  readonly last: number;
  readonly points: number;
}

const heads = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];
const parts = ["其中：当年财政拨款", "上年结转资金", "其他资金"];
/** By source, and by nature; the forms of the whole print them below the total. */
const composition = [
  ["按收入性质分：", "按支出性质分："],
  ["其中：一般公共预算：", "其中：基本支出："],
  ["政府性基金拨款：", "项目支出："],
  ["纳入专户管理的非税收入拨款：", null],
  ["其他资金：", null],
] as const;
const [initial, annual, executed, points, rate, score] = [3, 4, 5, 6, 7, 8];

/**
 * The rows of 年度资金总额 from `top` on: for a project with its three sources, for the whole with its composition. Sums, 执行率
 * and its points are live; what is left of a total after the other parts is so, too. What nobody knows is to be filled
 * in; 全年 is never taken from 年初.
 */
export function fundRows(content: FormContent, rule: ExecutionRule, top: number): FundRows {
  const cells: AuthoredCell[] = [];
  const merges: Area[] = [];
  const put = (row: number, column: number, look: Look, rows = 1, columns = 1): void => {
    cells.push({ row, column, ...look });
    if (rows > 1 || columns > 1)
      merges.push({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  };
  const { funds, subject } = content;
  put(top, 1, { value: null, style: "header" }, 1, 2);
  heads.forEach((value, at) => put(top, initial + at, { value, style: "header" }));
  const sources = subject === "whole" ? [] : sourceAmounts(funds, top + 1);
  sources.forEach((own, at) => {
    put(top + 1 + at, 1, { value: parts[at], style: "text" }, 1, 2);
    put(top + 1 + at, initial, own);
    for (const column of [annual, executed]) put(top + 1 + at, column, { value: null, style: "amount-input" });
  });
  const total = top + 1 + sources.length;
  put(total, 1, { value: "年度资金总额", style: "text" }, 1, 2);
  [funds.initial, funds.annual, funds.executed].forEach((amount, at) =>
    put(total, initial + at, totalOf(amount, top + 1, total, initial + at)),
  );
  const full = content.execution.points ?? 10;
  put(total, points, { value: full, style: "points" });
  put(total, rate, rateOf(funds, total));
  put(total, score, {
    formula: scoreFormula(a1(total, rate), a1(total, points), rule),
    value: content.execution.score ?? "",
    style: "points",
    ...(rule === "steps" ? { choices: stepChoices(full) } : {}),
  });
  if (subject === "whole") composed(funds, total, put);
  const last = subject === "whole" ? total + composition.length : total;
  put(
    top,
    0,
    { value: subject === "whole" ? "年度预算申请（万元）" : "项目资金（万元）", style: "header" },
    last - top + 1,
  );
  return { cells, merges, total, last, points: full };
}

/** 年初预算数 by source: as approved; where that was not by source, 当年财政拨款 is what the other two leave of the total. */
function sourceAmounts({ initial: whole, sources: { fiscal, carryOver, other } }: FormFunds, first: number): Look[] {
  const known = (amount: ExactDecimal | null): Look =>
    amount === null ? { value: null, style: "amount-input" } : { value: amount.toNumber(), style: "amount" };
  if (fiscal !== null || whole === null) return [known(fiscal), known(carryOver), known(other)];
  const rest = whole.minus(carryOver ?? 0).minus(other ?? 0);
  return [
    {
      formula: `${whole.toString()}-SUM(${a1(first + 1, initial)}:${a1(first + 2, initial)})`,
      value: rest.toNumber(),
      style: "amount-input",
    },
    known(carryOver),
    known(other),
  ];
}

/** The sum of its parts as soon as one is there; until then what is known, or nothing. */
function totalOf(amount: ExactDecimal | null, first: number, row: number, column: number): Look {
  if (first === row)
    return amount === null ? { value: null, style: "amount-input" } : { value: amount.toNumber(), style: "amount" };
  const area = `${a1(first, column)}:${a1(row - 1, column)}`;
  return {
    formula: `IF(COUNT(${area})=0,${amount === null ? '""' : amount.toString()},SUM(${area}))`,
    value: amount?.toNumber() ?? "",
    style: "amount",
  };
}

/**
 * Amounts of 全年执行数 beside their labels: what was spent on projects where it is known; 基本支出 and 一般公共预算 are what the
 * others leave of it.
 */
function composed(
  { executed: spent, projects }: FormFunds,
  total: number,
  put: (row: number, column: number, look: Look, rows?: number, columns?: number) => void,
): void {
  const [source, nature] = [annual, score];
  composition.forEach(([left, right], at) => {
    const row = total + 1 + at;
    put(row, 1, { value: left, style: "text" }, 1, at === 0 ? 4 : 3);
    put(row, source + 1, { value: right, style: "text" }, 1, at === 0 || right === null ? 4 : 3);
    if (at > 1) put(row, source, { value: null, style: "amount-input" });
  });
  const whole = a1(total, executed);
  const others = `${a1(total + 3, source)}:${a1(total + 5, source)}`;
  const project = a1(total + 3, nature);
  put(total + 2, source, {
    formula: `IF(ISNUMBER(${whole}),${whole}-SUM(${others}),"")`,
    value: spent?.toNumber() ?? "",
    style: "amount-input",
  });
  put(total + 2, nature, {
    formula: `IF(AND(ISNUMBER(${whole}),ISNUMBER(${project})),${whole}-${project},"")`,
    value: spent === null || projects === null ? "" : spent.minus(projects).toNumber(),
    style: "amount-input",
  });
  put(
    total + 3,
    nature,
    projects === null ? { value: null, style: "amount-input" } : { value: projects.toNumber(), style: "amount" },
  );
}

function rateOf({ annual: whole, executed: part }: FormFunds, row: number): Look {
  const [budget, spent] = [a1(row, annual), a1(row, executed)];
  const share = whole === null || part === null || whole.isZero() ? null : part.dividedBy(whole);
  return {
    formula: `IF(AND(ISNUMBER(${budget}),ISNUMBER(${spent})),IF(${budget}=0,"",${spent}/${budget}),"")`,
    value: share?.toNumber() ?? "",
    style: "percent",
  };
}

/** 得分 of 执行率, live: above 100%, and below it where it goes by steps, it stays empty, for a person to judge. */
function scoreFormula(rateCell: string, pointsCell: string, rule: ExecutionRule): string {
  const earned =
    rule === "proportion" ? `ROUND(MAX(0,${rateCell})*${pointsCell},2)` : `IF(${rateCell}=1,${pointsCell},"")`;
  return `IF(ISNUMBER(${rateCell}),IF(${rateCell}>1,"",${earned}),"")`;
}

/** What may be given by steps: all of a project that is finished, else by its rate. */
function stepChoices(full: number): string[] {
  return ["1", "0.9", "0.7", "0"].map((share) => String(scoreExecution(new Exact(share), new Exact(full), "steps")));
}
