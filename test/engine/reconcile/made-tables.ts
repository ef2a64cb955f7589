import type { Column, Line, Section, Table, TableTemplate } from "../../../src/engine/tables";
import { withSaid } from "../../../src/engine/tables/said-of-columns";
import { buildWorkbook, type Sheet, type SourceCell, type Workbook } from "../../../src/engine/workbook";

/** A value of a made table: a number, a text, nothing, or an error value such as "#REF!". */
export type Value = number | string | null;

interface MadeLine {
  readonly label: string;
  readonly values: readonly Value[];
  readonly code?: string;
  readonly roles?: readonly string[];
  readonly parent?: number;
  readonly part?: "sum" | "of-which";
  readonly repeats?: number;
}

interface MadeColumn {
  readonly roles: readonly string[];
  readonly path?: readonly string[];
  readonly parent?: number;
  readonly part?: "sum" | "of-which";
}

interface MadeSection {
  readonly name?: string;
  readonly columns: readonly MadeColumn[];
  readonly lines: readonly MadeLine[];
}

export interface MadeTable {
  readonly kind: string;
  readonly body?: string | null;
  readonly year?: number | null;
  readonly unit?: "元" | "万元";
  readonly format?: string;
  readonly document?: Table["document"];
  readonly sections: readonly MadeSection[];
}

/**
 * Tables as a recogniser would hand them over, one sheet each: labels in the first column, sections side by side below
 * each other.
 */
export function madeTables(specifications: readonly MadeTable[]): { workbook: Workbook; tables: Table[] } {
  const workbook = buildWorkbook(
    specifications.map((specification, number) => {
      const cells: SourceCell[] = [];
      let row = 0;
      for (const section of specification.sections) {
        for (const line of section.lines) {
          cells.push({ row, column: 0, value: line.label });
          line.values.forEach((value, column) => {
            if (typeof value === "string" && value.startsWith("#"))
              cells.push({ row, column: column + 1, value: null, error: value });
            else if (value !== null)
              cells.push({ row, column: column + 1, value, format: specification.format ?? "0.00" });
          });
          row++;
        }
      }
      // A filled last row keeps columns in the grid that a test leaves blank.
      const widest = Math.max(...specification.sections.map((section) => section.columns.length));
      for (let column = 1; column <= widest; column++) cells.push({ row, column, value: "注" });
      return { name: `${number + 1}${specification.kind}`, cells };
    }),
  );
  return {
    workbook,
    tables: specifications.map((specification, number) => tableOf(specification, workbook.sheets[number]!)),
  };
}

function tableOf(specification: MadeTable, sheet: Sheet): Table {
  const template: TableTemplate = {
    id: specification.kind,
    kind: specification.kind,
    name: specification.kind,
    short: specification.kind,
    layout: "matrix",
    titles: [],
    source: "测试",
  };
  let row = 0;
  const sections = specification.sections.map((section): Section => {
    const lines = section.lines.map((line): Line => ({
      page: 0,
      position: row++,
      label: line.label,
      labelCell: sheet.base,
      code: line.code ?? null,
      roles: line.roles ?? [],
      parent: line.parent ?? null,
      part: line.part ?? "sum",
      repeats: line.repeats ?? null,
    }));
    const columns = section.columns.map((column): Column => ({
      path: column.path ?? [column.roles.join("·")],
      roles: column.roles,
      parent: column.parent ?? null,
      part: column.part ?? "sum",
    }));
    return withSaid({
      name: section.name ?? "main",
      pages: [{ sheet, positions: columns.map((_, index) => index + 1) }],
      columns,
      lines,
    });
  });
  return {
    template,
    document: specification.document ?? "main",
    sheet,
    area: { top: 0, left: 0, bottom: row, right: 9 },
    title: null,
    year: specification.year ?? null,
    unit: specification.unit ?? "万元",
    unitExponent: specification.unit === "元" ? 0 : 4,
    body: specification.body ?? null,
    bodyCode: null,
    sections,
    fields: [],
    blocks: [],
    embedded: new Map(),
    evidence: [],
    confidence: 1,
  };
}

/** The simplest table: one total over some parts, in one column. */
export function totalOver(total: Value, parts: readonly Value[], rest: Partial<MadeTable> = {}): MadeTable {
  return {
    kind: "made",
    sections: [
      {
        columns: [{ roles: ["total"] }],
        lines: [
          { label: "合计", roles: ["grand-total"], values: [total] },
          ...parts.map((value, index) => ({ label: `第${index + 1}项`, values: [value], parent: 0 })),
        ],
      },
    ],
    ...rest,
  };
}
