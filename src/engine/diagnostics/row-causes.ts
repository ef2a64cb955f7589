import type { Section } from "../tables";
import { figureCell } from "../tables";
import type { CellId, ExactDecimal } from "../workbook";
import type { Cause } from "./cause";
import { merit } from "./cause";
import type { FigureFinder } from "./figures";
import { cellsOfLine } from "./figures";
import type { Workings } from "./workings";

/** Unexplained sums of one line over others, column by column. */
interface BrokenLine {
  readonly section: Section;
  readonly line: number;
  /** Cells of the total by identity. */
  readonly totals: Map<number, CellId>;
  /** Lines that are summed. */
  readonly parts: Set<number>;
}

/** Rows further apart than this are not taken for one row written twice. */
const NEAR = 3;

/** Causes that concern a whole row: one left out, one counted twice. Asked once, before single cells are tried. */
export function rowCauses(workings: Workings, figures: FigureFinder): Cause[] {
  const doubled: Cause[] = [];
  const omitted: Cause[] = [];
  for (const broken of brokenLines(workings, figures)) {
    const twice = rowDoubled(workings, broken);
    doubled.push(...twice);
    const missing = twice.length === 0 ? rowOmitted(workings, broken) : null;
    if (missing) omitted.push(missing);
  }
  return [...acrossSides(workings, doubled, figures), ...omitted];
}

/** A row counted twice on both sides of a ledger is one row. */
function acrossSides(workings: Workings, doubled: readonly Cause[], figures: FigureFinder): Cause[] {
  const byRow = new Map<string, Cause>();
  for (const cause of doubled) {
    const row = figures.rowOf(cause.cell);
    const other = byRow.get(row);
    const changes = new Map([...(other?.changes ?? []), ...cause.changes]);
    byRow.set(row, other ? { ...other, changes, ...workings.effectOf(changes) } : cause);
  }
  return [...byRow.values()];
}

/** Sums down a section whose total and parts all stand in one column, gathered by the line of the total. */
function brokenLines(workings: Workings, figures: FigureFinder): Iterable<BrokenLine> {
  const found = new Map<Section, Map<number, BrokenLine>>();
  for (const id of workings.open) {
    const terms = workings.identity(id)?.terms ?? [];
    const [total, ...parts] = terms;
    const figure = total && figures.at(total.cell);
    if (!figure || parts.length === 0) continue;
    const { section, line, column } = figure;
    const vertical = parts.every(({ cell }) => {
      const part = figures.at(cell);
      return part?.section === section && part.column === column;
    });
    if (!vertical) continue;
    const lines = found.get(section) ?? new Map<number, BrokenLine>();
    found.set(section, lines);
    const entry = lines.get(line) ?? { section, line, totals: new Map<number, CellId>(), parts: new Set<number>() };
    lines.set(line, entry);
    entry.totals.set(id, total.cell);
    for (const { cell } of parts) entry.parts.add(figures.at(cell)!.line);
  }
  return [...found.values()].flatMap((lines) => [...lines.values()]);
}

/**
 * A row is missing below a total: the total exceeds its parts in several columns, while the total's own row adds up
 * across those columns, so that what is missing is itself a row that adds up. Where nothing ties the columns together,
 * it must be all columns in which the total has something.
 */
function rowOmitted(workings: Workings, broken: BrokenLine): Cause | null {
  const ids = [...broken.totals.keys()].sort((a, b) => a - b);
  if (
    ids.length < 2 ||
    !ids.some((id) => workings.isBroken(id)) ||
    !ids.every((id) => exceedsParts(workings, id, broken.totals.get(id)!))
  )
    return null;
  const cells = new Set(broken.totals.values());
  let linked = false;
  for (const cell of cells) {
    for (const id of workings.identitiesOf(cell)) {
      if (broken.totals.has(id)) continue;
      if (workings.open.has(id)) return null;
      const across = workings.identity(id)?.terms.filter((term) => cells.has(term.cell)).length ?? 0;
      if (across >= 2) linked = true;
    }
  }
  const filled = cellsOfLine(broken.section, broken.section.lines[broken.line]!).filter(
    (cell) => !(workings.amount(cell).value?.isZero() ?? true),
  );
  if (!linked && !filled.every((cell) => cells.has(cell)) && !allMissTheSame(workings, ids)) return null;
  return { ...rowCause("row-omitted", broken.totals.get(ids[0]!)!), explains: ids };
}

