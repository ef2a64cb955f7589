import { figureCell } from "../../tables";
import { purposeOf } from "../../tables";
import type { IndicatorBlock, Section, Table } from "../../tables";
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

/** Where a project's money comes from, in 万元; null where the targets do not say. */
export interface FundSources {
  readonly fiscal: ExactDecimal | null;
  readonly carryOver: ExactDecimal | null;
  readonly other: ExactDecimal | null;
}

/** Columns that make up 当年财政拨款 where it has none of its own. */
const fiscalFunds = ["general-public", "government-fund", "state-capital"];

/** The sources of 年初预算数, where the targets were approved by source. */
export function approvedSources(workbook: Workbook, table: Table, block: IndicatorBlock): FundSources {
  const section = table.sections.find((candidate) => candidate.name === "main");
  const line = block.line;
  if (!section || line === null) return { fiscal: null, carryOver: null, other: null };
  const amount = (role: string): ExactDecimal | null => amountIn(workbook, table, section, line, role);
  const funds = fiscalFunds.flatMap((role) => amount(role) ?? []);
  return {
    fiscal: amount("fiscal-line") ?? (funds.length > 0 ? funds.reduce((sum, own) => sum.plus(own)) : null),
    carryOver: amount("carry-over"),
    other: amount("other"),
  };
}

/** 年初预算数: the amount the targets were approved with, in 万元. */
export function approvedAmount(workbook: Workbook, table: Table, block: IndicatorBlock): ExactDecimal | null {
  const section = table.sections.find((candidate) => candidate.name === "main");
  if (!section || block.line === null) return null;
  return amountIn(workbook, table, section, block.line, "total");
}

/** The projects of the base-data tables: 全年 figures stand there, and nowhere else in a budget. */
export class BaseDataProjects {
  private readonly byName = new Map<string, FinalLine[]>();
  private readonly wholes: FinalLine[] = [];

  constructor(
    private readonly workbook: Workbook,
    tables: readonly Table[],
  ) {
    for (const table of tables.filter((candidate) => purposeOf(candidate) === "base-data")) {
      const section = table.sections.find((candidate) => candidate.name === "budget");
      section?.lines.forEach((line, at) => {
        if (line.roles.includes("project")) this.wholes.push({ table, section, at });
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
    return {
      annual: amountIn(this.workbook, table, section, at, "budget"),
      executed: amountIn(this.workbook, table, section, at, "final"),
    };
  }

  /** What was spent on all projects together; null where no table says so, or more than one. */
  get spentOnProjects(): ExactDecimal | null {
    const [only, more] = this.wholes;
    return only && !more ? amountIn(this.workbook, only.table, only.section, only.at, "final") : null;
  }

  private mostAlike(project: string): readonly FinalLine[] {
    const near = [...this.byName]
      .map(([name, lines]) => ({ lines, likeness: likeness(name, project) }))
      .filter((one) => one.likeness >= sureName);
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
