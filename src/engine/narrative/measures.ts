import type { Facets, TableTemplate } from "../tables";

/**
 * What a name in the text means: "income", "basic", "procurement-goods", "function-215"… (the `lines` of the narrative
 * template).
 */
export type Measure = string;

/** A name inside a longer text; positions in that text. */
export interface Mention {
  readonly measure: Measure;
  readonly start: number;
  readonly end: number;
}

/** Recognises the names of measures; made of a narrative template, so that a new spelling is a line of data. */
export interface Vocabulary {
  /** The measure that a whole name stands for, and null where it is none that is known. */
  readonly find: (name: string) => Measure | null;
  /** The measure that a short name stands for beside its whole: 运行费 among 公务用车…; null where it is none. */
  readonly findShort: (name: string) => Measure | null;
  /** What a measure means; null where no table has such a figure. */
  readonly facetsOf: (measure: Measure) => Facets | null;
  /**
   * A name that is made of several, "一般公共预算财政拨款" and "基本支出": what the last one is called, and what they mean
   * together; null where other words stand between them.
   */
  readonly compose: (name: string) => { readonly measure: Measure; readonly facets: Facets | null } | null;
  /** The measures named anywhere in a stretch of text, in order; where names overlap, the longest. */
  readonly mentioned: (text: string) => readonly Mention[];
}

/** Words around a name that do not change what it means: "预算安排", "总额", "为"… */
const before =
  "(?:决算|执行|调整|财政|预算|年初|安排|核定|编列|列支|拟|计划|预计|全年|全口径|部门|单位|共|合计|总计|当年|各项|的)*";
const after =
  "(?:的|全年|决算|执行|完成|调整|年初|财政|预算|拟|计划|预计|核定|批复|安排|编制|总额|总数|总量|数|额|合计|总计|小计|" +
  "金额|资金|规模|经费|费用|费|情况|均|各|为|是|共|计|达|到|约|近|有|:|\\([^()]*\\))*";

/** What may stand between and around the names of a compound. */
const between =
  /^(?:预算|全年|决算|执行|年初|当年|本年|安排|使用|资金|拨款|财政|部门|单位|总额|总计|合计|中|的|数|额|为|是|共|计|约)*$/;

/**
 * Meanings one within the other: the inner one's come first, but 收入 and 支出 of themselves name no fund where the outer
 * one has named one, and 财政拨款 of a fund is that fund's.
 */
export function together(outer: Facets, inner: Facets): Facets {
  const named = outer["fund"];
  const wider = inner["fund"] === "all" || (inner["fund"] === "fiscal" && named !== "all");
  return { ...outer, ...inner, ...(named !== undefined && wider ? { fund: named } : {}) };
}

/** A vocabulary of a template's roles. Throws a SyntaxError where a pattern is no regular expression. */
export function readVocabulary(template: TableTemplate): Vocabulary {
  const roles = template.lines ?? [];
  // One expression for all names: the group that matched says which.
  const any = `(?:${roles.map((role, index) => `(?<m${index}>${role.names.join("|")})`).join("|")})`;
  const anywhere = new RegExp(any);
  const exact = new RegExp(`^${any}$`);
  const wordy = new RegExp(`^${before}${any}${after}$`);
  const shorts = roles.flatMap(({ role, short }) =>
    short === undefined ? [] : [{ measure: role, pattern: new RegExp(`^${before}(?:${short.join("|")})${after}$`) }],
  );
  const inside = roles.map((role) => ({
    measure: role.role,
    pattern: new RegExp(role.names.map((name) => `(?:${name})`).join("|"), "g"),
  }));
  const known = new Map<string, Measure | null>();
  const mentions = new Map<string, readonly Mention[]>();
  const meanings = new Map<Measure, Facets>(roles.flatMap(({ role, facets }) => (facets ? [[role, facets]] : [])));
  return {
    findShort: (name) => shorts.find(({ pattern }) => pattern.test(name))?.measure ?? null,
    facetsOf: (measure) => meanings.get(measure) ?? null,
    compose(name) {
      const named = this.mentioned(name);
      const last = named.at(-1);
      if (last === undefined) return null;
      let at = 0;
      for (const { start, end } of named) {
        if (!between.test(name.slice(at, start))) return null;
        at = end;
      }
      if (!between.test(name.slice(at))) return null;
      const facets = named.map(({ measure }) => meanings.get(measure));
      const whole = facets.every((one) => one !== undefined)
        ? facets.reduce((all: Facets, one) => together(all, one), {})
        : null;
      return { measure: last.measure, facets: whole };
    },
    find(name) {
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const groups = (exact.exec(name) ?? wordy.exec(name))?.groups ?? {};
      const group = Object.keys(groups).find((key) => groups[key] !== undefined);
      const found = group === undefined ? null : roles[Number(group.slice(1))]!.role;
      if (known.size > 5000) known.clear();
      known.set(name, found);
      return found;
    },
    mentioned(text) {
      const cached = mentions.get(text);
      if (cached !== undefined) return cached;
      const found = anywhere.test(text) ? mentionsIn(text, inside) : [];
      if (mentions.size > 5000) mentions.clear();
      mentions.set(text, found);
      return found;
    },
  };
}

