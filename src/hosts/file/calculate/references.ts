import type { FormulaNode } from "./formula-tree";
import { NotCalculable } from "./formula-tree";
import type { AreaValue } from "./values";
import { ErrorValue } from "./values";

/** What finding references needs to know of the workbook. */
export interface ReferenceScope {
  area(node: FormulaNode, sheet: number): AreaValue | ErrorValue | null;
  named(node: Extract<FormulaNode, { type: "name" }>, sheet: number): FormulaNode | null;
}

/** Functions whose reach is not written in the formula, or that answer differently each time. */
const UNBOUND = new Set(["INDIRECT", "OFFSET", "NOW", "TODAY", "RAND", "RANDBETWEEN"]);
const MAX_DEPTH = 2000;

/**
 * Every area that a formula on `sheet` refers to, through defined names too, in branches not taken as well.
 * @throws NotCalculable where what it refers to is not written in it
 */
export function referencedAreas(tree: FormulaNode, sheet: number, scope: ReferenceScope): AreaValue[] {
  const found: AreaValue[] = [];
  const visit = (node: FormulaNode, depth: number): void => {
    if (depth > MAX_DEPTH) throw new NotCalculable("nested too deeply");
    switch (node.type) {
      case "area":
      case "name": {
        const area = scope.area(node, sheet);
        if (area instanceof ErrorValue) return;
        if (area) found.push(area);
        else if (node.type === "name") {
          const named = scope.named(node, sheet);
          if (named) visit(named, depth + 500);
        }
        return;
      }
      case "negate":
      case "percent":
        return visit(node.operand, depth + 1);
      case "binary":
        visit(node.left, depth + 1);
        return visit(node.right, depth + 1);
      case "call":
        if (UNBOUND.has(node.name)) throw new NotCalculable(node.name);
        return node.arguments.forEach((argument) => visit(argument, depth + 1));
      default:
        // What is left refers to nothing.
        return;
    }
  };
  visit(tree, 0);
  return found;
}
