import type { Steps } from "../steps";
import { within } from "../steps";
import type { CellId } from "../workbook";
import { carriedCauses } from "./carried-causes";
import type { Cause } from "./cause";
import { byMerit, merit, plausibility } from "./cause";
import { cellCause, looksLikeSlip } from "./cell-causes";
import type { FigureFinder } from "./figures";
import type { Identity } from "./identity";
import { CausesByMerit } from "./causes-by-merit";
import { rowCause, rowCauses } from "./row-causes";
import { tableCauses } from "./table-causes";
import type { Workings } from "./workings";

/** Identities that one cause explains, with the causes that could be it, the likeliest first. */
export interface Explanation {
  readonly ids: readonly number[];
  readonly suspects: readonly Cause[];
}

const MOST_SUSPECTS = 5;
/** A total and up to three parts. */
const FEW_TERMS = 4;
/** In a longer sum only the likeliest parts are looked into. */
const MOST_TERMS = 400;

/**
 * Explains all open identities: the cause that explains most of them and breaks none is taken first, what it explains
 * is set aside, and so on; what no common cause explains stands alone. Every open identity is in exactly one
 * explanation. `doubted` are cells that checks outside the equations find fault with. A step for every explanation.
 */
export function* explain(
  workings: Workings,
  figures: FigureFinder,
  doubted: ReadonlySet<CellId> = new Set(),
): Steps<Explanation[]> {
  const all = workings.open.size;
  const done = (): number => (all === 0 ? 1 : 1 - workings.open.size / all);
  const explanations: Explanation[] = [];
  const withTotals = unbroken(yield* within(0, 0, carriedCauses(workings, figures))).filter(
    ({ changes }) => changes.size > 1,
  );
  const causes = commonCauses(workings, figures, withTotals);
  for (let next = causes.next(); !next.done; next = causes.next()) {
    yield done();
    const cause = next.value;
    if (cause === null) continue;
    const ids = cause.explains;
    const others =
      cause.kind === "carried" ? like(cause, withTotals) : ids.length > 1 ? rivals(workings, ids, cause, figures) : [];
    // A row whose figures all show the same unmistakable slip is likelier than a row that is not there.
    const slipped =
      cause.kind === "row-omitted" ? like(cause, withTotals).filter((other) => isUnmistakable(workings, other)) : [];
    explanations.push({ ids, suspects: [...slipped, cause, ...others].slice(0, MOST_SUSPECTS) });
    workings.close(ids, cause.breaks === 0 ? cause.changes : undefined);
  }
  const carried = unbroken(yield* within(done(), done(), carriedCauses(workings, figures)));
  for (const cause of carried) {
    if (!cause.explains.every((id) => workings.open.has(id))) continue;
    explanations.push({ ids: cause.explains, suspects: [cause, ...like(cause, carried)].slice(0, MOST_SUSPECTS) });
    workings.close(cause.explains);
  }
  for (const id of [...workings.open].sort((a, b) => a - b)) {
    explanations.push({ ids: [id], suspects: suspectsOfOne(workings, id, figures, doubted) });
    workings.close([id]);
    yield done();
  }
  return explanations;
}

/** Those that leave everything that agrees as it is, best first. */
function unbroken(causes: readonly Cause[]): Cause[] {
  return causes.filter(({ breaks }) => breaks === 0).sort(byMerit);
}

/** Others that would explain the same. */
function like(cause: Cause, among: readonly Cause[]): Cause[] {
  return among.filter((other) => other !== cause && sameIds(other.explains, cause.explains));
}

/** A slip that is hardly there by chance: among many parts some slip of one of them would make up for anything. */
function isUnmistakable(workings: Workings, { slip, explains }: Cause): boolean {
  return slip?.strength === 3 && explains.every((id) => workings.identity(id)!.terms.length <= FEW_TERMS);
}

/**
 * Causes of two identities or more (of a row or a table: of one or more), best first; closing one may change the rest.
 * A figure with all totals made from it comes before single totals. Null where it has only looked further.
 */
function* commonCauses(
  workings: Workings,
  figures: FigureFinder,
  carried: readonly Cause[],
): Generator<Cause | null, void, void> {
  const queue = new CausesByMerit();
  const causeOf = (cell: CellId): Cause | null => {
    const among = openOf(workings, cell);
    return among.length < 2 ? null : cellCause(workings, cell, among, figures);
  };
  const offer = (cause: Cause | null): void => {
    if (cause && worthwhile(cause)) queue.add(cause);
  };
  for (const cell of cellsInCommon(workings)) {
    offer(causeOf(cell));
    yield null;
  }
  for (const cause of [...rowCauses(workings, figures), ...tableCauses(workings, figures), ...carried])
    queue.add(cause);
  for (let taken = queue.take(); taken; taken = queue.take()) {
    const cause = taken.kind === "cell" ? causeOf(taken.cell) : taken;
    yield null;
    if (!cause || merit(cause) <= 0 || !cause.explains.every((id) => workings.open.has(id))) continue;
    if (merit(cause) < merit(taken)) {
      offer(cause);
      continue;
    }
    yield cause;
    for (const cell of cellsAround(workings, cause.changes.keys())) offer(causeOf(cell));
  }
}

