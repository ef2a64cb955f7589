import { AmountState, type CellId, type Workbook } from "../../src/engine/workbook";
import { Relation } from "../../src/engine/reconcile";
import { FigureFinder, type Figure } from "../../src/engine/diagnostics/figures";
import { figureName } from "../../src/engine/diagnostics/wording/figure-name";
import { figureCell } from "../../src/engine/tables";
import { rowFaults, valueFaults, withValue } from "./injected-faults";
import { checkWhole, saying, type WholeCheck } from "./whole-check";

/** What became of one kind of fault. `determined`: so many of them the identities lay to one place, `first` so many were named first. */
export interface Tally {
  injected: number;
  found: number;
  rounding: number;
  determined: number;
  first: number;
  /** Faults that were not found, or not named first although determined. */
  readonly missed: string[];
}

/** The faults of one workbook by kind, and its figures that no identity covers. */
export interface Recall {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly figures: number;
  readonly uncovered: readonly string[];
}

/** Numbers in a fixed order that looks like none: the same faults in each run. */
export function fixedChoices(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return count === 0 ? 0 : state % count;
  };
}

/**
 * Injects faults into the cells of a workbook, one at a time, and runs the whole check on each.
 * @param every of all figures × kinds of faults, each n-th is tried; the kinds rotate, so that all meet all kinds of figures
 */
export function recallOf(workbook: Workbook, seed: number, every: number): Recall {
  const clean = checkWhole(workbook);
  const figures = new FigureFinder(workbook, clean.tables);
  const pick = fixedChoices(seed);
  const tallies = new Map<string, Tally>();
  const tally = (name: string): Tally => {
    const known = tallies.get(name) ?? { injected: 0, found: 0, rounding: 0, determined: 0, first: 0, missed: [] };
    tallies.set(name, known);
    return known;
  };
  const { covered, uncovered } = figuresOf(clean, figures);
  let turn = 0;
  for (const cell of covered) {
    const present = clean.reconciliation.amounts.value(cell)!.toNumber();
    const around = figures.neighbours(cell).flatMap((other) => (figures.at(other) ? (clean.reconciliation.amounts.value(other)?.toNumber() ?? []) : []));
    for (const fault of valueFaults) {
      const value = fault.value(present, around, pick);
      if (value === undefined || value === present || turn++ % every !== 0) continue;
      judgeValue(tally(fault.name), clean, checkWhole(withValue(workbook, cell, value)), cell, `${figureName(figures.at(cell)!)} ${present} → ${value}`);
    }
  }
  for (const { cell, figure } of rowsOf(covered, figures)) {
    for (const fault of rowFaults) {
      if (turn++ % every !== 0) continue;
      const page = figure.section.pages[figure.section.lines[figure.line]!.page]!;
      const faulty = checkWhole(fault.apply(workbook, page.sheet, figure.section.lines[figure.line]!.position));
      judgeRow(tally(fault.name), clean, faulty, figure, fault.name, `${figureName(figures.at(cell)!)}`);
    }
  }
  return { tallies, figures: covered.length + uncovered.length, uncovered: uncovered.map((cell) => figureName(figures.at(cell)!)) };
}

/** Figures other than zero: those that an equality binds, and the rest. Repeated rows are one fact and not looked at. */
function figuresOf({ tables, reconciliation }: WholeCheck, figures: FigureFinder): { covered: CellId[]; uncovered: CellId[] } {
  const { store, amounts, verdicts } = reconciliation;
  const covered: CellId[] = [];
  const uncovered: CellId[] = [];
  for (const section of tables.flatMap((table) => table.sections)) {
    for (const line of section.lines) {
      section.columns.forEach((_, column) => {
        const cell = figureCell(section, line, column);
        if (cell < 0 || line.repeats !== null || amounts.state[cell] === AmountState.Blank || !amounts.value(cell) || amounts.value(cell)!.isZero() || !figures.at(cell)) return;
        const bound = [...store.equationsOf(cell)].some((equation) => verdicts[equation] !== 0 && store.relationOf(equation) === Relation.Equal);
        (bound ? covered : uncovered).push(cell);
      });
    }
  }
  return { covered, uncovered };
}

