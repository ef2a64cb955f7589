import { yearsIn } from "../column-years";
import type { LayoutReader, TableContent } from "../layout";
import { enumerated } from "../normalise";
import type { Column, Field, Line, Section } from "../table";
import type { TableTemplate } from "../template";
import { baseDataLines } from "./base-data-lines";
import { withCompleteDetails } from "./complete-details";
import { readHead } from "./targets";
import { readFields } from "./targets-fields";
import { roleIdsOf } from "../roles";
import { View } from "../view";

/** The blocks of the form: each has a header row of its own, known by the roles of its columns. */
const blocks = [
  { name: "staff", roles: ["establishment", "actual", "control-rate"], least: 2 },
  { name: "budget", roles: ["prior-final", "budget", "final"], least: 2 },
  {
    name: "buildings",
    roles: [
      "approved-scale",
      "actual-scale",
      "scale-rate",
      "budget-investment",
      "actual-investment",
      "investment-rate",
    ],
    least: 2,
  },
] as const;

/** The header row of a block: where each of its columns stands. */
interface BlockHeader {
  readonly name: string;
  readonly row: number;
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * 绩效评价基础数据表: section "staff" (编制数, 在职人数, 控制率), section "budget" (上年决算数, 预算数, 决算数 × 三公经费, 项目支出,
 * 公用经费 and their parts), section "buildings" (规模, 投资, 控制率). Null where fewer than two of them are there.
 */
export const readBaseData: LayoutReader = (input) => {
  const view = new View(input);
  const headers: BlockHeader[] = [];
  for (let row = view.first; row <= view.last; row++) {
    const header = blockHeader(view, input.template, row);
    if (header && !headers.some((known) => known.name === header.name)) headers.push(header);
  }
  if (headers.length < 2) return null;
  const sections = headers.map((header, at) =>
    readBlock(view, input.template, header, (headers[at + 1]?.row ?? view.last + 1) - 1),
  );
  const head = readHead(view, input.template, view.first, headers[0]!.row - 1);
  const fields: Field[] = readFields(view, input.template, view.first, view.last);
  const found = sections.flatMap((section) => section.columns.flatMap((column) => column.roles));
  const wanted = (input.template.columns ?? []).filter((role) => role.required === true);
  const content: TableContent = {
    ...head,
    unit: head.unit ?? unitWithin(view, headers),
    body: head.body ?? fields.find((field) => field.role === "department" && field.text !== "")?.text ?? null,
    sections,
    fields,
    blocks: [],
    embedded: new Map(),
    evidence: [
      ...(head.title === null ? [] : [{ code: "title" as const, words: [head.title] }]),
      {
        code: "header",
        words: sections.flatMap((section) => section.columns.map((column) => column.path.at(-1) ?? "")),
      },
    ],
    confidence: wanted.length === 0 ? 0.5 : wanted.filter((role) => found.includes(role.role)).length / wanted.length,
    area: {
      top: view.sheet.rows[view.first]!,
      bottom: view.sheet.rows[view.last]!,
      left: view.sheet.columns[view.left]!,
      right: view.sheet.columns[view.right]!,
    },
  };
  return content;
};

function blockHeader(view: View, template: TableTemplate, row: number): BlockHeader | null {
  const roles = template.columns;
  const named = view
    .filled(row)
    .map((column) => ({ column, word: view.word(row, column), roles: roleIdsOf(roles, view.word(row, column)) }));
  for (const block of blocks) {
    const positions =
      block.name === "budget"
        ? budgetColumns(named)
        : new Map(
            block.roles.flatMap((role) =>
              named
                .filter((cell) => cell.roles.includes(role))
                .map((cell) => [role, cell.column] as const)
                .slice(0, 1),
            ),
          );
    if (positions.size >= block.least) return { name: block.name, row, positions };
  }
  return null;
}

/** 决算数 of two years and the 预算数 between them: the earlier year is the comparison; without years the first column is. */
function budgetColumns(
  named: readonly { column: number; word: string; roles: readonly string[] }[],
): Map<string, number> {
  const positions = new Map<string, number>();
  const finals = named.filter((cell) => cell.roles.includes("final"));
  const yearOf = (word: string): number => yearsIn(word)[0] ?? 0;
  const ordered = [...finals].sort(
    (a, b) =>
      yearOf(a.word) - yearOf(b.word) ||
      Number(/上年|上一年/.test(b.word)) - Number(/上年|上一年/.test(a.word)) ||
      a.column - b.column,
  );
  if (ordered.length > 1) positions.set("prior-final", ordered[0]!.column);
  if (ordered.length > 0) positions.set("final", ordered.at(-1)!.column);
  const budgets = named.filter((cell) => cell.roles.includes("budget"));
  if (budgets.length > 0) positions.set("budget", budgets.sort((a, b) => yearOf(b.word) - yearOf(a.word))[0]!.column);
  return positions;
}

function readBlock(view: View, template: TableTemplate, header: BlockHeader, limit: number): Section {
  const roles = [...header.positions.keys()].sort((a, b) => header.positions.get(a)! - header.positions.get(b)!);
  const columns: Column[] = roles.map((role) => ({
    path: [view.word(header.row, header.positions.get(role)!)],
    roles: [role],
    parent: null,
    part: "sum",
  }));
  const positions = roles.map((role) => header.positions.get(role)!);
  const lines =
    header.name === "budget"
      ? baseDataLines(view, template, header.row + 1, limit, Math.min(...positions))
      : figureRow(view, header, limit, positions);
  return withCompleteDetails({ name: header.name, pages: [{ sheet: view.sheet, positions }], columns, lines });
}

/** The one row of figures below a header of counts. Its name stands in the header row, at the left. */
function figureRow(view: View, header: BlockHeader, limit: number, positions: readonly number[]): Line[] {
  for (let row = header.row + 1; row <= Math.min(limit, header.row + 2); row++) {
    if (!positions.some((column) => view.word(row, column) !== "")) continue;
    const labelColumn = view.filled(header.row).find((column) => !positions.includes(column)) ?? positions[0]!;
    return [
      {
        page: 0,
        position: row,
        label: enumerated(view.word(header.row, labelColumn)).name,
        labelCell: view.cell(header.row, labelColumn),
        code: null,
        roles: [header.name],
        parent: null,
        part: "sum",
        repeats: null,
      },
    ];
  }
  return [];
}

/** "经费控制情况（万元）": the unit stands in the block's own name. */
function unitWithin(view: View, headers: readonly BlockHeader[]): string | null {
  for (const header of headers) {
    if (header.name !== "budget") continue;
    for (const column of view.filled(header.row)) {
      const unit = /[(（]((?:百万|万|千|亿)?元)[)）]/.exec(view.word(header.row, column));
      if (unit) return unit[1]!;
    }
  }
  return null;
}
