import { yearsIn } from "./column-years";
import type { Header } from "./header";
import { oneOf } from "./patterns";
import type { Column, Part } from "./table";
import type { TableTemplate } from "./template";
import { rolesOf, withoutDivided } from "./roles";

/** What a grid column of a table is for. */
export type ColumnUse =
  | { readonly use: "code"; readonly of: "unit" | "subject"; readonly level: "full" | "class" | "section" | "item" }
  | { readonly use: "name"; readonly of: "unit" | "subject" }
  | { readonly use: "text" }
  | { readonly use: "amount" };

const unitWord = /单位|部门|机构/;
const textWord =
  /^(?:备注|说明|备注说明|依据|政策依据|序号|行次|栏次|测算.*|支出内容|资金用途|用途|责任.*|联系.*|是否.*)$/;
const nameWord = oneOf([
  ".*名称.*",
  "年度|年份",
  "(?:(?:部门|政府)?(?:预算)?支出)?(?:功能|经济)?(?:分类)?科目",
  "(?:支出)?(?:功能|经济)(?:分类)?(?:科目)?",
  "(?:支出|收入)?项目",
  "(?:预算)?(?:单位|部门)",
  String.raw`(?:科目|项目|单位)\(.*\)`,
]);

/** What each column of a matrix is for, from its header words alone. */
export function columnUses(header: Header): ColumnUse[] {
  const uses = header.paths.map(useOf);
  // "部门预算支出经济分类科目" beside "科目名称": where the names stand in a column of their own, it holds the codes.
  const coded = uses.some(({ use }) => use === "code");
  return uses.map((use, at) => {
    const next = header.paths[at + 1]?.at(-1) ?? "";
    const isCode = !coded && /科目$/.test(header.paths[at]!.at(-1) ?? "") && /^(?:科目)?名称$/.test(next);
    return isCode ? { use: "code", of: "subject", level: "full" } : use;
  });
}

function useOf(path: readonly string[]): ColumnUse {
  const leaf = withoutBrackets(path[path.length - 1] ?? "");
  const all = path.join("");
  // "部门预算经济分类" over "编码" is the department's classification, not its code.
  const ofUnit = unitWord.test(leaf) ? !/科目|功能/.test(leaf) : unitWord.test(all) && !/科目|功能|经济/.test(all);
  const of = ofUnit ? "unit" : "subject";
  if (leaf === "类") return { use: "code", of: "subject", level: "class" };
  if (leaf === "款") return { use: "code", of: "subject", level: "section" };
  if (leaf === "项") return { use: "code", of: "subject", level: "item" };
  if (/(?:编码|代码|编号)$/.test(leaf)) return { use: "code", of, level: "full" };
  if (textWord.test(leaf)) return { use: "text" };
  if (nameWord.test(leaf)) return { use: "name", of };
  return { use: "amount" };
}

/** "科目编码（类款项）" is called as "科目编码" is. */
function withoutBrackets(word: string): string {
  return word.replace(/(.)\([^()]*\)$/, "$1");
}

/**
 * Columns that are known by their words alone: codes, names, notes, and what stands beside the sum (last year, a
 * rate).
 */
export function readsWithoutRole(path: readonly string[]): boolean {
  const leaf = path[path.length - 1] ?? "";
  return (
    /(?:编码|代码|编号)$|^[类款项]$/.test(leaf) ||
    textWord.test(leaf) ||
    nameWord.test(leaf) ||
    (memoWord.test(path.join("")) && !sourceWord.test(path.join("")))
  );
}

const totalWord = oneOf([
  "合计|总计|总额|小计|计|金额",
  "资金总额|金额合计|预算总额|总金额|合计金额|总预算|预算合计",
  "(?:本年|年初|当年)?预算(?:数|额|金额)?",
  "(?:本年)?(?:基本)?(?:收入|支出)(?:合计|总计)",
]);
const groupTotalWord = /^(?:合计|总计|小计|金额|总额|计|合计金额|资金总额)$/;
const memoWord =
  /上年(?:度)?(?:预算|执行|决算|完成|实际)|增减|增长|差异|差额|[执完][行成]率|[比较](?:上年|20\d{2})|同比|占比|比例|[%‰]|人数|面积|数量|单价|^备注/;