/**
 * Whether several totals exceed their parts by one amount: a row that says the same in each of these columns (预算数,
 * 决算数).
 */
function allMissTheSame(workings: Workings, ids: readonly number[]): boolean {
  const [first] = ids;
  return ids.every((id) => workings.residual(id).eq(workings.residual(first!)));
}

/** Whether the total is more than its parts, both taken positive. */
function exceedsParts(workings: Workings, id: number, total: CellId): boolean {
  return workings.residual(id).times(workings.coefficient(id, total)).gt(0);
}

/**
 * Two like rows near each other below the total (or one like the total itself, where a total was written twice), one of
 * which is exactly what the parts exceed it by, in every column.
 */
function rowDoubled(workings: Workings, broken: BrokenLine): Cause[] {
  const { lines } = broken.section;
  const meaning = (place: number): string => `${lines[place]!.code ?? ""}|${lines[place]!.label}`;
  const parts = partsOf(broken.section).get(broken.line) ?? [...broken.parts];
  const seen = new Map([[meaning(broken.line), broken.line]]);
  const causes = new Map<number, Cause | null>();
  for (const part of parts) {
    const before = seen.get(meaning(part));
    seen.set(meaning(part), part);
    if (before === undefined || Math.abs(part - before) > NEAR) continue;
    const second = withoutRow(workings, broken, part);
    const first = before === broken.line ? null : withoutRow(workings, broken, before);
    if (isBetter(first, second)) causes.set(before, first);
    else {
      causes.set(part, second);
      if (second !== null) causes.delete(before);
    }
  }
  return [...causes.values()].filter((cause) => cause !== null);
}

/**
 * Whether of two rows that say the same the first is the one too many: the second may have the parts of both below it,
 * and they would add up to nothing. Where either would do, the second is the copy.
 */
function isBetter(first: Cause | null, second: Cause | null): boolean {
  return first !== null && (second === null || merit(first) > merit(second));
}

const partsBySection = new WeakMap<Section, ReadonlyMap<number, readonly number[]>>();

/** Lines of a section by the line that they are a part of. Told once: a section may have very many of both. */
function partsOf(section: Section): ReadonlyMap<number, readonly number[]> {
  let parts = partsBySection.get(section);
  if (!parts) {
    const found = new Map<number, number[]>();
    section.lines.forEach(({ parent, repeats }, place) => {
      if (parent === null || repeats !== null) return;
      const known = found.get(parent);
      if (known) known.push(place);
      else found.set(parent, [place]);
    });
    partsBySection.set(section, (parts = found));
  }
  return parts;
}

/** What would follow if a line had no figures; null where that repairs none of the sums. */
function withoutRow(workings: Workings, { section, line, totals }: BrokenLine, suspect: number): Cause | null {
  const changes = new Map<CellId, ExactDecimal>();
  for (const cell of cellsOfLine(section, section.lines[suspect]!)) {
    const { value } = workings.amount(cell);
    if (value && !value.isZero()) changes.set(cell, value.negated());
  }
  const { explains, breaks } = workings.effectOf(changes);
  const named = [...totals.keys()].find((id) => explains.includes(id));
  if (named === undefined) return null;
  const column = section.columns.findIndex(
    (_, place) => figureCell(section, section.lines[line]!, place) === totals.get(named),
  );
  return {
    ...rowCause("row-doubled", figureCell(section, section.lines[suspect]!, column)),
    changes,
    explains,
    breaks,
  };
}

/** A row left out below or at a cell, or written twice, without what that would explain. */
export function rowCause(kind: "row-omitted" | "row-doubled", cell: CellId): Cause {
  return {
    kind,
    cell,
    changes: new Map(),
    explains: [],
    breaks: 0,
    proposed: null,
    slip: null,
    copiedFrom: null,
    power: 0,
    gap: null,
  };
}
