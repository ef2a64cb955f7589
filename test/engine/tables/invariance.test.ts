import type { SourceCell, SourceSheet } from "../../../src/engine/workbook";
import { officialTemplates, openSeed, takeApart } from "../../seeds/open-seed";
import { digest } from "./digest";

const templates = officialTemplates();
const sheets = takeApart(openSeed("changsha-industry-budget-2025"));
const plain = digest(sheets, templates);
const budget = sheets.filter((sheet) => /^[1-8]/.test(sheet.name));
const plainBudget = digest(budget, templates);

const eachCell = (sheet: SourceSheet, change: (cell: SourceCell) => SourceCell): SourceSheet => ({
  ...sheet,
  cells: sheet.cells.map(change),
});
const eachText = (sheet: SourceSheet, change: (text: string, cell: SourceCell) => string): SourceSheet =>
  eachCell(sheet, (cell) => (typeof cell.value === "string" ? { ...cell, value: change(cell.value, cell) } : cell));

function move(sheet: SourceSheet, rows: number, columns: number): SourceSheet {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row + rows, column: cell.column + columns })),
    merges: sheet.merges?.map((merge) => ({
      top: merge.top + rows,
      bottom: merge.bottom + rows,
      left: merge.left + columns,
      right: merge.right + columns,
    })),
  };
}

/** Columns in another order: `order[new] = old`. Merges go along where they stay in one piece. */
function reorder(sheet: SourceSheet, order: readonly number[]): SourceSheet {
  const place = (column: number): number => (order.includes(column) ? order.indexOf(column) : column);
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, column: place(cell.column) })),
    merges: sheet.merges?.flatMap((merge) => {
      const places = Array.from({ length: merge.right - merge.left + 1 }, (_, step) => place(merge.left + step));
      const [left, right] = [Math.min(...places), Math.max(...places)];
      return right - left === merge.right - merge.left ? [{ ...merge, left, right }] : [];
    }),
  };
}

