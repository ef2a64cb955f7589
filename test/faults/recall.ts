import { AmountState, type CellId, type Workbook } from "../../src/engine/workbook";
import { Relation, Verdict } from "../../src/engine/reconcile";
import type { CheckedWorkbook } from "../../src/engine/check-workbook";
import { FigureFinder, type Figure } from "../../src/engine/diagnostics/figures";
import { figureCell } from "../../src/engine/tables";
import { rowDoubled, rowOmitted, valueFaults, withValue, type Rows } from "./injected-faults";
import { checkWhole, saying } from "./whole-check";

/**
 * What became of one kind of fault. `rounding`: found, but as a difference that rounding can explain. `determined`: so
 * many of them the identities lay to one place, `first` so many of these were named first; `named` were among the
 * suspects, determined or not. `split`: one fault, several findings.
 */
export interface Tally {
  injected: number;
  found: number;
  rounding: number;
  determined: number;
  first: number;
  named: number;
  split: number;
  /** Faults that were not found, or not named first although determined. */
  readonly missed: string[];
}

/** The faults of one workbook by kind, and its figures that no identity covers. */
export interface Recall {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Faults there are, of which some were tried. */
  readonly trials: number;
  readonly figures: number;
  readonly uncovered: readonly string[];
}

/** A line whose own parts remain: they still add up to what is above it, and no amount is lost. */
export const SUBTOTAL_OMITTED = "漏小计行（明细还在）";
/** The only line below a total: the total stays, with nothing left to compare it with. */
export const ONLY_PART_OMITTED = "漏唯一的明细行（合计还在）";

/** The only figure below a total is taken out: the total stays, with nothing left to compare it with. */
export const ONLY_FIGURE_TAKEN = "删掉唯一的明细数（合计还在）";

/** Numbers in a fixed order that looks like none: the same faults in each run. */
export function fixedChoices(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return count === 0 ? 0 : state % count;
  };
}

/**
 * Injects faults into the cells of a workbook, one at a time, and runs the whole check on each: every figure that an
 * equality binds × every kind of fault, and every line below a total left out or doubled.
 * @param most where there are more faults than this, so many of them are tried, evenly spread over the workbook
 */
export function recallOf(workbook: Workbook, seed: number, most: number): Recall {
  const clean = checkWhole(workbook);
  const figures = new FigureFinder(workbook, clean.tables);
  const pick = fixedChoices(seed);
  const { covered, uncovered } = figuresOf(clean, figures);
  const trials: { readonly name: string; run(tally: Tally): void }[] = [];
  for (const cell of covered) {
    const present = clean.reconciliation.amounts.value(cell)!.toNumber();
    const around = figures
      .neighbours(cell)
      .flatMap((other) => (figures.at(other) ? (clean.reconciliation.amounts.value(other)?.toNumber() ?? []) : []));
    for (const fault of valueFaults) {
      const value = fault.value(present, around, pick);
      if (value === undefined || value === present || (!fault.inLabels && figures.tableOf(cell)!.embedded.has(cell)))
        continue;
      const words = `${figures.nameOf(figures.at(cell)!)} ${present} → ${value ?? "空"}`;
      trials.push({
        name: value === null && isOnlyFigure(figures.at(cell)!, clean) ? ONLY_FIGURE_TAKEN : fault.name,
        run: (tally) => judgeValue(tally, clean, checkWhole(withValue(workbook, cell, value)), cell, words),
      });
    }
  }
  for (const { cell, figure } of rowsOf(covered, figures)) {
    const words = figures.nameOf(figures.at(cell)!);
    const rows = rowsOfEntry(figure);
    const { lines } = figure.section;
    const hasParts = lines.some((line) => line.parent === figure.line && line.part === "sum");
    const isOnly =
      lines.filter((line) => line.parent === lines[figure.line]!.parent && line.repeats === null).length === 1;
    const omitted = hasParts ? SUBTOTAL_OMITTED : isOnly ? ONLY_PART_OMITTED : rowOmitted.name;
    trials.push({
      name: omitted,
      run: (tally) =>
        judgeRow(tally, clean, checkWhole(rowOmitted.apply(workbook, rows)), figure, "row-omitted", words),
    });
    trials.push({
      name: rowDoubled.name,
      run: (tally) =>
        judgeRow(tally, clean, checkWhole(rowDoubled.apply(workbook, rows)), figure, "row-doubled", words),
    });
  }
  const tallies = new Map<string, Tally>();
  const share = Math.min(1, most / trials.length);
  trials.forEach(({ name, run }, place) => {
    if (Math.floor((place + 1) * share) === Math.floor(place * share)) return;
    const tally = tallies.get(name) ?? {
      injected: 0,
      found: 0,
      rounding: 0,
      determined: 0,
      first: 0,
      named: 0,
      split: 0,
      missed: [],
    };
    tallies.set(name, tally);
    run(tally);
  });
  return {
    tallies,
    trials: trials.length,
    figures: covered.length + uncovered.length,
    uncovered: uncovered.map((cell) => figures.nameOf(figures.at(cell)!)),
  };
}

/** Verdicts of equations that compare amounts; one with an unreadable cell binds none of the others. */
const JUDGED: ReadonlySet<number> = new Set([Verdict.Pass, Verdict.Rounding, Verdict.Fail, Verdict.BlankTotal]);

/**
 * Figures other than zero: those that an equality binds, and the rest. Repeated rows are one fact and not looked at.
 */