function mentionsIn(
  text: string,
  names: readonly { readonly measure: Measure; readonly pattern: RegExp }[],
): readonly Mention[] {
  const hits: Mention[] = [];
  for (const { measure, pattern } of names) {
    // Asked first: to look for all matches a pattern is copied, and most names are not there.
    if (text.search(pattern) < 0) continue;
    for (const match of text.matchAll(pattern))
      hits.push({ measure, start: match.index, end: match.index + match[0].length });
  }
  hits.sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Mention[] = [];
  for (const hit of hits)
    if (hit.end > hit.start && kept.every((other) => hit.end <= other.start || hit.start >= other.end)) kept.push(hit);
  return kept.sort((a, b) => a.start - b.start);
}

/** One way in which a whole falls into parts. */
export interface Partition {
  readonly whole: readonly Measure[];
  readonly parts: readonly Measure[];
  /** Where all parts of one of these lists are named, the list is complete. */
  readonly complete: readonly (readonly Measure[])[];
  /** A part is less than the figure of the same name: 公务接待费 of the 公用经费 is not all 公务接待费. */
  readonly narrower?: boolean;
}

const functions = [
  "201",
  "202",
  "203",
  "204",
  "205",
  "206",
  "207",
  "208",
  "209",
  "210",
  "211",
  "212",
  "213",
  "214",
  "215",
  "216",
  "217",
  "219",
  "220",
  "221",
  "222",
  "223",
  "224",
  "229",
  "231",
  "232",
  "233",
].map((code) => `function-${code}`);
const sources = [
  "fiscal",
  "fiscal-income",
  "general-public",
  "general-public-income",
  "government-fund",
  "government-fund-income",
  "state-capital",
  "state-capital-income",
  "appropriation",
  "non-tax",
  "special-account",
  "unit-funds",
  "undertaking",
  "operating-income",
  "superior-subsidy",
  "affiliate-income",
  "other-income",
  "use-of-surplus",
  "carry-over",
];
/** What a fund pays, where a text says 支出 of it. */
const fundExpenditures = [
  "fiscal-expenditure",
  "general-public-expenditure",
  "government-fund-expenditure",
  "state-capital-expenditure",
];
const natures = ["basic", "project", "operating-expenditure", "superior-remittance", "affiliate-subsidy", "carry-out"];
const economics = ["301", "302", "303", "307", "310"].map((code) => `economic-${code}`);
const incomes = ["income", "income-grand-total", "income-year-total", "budget-total"];
const expenditures = ["expenditure", "expenditure-grand-total", "expenditure-year-total", "budget-total"];
const fiscals = ["fiscal", "fiscal-total", "fiscal-income", "fiscal-expenditure"];
const generals = ["general-public", "general-public-expenditure"];
const funds = ["government-fund", "government-fund-expenditure", "state-capital", "state-capital-expenditure"];

/**
 * How the wholes of a 说明 fall into parts. A part may itself be the whole of another partition (公务用车购置及运行费), then
 * its own parts are never added beside it. Source: 政府收支分类科目 and the official tables.
 */
