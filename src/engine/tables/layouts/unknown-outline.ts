import type { Steps } from "../../steps";
import type { Grid, Region } from "../grid";
import { looksNumeric, rawText, roughAmount, textAt } from "../grid";
import type { Header } from "../header";
import { ROWS_A_STEP } from "../layout";
import type { TableContent } from "../layout";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { contentArea, firstText, preambleOf } from "../reading";
import type { Line, Part, Section } from "../table";
import type { TableTemplate } from "../template";
import { footnote, repeatsHeader } from "./matrix-rows";
import type { NamedAmounts } from "./unknown-ledger";
import { count, counted, proven } from "./unknown-proof";
import { ranksOf, type Row } from "./unknown-rows";

/** Parts that are counted again in others, or of which only some are named. */
const partly = /其中|授予|以上|以下|以内|占/;
/** Figures are shown to a hundredth. */
const nothing = 0.005;
/** So many headings with a figure and numbered rows below it make an outline. */
const fewestWholes = 2;

/** A row of an outline, with its figure where it has one. */
interface OutlineRow extends Row {
  readonly list: number;
  readonly amount: number | null;
  readonly isPartly: boolean;
  readonly isNumbered: boolean;
}

/**
 * "一、公务用车（辆）" over "1.机要通信用车", "2.应急保障用车", …: numbered headings over numbered rows, in one list of names and
 * figures or in several beside each other, read as one list in pages. Null where the figures do not prove most of the
 * headings. In steps.
 */
