import type { Area, Workbook } from "../../../engine/workbook";
import { CellKind } from "../../../engine/workbook";
import type { DefinedName } from "../package/workbook-part";
import type { FormulaNode } from "./formula-tree";
import { NotCalculable } from "./formula-tree";
import { FUNCTIONS } from "./functions";
import { parseFormula } from "./parse-formula";
import type { AreaValue, Scalar } from "./values";
import { DIVISION_ERROR, ErrorValue, NUMBER_ERROR, REFERENCE_ERROR, compare, toNumber, toText } from "./values";

/**
 * Cells that may be looked at in one calculation: running totals over long columns would otherwise take quadratic time.
 */
const MAX_VISITS = 60_000_000;
const MAX_NAME_DEPTH = 16;

/** Evaluates formulas over the values that the workbook holds at this moment. */
export class Evaluator {
  private visits = 0;
  private nameDepth = 0;
  private readonly sheetPositions: Map<string, number>;
  private readonly names: Map<string, FormulaNode | null>;

  constructor(
    readonly workbook: Workbook,
    definedNames: readonly DefinedName[],
  ) {
    this.sheetPositions = new Map(workbook.sheets.map(({ name }, position) => [name.toLowerCase(), position]));
    this.names = new Map(definedNames.map(({ name, sheet, formula }) => [nameKey(name, sheet), treeOf(formula)]));
  }

  /**
   * Value of a formula that stands on `sheet` (a position).
   * @throws NotCalculable where it uses something unknown or a cell that has no value yet
   */
  formula(tree: FormulaNode, sheet: number): Scalar {
    const value = this.scalar(tree, sheet);
    return value ?? 0;
  }

  /** Value of a part of a formula where one value is expected. */
  scalar(node: FormulaNode, sheet: number): Scalar {
    switch (node.type) {
      case "number":
      case "text":
      case "boolean":
        return node.value;
      case "error":
        return new ErrorValue(node.code);
      case "missing":
        return null;
      case "area":
      case "name":
        return this.single(this.area(node, sheet) ?? this.namedConstant(node, sheet));
      case "negate":
        return arithmetic(toNumber(this.scalar(node.operand, sheet)), 0, (value) => -value);
      case "percent":
        return arithmetic(toNumber(this.scalar(node.operand, sheet)), 0, (value) => value / 100);
      case "binary":
        return binary(node.operator, this.scalar(node.left, sheet), this.scalar(node.right, sheet));
      case "call": {
        const implementation = FUNCTIONS.get(node.name);
        if (!implementation) throw new NotCalculable(node.name);
        return implementation({ evaluator: this, sheet, arguments: node.arguments });
      }
    }
  }

  /** The area that a node refers to; null where it is no reference. */
  area(node: FormulaNode, sheet: number): AreaValue | ErrorValue | null {
    if (node.type === "area") {
      const position = this.sheetPosition(node.sheet, sheet);
      return position === null ? REFERENCE_ERROR : { sheet: position, area: node.area };
    }
    const named = node.type === "name" ? this.named(node, sheet) : null;
    return named && this.deeper(() => this.area(named, sheet));
  }

  /** Position of a sheet by name; the current one for null. */
  sheetPosition(name: string | null, current: number): number | null {
    return name === null ? current : (this.sheetPositions.get(name.toLowerCase()) ?? null);
  }

  /** What a defined name stands for, the sheet's own before the workbook's. */
  named(node: Extract<FormulaNode, { type: "name" }>, sheet: number): FormulaNode | null {
    const scope = this.sheetPosition(node.sheet, sheet);
    return this.names.get(nameKey(node.name, scope)) ?? this.names.get(nameKey(node.name, null)) ?? null;
  }

  /** Value of one cell. */
  cell(sheet: number, row: number, column: number): Scalar {
    let found: Scalar = null;
    this.eachStored(
      { sheet, area: { top: row, bottom: row, left: column, right: column } },
      (value) => (found = value),
    );
    return found;
  }

  /** Calls `visit` for every cell of the area that holds something, row by row. */
  eachStored(where: AreaValue, visit: (value: Scalar, row: number, column: number, index: number) => void): void {
    const { kinds } = this.workbook.sheets[where.sheet]!;
    this.eachIndex(where, (index, row, column) => {
      if (kinds[index] !== CellKind.Blank) visit(this.stored(where.sheet, index), row, column, index);
    });
  }

