import type { Column, Line, Section } from "../table";
import type { TableTemplate } from "../template";
import { valueAt } from "./of-which-lists";

const nothing = 0.005;

/**
 * "合计 | “三公”经费小计 | 因公出国 | 公务接待 | 公务用车 | 会议费 | 培训费": a total inside the total is that of the table's kind
 * where a line proves it to be the sum of the kind's own parts, or the outer one to be the sum of it and of what is of
 * no kind. These are its parts then, and the outer total is one of all columns, or of nothing that is known.
 */
export function withInnerTotal(section: Section, template: TableTemplate): Column[] {
  const { columns } = section;
  const isTotal = ({ roles }: Column): boolean => roles.includes("total");
  const root = columns.findIndex(isTotal);
  const inner = columns.findIndex((column, index) => index !== root && column.parent === root && isTotal(column));
  if (inner < 0) return [...columns];
  const partRoles = new Set((template.columns ?? []).flatMap(({ role, partOf }) => (partOf === "total" ? [role] : [])));
  const indexes = [...columns.keys()].filter((index) => index !== inner && columns[index]!.part === "sum");
  const own = indexes.filter((index) => {
    const { parent, roles } = columns[index]!;
    return parent === root && roles.some((role) => partRoles.has(role));
  });
  const others = indexes.filter((index) => {
    const { parent, roles } = columns[index]!;
    return index > inner && roles.length === 0 && (parent === root || parent === null);
  });
  const lines = section.lines.filter((line) => line.repeats === null);
  const isOfAll = others.length > 0 && lines.some((line) => isSum(section, line, root, [inner, ...others]));
  const isProven = isOfAll || lines.some((line) => isSum(section, line, inner, own));
  if (own.length === 0 || !isProven) return [...columns];
  return columns.map((column, index): Column => {
    if (index === root) return { ...column, roles: column.roles.filter((role) => role !== "total") };
    if (own.includes(index)) return { ...column, parent: inner };
    return index === inner || others.includes(index) ? { ...column, parent: isOfAll ? root : null } : column;
  });
}

function isSum(section: Section, line: Line, whole: number, parts: readonly number[]): boolean {
  const value = valueAt(section, line, whole);
  const sum = parts.reduce((all, part) => all + valueAt(section, line, part), 0);
  return parts.length > 0 && value !== 0 && Math.abs(value - sum) < nothing;
}