/** Cells of two open identities or more. */
function cellsInCommon(workings: Workings): CellId[] {
  let last = -1;
  for (const id of workings.open) for (const { cell } of workings.identity(id)!.terms) last = Math.max(last, cell);
  const times = new Uint8Array(last + 1);
  const common: CellId[] = [];
  for (const id of workings.open)
    for (const { cell } of workings.identity(id)!.terms) {
      if (times[cell] === 1) common.push(cell);
      if (times[cell]! < 2) times[cell]!++;
    }
  return common;
}

/** The open identities of a cell. */
function openOf(workings: Workings, cell: CellId): number[] {
  return workings.identitiesOf(cell).filter((id) => workings.open.has(id));
}

/** The cells of all open identities that have one of these. */
function cellsAround(workings: Workings, changed: Iterable<CellId>): Set<CellId> {
  const around = new Set<CellId>();
  for (const cell of changed)
    for (const id of openOf(workings, cell)) for (const other of workings.identity(id)!.terms) around.add(other.cell);
  return around;
}

/** A single cell is a common cause where it repairs two identities or more, and more than it breaks. */
function worthwhile(cause: Cause): boolean {
  return cause.explains.length >= 2 && merit(cause) > 0;
}

/** Other single cells that would explain the same identities just as well or nearly so. */
function rivals(workings: Workings, ids: readonly number[], cause: Cause, figures: FigureFinder): Cause[] {
  const times = new Map<CellId, number>();
  for (const id of ids)
    for (const { cell } of workings.identity(id)!.terms) times.set(cell, (times.get(cell) ?? 0) + 1);
  times.delete(cause.cell);
  const least = Math.min(2, ids.length);
  return [...times]
    .filter(([, count]) => count >= least)
    .map(([cell]) => cellCause(workings, cell, ids, figures))
    .filter((rival): rival is Cause => rival !== null && rival.explains.length === ids.length)
    .sort(byMerit);
}

/**
 * Who could have broken a single identity: every cell of it, by what else it would break and how much it looks like a
 * slip. A lone rounding difference is nobody's.
 */
function suspectsOfOne(workings: Workings, id: number, figures: FigureFinder, doubted: ReadonlySet<CellId>): Cause[] {
  const identity = workings.identity(id)!;
  if (identity.unfilled !== null) return gapsToFill(workings, identity, figures);
  if (!workings.isBroken(id)) return [];
  const [reported] = identity.terms;
  const causes = identity.terms
    .slice(0, MOST_TERMS)
    .filter(
      ({ cell }, place) =>
        place === 0 ||
        identity.terms.length <= MOST_SUSPECTS ||
        doubted.has(cell) ||
        looksLikeSlip(workings, cell, id, figures),
    )
    .map(({ cell }) => cellCause(workings, cell, [id], figures))
    .filter((cause): cause is Cause => cause !== null);
  const total = causes.find((cause) => cause.cell === reported?.cell);
  const omitted = reported && missesRow(workings, identity, figures) ? omittedBelow(reported.cell, id) : null;
  const ahead = (cause: Cause): number => Number(doubted.has(cause.cell)) * 2 + Number(cause === total);
  const ranked = [...causes, ...(omitted ? [omitted] : [])].sort(
    (a, b) => soundMerit(b) - soundMerit(a) || ahead(b) - ahead(a) || byMerit(a, b),
  );
  const shown = ranked.filter(
    (cause) =>
      cause === total ||
      cause === omitted ||
      doubted.has(cause.cell) ||
      plausibility(cause) > 0 ||
      identity.terms.length <= MOST_SUSPECTS,
  );
  const kept = shown.slice(0, MOST_SUSPECTS);
  if (total && !kept.includes(total)) kept[kept.length - 1] = total;
  return kept;
}

/** Merit without what any small difference looks like: of a single sum, one digit that differs points to nobody. */
function soundMerit(cause: Cause): number {
  return merit(cause) - (plausibility(cause) <= 1 ? plausibility(cause) : 0);
}

/**
 * Of the blank parts under a filled total: the only one, or the only one that stands out in its line. Otherwise nobody
 * knows which to fill.
 */
function gapsToFill(workings: Workings, identity: Identity, figures: FigureFinder): Cause[] {
  const causes = [...(identity.unfilled ?? [])]
    .slice(0, MOST_TERMS)
    .map((cell) => cellCause(workings, cell, [identity.id], figures))
    .filter((cause): cause is Cause => cause !== null);
  const gaps =
    causes.length === 1
      ? causes
      : causes.filter(({ gap }) => gap === "in-filled-line" || gap === "alone-in-filled-line");
  return gaps.length === 1 ? gaps : [];
}

/** Whether a total exceeds a sum down its own column, as it does where a row is left out. */
function missesRow(workings: Workings, identity: Identity, figures: FigureFinder): boolean {
  const [total, ...parts] = identity.terms;
  const figure = total && figures.at(total.cell);
  if (!figure || identity.relation !== "equal" || parts.length === 0) return false;
  if (!workings.residual(identity.id).times(total.coefficient).gt(0)) return false;
  return parts.every(({ cell }) => {
    const part = figures.at(cell);
    return (
      part?.section === figure.section &&
      part.column === figure.column &&
      figure.section.lines[part.line]?.parent === figure.line
    );
  });
}

function omittedBelow(cell: CellId, id: number): Cause {
  return { ...rowCause("row-omitted", cell), explains: [id] };
}

function sameIds(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place]);
}
