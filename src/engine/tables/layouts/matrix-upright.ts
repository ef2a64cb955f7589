import type { Workbook } from "../../workbook";
import { CellKind, isPercentFormat } from "../../workbook";
import { applyTemplateParts } from "../columns";
import { gridOf, roughAmount } from "../grid";
import { enumerated, indentation, normalise } from "../normalise";
import { rolesOf, withoutDivided } from "../roles";
import type { Column, Line, Page, Section } from "../table";
import type { TableTemplate } from "../template";
import { endOfNumberedTotal, kindOfRow, placeLedgerRows } from "./ledger-places";
import type { LedgerPlaces, LedgerRow } from "./ledger-places";
import { withInnerTotal } from "./matrix-inner-total";
import { withoutStrangers } from "./matrix-strangers";

/** Amounts are shown to the fen or to a hundredth of 万元 at most. */
const nothing = 0.005;
/** So many rows must be named like the template's columns before a table is taken to stand upright. */
const fewestNamed = 2;

/**
 * A table that names its measures down the side and has one figure each ("项目 | 本年预算数" over 合计, 公务接待费, …), read as if it
 * lay like the template: its rows become columns, placed as a ledger's lines are, its amount columns lines. Null where
 * the columns themselves carry the measures.
 */
export function uprightOf(
  workbook: Workbook,
  columns: readonly Column[],
  pages: readonly Page[],
  lines: readonly Line[],
  template: TableTemplate,
): Section | null {
  const apart = (template.columns ?? []).filter((role) => role.apart === true).map(({ role }) => role);
  const plain = ["total", "memo", ...apart];
  if (columns.some((column) => column.roles.some((role) => !plain.includes(role)))) return null;
  // Rows with codes are lines of a classification.
  if (lines.filter(({ code }) => code !== null).length * 2 > lines.length) return null;
  const named = lines.map((line) => {
    const written = writtenLabel(pages, line);
    const parts = enumerated(normalise(written));
    const roles = rolesOf(template.columns, parts.name, "").map((role) => role.role);
    const { sheet, positions } = pages[line.page]!;
    return {
      parts,
      roles,
      depth: indentation(written),
      kind: kindOfRow(parts.name, parts, roles),
      amount: roughAmount(gridOf(sheet), line.position, positions[0]!),
    };
  });
  markTotal(named);
  const measures = new Set(named.flatMap(({ roles }) => roles.filter((role) => role !== "total" && role !== "memo")));
  if (
    measures.size < fewestNamed ||
    !pages.every((page) => page.sheet === pages[0]!.sheet && page.positions.join() === pages[0]!.positions.join())
  )
    return null;
  const places = placeLedgerRows(named);
  const total = places.grand >= 0 ? places.grand : places.year;
  const end = endOfNumberedTotal(named, total);
  const isOutside = (index: number): boolean =>
    isAboveHeading(places, index, named.length) ||
    isBelowItsKind(named, places, index, total) ||
    (index >= end && places.parent[index] === total);
  const upright: Column[] = named.map(({ parts, roles }, index) => ({
    path: [parts.name],
    roles: index === total && !roles.includes("total") ? [...roles, "total"] : roles,
    parent: isOutside(index) ? null : places.parent[index]!,
    part: places.part[index]!,
  }));
  applyTemplateParts(upright, template);
  const page = pages[0]!;
  const section: Section = {
    name: "main",
    transposed: true,
    pages: [{ sheet: page.sheet, positions: lines.map((line) => line.position) }],
    columns: upright,
    lines: columns.flatMap((column, index) =>
      column.roles.length === 0 && isOfRates(workbook, page, page.positions[index]!, lines)
        ? []
        : [
            {
              page: 0,
              position: page.positions[index]!,
              label: column.path[column.path.length - 1] ?? "",
              labelCell: lines[0]!.labelCell,
              code: null,
              roles: index === 0 ? ["grand-total"] : [],
              parent: null,
              part: "sum",
              repeats: null,
            } as const,
          ],
    ),
  };
  const settled = withoutStrangers({ ...section, columns: withInnerTotal(section, template) }, template);
  return { ...section, columns: withoutDivided(settled, template.columns) };
}

/**
 * What follows the last known measure and is none itself (会议费 and 培训费 below 公务接待费, cars and visitors that are counted
 * below a heading without a figure) is no part of it: neither a number nor a figure of the heading says so, nor
 * another heading whose rows are set in alike and make it.
 */
function isBelowItsKind(named: readonly LedgerRow[], places: LedgerPlaces, index: number, total: number): boolean {
  const { parent, part } = places;
  const above = parent[index] ?? null;
  const { parts, roles } = named[index]!;
  if (above === null || above === total || roles.length > 0 || part[index] === "of-which") return false;
  const whole = named[above]!;
  const sum = sumBelow(named, places, above);
  if (whole.roles.length === 0) return whole.amount === 0 && sum > 0;
  if (parts.style !== "" || Math.abs(whole.amount - sum) <= nothing) return false;
  const { depth } = named[index]!;
  const isSetInAlike = (at: number): boolean => named[at]!.depth === depth && named[parent[at]!]!.depth === whole.depth;
  const isProvenBy = (other: number): boolean =>
    other !== above &&
    named[other]!.amount > nothing &&
    Math.abs(named[other]!.amount - sumBelow(named, places, other)) <= nothing &&
    parent.every((of, at) => of !== other || isSetInAlike(at));
  const wholes = new Set(parent.flatMap((of) => (of === null || of === total ? [] : [of])));
  return depth <= whole.depth || ![...wholes].some(isProvenBy);
}

/** What the rows below a row come to together. */
function sumBelow(named: readonly LedgerRow[], { parent, part }: LedgerPlaces, whole: number): number {
  return named.reduce((all, { amount }, at) => (parent[at] === whole && part[at] === "sum" ? all + amount : all), 0);
}

/** "完成预算" over nothing but percentages. */
function isOfRates({ numberFormats }: Workbook, { sheet }: Page, position: number, lines: readonly Line[]): boolean {
  const width = sheet.columns.length;
  const isRate = (index: number): boolean =>
    sheet.kinds[index] === CellKind.Text
      ? /%\s*$/.test(sheet.texts[index]!)
      : isPercentFormat(numberFormats[sheet.formats[index]!] ?? "General");
  const filled = lines
    .map((line) => line.position * width + position)
    .filter((index) => sheet.kinds[index] !== CellKind.Blank);
  return filled.length > 0 && filled.every(isRate);
}

/** Where no row is a total by its name, the first that the template takes for one is it ("“三公”经费" over its parts). */
function markTotal(named: { kind: LedgerRow["kind"]; readonly roles: readonly string[] }[]): void {
  if (named.some(({ kind }) => kind === "grand-total" || kind === "year-total")) return;
  const total = named.find(({ kind, roles }) => kind === "item" && roles.includes("total"));
  if (total) total.kind = "grand-total";
}

/** A total printed over its parts says nothing of the rows above it. */
function isAboveHeading({ parent, grand }: LedgerPlaces, index: number, count: number): boolean {
  return (
    index < grand &&
    parent[index] === grand &&
    grand < count / 2 &&
    parent.some((above, at) => at > grand && above === grand)
  );
}

/** The label with its leading blanks. */
function writtenLabel(pages: readonly Page[], line: Line): string {
  const { sheet } = pages[line.page]!;
  return sheet.texts[line.labelCell - sheet.base] ?? line.label;
}
