import type { Value } from "../sheets";

/** Where the money of an item comes from. */
export type Source = "general-public" | "government-fund" | "state-capital" | "own";

/** Spending on one 项, in whole hundredths of the city's unit, so that sums are exact. */
export interface Item {
  readonly code: string;
  readonly personnel: number;
  readonly publicUse: number;
  readonly project: number;
  readonly source: Source;
}

/** One printed row of a classification with the sums below it. */
export interface Row {
  readonly code: string;
  readonly name: string;
  readonly personnel: number;
  readonly publicUse: number;
  readonly basic: number;
  readonly project: number;
  readonly total: number;
}

/** Spending on one economic 款. */
export interface Economic {
  readonly code: string;
  readonly amount: number;
}

/** Names of 类款项 as the official classification has them. */
export const names: Readonly<Record<string, string>> = {
  201: "一般公共服务支出", 2010350: "事业运行", 20103: "政府办公厅（室）及相关机构事务", 2010301: "行政运行", 2010302: "一般行政管理事务", 20106: "财政事务", 2010601: "行政运行", 2010602: "一般行政管理事务", 2010607: "信息化建设", 2010650: "事业运行",
  204: "公共安全支出", 20402: "公安", 2040201: "行政运行", 2040219: "信息化建设", 2040220: "执法办案",
  205: "教育支出", 20501: "教育管理事务", 2050101: "行政运行", 20502: "普通教育", 2050202: "小学教育", 2050203: "初中教育", 2050205: "高等教育", 20508: "进修及培训", 2050803: "培训支出",
  206: "科学技术支出", 20604: "技术研究与开发", 2060404: "科技成果转化与扩散",
  208: "社会保障和就业支出", 20805: "行政事业单位养老支出", 2080501: "行政单位离退休", 2080505: "机关事业单位基本养老保险缴费支出", 2080506: "机关事业单位职业年金缴费支出",
  210: "卫生健康支出", 21002: "公立医院", 2100201: "综合医院", 21011: "行政事业单位医疗", 2101101: "行政单位医疗", 2101102: "事业单位医疗",
  212: "城乡社区支出", 21201: "城乡社区管理事务", 2120101: "行政运行", 21208: "国有土地使用权出让收入安排的支出", 2120803: "城市建设支出", 2120804: "农村基础设施建设支出",
  213: "农林水支出", 21303: "水利", 2130301: "行政运行", 2130305: "水利工程建设", 2130314: "防汛",
  221: "住房保障支出", 22102: "住房改革支出", 2210201: "住房公积金", 2210203: "购房补贴",
  223: "国有资本经营预算支出", 22301: "解决历史遗留问题及改革成本支出", 2230105: "国有企业退休人员社会化管理补助支出",
  301: "工资福利支出", 30101: "基本工资", 30102: "津贴补贴", 30103: "奖金", 30107: "绩效工资", 30108: "机关事业单位基本养老保险缴费", 30109: "职业年金缴费", 30110: "职工基本医疗保险缴费", 30113: "住房公积金",
  302: "商品和服务支出", 30201: "办公费", 30202: "印刷费", 30205: "水费", 30206: "电费", 30211: "差旅费", 30212: "因公出国（境）费用", 30215: "会议费", 30216: "培训费", 30217: "公务接待费", 30228: "工会经费", 30231: "公务用车运行维护费", 30239: "其他交通费用",
  303: "对个人和家庭的补助", 30301: "离休费", 30302: "退休费", 30305: "生活补助",
  310: "资本性支出", 31002: "办公设备购置",
};

const sum = <T>(list: readonly T[], value: (one: T) => number): number => list.reduce((all, one) => all + value(one), 0);

function rowOf(code: string, items: readonly Item[]): Row {
  const own = items.filter((item) => item.code.startsWith(code));
  const [personnel, publicUse, project] = [sum(own, (item) => item.personnel), sum(own, (item) => item.publicUse), sum(own, (item) => item.project)];
  return { code, name: names[code] ?? "合计", personnel, publicUse, basic: personnel + publicUse, project, total: personnel + publicUse + project };
}

/** The figures of one body's budget, and the rows of its classifications. */
export class Budget {
  constructor(readonly items: readonly Item[], readonly economic: readonly Economic[] = []) {}

  /** Only the money of some sources. */
  of(...sources: readonly Source[]): Budget {
    return new Budget(this.items.filter((item) => sources.includes(item.source)), this.economic);
  }

  get total(): Row {
    return rowOf("", this.items);
  }

  /** Rows in the order of their codes, over the levels given (3 类, 5 款, 7 项), wholes above their parts. */
  rows(...levels: readonly number[]): Row[] {
    const codes = new Set(this.items.flatMap((item) => levels.map((level) => item.code.slice(0, level))));
    return [...codes].sort().map((code) => rowOf(code, this.items));
  }

  /** Total of one class, or of whatever the code stands for. */
  at(code: string): number {
    return rowOf(code, this.items).total;
  }

  /** Rows of the economic classification: 301, 30101, …; 人员 are 301 and 303, 公用 the others. */
  economicRows(): Row[] {
    const codes = new Set(this.economic.flatMap(({ code }) => [code.slice(0, 3), code]));
    return [...codes].sort().map((code) => {
      const amount = sum(this.economic.filter((one) => one.code.startsWith(code)), (one) => one.amount);
      const personnel = /^30[13]/.test(code) ? amount : 0;
      return { code, name: names[code]!, personnel, publicUse: amount - personnel, basic: amount, project: 0, total: amount };
    });
  }
}

/** Items as lists: code, 人员, 公用, 项目, source. */
export function items(...list: readonly (readonly [string, number, number, number, Source?])[]): Item[] {
  return list.map(([code, personnel, publicUse, project, source = "general-public"]) => ({ code, personnel, publicUse, project, source }));
}

/** A budget whose economic items take what is left of 人员 and 公用 of general public money in 30101 and 30201. */
export function budget(all: readonly Item[], economic: Readonly<Record<string, number>> = {}): Budget {
  const { personnel, publicUse } = new Budget(all).of("general-public").total;
  const stated = Object.entries(economic).map(([code, amount]) => ({ code, amount }));
  const isPersonnel = ({ code }: Economic): boolean => /^30[13]/.test(code);
  const rest = [
    { code: "30101", amount: personnel - sum(stated.filter(isPersonnel), (one) => one.amount) },
    { code: "30201", amount: publicUse - sum(stated.filter((one) => !isPersonnel(one)), (one) => one.amount) },
  ];
  return new Budget(all, [...stated, ...rest]);
}

/** Hundredths as the city prints them: divided, zeros as it likes them. */
export function printed(zero: Value = null, divisor = 100): (amount: number) => Value {
  return (amount) => (amount === 0 ? zero : amount / divisor);
}
