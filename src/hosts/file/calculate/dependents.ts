import type { Workbook } from "../../../engine/workbook";
import { gridIndex } from "../../../engine/workbook";
import type { DefinedName } from "../package/workbook-part";
import { Evaluator, atOrAfter } from "./evaluate";
import { NotCalculable } from "./formula-tree";
import { parseFormula } from "./parse-formula";
import { referencedAreas } from "./references";
import type { AreaValue } from "./values";

/** A cell by position of its sheet and index in the sheet's grid. */
interface Place {
  readonly sheet: number;
  readonly index: number;
}

interface Reach extends Place {
  readonly areas: readonly AreaValue[];
}

/**
 * Formulas that depend on written cells, directly or through others; a written formula without a value among them.
 * `uncertain`: some formula's reach is not written in it (INDIRECT, structured references), it may depend on them too.
 */
export function findDependents(
  workbook: Workbook,
  definedNames: readonly DefinedName[],
  writes: ReadonlyMap<string, readonly { row: number; column: number; value: unknown; formula?: string }[]>,
): { dependents: Place[]; uncertain: boolean } {
  const dirty = workbook.sheets.map(({ kinds }) => new Uint8Array(kinds.length));
  const dependents: Place[] = [];
  const written = workbook.sheets.map(() => new Set<number>());
  workbook.sheets.forEach((sheet, position) => {
    for (const { row, column, value, formula } of writes.get(sheet.name) ?? []) {
      const index = gridIndex(sheet, row, column);
      dirty[position]![index] = 1;
      written[position]!.add(index);
      if (formula !== undefined && value === undefined) dependents.push({ sheet: position, index });
    }
  });
  const { reaches, uncertain } = reachesOf(workbook, definedNames, written);
  let waiting = reaches;
  for (let found = true; found;) {
    found = false;
    waiting = waiting.filter(({ sheet, index, areas }) => {
      if (!areas.some((area) => holdsDirty(workbook, dirty[area.sheet]!, area))) return true;
      dirty[sheet]![index] = 1;
      dependents.push({ sheet, index });
      found = true;
      return false;
    });
  }
  return { dependents, uncertain };
}

function reachesOf(
  workbook: Workbook,
  definedNames: readonly DefinedName[],
  written: readonly ReadonlySet<number>[],
): { reaches: Reach[]; uncertain: boolean } {
  const scope = new Evaluator(workbook, definedNames);
  const reaches: Reach[] = [];
  let uncertain = false;
  workbook.sheets.forEach((sheet, position) => {
    for (const [index, formula] of sheet.formulas) {
      if (written[position]!.has(index)) continue;
      try {
        reaches.push({ sheet: position, index, areas: referencedAreas(parseFormula(formula), position, scope) });
      } catch (error) {
        if (!(error instanceof NotCalculable)) throw error;
        uncertain = true;
      }
    }
  });
  return { reaches, uncertain };
}

function holdsDirty(workbook: Workbook, dirty: Uint8Array, { sheet, area }: AreaValue): boolean {
  const { rows, columns } = workbook.sheets[sheet]!;
  const first = atOrAfter(columns, area.left);
  const last = atOrAfter(columns, area.right + 1);
  if (first === last) return false;
  for (let r = atOrAfter(rows, area.top); r < rows.length && rows[r]! <= area.bottom; r++) {
    const found = dirty.indexOf(1, r * columns.length + first);
    if (found >= 0 && found < r * columns.length + last) return true;
    if (found < 0) return false;
    // Nothing before `found` is dirty: go on in its row.
    r = Math.max(r, Math.floor(found / columns.length) - 1);
  }
  return false;
}
