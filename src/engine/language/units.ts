/** Units of measure: which quantities can be compared, and by what factor. Data only. */

/**
 * What a unit measures. Classifiers (家, 个, 次 …) all count and are taken for one another: a text says 家 where the column
 * says 个.
 */
export type Dimension =
  "rate" | "money" | "count" | "days" | "months" | "hours" | "marks" | "length" | "area" | "weight" | "plain";

export interface Unit {
  readonly dimension: Dimension;
  /**
   * What one of it is in the dimension's base: rate as a fraction, money in 元, months for years and quarters, seconds
   * for hours, thirds of a square metre for areas (a 亩 is two thousand of them), so that no factor is rounded.
   */
  readonly factor: string;
}

const MEASURES = {
  "%": { dimension: "rate", factor: "0.01" },
  "‰": { dimension: "rate", factor: "0.001" },
  个百分点: { dimension: "rate", factor: "0.01" },
  百分点: { dimension: "rate", factor: "0.01" },
  个百份点: { dimension: "rate", factor: "0.01" },
  百份点: { dimension: "rate", factor: "0.01" },
  个点: { dimension: "rate", factor: "0.01" },
  个千分点: { dimension: "rate", factor: "0.001" },
  千分点: { dimension: "rate", factor: "0.001" },
  倍: { dimension: "rate", factor: "1" },
  元: { dimension: "money", factor: "1" },
  千元: { dimension: "money", factor: "1000" },
  万元: { dimension: "money", factor: "10000" },
  百万元: { dimension: "money", factor: "1000000" },
  亿元: { dimension: "money", factor: "100000000" },
  亿: { dimension: "plain", factor: "100000000" },
  万: { dimension: "plain", factor: "10000" },
  天: { dimension: "days", factor: "1" },
  日: { dimension: "days", factor: "1" },
  个工作日: { dimension: "days", factor: "1" },
  日历天: { dimension: "days", factor: "1" },
  个日历天: { dimension: "days", factor: "1" },
  日历日: { dimension: "days", factor: "1" },
  自然日: { dimension: "days", factor: "1" },
  工作日: { dimension: "days", factor: "1" },
  周: { dimension: "days", factor: "7" },
  星期: { dimension: "days", factor: "7" },
  个月: { dimension: "months", factor: "1" },
  月: { dimension: "months", factor: "1" },
  季度: { dimension: "months", factor: "3" },
  个季度: { dimension: "months", factor: "3" },
  年: { dimension: "months", factor: "12" },
  个年度: { dimension: "months", factor: "12" },
  小时: { dimension: "hours", factor: "3600" },
  个小时: { dimension: "hours", factor: "3600" },
  分钟: { dimension: "hours", factor: "60" },
  秒: { dimension: "hours", factor: "1" },
  秒钟: { dimension: "hours", factor: "1" },
  米: { dimension: "length", factor: "1" },
  公里: { dimension: "length", factor: "1000" },
  千米: { dimension: "length", factor: "1000" },
  平方米: { dimension: "area", factor: "3" },
  m2: { dimension: "area", factor: "3" },
  万m2: { dimension: "area", factor: "30000" },
  km2: { dimension: "area", factor: "3000000" },
  km: { dimension: "length", factor: "1000" },
  KM: { dimension: "length", factor: "1000" },
  Km: { dimension: "length", factor: "1000" },
  kg: { dimension: "weight", factor: "1" },
  KG: { dimension: "weight", factor: "1" },
  t: { dimension: "weight", factor: "1000" },
  亩: { dimension: "area", factor: "2000" },
  公顷: { dimension: "area", factor: "30000" },
  平方公里: { dimension: "area", factor: "3000000" },
  万亩: { dimension: "area", factor: "20000000" },
  万平方米: { dimension: "area", factor: "30000" },
  克: { dimension: "weight", factor: "0.001" },
  毫克: { dimension: "weight", factor: "0.000001" },
  微克: { dimension: "weight", factor: "0.000000001" },
  公斤: { dimension: "weight", factor: "1" },
  千克: { dimension: "weight", factor: "1" },
  吨: { dimension: "weight", factor: "1000" },
  万吨: { dimension: "weight", factor: "10000000" },
  斤: { dimension: "weight", factor: "0.5" },
  平米: { dimension: "area", factor: "3" },
  分: { dimension: "marks", factor: "1" },
} satisfies Readonly<Record<string, Unit>>;

