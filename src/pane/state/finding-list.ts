import type { Finding } from "../../engine/diagnostics";
import { isExplained, problemsOf, shadeOf } from "../../engine/report";
import type { Problem, Shade } from "../../engine/report";
import type { CellPlace } from "../../hosts/host";
import { placeOf } from "./findings";

/** Which findings are listed: of one counter, of one sheet, of one group. */
export interface ListFilter {
  readonly shade: Shade | null;
  readonly sheet: string | null;
  /** `group` of the findings. */
  readonly group: string | null;
}

export const NO_FILTER: ListFilter = { shade: null, sheet: null, group: null };

/** How the list stands: what a person has opened or folded, and where she went last. */
export interface ListState {
  readonly opened: ReadonlyMap<string, boolean>;
  /** A new object each time somebody goes somewhere. */
  readonly current: { readonly id: string; readonly focus: boolean } | null;
}

export const initialList: ListState = { opened: new Map(), current: null };

/** A finding with a name that no other in the list has: keys may be shared. */
export interface ListedFinding {
  readonly kind: "finding";
  readonly id: string;
  readonly finding: Finding;
  /** Id of the group in which it stands; null where it stands by itself. */
  readonly group: string | null;
}

/** Several findings that are one thing to a person, above its places. */
export interface ListedGroup {
  readonly kind: "group";
  readonly id: string;
  readonly problem: Problem;
  readonly members: readonly ListedFinding[];
}

/** What stands in the list by itself: a finding, or a group with its members. */
export type ListEntry = ListedFinding | ListedGroup;

/** Findings that the filter lets through, apart: open ones, those of 尾差, and explained ones. */
export interface FindingLists {
  readonly open: readonly ListEntry[];
  readonly rounding: readonly ListEntry[];
  readonly explained: readonly ListEntry[];
}

/** Groups of so many places are open from the start. */
const MOST_UNFOLDED = 3;

export function listFindings(findings: readonly Finding[], filter: ListFilter): FindingLists {
  const seen = new Map<string, number>();
  const ids = new Map<Finding, string>();
  for (const finding of findings) {
    const times = seen.get(finding.key) ?? 0;
    seen.set(finding.key, times + 1);
    ids.set(finding, `${finding.key} ${times}`);
  }
  const shown = findings.filter(
    (finding) =>
      (filter.sheet === null || placeOf(finding)?.sheet === filter.sheet) &&
      (filter.group === null || finding.group === filter.group),
  );
  const entries = problemsOf(shown).map((problem) => entryOf(problem, ids));
  const of = (wanted: (finding: Finding) => boolean): ListEntry[] => entries.filter((entry) => wanted(firstOf(entry)));
  const isRounding = (finding: Finding): boolean => shadeOf(finding) === "rounding";
  return {
    open: of((one) => !isExplained(one) && !isRounding(one) && (filter.shade ?? shadeOf(one)) === shadeOf(one)),
    rounding: of((one) => !isExplained(one) && isRounding(one) && (filter.shade ?? "rounding") === "rounding"),
    explained: of(isExplained),
  };
}

function entryOf(problem: Problem, ids: ReadonlyMap<Finding, string>): ListEntry {
  const { first, findings } = problem;
  if (findings.length === 1) return { kind: "finding", id: ids.get(first)!, finding: first, group: null };
  const id = `group ${String(isExplained(first))} ${first.group}`;
  const members = findings.map((finding): ListedFinding => ({
    kind: "finding",
    id: ids.get(finding)!,
    finding,
    group: id,
  }));
  return { kind: "group", id, problem, members };
}

function firstOf(entry: ListEntry): Finding {
  return entry.kind === "finding" ? entry.finding : entry.problem.first;
}

/** Whether a row is open: as a person left it; a group of few places from the start. */
export function isOpen(entry: ListEntry, { opened }: ListState): boolean {
  return opened.get(entry.id) ?? (entry.kind === "group" && entry.members.length <= MOST_UNFOLDED);
}

/** The rows as they stand one below the other: what is in a folded group is not there. */
export function rowsOf(entries: readonly ListEntry[], list: ListState): ListEntry[] {
  return entries.flatMap((entry) =>
    entry.kind === "group" && isOpen(entry, list) ? [entry, ...entry.members] : [entry],
  );
}

/** All findings of a list in its order, whatever is folded. */
export function findingsIn(entries: readonly ListEntry[]): ListedFinding[] {
  return entries.flatMap((entry) => (entry.kind === "group" ? entry.members : [entry]));
}

/**
 * The finding after (1) or before (-1) the one with that id, round the ends; of no id the first or the last. Null where
 * there are none.
 */
export function neighbour(
  entries: readonly ListEntry[],
  current: string | null,
  direction: 1 | -1,
): ListedFinding | null {
  const all = findingsIn(entries);
  if (all.length === 0) return null;
  const at = all.findIndex(({ id }) => id === current);
  const next = at < 0 ? (direction > 0 ? 0 : all.length - 1) : (at + direction + all.length) % all.length;
  return all[next]!;
}

/**
 * The finding of a marked cell: the one where the person is, where that has to do with the cell; else one that suspects
 * it first of all, before one that reports it, before any suspect. Null where no finding has to do with it.
 */
export function findingAt(
  entries: readonly ListEntry[],
  place: CellPlace,
  current: string | null = null,
): ListedFinding | null {
  const is = (one: CellPlace | undefined): boolean => one?.sheet === place.sheet && one.address === place.address;
  const isFirst = ({ suspects }: Finding): boolean => is(suspects[0]);
  const reports = ({ cells }: Finding): boolean => cells.some((cell) => cell.role === "reported" && is(cell));
  const suspects = (finding: Finding): boolean => finding.suspects.some(is);
  const all = findingsIn(entries);
  const here = all.find(({ id }) => id === current);
  if (here && (is(placeOf(here.finding) ?? undefined) || reports(here.finding) || suspects(here.finding))) return here;
  for (const fits of [isFirst, reports, suspects]) {
    const found = all.find(({ finding }) => fits(finding));
    if (found) return found;
  }
  return null;
}

/** The list after going to a finding: it is open, its group too, and the one visited before is folded again. */
export function wentTo(list: ListState, { id, group }: ListedFinding, open: boolean, focus: boolean): ListState {
  const opened = new Map(list.opened);
  if (open && list.current !== null) opened.delete(list.current.id);
  if (group !== null) opened.set(group, true);
  if (open) opened.set(id, true);
  return { opened, current: { id, focus } };
}
