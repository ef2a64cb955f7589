import type { Area } from "../../../engine/workbook";
import { cellColumn, cellRow } from "../read/cell-reference";
import type { BinaryOperator, FormulaNode } from "./formula-tree";
import { NotCalculable } from "./formula-tree";

/** The kinds of token, tried in this order at each place. */
const TOKEN_PATTERNS = {
  space: /\s+/y,
  text: /"(?:[^"]|"")*"/y,
  error: /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/y,
  sheet: /(?:'(?:[^']|'')+'|[^\s'"!+\-*/^&=<>(),;:{}[\]#%]+)!/y,
  columns: /\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\w(])/iy,
  rows: /\$?\d+:\$?\d+/y,
  cell: /\$?[A-Z]{1,3}\$?\d+(?![\w.(\u0080-\uffff])/iy,
  call: /[A-Z_][\w.]*\(/iy,
  number: /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy,
  name: /[A-Z_\\\u0080-\uffff][\w.\\\u0080-\uffff]*/iy,
  operator: /<>|<=|>=|[-+*/^&=<>%(),:]/y,
} as const;

type TokenKind = keyof typeof TOKEN_PATTERNS | "end";

interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
}

const MAX_NESTING = 200;

/**
 * The tree of a formula as files store it: English function names, commas, A1 references; without the leading "=".
 * @throws NotCalculable for array constants, structured, external and three-dimensional references, unions
 */
export function parseFormula(formula: string): FormulaNode {
  return new FormulaParser(tokenize(formula)).parse();
}

function tokenize(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    const found = matchToken(formula, at);
    if (found.kind !== "space") tokens.push(found);
    at += found.text.length;
  }
  return tokens;
}

function matchToken(formula: string, at: number): FormulaToken {
  for (const [kind, pattern] of Object.entries(TOKEN_PATTERNS)) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) return { kind: kind as TokenKind, text: match[0] };
  }
  throw new NotCalculable(formula.slice(at, at + 10));
}

/** Binary operators from loosest to tightest (Excel's own order of precedence). */
const LEVELS: readonly (readonly string[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

class FormulaParser {
  private at = 0;
  private nesting = 0;

  constructor(private readonly tokens: readonly FormulaToken[]) {}

  parse(): FormulaNode {
    const tree = this.binary(0);
    if (this.at < this.tokens.length) this.give();
    return tree;
  }

  private binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return this.prefix();
    if (++this.nesting > MAX_NESTING * LEVELS.length) this.give();
    let left = this.binary(level + 1);
    while (this.peek().kind === "operator" && operators.includes(this.peek().text)) {
      const operator = this.take().text as BinaryOperator;
      left = { type: "binary", operator, left, right: this.binary(level + 1) };
    }
    this.nesting--;
    return left;
  }

  private prefix(): FormulaNode {
    let negative = false;
    for (; this.isOperator("-") || this.isOperator("+"); this.take()) if (this.isOperator("-")) negative = !negative;
    let operand = this.primary();
    if (negative) operand = { type: "negate", operand };
    while (this.isOperator("%")) {
      this.take();
      operand = { type: "percent", operand };
    }
    return operand;
  }

  private primary(): FormulaNode {
    const { kind, text } = this.take();
    switch (kind) {
      case "number":
        return { type: "number", value: Number(text) };
      case "text":
        return { type: "text", value: text.slice(1, -1).replace(/""/g, '"') };
      case "error":
        return { type: "error", code: text };
      case "sheet":
        return this.onSheet(sheetName(text));
      case "cell":
      case "columns":
      case "rows":
        return this.reference(kind, text, null);
      case "call":
        return this.call(
          text
            .slice(0, -1)
            .toUpperCase()
            .replace(/^_XLFN\./, ""),
        );
      case "name":
        if (/^(true|false)$/i.test(text)) return { type: "boolean", value: text.length === 4 };
        return { type: "name", sheet: null, name: text };
      case "operator":
        if (text === "(") {
          const inner = this.binary(0);
          this.expect(")");
          return inner;
        }
        return this.give();
      default:
        return this.give();
    }
  }

  private onSheet(sheet: string): FormulaNode {
    if (/[[\]:]/.test(sheet)) this.give();
    const { kind, text } = this.take();
    if (kind === "cell" || kind === "columns" || kind === "rows") return this.reference(kind, text, sheet);
    if (kind === "error") return { type: "error", code: text };
    return kind === "name" ? { type: "name", sheet, name: text } : this.give();
  }

  private reference(kind: "cell" | "columns" | "rows", text: string, sheet: string | null): FormulaNode {
    const plain = text.replace(/\$/g, "");
    if (kind === "columns") {
      const [first, last] = plain.split(":").map(cellColumn);
      return { type: "area", sheet, area: ordered(0, first!, 1_048_575, last!) };
    }
    if (kind === "rows") {
      const [first, last] = plain.split(":").map((row) => Number(row) - 1);
      return { type: "area", sheet, area: ordered(first!, 0, last!, 16_383) };
    }
    let end = plain;
    if (this.isOperator(":")) {
      this.take();
      const next = this.take();
      if (next.kind !== "cell") this.give();
      end = next.text.replace(/\$/g, "");
    }
    const area = ordered(cellRow(plain), cellColumn(plain), cellRow(end), cellColumn(end));
    return area.top < 0 || area.left < 0 ? this.give() : { type: "area", sheet, area };
  }

  private call(name: string): FormulaNode {
    const list: FormulaNode[] = [];
    if (this.isOperator(")")) {
      this.take();
      return { type: "call", name, arguments: list };
    }
    for (;;) {
      list.push(this.isOperator(",") || this.isOperator(")") ? { type: "missing" } : this.binary(0));
      if (!this.isOperator(",")) break;
      this.take();
    }
    this.expect(")");
    return { type: "call", name, arguments: list };
  }

  private peek(): FormulaToken {
    return this.tokens[this.at] ?? { kind: "end", text: "" };
  }

  private take(): FormulaToken {
    const token = this.peek();
    this.at++;
    return token;
  }

  private isOperator(text: string): boolean {
    const { kind, text: found } = this.peek();
    return kind === "operator" && found === text;
  }

  private expect(text: string): void {
    if (!this.isOperator(text)) this.give();
    this.take();
  }

  private give(): never {
    throw new NotCalculable(this.peek().text);
  }
}

function sheetName(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): Area {
  return {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
}