export const partitions: readonly Partition[] = [
  { whole: [...incomes, ...expenditures], parts: sources, complete: [] },
  {
    whole: ["income", "income-grand-total", "budget-total"],
    parts: ["income-year-total", "carry-over", "use-of-surplus"],
    complete: [["income-year-total", "carry-over"]],
  },
  {
    whole: ["expenditure", "expenditure-grand-total", "budget-total"],
    parts: ["expenditure-year-total", "carry-out"],
    complete: [["expenditure-year-total", "carry-out"]],
  },
  {
    whole: fiscals,
    parts: [
      "general-public",
      "general-public-income",
      "general-public-expenditure",
      "government-fund",
      "government-fund-income",
      "government-fund-expenditure",
      "state-capital",
      "state-capital-income",
      "state-capital-expenditure",
      "carry-over",
    ],
    complete: [],
  },
  {
    whole: ["fiscal-total"],
    parts: ["fiscal-income", "carry-over"],
    complete: [["fiscal-income", "carry-over"]],
  },
  {
    whole: ["fiscal-total"],
    parts: ["fiscal-expenditure", "carry-out"],
    complete: [["fiscal-expenditure", "carry-out"]],
  },
  { whole: ["general-public", "general-public-income"], parts: ["appropriation", "non-tax"], complete: [] },
  {
    whole: ["unit-funds"],
    parts: ["undertaking", "operating-income", "superior-subsidy", "affiliate-income", "other-income"],
    complete: [],
  },
  {
    whole: [...expenditures, ...generals, ...funds, "performance-overall"],
    parts: natures,
    complete: [["basic", "project"]],
  },
  {
    whole: [...expenditures, ...fiscals, ...generals],
    parts: ["personnel", "public-use", "economic-303", "project"],
    complete: [],
  },
  { whole: fiscals, parts: natures, complete: [["basic", "project"]], narrower: true },
  {
    whole: ["basic", "project", "three-public", "procurement", "running-cost", "meeting", "training"],
    parts: [...sources, ...fundExpenditures],
    complete: [],
    narrower: true,
  },
  {
    whole: ["three-public", "procurement", "running-cost", "meeting", "training"],
    parts: natures,
    complete: [["basic", "project"]],
    narrower: true,
  },
  {
    whole: ["basic", "project", "public-use", "running-cost", "economic-302"],
    parts: [
      "meeting",
      "training",
      "abroad",
      "vehicle",
      "vehicle-purchase",
      "vehicle-operation",
      "reception",
      "three-public",
      "procurement",
    ],
    complete: [],
    narrower: true,
  },
  { whole: ["basic"], parts: ["personnel", "public-use"], complete: [["personnel", "public-use"]] },
  { whole: [...expenditures, ...fiscals, ...generals, ...funds, "basic", "project"], parts: functions, complete: [] },
  {
    whole: [...expenditures, ...fiscals, ...generals, ...funds, "basic", "project", "personnel", "public-use"],
    parts: economics,
    complete: [],
  },
  { whole: economics, parts: ["basic", "project"], complete: [["basic", "project"]] },
  {
    whole: ["three-public"],
    parts: ["abroad", "vehicle", "vehicle-purchase", "vehicle-operation", "reception"],
    complete: [
      ["abroad", "vehicle", "reception"],
      ["abroad", "vehicle-purchase", "vehicle-operation", "reception"],
    ],
  },
  {
    whole: ["vehicle"],
    parts: ["vehicle-purchase", "vehicle-operation"],
    complete: [["vehicle-purchase", "vehicle-operation"]],
  },
  {
    whole: ["procurement"],
    parts: ["procurement-goods", "procurement-works", "procurement-services"],
    complete: [["procurement-goods", "procurement-works", "procurement-services"]],
  },
  { whole: ["general-spending"], parts: ["meeting", "training"], complete: [] },
];

/** The partitions of a whole. */
export function partitionsOf(whole: Measure | null): readonly Partition[] {
  return whole === null ? [] : partitions.filter((partition) => partition.whole.includes(whole));
}

/** Can this measure be a part of that whole? */
export function isPartOf(part: Measure, whole: Measure | null): boolean {
  return part !== whole && partitionsOf(whole).some((partition) => partition.parts.includes(part));
}

/** Is a part of that whole the very figure that the tables show under its name? */
export function isFigureOf(part: Measure, whole: Measure | null): boolean {
  return (
    part !== whole &&
    partitionsOf(whole).some((partition) => partition.narrower !== true && partition.parts.includes(part))
  );
}
