/**
 * What the ten tables and the 说明 of a department budget hold, as plain facts. Amounts are in 万元; null is a blank cell.
 */
export interface BudgetFacts {
  readonly year: number;
  /** "部门名称" or "单位名称", and the name printed above every table. */
  readonly bodyLabel: string;
  readonly body: string;
  readonly narrative: Narrative;
  readonly summary: SummaryFacts;
  readonly income: readonly FunctionRow[];
  readonly expenditure: readonly FunctionRow[];
  readonly appropriation: AppropriationFacts;
  readonly generalPublic: readonly FunctionRow[];
  readonly basic: readonly EconomicRow[];
  readonly threePublic: readonly ThreePublicRow[];
  readonly governmentFund: readonly FunctionRow[];
  readonly projectTotal: Amount;
  readonly projectUnits: readonly ProjectUnit[];
  readonly overall: readonly OverallTarget[];
}

export type Amount = number | null;

/** The paragraphs of the 说明; a heading is given as `{ heading }`. */
export type Narrative = readonly (string | { readonly heading: string })[];

/** 收支总表: lines side by side, income label and amount, expenditure label and amount. */
export type SummaryFacts = readonly (readonly [string, Amount, string, Amount])[];

/**
 * A row by function code (类, 款, 项 as printed) with the amounts of its columns from the left; trailing blanks may be
 * left out.
 */
export interface FunctionRow {
  readonly code: readonly [string, string, string];
  readonly name: string;
  readonly amounts: readonly Amount[];
}

/** 财政拨款收支总表: income lines; expenditure lines with 合计, 一般公共预算, 政府性基金预算, 国有资本经营预算. */
export interface AppropriationFacts {
  readonly income: readonly (readonly [string, Amount])[];
  readonly expenditure: readonly (readonly [string, ...Amount[]])[];
  readonly carryOver: readonly [string, Amount, string, ...Amount[]];
  readonly total: readonly [string, Amount, string, ...Amount[]];
}

/** 基本支出表: economic code, name, 总计, 人员类, 公用经费. */
export type EconomicRow = readonly [code: string, name: string, total: Amount, personnel: Amount, operating: Amount];

/** “三公”经费表: body, 小计, 公务接待费, 因公出国（境）费, 公务用车购置及运行费, 购置, 运行费. */
export type ThreePublicRow = readonly [body: string, ...amounts: Amount[]];

/** 三级指标: name, 指标值, 指标值内容, 评（扣）分标准, 度量单位, 指标值类型, 分值 (null where the table's 备注 is blank). */
export type Indicator = readonly [
  name: string,
  target: string | number,
  content: string,
  criterion: string,
  unit: string | null,
  type: string,
  points: number | null,
];

/** 一级指标 with its 二级指标 as printed; a kind without indicators is an empty row of the table. */
export interface IndicatorGroup {
  readonly level: string;
  readonly kinds: readonly { readonly kind: string; readonly indicators: readonly Indicator[] }[];
}

/** A project of 项目支出绩效目标表. */
export interface ProjectTarget {
  readonly name: string;
  readonly amount: Amount;
  readonly goal: string;
  readonly groups: readonly IndicatorGroup[];
}

/** A unit's row and its projects. */
export interface ProjectUnit {
  readonly code: string;
  readonly unit: string;
  readonly amount: Amount;
  readonly projects: readonly ProjectTarget[];
}

/** A body of 部门整体支出绩效目标表; funds: 资金总额, 一般公共预算, 政府性基金拨款, 财政专户管理资金, 其他资金, 基本支出, 项目支出. */
export interface OverallTarget {
  readonly code: string;
  readonly unit: string;
  readonly funds: readonly [Amount, Amount, Amount, Amount, Amount, Amount, Amount];
  readonly goal: string | null;
  readonly groups: readonly IndicatorGroup[];
}
