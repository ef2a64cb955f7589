import { normalise } from "../normalise";
import type { TableTemplate } from "../template";

/** What a row's place in the classification is told from. */
export interface PlacedRow {
  readonly label: string;
  readonly code: string | null;
  readonly codeOf: "unit" | "subject" | null;
  /** Unit named beside a subject. */
  readonly unit: string | null;
  readonly isTotal: boolean;
  /** First row after a page break. */
  readonly pageTop: boolean;
  readonly depth: number;
  readonly ofWhich: boolean;
  readonly roles: readonly string[];
}

/** Of each row: the row it is a part of, and the earlier row that it repeats. */
export interface Places {
  readonly parent: (number | null)[];
  readonly repeats: (number | null)[];
}

/** Rows by code within blocks; a block is a unit, or the whole table. Built only where order alone does not tell. */
class CodesByBlock {
  private readonly blocks = new Map<number, Map<string, number>>();

  constructor(rows: readonly PlacedRow[], blockOf: Int32Array) {
    rows.forEach((row, index) => {
      if (row.code === null || row.codeOf !== "subject") return;
      let codes = this.blocks.get(blockOf[index]!);
      if (!codes) this.blocks.set(blockOf[index]!, (codes = new Map<string, number>()));
      if (!codes.has(row.code)) codes.set(row.code, index);
    });
  }

  find(block: number, code: string): number | undefined {
    return this.blocks.get(block)?.get(code);
  }
}

/**
 * Parents by code: the longest printed code that begins this one, within the same unit; else the unit; else the total.
 */
export function codeParents(rows: readonly PlacedRow[], total: number): Places {
  const parent = new Array<number | null>(rows.length).fill(null);
  const repeats = new Array<number | null>(rows.length).fill(null);
  const root = total < 0 ? null : total;
  const { blockOf, units } = blocksOf(rows, total, root, repeats);
  let byCode: CodesByBlock | null = null;
  const codes = (): CodesByBlock => (byCode ??= new CodesByBlock(rows, blockOf));
  markRepeatedSubjects(rows, blockOf, repeats, codes);
  const disordered = placeInOrder(rows, blockOf, repeats, parent);
  const wholeOf = (row: PlacedRow, index: number): number | null => {
    if (row.codeOf === "unit") return longestPrefix(row.code, (prefix) => units.get(prefix)) ?? root;
    // A row without a code in a coded table ("其中：…", "小计"): nothing says where it belongs.
    if (row.code === null) return row.ofWhich && index > 0 && !rows[index - 1]!.isTotal ? index - 1 : null;
    const block = blockOf[index]!;
    const above = row.code.length > 3 ? longestPrefix(row.code, (prefix) => codes().find(block, prefix)) : null;
    return above ?? (block >= 0 ? block : root);
  };
  rows.forEach((row, index) => {
    const isPlaced = (parent[index] !== null && !disordered) || repeats[index] !== null || row.isTotal;
    if (!isPlaced) parent[index] = wholeOf(row, index);
  });
  return { parent, repeats };
}

/**
 * Which block each row belongs to: the index of its unit's row, or a negative number for a unit that has no row of its
 * own. Unit rows repeated at a page top go on with their block.
 */
function blocksOf(
  rows: readonly PlacedRow[],
  total: number,
  root: number | null,
  repeats: (number | null)[],
): { blockOf: Int32Array; units: Map<string, number> } {
  const blockOf = new Int32Array(rows.length).fill(-1);
  const units = new Map<string, number>();
  const names = new Map<string, number>();
  const rowless = new Map<string, number>();
  const below = unitRowsByName(rows);
  let current = -1;
  let afterPage = false;
  /** The row of a unit: its own, or the earlier one that it repeats at a page top. */
  const unitRow = (row: PlacedRow, index: number): number => {
    const key = row.code ?? row.label;
    const earlier = units.get(key) ?? names.get(normalise(row.label));
    if (earlier !== undefined && afterPage) {
      repeats[index] = earlier;
      return earlier;
    }
    afterPage = false;
    units.set(key, index);
    names.set(normalise(row.label), index);
    return index;
  };
  const blockOfUnit = (unit: string): number => {
    const own = units.get(unit) ?? names.get(unit) ?? below.get(unit);
    if (own === undefined && !rowless.has(unit)) rowless.set(unit, -2 - rowless.size);
    return own ?? rowless.get(unit)!;
  };
  rows.forEach((row, index) => {
    if (row.pageTop) afterPage = true;
    if (row.isTotal) {
      if (index !== total && afterPage) repeats[index] = root;
    } else if (row.codeOf === "unit") current = unitRow(row, index);
    else {
      afterPage = false;
      // A unit is often named beside its first row only.
      if (row.unit !== null) current = blockOfUnit(row.unit);
      blockOf[index] = current;
    }
  });
  return { blockOf, units };
}