describe("a workbook says the same", () => {
  test("whatever the sheets are called and in whatever order they stand", () => {
    const mixed = sheets.map((sheet, index) => ({ ...sheet, name: `Sheet${index + 1}` })).reverse();
    expect(digest(mixed, templates)).toEqual(plain);
  });

  test("with blank rows and columns in front", () => {
    expect(
      digest(
        sheets.map((sheet, index) => move(sheet, 1 + (index % 3), index % 4)),
        templates,
      ),
    ).toEqual(plain);
  });

  test("with amounts kept as text, with separators", () => {
    const texts = budget.map((sheet) =>
      eachCell(sheet, (cell) =>
        typeof cell.value === "number" && cell.format?.includes("0.00")
          ? { ...cell, value: cell.value.toLocaleString("en-US", { minimumFractionDigits: 2 }), format: "@" }
          : cell,
      ),
    );
    expect(digest(texts, templates)).toEqual(plainBudget);
  });

  test("in 元 instead of 万元", () => {
    const yuan = budget.map((sheet) =>
      eachText(
        eachCell(sheet, (cell) =>
          typeof cell.value === "number" && cell.format?.includes("0.00")
            ? { ...cell, value: Math.round(cell.value * 1e6) / 100 }
            : cell,
        ),
        (text) => text.replace("单位：万元", "单位：元"),
      ),
    );
    expect(digest(yuan, templates)).toEqual(plainBudget);
  });

  test("with nothing merged", () => {
    expect(
      digest(
        budget.map((sheet) => ({ ...sheet, merges: [] })),
        templates,
      ),
    ).toEqual(plainBudget);
  });

  test("with blanks, line breaks and full-width forms inside header words and labels", () => {
    const loose = budget.map((sheet) =>
      eachText(sheet, (text, cell) =>
        cell.row < 6 && !/^\d+$|^\*/.test(text) ? [...text].join(cell.row % 2 ? " " : "\n").replace(/\(/g, "（") : text,
      ),
    );
    expect(Object.keys(digest(loose, templates))).toEqual(Object.keys(plainBudget));
    expect(Object.values(digest(loose, templates)).map((figures) => Object.values(figures))).toEqual(
      Object.values(plainBudget).map((figures) => Object.values(figures)),
    );
  });

  test("with hidden rows and columns", () => {
    expect(
      digest(
        budget.map((sheet) => ({ ...sheet, hiddenRows: [7, 8], hiddenColumns: [1] })),
        templates,
      ),
    ).toEqual(plainBudget);
  });

  test("with the columns of 支出总表 and 一般公共预算支出表 in another order", () => {
    const turned = budget.map((sheet) =>
      /^3/.test(sheet.name)
        ? reorder(sheet, [0, 1, 2, 3, 4, 6, 5, 9, 8, 7])
        : /^5/.test(sheet.name)
          ? reorder(sheet, [3, 0, 1, 2, 6, 5, 4])
          : sheet,
    );
    expect(digest(turned, templates)).toEqual(plainBudget);
  });

  test("with all tables one below the other in one sheet", () => {
    let row = 0;
    const cells: SourceCell[] = [];
    const merges: NonNullable<SourceSheet["merges"]>[number][] = [];
    for (const sheet of budget) {
      const moved = move(sheet, row, 0);
      cells.push(...moved.cells);
      merges.push(...(moved.merges ?? []));
      row = Math.max(...cells.map((cell) => cell.row)) + 3;
    }
    expect(digest([{ name: "全部", cells, merges }], templates)).toEqual(plainBudget);
  });

  test("with 基本支出表 and 收支总表 cut into pages, title, unit and header repeated, below or on further sheets", () => {
    const below = budget.map((sheet) => (/^[16]\D/.test(sheet.name) ? repage(sheet, 3) : sheet));
    expect(digest(below, templates)).toEqual(plainBudget);
    const apart = budget.flatMap((sheet) => (/^[16]\D/.test(sheet.name) ? splitSheet(sheet, true) : [sheet]));
    expect(digest(apart, templates)).toEqual(plainBudget);
  });

  test("with 基本支出表 continued on the next sheet without title or header", () => {
    const apart = budget.flatMap((sheet) => (/^6/.test(sheet.name) ? splitSheet(sheet, false) : [sheet]));
    expect(digest(apart, templates)).toEqual(plainBudget);
  });
});

/** First row of the body: below the unit line, the header and a column-number row. */
function bodyStart(sheet: SourceSheet): number {
  const numbered = sheet.cells.find((cell) => cell.value === "**");
  return numbered
    ? numbered.row + 1
    : Math.min(...sheet.cells.filter((cell) => typeof cell.value === "number").map((cell) => cell.row));
}

/** The same table with its head printed again at each of `pages` page tops. */
function repage(sheet: SourceSheet, pages: number): SourceSheet {
  const start = bodyStart(sheet);
  const last = Math.max(...sheet.cells.map((cell) => cell.row));
  const size = Math.ceil((last - start + 1) / pages);
  const head = sheet.cells.filter((cell) => cell.row < start);
  const headMerges = (sheet.merges ?? []).filter((merge) => merge.bottom < start);
  const cells = [...head];
  const merges = [...headMerges];
  for (let page = 0; page < pages; page++) {
    const shift = page * start;
    if (page > 0) {
      const at = start + page * size + shift - start;
      cells.push(...head.map((cell) => ({ ...cell, row: cell.row + at })));
      merges.push(...headMerges.map((merge) => ({ ...merge, top: merge.top + at, bottom: merge.bottom + at })));
    }
    for (const cell of sheet.cells)
      if (cell.row >= start + page * size && cell.row < start + (page + 1) * size)
        cells.push({ ...cell, row: cell.row + shift });
  }
  return { ...sheet, cells, merges };
}

/** The second half of the table on a sheet of its own, with or without its head. */
function splitSheet(sheet: SourceSheet, withHead: boolean): SourceSheet[] {
  const start = bodyStart(sheet);
  const last = Math.max(...sheet.cells.map((cell) => cell.row));
  const middle = Math.floor((start + last) / 2);
  const head = withHead ? sheet.cells.filter((cell) => cell.row < start) : [];
  const first: SourceSheet = { ...sheet, cells: sheet.cells.filter((cell) => cell.row < middle) };
  const second: SourceSheet = {
    ...sheet,
    name: `${sheet.name}续`,
    cells: [...head, ...sheet.cells.filter((cell) => cell.row >= middle)],
    merges: withHead ? (sheet.merges ?? []).filter((merge) => merge.bottom < start) : [],
  };
  return [first, second];
}
