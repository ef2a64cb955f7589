import type { Outcome } from "../reconcile";
import type { Cause } from "./cause";
import type { Obstacle } from "./unreadable";

/** Outcomes with one cause, and where that cause may be. */
export interface Group {
  readonly members: readonly Outcome[];
  /** Ranked, the likeliest first; none where the check is no equation. */
  readonly causes: readonly Cause[];
  /** Set where a cell cannot be read. */
  readonly obstacle: Obstacle | null;
  /** A check outside the equations asks for the same of the first cause, and of no other. */
  readonly confirmed?: boolean;
  /** The cause whose repair the figures force: see `forced-repairs.ts`. Null or left out where none does. */
  readonly forced?: Cause | null;
  /** Several places with the same fault, told in one title. */
  readonly alike?: boolean;
  /** Very many checks of one rule in one table, whose causes nobody looked for. */
  readonly crowd?: boolean;
}

/** A group of checks outside the equations. */
export function groupOf(members: readonly Outcome[]): Group {
  return { members, causes: [], obstacle: null };
}

/** A group with more members. */
export function withMembers(group: Group, more: readonly Outcome[]): Group {
  return more.length === 0 ? group : { ...group, members: [...group.members, ...more] };
}
