import * as ts from "typescript";

/** A small slip in a source text: what stands from `start` to `end` is written as `instead`. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
  /** "line 12: `<` → `<=`" */
  readonly words: string;
}

const { SyntaxKind } = ts;

/** Each operator with the one that people write in its place. */
const operators: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [SyntaxKind.LessThanToken, "<="],
  [SyntaxKind.LessThanEqualsToken, "<"],
  [SyntaxKind.GreaterThanToken, ">="],
  [SyntaxKind.GreaterThanEqualsToken, ">"],
  [SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [SyntaxKind.AmpersandAmpersandToken, "||"],
  [SyntaxKind.BarBarToken, "&&"],
  [SyntaxKind.PlusToken, "-"],
  [SyntaxKind.MinusToken, "+"],
  [SyntaxKind.AsteriskToken, "/"],
]);

/** Everywhere a slip can be made in a source text, in order. What only throws, and types, are left alone. */
export function mutantsOf(name: string, text: string): Mutant[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: Mutant[] = [];
  const add = (start: number, end: number, instead: string): void => {
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const written = text.slice(start, end).replace(/\s+/g, " ").slice(0, 60);
    found.push({ start, end, instead, words: `line ${line}: \`${written}\` → \`${instead}\`` });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isThrowStatement(node) || ts.isImportDeclaration(node)) return;
    const slip = slipOf(node, text);
    if (slip !== null) add(...slip);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Start, end and what is written instead; null where a node has no slip of its own. */
function slipOf(node: ts.Node, text: string): readonly [number, number, string] | null {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: sign } = node;
    const other = isOfTexts(node) ? undefined : operators.get(sign.kind);
    return other === undefined ? null : [sign.getStart(), sign.end, other];
  }
  const [start, end] = [node.getStart(), node.end];
  if (node.kind === SyntaxKind.TrueKeyword) return [start, end, "false"];
  if (node.kind === SyntaxKind.FalseKeyword) return [start, end, "true"];
  if (ts.isNumericLiteral(node)) return [start, end, `(${node.text} + 1)`];
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
    return [start, end, text.slice(node.operand.getStart(), end)];
  if (ts.isIfStatement(node)) return [node.expression.getStart(), node.expression.end, "false"];
  if (ts.isConditionalExpression(node)) return [node.condition.getStart(), node.condition.end, "true"];
  return null;
}

/** Texts are joined by the sign of a sum, and nobody writes another there. */
function isOfTexts({ left, right, operatorToken }: ts.BinaryExpression): boolean {
  const isText = (node: ts.Expression): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
  return operatorToken.kind === SyntaxKind.PlusToken && (isText(left) || isText(right));
}

/** The text with the slip in it. */
export function withMutant(text: string, { start, end, instead }: Mutant): string {
  return text.slice(0, start) + instead + text.slice(end);
}