/** Rows that sum up a unit by its name, which may stand below its functions: "某局本级 小计". */
function unitRowsByName(rows: readonly PlacedRow[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (!rows.some((row) => row.unit !== null)) return found;
  rows.forEach((row, index) => {
    if (row.codeOf !== "unit" || row.isTotal) return;
    const name = normalise(row.label);
    for (const key of [row.code, name, name.replace(/(?:小计|合计)$/, "")])
      if (key !== null && !found.has(key)) found.set(key, index);
  });
  return found;
}

/** Rows printed again at the top of a page: the same code and name as before, until the first row that is new. */
function markRepeatedSubjects(
  rows: readonly PlacedRow[],
  blockOf: Int32Array,
  repeats: (number | null)[],
  codes: () => CodesByBlock,
): void {
  let afterPage = false;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (row.pageTop) afterPage = true;
    if (!afterPage || row.codeOf !== "subject" || row.code === null) continue;
    const earlier = codes().find(blockOf[index]!, row.code);
    if (earlier !== undefined && earlier < index && rows[earlier]!.label === row.label) repeats[index] = earlier;
    else afterPage = false;
  }
}

/**
 * Parents of rows that stand below their wholes, in one pass. True where some row stands above its whole, so that order
 * does not tell; what has no whole before it stays null.
 */
function placeInOrder(
  rows: readonly PlacedRow[],
  blockOf: Int32Array,
  repeats: readonly (number | null)[],
  parent: (number | null)[],
): boolean {
  const open: number[] = [];
  let block = -1;
  let disordered = false;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const { code } = row;
    if (row.codeOf !== "subject" || code === null || repeats[index] !== null) continue;
    if (blockOf[index] !== block) {
      block = blockOf[index]!;
      // Classes without a unit stand over the rows of units that have no row of their own.
      const named = block < -1 ? open.findIndex((above) => rows[above]!.unit !== null) : 0;
      if (named >= 0) open.length = named;
    }
    while (open.length > 0) {
      const above = rows[open[open.length - 1]!]!.code!;
      if (above.length < code.length && code.startsWith(above)) break;
      if (above.length > code.length && above.startsWith(code)) disordered = true;
      open.pop();
    }
    if (open.length > 0) parent[index] = open[open.length - 1]!;
    open.push(index);
  }
  return disordered;
}

function longestPrefix(code: string | null, find: (prefix: string) => number | undefined): number | null {
  if (code === null) return null;
  for (let length = code.length - 1; length >= 2; length--) {
    const found = find(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}

/** Parents where there are no codes: by indentation, by the names of classes, or all directly under the total. */
export function depthParents(rows: readonly PlacedRow[], total: number, template: TableTemplate): Places {
  const root = total < 0 ? null : total;
  const depths = new Set(rows.filter((row) => !row.isTotal).map((row) => row.depth));
  const classes = rows.some((row) => row.roles.includes("class"));
  const stack: number[] = [];
  const repeats = rows.map(() => null);
  const level = (row: PlacedRow): number => (classes ? (row.roles.includes("class") ? 0 : 1) : row.depth);
  const known =
    classes ||
    depths.size > 1 ||
    template.codes === "unit" ||
    template.codes === "none" ||
    template.codes === undefined;
  const parent = rows.map((row, index): number | null => {
    if (row.isTotal) return null;
    if (row.ofWhich && index > 0) return stack[stack.length - 1] ?? null;
    while (stack.length > 0 && level(rows[stack[stack.length - 1]!]!) >= level(row)) stack.pop();
    const above = stack[stack.length - 1];
    stack.push(index);
    return above ?? (known ? root : null);
  });
  return { parent, repeats };
}
