import { verdictOf } from "../score-verdict";
import type { ScoredRow } from "./rows";

/**
 * How an indicator stands: every one has exactly one of these, so that their numbers add up to all.
 * - judge, unreadable, incomplete: a person must see to it
 * - differs: the 得分 that is written is not what the criterion gives, or none that it allows
 * - scored: the criterion gives a score, and the 得分 is blank or agrees
 * - by-person: the criterion gives none, and a person has filled in the 得分
 * - not-yet: a target of which no self-evaluation speaks yet
 */
export const standings = ["judge", "incomplete", "unreadable", "differs", "scored", "by-person", "not-yet"] as const;
export type Standing = (typeof standings)[number];

/** Those that somebody must see to. */
export const openStandings: ReadonlySet<Standing> = new Set<Standing>(["judge", "incomplete", "unreadable", "differs"]);

export function standingOf({ result, evaluated, written }: ScoredRow): Standing {
  if (!evaluated) return result.status === "unreadable" ? "unreadable" : "not-yet";
  const filled = written.kind !== "blank";
  const verdict = written.kind === "mark" ? verdictOf(written.value, result) : null;
  switch (result.status) {
    case "scored":
      return filled && verdict !== "pass" ? "differs" : "scored";
    case "needs-judgement":
      return verdict === "cannot-tell" ? "differs" : written.kind === "mark" ? "by-person" : "judge";
    case "incomplete":
      return written.kind === "mark" ? "by-person" : "incomplete";
    case "unreadable":
      return written.kind === "mark" ? "by-person" : "unreadable";
  }
}

/** How many rows stand how, and how many scores are worked out but not yet written. */
export interface StandingCounts {
  readonly all: number;
  readonly open: number;
  readonly of: Readonly<Record<Standing, number>>;
  readonly unwritten: number;
}

export function countStandings(rows: readonly ScoredRow[]): StandingCounts {
  const of: Record<Standing, number> = {
    judge: 0,
    incomplete: 0,
    unreadable: 0,
    differs: 0,
    scored: 0,
    "by-person": 0,
    "not-yet": 0,
  };
  let unwritten = 0;
  for (const row of rows) {
    const standing = standingOf(row);
    of[standing] += 1;
    if (standing === "scored" && row.written.kind === "blank" && row.scoreCell !== null) unwritten += 1;
  }
  const open = standings.reduce((sum, standing) => sum + (openStandings.has(standing) ? of[standing] : 0), 0);
  return { all: rows.length, open, of, unwritten };
}