  /** Calls `visit` for every place of the sheet's grid within the area. */
  eachIndex(where: AreaValue, visit: (index: number, row: number, column: number) => void): void {
    const { rows, columns } = this.workbook.sheets[where.sheet]!;
    const { top, bottom, left, right } = where.area;
    const firstColumn = atOrAfter(columns, left);
    for (let r = atOrAfter(rows, top); r < rows.length && rows[r]! <= bottom; r++) {
      for (let c = firstColumn; c < columns.length && columns[c]! <= right; c++) {
        if (++this.visits > MAX_VISITS) throw new NotCalculable("too much to calculate");
        visit(r * columns.length + c, rows[r]!, columns[c]!);
      }
    }
  }

  private stored(position: number, index: number): Scalar {
    const sheet = this.workbook.sheets[position]!;
    switch (sheet.kinds[index]) {
      case CellKind.Number:
        return sheet.numbers[index]!;
      case CellKind.Boolean:
        return sheet.numbers[index] === 1;
      case CellKind.Text:
        return sheet.texts[index] ?? "";
      case CellKind.Error:
        return new ErrorValue(sheet.texts[index] ?? "#VALUE!");
      default:
        throw new NotCalculable("a cell without a value");
    }
  }

  private single(value: AreaValue | Scalar): Scalar {
    if (value === null || typeof value !== "object" || value instanceof ErrorValue) return value;
    if (!isOneCell(value.area)) throw new NotCalculable("an area where one value is expected");
    return this.cell(value.sheet, value.area.top, value.area.left);
  }

  private namedConstant(node: FormulaNode, sheet: number): Scalar {
    const named = node.type === "name" ? this.named(node, sheet) : null;
    if (!named) throw new NotCalculable("an unknown name");
    return this.deeper(() => this.scalar(named, sheet));
  }

  /** Names may be defined by each other, in a circle even. */
  private deeper<T>(step: () => T): T {
    if (++this.nameDepth > MAX_NAME_DEPTH) throw new NotCalculable("names defined by each other");
    try {
      return step();
    } finally {
      this.nameDepth--;
    }
  }
}

function nameKey(name: string, sheet: number | null): string {
  return `${sheet ?? ""}!${name.toLowerCase()}`;
}

function treeOf(formula: string): FormulaNode | null {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof NotCalculable) return null;
    throw error;
  }
}

function isOneCell(area: Area): boolean {
  return area.top === area.bottom && area.left === area.right;
}

/** Position of the first coordinate that is not before `wanted`. */
export function atOrAfter(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function arithmetic(
  left: number | ErrorValue,
  right: number | ErrorValue,
  operation: (a: number, b: number) => number,
): Scalar {
  if (left instanceof ErrorValue) return left;
  if (right instanceof ErrorValue) return right;
  const result = operation(left, right);
  return Number.isFinite(result) ? result : NUMBER_ERROR;
}

function binary(operator: Extract<FormulaNode, { type: "binary" }>["operator"], left: Scalar, right: Scalar): Scalar {
  switch (operator) {
    case "+":
      return arithmetic(toNumber(left), toNumber(right), (a, b) => a + b);
    case "-":
      return arithmetic(toNumber(left), toNumber(right), (a, b) => a - b);
    case "*":
      return arithmetic(toNumber(left), toNumber(right), (a, b) => a * b);
    case "/":
      return toNumber(right) === 0 && !(toNumber(left) instanceof ErrorValue)
        ? DIVISION_ERROR
        : arithmetic(toNumber(left), toNumber(right), (a, b) => a / b);
    case "^":
      return arithmetic(toNumber(left), toNumber(right), (a, b) => a ** b);
    case "&": {
      const [a, b] = [toText(left), toText(right)];
      return a instanceof ErrorValue ? a : b instanceof ErrorValue ? b : a + b;
    }
    default: {
      const order = compare(left, right);
      if (order instanceof ErrorValue) return order;
      return COMPARISONS[operator](order);
    }
  }
}

const COMPARISONS = {
  "=": (order: number) => order === 0,
  "<>": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  ">": (order: number) => order > 0,
  "<=": (order: number) => order <= 0,
  ">=": (order: number) => order >= 0,
} as const;
