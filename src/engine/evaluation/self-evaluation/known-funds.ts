import { figureCell } from "../../tables/table";
import type { IndicatorBlock, Section, Table } from "../../tables/table";
import { CellKind, Exact, exactOf, locate, readAmountText } from "../../workbook";
import type { CellId, ExactDecimal, Workbook } from "../../workbook";
import { likeness, plainName } from "../names";

/** 全年预算数 and 全年执行数 of a project, in 万元; null where one is not known. */
export interface FinalFunds {
  readonly annual: ExactDecimal | null;
  readonly executed: ExactDecimal | null;
}

/** A line of the base-data table is a project's where its name is at least this alike. */
const sureName = 0.8;

/** 年初预算数: the amount the targets were approved with, in 万元. */
export function approvedAmount(workbook: Workbook, table: Table, block: IndicatorBlock): ExactDecimal | null {
  const section = table.sections.find((candidate) => candidate.name === "main");
  if (!section || block.line === null) return null;
  return amountIn(workbook, table, section, block.line, "total");
}

/** The projects of the base-data tables: 全年 figures stand there, and nowhere else in a budget. */
export class BaseDataProjects {
  private readonly byName = new Map<string, FinalLine[]>();

  constructor(
    private readonly workbook: Workbook,
    tables: readonly Table[],
  ) {
    for (const table of tables.filter((candidate) => candidate.template.layout === "base-data")) {
      const section = table.sections.find((candidate) => candidate.name === "budget");
      section?.lines.forEach((line, at) => {
        if (!line.roles.includes("project-item")) return;
        const name = plainName(line.label);
        this.byName.set(name, [...(this.byName.get(name) ?? []), { table, section, at }]);
      });
    }
  }

  /** Of the line that is surely the project's; null where none, or more than one, may be it. */
  of(project: string): FinalFunds | null {
    const same = this.byName.get(plainName(project)) ?? this.mostAlike(project);
    if (same.length !== 1) return null;
    const { table, section, at } = same[0]!;
    return { annual: amountIn(this.workbook, table, section, at, "budget"), executed: amountIn(this.workbook, table, section, at, "final") };
  }

  private mostAlike(project: string): readonly FinalLine[] {
    const near = [...this.byName].map(([name, lines]) => ({ lines, likeness: likeness(name, project) })).filter((one) => one.likeness >= sureName);
    const best = Math.max(...near.map((one) => one.likeness));
    return near.filter((one) => one.likeness === best).flatMap(({ lines }) => lines);
  }
}

interface FinalLine {
  readonly table: Table;
  readonly section: Section;
  readonly at: number;
}

function amountIn(workbook: Workbook, table: Table, section: Section, line: number, role: string): ExactDecimal | null {
  const column = section.columns.findIndex((candidate) => candidate.roles.includes(role));
  if (column < 0) return null;
  const cell = figureCell(section, section.lines[line]!, column);
  const value = cell < 0 ? null : numberIn(workbook, table, cell);
  return value === null ? null : value.times(new Exact(10).pow(table.unitExponent - 4));
}

function numberIn(workbook: Workbook, table: Table, cell: CellId): ExactDecimal | null {
  const inside = table.embedded.get(cell);
  if (inside !== undefined) return new Exact(inside);
  const { sheet, index } = locate(workbook, cell);
  if (sheet.kinds[index] === CellKind.Number) return exactOf(sheet.numbers[index]!);
  const reading = sheet.kinds[index] === CellKind.Text ? readAmountText(sheet.texts[index]!, table.unit) : null;
  return reading?.state === "amount" ? reading.value : null;
}
