import type { Section } from "../table";

/** Columns of one header that are no parts of each other, as `columnForest` finds them. */
export interface Divisions {
  readonly alternatives: readonly (readonly number[])[];
  readonly apart: readonly (readonly number[])[];
}

/**
 * "按收入性质分 | 按支出性质分": the same total divided twice makes two sections over the same lines ("main", "main-2");
 * "决算数 | 预算数" does so too, each with a total of its own ("main", "main-apart-1"). The first section is the table's own.
 */
export function dividedSections(section: Section, { alternatives, apart }: Divisions): Section[] {
  if (alternatives.length + apart.length === 0) return [section];
  const { name, columns, pages } = section;
  const root = columns.findIndex((column) => column.roles.includes("total"));
  const keep = (as: string, kept: readonly number[]): Section => ({
    ...section,
    name: as,
    columns: kept.map((index) => {
      const parent = columns[index]!.parent;
      const moved = parent === null ? -1 : kept.indexOf(parent);
      return { ...columns[index]!, parent: moved < 0 ? null : moved };
    }),
    pages: pages.map((page) => ({ ...page, positions: kept.map((index) => page.positions[index]!) })),
  });
  const others = new Set([...alternatives, ...apart].flat());
  const own = columns.map((_, index) => index).filter((index) => !others.has(index));
  return [
    keep(name, own),
    ...alternatives.map((members, number) => keep(`${name}-${number + 2}`, root < 0 ? members : [root, ...members])),
    ...apart.map((members, number) => keep(`${name}-apart-${number + 1}`, members)),
  ];
}
