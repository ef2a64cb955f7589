import type { Column, Line, Section } from "../table";
import { valueAt } from "./of-which-lists";

/** Lines looked at to tell how a total is divided. */
const sampleLines = 60;
/** One line can agree by chance. */
const fewestTelling = 2;
/** So large a share of the lines must add up; a few may be wrong for themselves. */
const mostLines = 0.8;
/** More columns than this under one total are one list. */
const mostParts = 16;
/** Of each figure, what rounding to the second decimal takes away. */
const roundedAway = 0.005;

/** What the figures say of the columns under one whole: how they divide it, each way by itself. */
interface Cuts {
  readonly whole: number;
  readonly ways: readonly (readonly number[])[];
}

/**
 * "合计 | 当年安排 | 上年结转 | 基本支出 | 项目支出": the same total divided twice, side by side, and nothing in the header says
 * so. The figures do: all columns together are the total in hardly any line, and one run of them after the other is in
 * nearly all. Gives the columns, and those that divide the table's total another way than the first ones; below the
 * total, what divides once more is named within it.
 */
export function withCuts(
  section: Section,
  taken: readonly (readonly number[])[],
): { columns: Column[]; alternatives: number[][] } {
  const columns = [...section.columns];
  const root = columns.findIndex(({ roles }) => roles.includes("total"));
  const known = new Set(taken.flat());
  const alternatives: number[][] = [];
  for (const whole of new Set(columns.map(({ parent }) => parent))) {
    if (whole === null) continue;
    const parts = columns.flatMap(({ parent, part }, index) =>
      parent === whole && part === "sum" && !known.has(index) ? [index] : [],
    );
    const cuts = cutsOf(section, whole, parts);
    if (cuts === null) continue;
    for (const way of cuts.ways.slice(1)) {
      if (whole === root) alternatives.push(way.flatMap((index) => [index, ...below(columns, index)]));
      else for (const index of way) columns[index] = { ...columns[index]!, part: "of-which" };
    }
  }
  return { columns, alternatives };
}

/** All columns under one, at any depth. */
function below(columns: readonly Column[], whole: number): number[] {
  return columns.flatMap(({ parent }, index) => (parent === whole ? [index, ...below(columns, index)] : []));
}

function cutsOf(section: Section, whole: number, parts: readonly number[]): Cuts | null {
  if (parts.length < 2 || parts.length > mostParts) return null;
  const telling = section.lines
    .filter((line) => line.repeats === null && valueAt(section, line, whole) !== 0)
    .slice(0, sampleLines)
    .filter((line) => parts.some((part) => valueAt(section, line, part) !== 0));
  if (telling.length < fewestTelling) return null;
  const held = (some: readonly number[]): number =>
    telling.filter((line) => isSum(section, line, whole, some)).length / telling.length;
  if (held(parts) > 1 - mostLines) return null;
  const ways = bestWays(parts, held);
  return ways === null ? null : { whole, ways };
}

/** The parts cut once or twice so that each run holds in the most lines; null where none does in nearly all. */
function bestWays(
  parts: readonly number[],
  held: (some: readonly number[]) => number,
): readonly (readonly number[])[] | null {
  let best: { ways: readonly (readonly number[])[]; least: number } | null = null;
  const tryOut = (ways: readonly (readonly number[])[]): void => {
    const least = Math.min(...ways.map(held));
    if (least >= mostLines && (best === null || least > best.least)) best = { ways, least };
  };
  for (let first = 1; first < parts.length; first++) tryOut([parts.slice(0, first), parts.slice(first)]);
  for (let first = 1; first < parts.length; first++)
    for (let second = first + 1; second < parts.length; second++)
      tryOut([parts.slice(0, first), parts.slice(first, second), parts.slice(second)]);
  return (best as { ways: readonly (readonly number[])[] } | null)?.ways ?? null;
}

function isSum(section: Section, line: Line, whole: number, parts: readonly number[]): boolean {
  const sum = parts.reduce((all, part) => all + valueAt(section, line, part), 0);
  return Math.abs(valueAt(section, line, whole) - sum) <= roundedAway * (parts.length + 1) + 1e-6;
}