/** "用事业基金弥补收支差额" is money that comes in, no difference between two columns. */
const sourceWord = /弥补.*差额/;
/** Over columns that divide the whole total one way; and over such that do so once more. */
const dividesWord = /^按.+分|^(?:合计|总计)(?:数)?中[:：]?$/;
const againWord = /^(?:合计|总计)/;
const ofWhichWord = /^其中[::]?/;

function groupTotalOf({ children }: Node): Node | undefined {
  return children.find((child) => child.children.length === 0 && groupTotalWord.test(plainWord(child.word)));
}

interface Node {
  readonly word: string;
  readonly slots: readonly number[];
  readonly children: readonly Node[];
}

/**
 * The amount columns of a header as a forest: which is a part of which, and what each means. `slots` are positions in
 * `header.paths`; `alternatives` divide the same total another way, those `apart` say the measures once more.
 */
export function columnForest(
  header: Header,
  slots: readonly number[],
  template: TableTemplate,
): { columns: Column[]; slots: number[]; alternatives: number[][]; apart: number[][] } {
  const columns: Column[] = [];
  const taken: number[] = [];
  const alternatives: number[][] = [];

  const add = (slot: number, parent: number | null, part: Part, words: readonly string[]): number => {
    const path = header.paths[slot]!;
    const leaf = plainWord(path[path.length - 1] ?? "");
    const above = path.slice(0, -1).join("");
    const matched =
      [...words, leaf]
        .map((word) => rolesOf(template.columns, plainWord(word), above))
        .find((roles) => roles.length > 0) ?? rolesNamed(path.join(""), template);
    const roles = [...new Set(matched.map((role) => role.role))];
    columns.push({ path, roles: rolesUnder(path, template) ?? roles, parent, part });
    taken.push(slot);
    return columns.length - 1;
  };

  const place = (nodes: readonly Node[], parent: number | null, insideOfWhich: boolean): void => {
    let last: number | null = null;
    for (const node of nodes) last = placeOne(node, parent, insideOfWhich, last);
  };

  /** Gives the column that a "其中" beside it is a part of. */
  const placeOne = (node: Node, parent: number | null, insideOfWhich: boolean, last: number | null): number | null => {
    const ofWhich = insideOfWhich || ofWhichWord.test(node.word);
    const part = ofWhich ? "of-which" : "sum";
    const begins = ofWhich && !insideOfWhich;
    const whole = begins ? (parent ?? last) : parent;
    if (node.children.length === 0) {
      // "其中" beside its whole on one level: the column before it is the whole.
      const index = add(node.slots[0]!, begins ? (last ?? whole) : whole, part, []);
      return ofWhich ? last : index;
    }
    const total = groupTotalOf(node);
    if (total === undefined) {
      place(node.children, ofWhichWord.test(node.word) ? (last ?? parent) : parent, ofWhich);
      return last;
    }
    const index = add(total.slots[0]!, whole, part, [node.word]);
    place(
      node.children.filter((child) => child !== total),
      index,
      false,
    );
    return ofWhich ? last : index;
  };

  let top = forest(header, slots, 0);
  const beside: Node[] = [];
  // What stands over all columns ("上年预算数" over a whole table of last year's) sets none of them apart.
  const overAll: string[] = [];
  for (;;) {
    const budgetYear = Math.max(0, ...top.flatMap((node) => yearsIn(wordsOf(header, node))));
    const totalled = top.some((node) => isTotalAlone(header, node));
    const isMemo = (node: Node): boolean => {
      const words = wordsOf(header, node);
      const own = overAll.reduce((left, word) => (left.startsWith(word) ? left.slice(word.length) : left), words);
      return (
        (memoWord.test(own) && !sourceWord.test(own)) ||
        (totalled && node.children.length === 0 && /^20\d{2}年/.test(words)) ||
        (!/结转|结余/.test(words) && yearsIn(words).some((year) => year < budgetYear)) ||
        rolesOf(template.columns, node.word, "").some((role) => role.memo === true)
      );
    };
    const kept = top.filter((node) => !isMemo(node));
    if (kept.length > 0) top = kept;
    const own = top.filter((node) => !isApart(node, template));
    if (own.length > 0) {
      beside.push(...top.filter((node) => !own.includes(node)));
      top = own;
    }
    const [only, ...others] = top;
    if (only === undefined || others.length > 0 || only.children.length === 0) break;
    overAll.push(only.word);
    top = [...only.children];
  }
  const total =
    top.find((node) => node.children.length === 0 && totalWord.test(withoutYear(plainWord(node.word)))) ??
    top.find(
      (node) => node.children.length === 0 && rolesNamed(node.word, template).some((role) => role.role === "total"),
    ) ??
    (top.length === 1 ? top[0] : undefined);
  let root: number | null = null;
  if (total && total.children.length === 0) root = add(total.slots[0]!, null, "sum", []);
  // 年初结转, 本年收入 and 年末结转 stand beside 本年支出小计: none of them is a part of it.
  const besideTotal = top.filter((node) => node !== total && hasRole(node, template, "beside"));
  place(besideTotal, null, false);
  const rest = top.filter((node) => node !== total && !besideTotal.includes(node));
  const divided = rest.filter((node) => dividesWord.test(node.word) && node.children.length > 0);
  const plain = rest.filter((node) => !divided.includes(node));
  place(plain, root, false);
  const again = onceMore(columns, root, template);
  if (again.length > 0) alternatives.push(again);
  divided.forEach((node, index) => {
    const first = columns.length;
    place(node.children, root, false);
    if (index > 0 || (plain.length > 0 && againWord.test(node.word)))
      alternatives.push(columns.slice(first).map((_, offset) => first + offset));
  });
  const apart = beside.map((node) => {
    const first = columns.length;
    const whole = groupTotalOf(node) ?? (node.children.length === 0 ? node : undefined);
    const index = whole === undefined ? null : add(whole.slots[0]!, null, "sum", []);
    place(
      node.children.filter((child) => child !== whole),
      index,
      false,
    );
    return columns.slice(first).map((_, offset) => first + offset);
  });
  applyTemplateParts(columns, template);
  if (root !== null && !columns[root]!.roles.includes("total"))
    columns[root] = { ...columns[root]!, roles: [...columns[root]!.roles, "total"] };
  return { columns: withoutDivided(columns, template.columns), slots: taken, alternatives, apart };
}