const CLASSIFIERS = [
  "个",
  "家",
  "次",
  "人",
  "人次",
  "户",
  "户次",
  "名",
  "位",
  "篇",
  "条",
  "本",
  "册",
  "份",
  "件",
  "件次",
  "起",
  "例",
  "场",
  "场次",
  "场/期",
  "次/年",
  "期",
  "项",
  "套",
  "台",
  "台套",
  "台/套",
  "台次",
  "辆",
  "辆次",
  "座",
  "处",
  "所",
  "种",
  "类",
  "批",
  "批次",
  "队",
  "支",
  "块",
  "宗",
  "单",
  "笔",
  "字",
  "部",
  "段",
  "对",
  "口",
  "盏",
  "幅",
  "张",
  "株",
  "棵",
  "头",
  "只",
  "科",
  "门",
  "课时",
  "学时",
  "页",
  "级",
  "轮",
  "轮次",
  "组",
  "班",
  "班次",
  "点位",
  "个点位",
  "个断面",
  "村",
  "社区",
  "园区",
  "条链",
  "链",
  "站",
  "间",
  "栋",
  "艘",
  "架",
  "颗",
  "枚",
  "把",
  "件/次",
  "个/次",
  "人/次",
  "人天",
  "人日",
  "人月",
  "个项目",
  "个单位",
  "家次",
  "家企业",
  "GB",
  "TB",
  "MB",
  "Mbps",
  "M",
  "kW",
  "MW",
  "度",
  "千瓦时",
  "立方米",
  "万立方米",
  "℃",
  "分贝",
  "人年",
  "岁",
  "周岁",
  "级次",
  "等次",
  "册次",
  "车次",
  "架次",
  "例次",
  "项次",
  "床日",
  "课次",
  "站次",
  "幢",
  "尾",
  "羽",
  "剂",
  "剂次",
  "帧",
  "卷",
  "人份",
  "代",
  "版",
  "集",
  "档",
  "趟",
  "节",
  "顶",
  "床",
  "床位",
  "桶",
  "瓶",
  "盒",
  "箱",
  "包",
  "袋",
  "吨标准煤",
  "吨标煤",
  "千克标准煤",
  "千克标煤",
  "公斤标准煤",
  "标箱",
  "标准箱",
  "TEU",
  "车位",
  "个车位",
  "泊位",
  "个泊位",
  "床次",
  "座次",
  "亩次",
  "车公里",
  "人公里",
  "公里次",
  "头只",
  "千瓦",
  "兆瓦",
  "千伏安",
  "升",
  "毫升",
  "标方",
  "立方",
  "mg/L",
];

/** "台（套）", "人（次）": one or the other of two, which count alike. */
const EITHER = [
  "台",
  "个",
  "人",
  "件",
  "家",
  "次",
  "场",
  "项",
  "户",
  "篇",
  "份",
  "辆",
  "套",
  "处",
  "座",
  "名",
  "期",
  "批",
  "条",
];
const EITHER_OF = ["套", "次", "个", "场", "处", "项", "件", "人", "家", "户", "期", "台", "辆", "座", "篇"];
const IN_BRACKETS = EITHER.flatMap((one) =>
  EITHER_OF.filter((other) => other !== one).map((other) => `${one}(${other})`),
);

/** Every unit by its spelling. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries({
    ...Object.fromEntries(
      [...CLASSIFIERS, ...IN_BRACKETS].map((name) => [name, { dimension: "count", factor: "1" } as const]),
    ),
    ...Object.fromEntries(CLASSIFIERS.map((name) => [`万${name}`, { dimension: "count", factor: "10000" } as const])),
    ...MEASURES,
  }),
);

/** The spellings, longest first, so that 万元 is never read as 万 and 元. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()].sort((a, b) => b.length - a.length);

/**
 * The unit of that name; the empty name is a plain number, an unknown unit counts things. "元/人天" is measured like 元:
 * what it is for each of is the indicator's business and the same on both sides. "/3" is what the unit of "2/3" is:
 * thirds.
 */
export function unitOf(name: string): Unit {
  if (name === "") return { dimension: "plain", factor: "1" };
  const known = UNITS.get(name);
  if (known !== undefined) return known;
  const parts = /^\/([2-9]|10)$/u.exec(name);
  if (parts !== null)
    return { dimension: "rate", factor: `0.${(10n ** 40n / BigInt(parts[1]!)).toString().padStart(40, "0")}` };
  const slash = name.search(/[/每]/u);
  const base = slash > 0 ? UNITS.get(name.slice(0, slash)) : undefined;
  if (base !== undefined) return base;
  // "千小时", "百个", "万册次": so many of something, be it in the tables or not.
  const zeros = /^[百千万亿](?=\p{Script=Han})/u.test(name) ? ZEROS.get(name[0]!)! : 0;
  const counted = UNITS.get(name.slice(1));
  if (zeros > 0 && counted !== undefined)
    return { dimension: counted.dimension, factor: shifted(counted.factor, zeros) };
  return { dimension: "count", factor: zeros >= 4 ? `1${"0".repeat(zeros)}` : "1" };
}

/** A decimal number with its point so many places further to the right. */
function shifted(number: string, places: number): string {
  const [whole = "", part = ""] = number.split(".");
  const moved = part.padEnd(places, "0");
  const left = `${whole}${moved.slice(0, places)}`.replace(/^0+(?=\d)/u, "");
  return moved.length > places ? `${left}.${moved.slice(places)}` : left;
}

const ZEROS = new Map([
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["亿", 8],
]);

/**
 * "100万" beside a column in 万元 or 元: so many ten thousands of what the column counts. Any other unit is itself.
 */
export function unitBeside(written: string, column: string): Unit {
  if (written !== "万" && written !== "亿") return unitOf(written);
  const bare = unitOf(column.replace(/^(?:百?万|[千亿])/u, ""));
  return { dimension: bare.dimension, factor: shifted(bare.factor, ZEROS.get(written)!) };
}

/** Whether figures in the two dimensions can be compared as they stand; a plain number takes the other's unit. */
export function comparable(a: Dimension, b: Dimension): boolean {
  return a === b || a === "plain" || b === "plain";
}