export function* readUnknownOutline(
  grid: Grid,
  region: Region,
  header: Header,
  template: TableTemplate,
  lists: readonly NamedAmounts[],
): Steps<TableContent | null> {
  const rows: OutlineRow[] = [];
  for (const list of lists.keys()) for (const row of yield* rowsOf(grid, region, header, lists, list)) rows.push(row);
  yield 0;
  const parents = parentsOf(rows);
  yield 0;
  const wholes = new Set(parents.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  if (wholes.size < fewestWholes || ![...wholes].every((whole) => rows[whole]!.isNumbered)) return null;
  const lines = rows.map((row, at): Line => ({
    page: row.list,
    position: row.position,
    label: row.label,
    labelCell: grid.sheet.base + row.position * grid.width + row.labelColumn,
    code: null,
    roles: [],
    repeats: null,
    ...parents[at]!,
  }));
  const read: Section = {
    name: "main",
    pages: lists.map(({ amounts }) => ({ sheet: grid.sheet, positions: [amounts + region.left] })),
    columns: [{ path: header.paths[lists[0]!.amounts]!, roles: ["total", "amount"], parent: null, part: "sum" }],
    lines,
  };
  yield 0;
  const { section, isProven } = proven(read, rows, grid, template);
  if (!isProven) return null;
  return {
    sections: byMeasure(section, rows),
    fields: [],
    blocks: [],
    embedded: new Map(),
    ...preambleOf(grid, region, header),
    evidence: [{ code: "row-labels", words: lines.slice(0, 4).map(({ label }) => label) }],
    confidence: 1,
    area: contentArea(grid, region, Math.max(...rows.map(({ position }) => position))),
  };
}

/** What is counted and what is paid, each in a section of its own: counts are whole numbers, and never rounded. */
function byMeasure(section: Section, rows: readonly OutlineRow[]): Section[] {
  const heads = section.lines.map((_, at) => headOf(section.lines, at));
  const broken = new Set(heads.filter((_, at) => rows[at]!.amount !== null && !Number.isInteger(rows[at]!.amount)));
  const counts = new Set([...new Set(heads)].filter((head) => !broken.has(head) && counted.test(rows[head]!.label)));
  const withRoles = (name: string, own: Section, roles: readonly string[]): Section => ({
    ...own,
    name,
    columns: own.columns.map((column) => ({ ...column, roles })),
  });
  const paid = linesOnly(section, (at) => !counts.has(heads[at]!));
  const numbered = linesOnly(section, (at) => counts.has(heads[at]!));
  return [
    withRoles("main", paid, ["total", "amount"]),
    withRoles("counts", numbered, ["total", "amount", count]),
  ].filter(({ lines }) => lines.length > 0);
}

function headOf(lines: readonly Line[], line: number): number {
  let head = line;
  for (let parent = lines[head]!.parent; parent !== null; parent = lines[head]!.parent) head = parent;
  return head;
}

/** A section with those of its lines that are wanted, wholes together with their parts. */
function linesOnly(section: Section, wanted: (line: number) => boolean): Section {
  const kept = section.lines.flatMap((_, at) => (wanted(at) ? [at] : []));
  const places = new Map(kept.map((at, place) => [at, place]));
  const lines = kept.map((at) => {
    const line = section.lines[at]!;
    return { ...line, parent: line.parent === null ? null : (places.get(line.parent) ?? null) };
  });
  return { ...section, lines };
}

function* rowsOf(
  grid: Grid,
  region: Region,
  header: Header,
  lists: readonly NamedAmounts[],
  list: number,
): Steps<OutlineRow[]> {
  const [names, amounts] = [lists[list]!.names + region.left, lists[list]!.amounts + region.left];
  const rows: OutlineRow[] = [];
  for (let position = header.body; position <= region.bottom; position++) {
    if (position % ROWS_A_STEP === 0) yield 0;
    if (footnote.test(firstText(grid, position, region))) break;
    const written = rawText(grid, position, names);
    if (!/[\u4e00-\u9fff]/.test(written) || repeatsHeader(grid, position, header, region)) continue;
    const { style, name, ofWhich } = enumerated(normalise(written));
    rows.push({
      position,
      label: tidy(written),
      labelColumn: names,
      isTotal: false,
      isSum: false,
      code: "",
      heads: [],
      level: `${indentation(written)}|${style}`,
      list,
      amount: looksNumeric(grid, position, amounts) ? roughAmount(grid, position, amounts) : null,
      isPartly: ofWhich || partly.test(textAt(grid, position, names)) || partly.test(name),
      isNumbered: style !== "",
    });
  }
  return rows;
}

type Place = Pick<Line, "parent" | "part">;

/**
 * A level that is met for the first time in its list is within those met before it. A heading without a figure says
 * nothing of its rows; what follows 其中 is not all of it.
 */
function parentsOf(rows: readonly OutlineRow[]): Place[] {
  const places: { parent: number | null; part: Part }[] = [];
  let ranks: ReadonlyMap<string, number> = new Map();
  let open: number[] = [];
  const lastPart = new Map<number, Part>();
  rows.forEach(({ level, list, amount, isPartly }, index) => {
    if (index === 0 || rows[index - 1]!.list !== list)
      [ranks, open] = [ranksOf(rows.filter((row) => row.list === list).map((row) => row.level)), []];
    while (open.length > 0 && ranks.get(rows[open.at(-1)!]!.level)! >= ranks.get(level)!) open.pop();
    const above = open.at(-1) ?? null;
    const isPart = isPartly || (above !== null && lastPart.get(above) === "of-which");
    const isTold = above !== null && rows[above]!.amount !== null && amount !== null;
    const part = isPart ? "of-which" : "sum";
    places.push({ parent: isTold ? above : null, part });
    if (isTold) lastPart.set(above, part);
    open.push(index);
  });
  return withoutLast(rows, places);
}

/** The last part, without which the others make the whole, says something else of it. */
function withoutLast(rows: readonly OutlineRow[], places: readonly Place[]): Place[] {
  const amount = (row: number): number => rows[row]!.amount ?? 0;
  const partsOf = new Map<number, number[]>();
  places.forEach(({ parent, part }, at) => {
    if (parent === null || part !== "sum") return;
    const parts = partsOf.get(parent);
    if (parts) parts.push(at);
    else partsOf.set(parent, [at]);
  });
  const settled = [...places];
  for (const [parent, parts] of partsOf) {
    const last = parts.at(-1)!;
    if (amount(last) === 0 || parts.length < 2) continue;
    const others = parts.slice(0, -1).reduce((sum, at) => sum + amount(at), 0);
    if (Math.abs(others - amount(parent)) < nothing) settled[last] = { parent, part: "of-which" };
  }
  return settled;
}