function figuresOf(
  { tables, reconciliation }: CheckedWorkbook,
  figures: FigureFinder,
): { covered: CellId[]; uncovered: CellId[] } {
  const { store, amounts, verdicts } = reconciliation;
  const covered: CellId[] = [];
  const uncovered: CellId[] = [];
  for (const section of tables.flatMap((table) => table.sections)) {
    for (const line of section.lines) {
      section.columns.forEach((_, column) => {
        const cell = figureCell(section, line, column);
        if (
          cell < 0 ||
          line.repeats !== null ||
          amounts.state[cell] === AmountState.Blank ||
          !amounts.value(cell) ||
          amounts.value(cell)!.isZero() ||
          !figures.at(cell)
        )
          return;
        const bound = [...store.equationsOf(cell)].some(
          (equation) => JUDGED.has(verdicts[equation]!) && store.relationOf(equation) === Relation.Equal,
        );
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

/** The grid rows of a line: with a project, those of its indicators down to the next line. */
function rowsOfEntry({ table, section, line }: Figure): Rows {
  const { page, position } = section.lines[line]!;
  const { sheet } = section.pages[page]!;
  const block = table.blocks.find((one) => one.line === line);
  if (!block) return { sheet, from: position, count: 1 };
  const below = section.lines
    .filter((other) => other.page === page && other.position > position)
    .map((other) => other.position);
  return { sheet, from: position, count: Math.min(...below, sheet.rows.length) - position };
}

/** Outcomes that the clean workbook does not have. */
function newOutcomes(clean: CheckedWorkbook, faulty: CheckedWorkbook) {
  const before = new Set(clean.reconciliation.outcomes.map(saying));
  return faulty.reconciliation.outcomes.filter((outcome) => !before.has(saying(outcome)));
}

function judgeFound(tally: Tally, clean: CheckedWorkbook, faulty: CheckedWorkbook, words: string): boolean {
  tally.injected++;
  const outcomes = newOutcomes(clean, faulty);
  if (outcomes.some(({ outcome }) => outcome !== "rounding")) tally.found++;
  else if (outcomes.length > 0) tally.rounding++;
  else tally.missed.push(`未发现：${words}`);
  const before = new Set(clean.findings.map(({ key, title }) => `${key} ${title}`));
  if (faulty.findings.filter(({ key, title }) => !before.has(`${key} ${title}`)).length > 1) tally.split++;
  return outcomes.some(({ outcome }) => outcome !== "rounding");
}

/** Changing a figure leaves the numbers of the equations as they are. */
function heldBefore({ reconciliation: { verdicts } }: CheckedWorkbook, equation: number): boolean {
  return verdicts[equation] === Verdict.Pass || verdicts[equation] === Verdict.Rounding;
}

/** A figure is determined where it is the only one that two broken equalities, or more, have in common. */
function judgeValue(tally: Tally, clean: CheckedWorkbook, faulty: CheckedWorkbook, cell: CellId, words: string): void {
  if (!judgeFound(tally, clean, faulty, words)) return;
  if (faulty.findings.some(({ suspects }) => suspects.some((suspect) => suspect.cell === cell))) tally.named++;
  const { store } = faulty.reconciliation;
  const broken = newOutcomes(clean, faulty).flatMap(({ equation, outcome, detail }) =>
    equation !== null &&
    heldBefore(clean, equation) &&
    (outcome === "fail" || detail.code === "blank-parts") &&
    store.relationOf(equation) === Relation.Equal &&
    store.cellsOf(equation).includes(cell)
      ? [[...store.cellsOf(equation)]]
      : [],
  );
  if (broken.length < 2) return;
  const common = broken.reduce((rest, cells) => rest.filter((other) => cells.includes(other)));
  if (new Set(common).size > 1) return;
  tally.determined++;
  if (faulty.findings.some(({ suspects }) => suspects[0]?.cell === cell)) tally.first++;
  else tally.missed.push(`未排第一：${words}`);
}

/** A row is determined where its total breaks in two columns or more. */
function judgeRow(
  tally: Tally,
  clean: CheckedWorkbook,
  faulty: CheckedWorkbook,
  figure: Figure,
  kind: "row-omitted" | "row-doubled",
  words: string,
): void {
  if (!judgeFound(tally, clean, faulty, words)) return;
  const figures = new FigureFinder(faulty.joined, faulty.tables);
  const line = figure.section.lines[figure.line]!;
  const parent = figure.section.lines[line.parent!]!;
  const columns = new Set(
    newOutcomes(clean, faulty).flatMap(({ equation, operands }) => {
      const total = equation === null ? null : figures.at(operands[0]!.cell);
      const below = operands.slice(1).every(({ cell }) => figures.at(cell)?.column === total?.column);
      return total &&
        below &&
        total.section.lines[total.line]!.label === parent.label &&
        total.table.sheet.name === figure.table.sheet.name
        ? [total.column]
        : [];
    }),
  );
  if (columns.size < 2) return;
  tally.determined++;
  const wanted = kind === "row-omitted" ? parent.label : line.label;
  const named = faulty.findings.some(({ suspects: [first] }) => {
    const at = first && figures.at(first.cell);
    return (
      first &&
      at &&
      first.kind === kind &&
      at.section.lines[at.line]!.label === wanted &&
      first.sheet === figure.table.sheet.name
    );
  });
  if (named) tally.named++;
  if (named) tally.first++;
  else tally.missed.push(`未排第一：${words}`);
}

/** Whether the lines beside a figure's, below the same total, have no other figure in its column. */
function isOnlyFigure({ section, line, column }: Figure, { reconciliation }: CheckedWorkbook): boolean {
  const parent = section.lines[line]!.parent;
  return (
    parent !== null &&
    section.lines.every((other, at) => {
      const amount = reconciliation.amounts.value(figureCell(section, other, column));
      return at === line || other.parent !== parent || amount === null || amount.isZero();
    })
  );
}