/**
 * "一般公共预算" under "上年结转结余" is money that was carried over, none of this year's; "基本支出" under a 本年收入 that stands
 * beside the total is income. Null for a column that does not stand under such a word.
 */
function rolesUnder(path: readonly string[], template: TableTemplate): string[] | null {
  const over = path.slice(0, -1).findLast((word) => kindUnder(word, template) !== null);
  if (over === undefined || groupTotalWord.test(plainWord(path.at(-1)!))) return null;
  const kind = kindUnder(over, template)!;
  const whole = rolesOf(template.columns, plainWord(over)).map(({ role }) => role);
  const own = rolesOf(template.columns, plainWord(path.at(-1)!)).map(({ role }) => role);
  return [...whole, ...own.filter((role) => !whole.includes(role)).map((role) => `${kind}-${role}`)];
}

/**
 * What the columns under a word are of: "carried" money, or what the template says stands beside the total
 * ("income").
 */
function kindUnder(word: string, template: TableTemplate): string | null {
  const roles = rolesOf(template.columns, plainWord(word));
  if (roles.length === 0) return null;
  return /结转|结余/.test(word) ? "carried" : (roles.find((role) => role.beside === true)?.role ?? null);
}

/**
 * "合计 | 基本支出 | 项目支出 | 其中：当年安排 | 上年结转安排": the columns that by what they mean divide the total once more, whichever of
 * them "其中" stands in front of; none where only one of them is there, or nothing else.
 */
function onceMore(columns: Column[], root: number | null, { columns: roles = [] }: TableTemplate): number[] {
  const wanted = new Set(roles.filter(({ again }) => again === true).map(({ role }) => role));
  const isAgain = (column: Column): boolean => column.roles.some((role) => wanted.has(role));
  const found = columns.flatMap((column, index) => (isAgain(column) ? [index] : []));
  const others = columns.filter((column, index) => index !== root && column.parent === root && !isAgain(column));
  if (root === null || found.length < 2 || others.length === 0) return [];
  for (const index of found) columns[index] = { ...columns[index]!, parent: root, part: "sum" };
  return found;
}

/** "预算数" beside "决算数": the measures said once more, by what the template says of the word. */
function isApart(node: Node, template: TableTemplate): boolean {
  return hasRole(node, template, "apart");
}

/** Does the template say so of the word? */
function hasRole({ word }: Node, template: TableTemplate, property: "apart" | "beside"): boolean {
  return rolesNamed(word, template).some((role) => role[property] === true);
}

