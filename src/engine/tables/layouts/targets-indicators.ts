import type { CellId } from "../../workbook";
import type { Indicator } from "../table";
import type { IndicatorHeader } from "./targets-header";
import type { View } from "../view";

/** Roles of a header that belong to an indicator, not to its project or unit. */
const indicatorRoles = [
  "level1",
  "level2",
  "level3",
  "target",
  "content",
  "criterion",
  "unit",
  "type",
  "points",
  "actual",
  "completion",
  "score",
  "reason",
  "note",
] as const;

/** Roles that make a row an indicator even without a name: something is asked for. */
const asking = ["target", "content", "criterion", "actual", "points", "score"] as const;

/** Levels as they are carried down: a blank or merged cell repeats what stands above. */
export interface Levels {
  level1: string;
  level2: string;
  level1Points: number | null;
  level1Cell: CellId | null;
  level2Cell: CellId | null;
}

export function noLevels(): Levels {
  return { level1: "", level2: "", level1Points: null, level1Cell: null, level2Cell: null };
}

/** "/", "—", "无", "……": what stands where a kind has no indicator. */
export function meansNone(text: string): boolean {
  return /^(?:[/／\\—–\-一_]+|无|…+|\.{2,}|不适用)$/.test(text);
}

/**
 * Points in a level's name: "产出指标（40分）", "产出指标 40分", "(40)" → 40; and the name without them. Normalised text in,
 * normalised text out.
 */
export function splitPoints(word: string): { name: string; points: number | null } {
  const match = /[(（[【]?(?:共|计|满分)?(\d+(?:\.\d+)?)分?[)）\]】]$|(\d+(?:\.\d+)?)分$/.exec(word);
  if (!match || match.index === 0) return { name: word, points: null };
  return { name: word.slice(0, match.index).replace(/[:：]$/, ""), points: Number(match[1] ?? match[2]) };
}

/**
 * Read one row below an indicator header. Levels are carried in `levels`, which is changed. Null for a row that holds
 * no indicator at all; an indicator with `empty` for a kind that the form keeps a row for ("/" or blank).
 */
export function readIndicator(view: View, header: IndicatorHeader, row: number, levels: Levels): Indicator | null {
  const own = (role: string): string => {
    const column = header.columns.get(role);
    return column === undefined ? "" : view.word(row, column);
  };
  const level1 = own("level1");
  const level2 = own("level2");
  if (level1 !== "") carryFirstLevel(levels, level1, view.cell(row, header.columns.get("level1")!));
  if (level2 !== "") {
    levels.level2 = splitPoints(level2).name;
    levels.level2Cell = view.cell(row, header.columns.get("level2")!);
  }
  const level3 = own("level3");
  const named = level3 !== "" && !meansNone(level3);
  const asks = asking.some((role) => own(role) !== "" && !meansNone(own(role)));
  if (!named && !asks && level1 === "" && level2 === "" && level3 === "") return null;
  const { cells, texts } = contentOf(view, header, row);
  if (levels.level1Cell !== null) cells["level1"] = levels.level1Cell;
  if (levels.level2Cell !== null) cells["level2"] = levels.level2Cell;
  return {
    level1: levels.level1,
    level2: levels.level2,
    level3: named ? texts["level3"]! : "",
    level1Points: levels.level1Points,
    cells,
    texts,
    empty: !named && !asks,
  };
}

/** Takes over what a row says of the first level; with another name the second begins anew. */
function carryFirstLevel(levels: Levels, word: string, cell: CellId): void {
  const { name, points } = splitPoints(word);
  const said = name === levels.level1 && (points === null || points === levels.level1Points);
  if (name !== levels.level1) {
    levels.level2 = "";
    levels.level2Cell = null;
    levels.level1Points = null;
  }
  levels.level1 = name;
  levels.level1Points = points ?? levels.level1Points;
  // A level that every row says again is one level: the first cell stands for it.
  if (!said || levels.level1Cell === null) levels.level1Cell = cell;
}

/** Cells and texts of a row by role. */
function contentOf(
  view: View,
  header: IndicatorHeader,
  row: number,
): { cells: Record<string, CellId>; texts: Record<string, string> } {
  const cells = Object.create(null) as Record<string, CellId>;
  const texts = Object.create(null) as Record<string, string>;
  for (const role of indicatorRoles) {
    const column = header.columns.get(role);
    if (column === undefined) continue;
    cells[role] = view.cell(row, column);
    texts[role] = view.written(row, column);
  }
  return { cells, texts };
}
