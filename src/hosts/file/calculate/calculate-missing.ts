import type { Steps } from "../../../engine/steps";
import { finish } from "../../../engine/steps";
import type { Workbook } from "../../../engine/workbook";
import { CellKind, locate } from "../../../engine/workbook";
import type { DefinedName } from "../package/workbook-part";
import { Evaluator } from "./evaluate";
import type { FormulaNode } from "./formula-tree";
import { NotCalculable } from "./formula-tree";
import { parseFormula } from "./parse-formula";
import { referencedAreas } from "./references";
import type { Scalar } from "./values";
import { ErrorValue } from "./values";

/**
 * Fills in, in place, the value of every uncalculated formula that can be calculated; the others, and what depends on
 * them or on itself, stay uncalculated.
 */
export function calculateMissing(workbook: Workbook, definedNames: readonly DefinedName[]): void {
  finish(calculateMissingInSteps(workbook, definedNames));
}

/** The same in steps, for a page that has to draw meanwhile. */
export function* calculateMissingInSteps(workbook: Workbook, definedNames: readonly DefinedName[]): Steps<void> {
  const missing = workbook.sheets.flatMap((sheet, position) => {
    if (!sheet.kinds.includes(CellKind.Uncalculated)) return [];
    return [...sheet.formulas.keys()]
      .filter((index) => sheet.kinds[index] === CellKind.Uncalculated)
      .map((index) => ({ sheet: position, index }));
  });
  if (missing.length > 0) yield* cellsInSteps(workbook, definedNames, missing);
}

/** Fills in, in place, the values of some uncalculated formulas, as `calculateMissing` does those of all. */
export function calculateCells(
  workbook: Workbook,
  definedNames: readonly DefinedName[],
  cells: readonly { readonly sheet: number; readonly index: number }[],
): void {
  finish(cellsInSteps(workbook, definedNames, cells));
}

function cellsInSteps(
  workbook: Workbook,
  definedNames: readonly DefinedName[],
  cells: readonly { readonly sheet: number; readonly index: number }[],
): Steps<void> {
  return new MissingValues(
    workbook,
    definedNames,
    cells.map(({ sheet, index }) => workbook.sheets[sheet]!.base + index),
  ).calculate();
}

/** Formulas between two places where the work can be left off. */
const FORMULAS_A_STEP = 64;

const Stage = { None: 0, Waiting: 1, Underway: 2 } as const;

/** A formula on the way to its value, and the uncalculated cells it needs first. */
interface Step {
  readonly cell: number;
  readonly tree: FormulaNode;
  readonly needs: readonly number[];
  next: number;
}

class MissingValues {
  private readonly evaluator: Evaluator;
  private readonly stages: Uint8Array;

  constructor(
    private readonly workbook: Workbook,
    definedNames: readonly DefinedName[],
    private readonly missing: readonly number[],
  ) {
    this.evaluator = new Evaluator(workbook, definedNames);
    const last = workbook.sheets.at(-1);
    this.stages = new Uint8Array(last ? last.base + last.kinds.length : 0);
    for (const cell of missing) this.stages[cell] = Stage.Waiting;
  }

  *calculate(): Steps<void> {
    for (const [at, cell] of this.missing.entries()) {
      if (at % FORMULAS_A_STEP === 0) yield at / this.missing.length;
      if (this.stages[cell] === Stage.Waiting) this.calculateFrom(cell);
    }
  }

  /** Depth first over an explicit stack: a running total over thousands of rows is a chain of thousands of formulas. */
  private calculateFrom(start: number): void {
    const stack: Step[] = [];
    this.enter(start, stack);
    for (let step = stack.at(-1); step; step = stack.at(-1)) {
      const need = step.needs[step.next++];
      if (need === undefined) {
        this.finish(step);
        stack.pop();
      } else if (this.stages[need] === Stage.Waiting) this.enter(need, stack);
    }
  }

  private enter(cell: number, stack: Step[]): void {
    this.stages[cell] = Stage.Underway;
    const { sheet, index } = locate(this.workbook, cell);
    const position = this.workbook.sheets.indexOf(sheet);
    try {
      const tree = parseFormula(sheet.formulas.get(index)!);
      const needs: number[] = [];
      for (const where of referencedAreas(tree, position, this.evaluator)) {
        const { base } = this.workbook.sheets[where.sheet]!;
        this.evaluator.eachIndex(where, (at) => {
          if (this.stages[base + at] === Stage.Waiting) needs.push(base + at);
        });
      }
      stack.push({ cell, tree, needs, next: 0 });
    } catch (error) {
      if (!(error instanceof NotCalculable)) throw error;
      this.stages[cell] = Stage.None;
    }
  }

  private finish({ cell, tree }: Step): void {
    const { sheet, index } = locate(this.workbook, cell);
    try {
      storeValue(sheet, index, this.evaluator.formula(tree, this.workbook.sheets.indexOf(sheet)));
    } catch (error) {
      if (!(error instanceof NotCalculable)) throw error;
    }
    this.stages[cell] = Stage.None;
  }
}

/** Puts a value into a sheet's arrays, in place. */
export function storeValue(sheet: Workbook["sheets"][number], index: number, value: Scalar): void {
  const texts = sheet.texts as (string | undefined)[];
  texts[index] = value instanceof ErrorValue ? value.code : typeof value === "string" ? value : undefined;
  sheet.numbers[index] = typeof value === "number" || typeof value === "boolean" ? Number(value) : 0;
  sheet.kinds[index] =
    value === null
      ? CellKind.Blank
      : value instanceof ErrorValue
        ? CellKind.Error
        : typeof value === "number"
          ? CellKind.Number
          : typeof value === "boolean"
            ? CellKind.Boolean
            : CellKind.Text;
}