/** What a word means, else what it means without the year in front: "2025年度决算数". */
function rolesNamed(word: string, { columns }: TableTemplate): ReturnType<typeof rolesOf> {
  const plain = plainWord(word);
  const roles = rolesOf(columns, plain, "");
  return roles.length > 0 || withoutYear(plain) === plain ? roles : rolesOf(columns, withoutYear(plain), "");
}

function withoutYear(word: string): string {
  return word.replace(/^20\d{2}年(?:度)?/, "");
}

/** "合计" without a year: beside it "2025年预算数" is another year's, whatever the year of the table. */
const isTotalAlone = (header: Header, node: Node): boolean =>
  node.children.length === 0 &&
  groupTotalWord.test(plainWord(node.word)) &&
  yearsIn(wordsOf(header, node)).length === 0;

/** All that stands over a column that is alone below its words ("2025年执行数" over "合计"); the word of a group. */
function wordsOf(header: Header, { word, slots, children }: Node): string {
  return children.length === 0 ? header.paths[slots[0]!]!.join("") : word;
}

/**
 * Parts that only the form's rules tell ("公务用车购置" is a part of "公务用车购置及运行费"): of the nearest column around or before
 * them.
 */
export function applyTemplateParts(columns: Column[], template: TableTemplate): void {
  for (const role of template.columns ?? []) {
    const { partOf } = role;
    if (partOf === undefined) continue;
    columns.forEach((column, index) => {
      if (!column.roles.includes(role.role) || isInside(columns, index, role.role)) return;
      const whole = wholeOf(columns, index, partOf);
      if (whole === null || isInside(columns, whole, role.role)) return;
      columns[index] = {
        ...column,
        parent: whole,
        part: column.part === "of-which" && role.complete !== true ? "of-which" : "sum",
      };
    });
  }
}

/** True where the template names the parts of this column as a complete list, and they are there. */
export function partsAreKnown(columns: readonly Column[], whole: number, template: TableTemplate): boolean {
  const complete = (template.columns ?? []).filter(
    (role) => role.complete === true && role.partOf !== undefined && columns[whole]!.roles.includes(role.partOf),
  );
  return columns.some((column) => column.parent === whole && complete.some((role) => column.roles.includes(role.role)));
}

function wholeOf(columns: readonly Column[], index: number, role: string): number | null {
  for (let above = columns[index]!.parent; above !== null; above = columns[above]!.parent)
    if (columns[above]!.roles.includes(role)) return above;
  const wholes = columns.flatMap((column, at) => (at !== index && column.roles.includes(role) ? [at] : []));
  return wholes.filter((whole) => whole < index).pop() ?? wholes[0] ?? null;
}

function isInside(columns: readonly Column[], index: number, role: string): boolean {
  for (let above = columns[index]!.parent; above !== null; above = columns[above]!.parent)
    if (columns[above]!.roles.includes(role)) return true;
  return false;
}

/** A header word without "其中" in front and without the unit of money behind. */
function plainWord(word: string): string {
  return word
    .replace(ofWhichWord, "")
    .replace(/[(（](?:金额)?(?:单位[::])?(?:人民币)?(?:百万元|万元|千元|亿元|元)[)）]$/, "");
}

function forest(header: Header, slots: readonly number[], level: number): Node[] {
  const depth = header.levels[0]?.length ?? 0;
  const nodes: Node[] = [];
  for (let start = 0; start < slots.length;) {
    const slot = slots[start]!;
    let row = level;
    while (row < depth && header.levels[slot]![row] === "") row += 1;
    if (row >= depth) {
      start += 1;
      continue;
    }
    const span = header.spans[slot]![row]!;
    let end = start + 1;
    // A column that holds no amounts may stand between two of a group.
    while (end < slots.length && header.spans[slots[end]!]![row] === span) end += 1;
    const run = slots.slice(start, end);
    const word = header.levels[slot]![row]!;
    if (run.length === 1) {
      const path = header.levels[slot]!.slice(row).filter((text) => text !== "");
      const leaf = path[path.length - 1] ?? word;
      nodes.push({
        word: ofWhichWord.test(word) && !ofWhichWord.test(leaf) ? `其中:${leaf}` : leaf,
        slots: run,
        children: [],
      });
    } else {
      nodes.push({ word, slots: run, children: forest(header, run, row + 1) });
    }
    start = end;
  }
  return nodes;
}
