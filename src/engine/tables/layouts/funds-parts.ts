import type { Line, Section } from "../table";
import { valueAt } from "./of-which-lists";

/** Amounts are shown to the fen or to a hundredth of 万元 at most. */
const nothing = 0.005;
/** In so many columns a part must be the whole. */
const fewestAlike = 2;
const natures: readonly string[] = ["basic", "project", "other-nature"];

/**
 * Rows of money that the form's template does not know ("中央资金", "社会资本"): parts of the total where the figures say
 * so, column
 * by column; beside it otherwise.
 */
export function withUnknownFunds(section: Section): Section {
  const { lines } = section;
  const total = totalOf(lines);
  const unknown = lines.flatMap((line, at) => (line.roles.length === 0 ? [at] : []));
  if (total < 0 || unknown.length === 0) return section;
  const known = lines.flatMap((line, at) => (line.parent === total ? [at] : []));
  if (agreeing(section, total, [...known, ...unknown]) <= agreeing(section, total, known)) return section;
  return {
    ...section,
    lines: lines.map((line, at): Line =>
      unknown.includes(at) || known.includes(at) ? { ...line, parent: total, part: "sum" } : line,
    ),
  };
}

/**
 * 上级补助 is a part of 财政拨款 in one form and stands beside it in another ("财政拨款 | 上级补助 | 其他资金"): beside it where the total
 * is the sum of all, or where it is more than 财政拨款 itself.
 */
export function withPartsBeside(section: Section): Section {
  const { lines } = section;
  const moved = [...lines];
  lines.forEach(({ parent: whole }, fiscal) => {
    if (whole === null) return;
    const childrenOf = (parent: number): number[] => lines.flatMap((line, at) => (line.parent === parent ? [at] : []));
    const inside = childrenOf(fiscal).filter((at) => lines[at]!.roles.some((role) => role.endsWith("fiscal-part")));
    const beside = childrenOf(whole);
    if (inside.length === 0) return;
    const addUp = agreeing(section, whole, [...beside, ...inside]) > agreeing(section, whole, beside);
    if (!addUp && !inside.some((at) => exceeds(section, at, fiscal))) return;
    for (const at of [...beside, ...inside]) moved[at] = { ...moved[at]!, parent: whole, part: "sum" };
  });
  return { ...section, lines: moved };
}

/**
 * 当年财政拨款 alone under 合计 is all of it where both are the same in most columns: there is no other money.
 */
export function withOnlyPart(section: Section): Section {
  const { lines, columns } = section;
  const total = totalOf(lines);
  const parts = lines.flatMap((line, at) => (total >= 0 && line.parent === total ? [at] : []));
  const [only] = parts;
  if (only === undefined || parts.length > 1 || lines[only]!.part === "sum") return section;
  const told = columns.filter((_, column) => valueAt(section, lines[total]!, column) > nothing).length;
  const same = agreeing(section, total, [only]);
  if (same < fewestAlike || same < told - 1) return section;
  return { ...section, lines: lines.map((line, at): Line => (at === only ? { ...line, part: "sum" } : line)) };
}

/** Whether one line is more than another in every column that has something of both. */
function exceeds(section: Section, line: number, other: number): boolean {
  const pairs = section.columns
    .map((_, column) => [line, other].map((at) => valueAt(section, section.lines[at]!, column)))
    .filter(([one, two]) => one! > nothing && two! > nothing);
  return pairs.length > 0 && pairs.every(([one, two]) => one! > two! + nothing);
}

/** 基本支出 and 项目支出 are the parts of a total that is not divided by source. */
export function withNatures(section: Section): Section {
  const { lines } = section;
  const total = totalOf(lines);
  const own = naturesOf(lines);
  if (total < 0 || own.length < 2 || lines.some((line) => line.parent === total)) return section;
  return { ...section, lines: lines.map((line, at) => (own.includes(at) ? { ...line, parent: total } : line)) };
}

/**
 * 年度资金总额 over 基本支出 and 项目支出, where it is divided by source already: the same money once more. Null where there are no
 * such rows, or they make it in no column.
 */
export function naturesBeside(section: Section): Section | null {
  const { lines } = section;
  const total = totalOf(lines);
  const own = naturesOf(lines);
  if (total < 0 || own.length < 2 || own.some((at) => lines[at]!.parent !== null)) return null;
  if (agreeing(section, total, own) === 0) return null;
  return {
    ...section,
    name: "funds-nature",
    lines: [total, ...own].map((at): Line => ({ ...lines[at]!, parent: at === total ? null : 0, part: "sum" })),
  };
}

function totalOf(lines: readonly Line[]): number {
  return lines.findIndex((line) => line.roles.includes("grand-total"));
}

function naturesOf(lines: readonly Line[]): number[] {
  return lines.flatMap((line, at) => (line.roles.some((role) => natures.includes(role)) ? [at] : []));
}

/** In how many columns these lines make the total, nothing but zeros left out. */
function agreeing(section: Section, total: number, parts: readonly number[]): number {
  const at = (line: number, column: number): number => valueAt(section, section.lines[line]!, column);
  return section.columns.filter((_, column) => {
    const whole = at(total, column);
    const sum = parts.reduce((all, part) => all + at(part, column), 0);
    return Math.abs(whole) > nothing && Math.abs(whole - sum) < nothing;
  }).length;
}
