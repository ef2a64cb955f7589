import { applyTemplateParts } from "../columns";
import { enumerated, normalise } from "../normalise";
import { rolesOf } from "../roles";
import type { Column, Line, Page, Section } from "../table";
import type { TableTemplate } from "../template";

/** So many rows must be named like the template's columns before a table is taken to stand upright. */
const fewestNamed = 2;

/**
 * A table that names its measures down the side and has one figure each ("项目 | 本年预算数" over 合计, 公务接待费, …), read as if it
 * lay like the template: its rows become columns, its amount columns lines. Null where the columns themselves carry the measures.
 */
export function uprightOf(columns: readonly Column[], pages: readonly Page[], lines: readonly Line[], template: TableTemplate): Section | null {
  if (columns.some((column) => column.roles.some((role) => role !== "total" && role !== "memo"))) return null;
  const named = lines.map((line) => {
    const { name, ofWhich } = enumerated(normalise(line.label));
    return { line, name, ofWhich, roles: rolesOf(template.columns, name, "").map((role) => role.role) };
  });
  const measures = new Set(named.flatMap(({ roles }) => roles.filter((role) => role !== "total" && role !== "memo")));
  if (measures.size < fewestNamed || pages.length !== 1) return null;
  const total = named.findIndex(({ roles, line }) => roles.includes("total") || line.roles.includes("grand-total"));
  const upright: Column[] = named.map(({ line, name, ofWhich, roles }, index) => ({
    path: [name],
    roles: index === total && !roles.includes("total") ? [...roles, "total"] : roles,
    parent: index === total || total < 0 ? null : total,
    part: ofWhich || line.part === "of-which" ? "of-which" : "sum",
  }));
  applyTemplateParts(upright, template);
  const page = pages[0]!;
  return {
    name: "main",
    transposed: true,
    pages: [{ sheet: page.sheet, positions: lines.map((line) => line.position) }],
    columns: upright,
    lines: columns.map((column, index) => ({
      page: 0,
      position: page.positions[index]!,
      label: column.path[column.path.length - 1] ?? "",
      labelCell: lines[0]!.labelCell,
      code: null,
      roles: index === 0 ? ["grand-total"] : [],
      parent: null,
      part: "sum",
      repeats: null,
    })),
  };
}