/** Lines that stand below a total, each with one of its cells. */
function rowsOf(cells: readonly CellId[], figures: FigureFinder): { cell: CellId; figure: Figure }[] {
  const rows = new Map<string, { cell: CellId; figure: Figure }>();
  for (const cell of cells) {
    const figure = figures.at(cell)!;
    const line = figure.section.lines[figure.line]!;
    const key = `${figure.table.sheet.name} ${figure.section.name} ${figure.line}`;
    if (line.parent !== null && line.part === "sum" && !rows.has(key)) rows.set(key, { cell, figure });
  }
  return [...rows.values()];
}

/** Outcomes that the clean workbook does not have. */
function newOutcomes(clean: WholeCheck, faulty: WholeCheck) {
  const before = new Set(clean.reconciliation.outcomes.map(saying));
  return faulty.reconciliation.outcomes.filter((outcome) => !before.has(saying(outcome)));
}

function judgeFound(tally: Tally, clean: WholeCheck, faulty: WholeCheck, words: string): boolean {
  tally.injected++;
  const outcomes = newOutcomes(clean, faulty);
  if (outcomes.some(({ outcome }) => outcome !== "rounding")) tally.found++;
  else if (outcomes.length > 0) tally.rounding++;
  else tally.missed.push(`未发现：${words}`);
  return outcomes.some(({ outcome }) => outcome !== "rounding");
}

/** A figure is determined where it is the only one that two broken equalities, or more, have in common. */
function judgeValue(tally: Tally, clean: WholeCheck, faulty: WholeCheck, cell: CellId, words: string): void {
  if (!judgeFound(tally, clean, faulty, words)) return;
  const { store } = faulty.reconciliation;
  const broken = newOutcomes(clean, faulty).flatMap(({ equation, outcome, detail }) =>
    equation !== null && (outcome === "fail" || detail.code === "blank-parts") && store.relationOf(equation) === Relation.Equal && store.cellsOf(equation).includes(cell) ? [[...store.cellsOf(equation)]] : [],
  );
  if (broken.length < 2) return;
  const common = broken.reduce((rest, cells) => rest.filter((other) => cells.includes(other)));
  if (new Set(common).size > 1) return;
  tally.determined++;
  if (faulty.findings.some(({ suspects }) => suspects[0]?.cell === cell)) tally.first++;
  else tally.missed.push(`未排第一：${words}`);
}

/** A row is determined where its total breaks in two columns or more. */
function judgeRow(tally: Tally, clean: WholeCheck, faulty: WholeCheck, figure: Figure, kind: string, words: string): void {
  if (!judgeFound(tally, clean, faulty, words)) return;
  const figures = new FigureFinder(faulty.workbook, faulty.tables);
  const line = figure.section.lines[figure.line]!;
  const parent = figure.section.lines[line.parent!]!;
  const columns = new Set(
    newOutcomes(clean, faulty).flatMap(({ equation, operands }) => {
      const total = equation === null ? null : figures.at(operands[0]!.cell);
      const below = operands.slice(1).every(({ cell }) => figures.at(cell)?.column === total?.column);
      return total && below && total.section.lines[total.line]!.label === parent.label && total.table.sheet.name === figure.table.sheet.name ? [total.column] : [];
    }),
  );
  if (columns.size < 2) return;
  tally.determined++;
  const wanted = kind === "漏一行" ? parent.label : line.label;
  const named = faulty.findings.some(({ suspects: [first] }) => {
    const at = first && figures.at(first.cell);
    return first && at && ["row-omitted", "row-doubled"].includes(first.kind) && at.section.lines[at.line]!.label === wanted && first.sheet === figure.table.sheet.name;
  });
  if (named) tally.first++;
  else tally.missed.push(`未排第一：${words}`);
}
