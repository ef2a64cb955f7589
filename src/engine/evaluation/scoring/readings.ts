import type {
  ConventionName,
  CorrectedReading,
  NamedConvention,
  Practice,
  PractisedScore,
  Understood,
} from "../../criteria";
import {
  CONVENTIONS,
  NO_CORRECTIONS,
  asApplied,
  criterionKey,
  sayConvention,
  scoreInPractice,
  withConvention,
} from "../../criteria";
import type { ScoredRow, ScoringRow } from "./rows";

/** The convention that a score rests on; null where it is none that can be chosen. */
export function openConvention({ convention }: Understood): NamedConvention | null {
  return convention !== null && CONVENTIONS[convention.name].length > 1 ? convention : null;
}

/** One way to take a convention, and what it gives here; null where a person would have to judge. */
export interface ConventionChoice {
  readonly value: string;
  readonly words: string;
  readonly score: number | null;
}

/** Every way to take a convention, with the score that each gives this row. */
export function conventionChoices(row: ScoringRow, practice: Practice, name: ConventionName): ConventionChoice[] {
  const { given, conventions } = asApplied(row.given, practice);
  return (CONVENTIONS[name] as readonly string[]).map((value) => ({
    value,
    words: sayConvention(name, value),
    score: scoreInPractice(given, {
      conventions: withConvention(conventions, `${name}=${value}`) ?? conventions,
      corrections: NO_CORRECTIONS,
    }).result.score,
  }));
}

/** The conventions that this score leans on and that could be taken otherwise, each with its choices. */
export function openConventions(
  row: ScoredRow,
  practice: Practice,
): { readonly name: ConventionName; readonly value: string; readonly choices: readonly ConventionChoice[] }[] {
  return row.understood.flatMap((understood) => {
    const named = openConvention(understood);
    return named ? [{ ...named, choices: conventionChoices(row, practice, named.name) }] : [];
  });
}

/** What a row would get if its sentence were read as that. */
export function readOtherwise({ given }: ScoringRow, practice: Practice, reading: CorrectedReading): PractisedScore {
  const key = criterionKey(given.criterion);
  return scoreInPractice(given, {
    ...practice,
    corrections: key === null ? practice.corrections : new Map([...practice.corrections, [key, reading]]),
  });
}

/** The rows that have the same sentence, in whatever spelling: what is corrected for one holds for all of them. */
export function rowsAlike(rows: readonly ScoringRow[], criterion: string): ScoringRow[] {
  const key = criterionKey(criterion);
  const keys = new Map<string, boolean>();
  return rows.filter(({ given }) => {
    const known = keys.get(given.criterion) ?? (key !== null && criterionKey(given.criterion) === key);
    keys.set(given.criterion, known);
    return known;
  });
}

/** How many rows have each sentence, by its key. */
export function countByCriterion(rows: readonly ScoringRow[]): ReadonlyMap<string, number> {
  const written = new Map<string, number>();
  for (const { given } of rows) written.set(given.criterion, (written.get(given.criterion) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [criterion, count] of written) {
    const key = criterionKey(criterion);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}
