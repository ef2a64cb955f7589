import { useEffect, useMemo, useRef, useState } from "react";
import type { Recognition } from "../../../engine/tables";
import type { ScoredRow, ScoringRow } from "../../../engine/evaluation/scoring";
import { RowScorer, scoringParts } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { usePractice } from "../common/use-practice";

export interface ScoredRows {
  /** As far as they have been gone through. */
  readonly rows: readonly ScoredRow[];
  /** Share of the tables that have been gone through, 0 to 1. */
  readonly done: number;
  readonly scorer: RowScorer;
}

/** The pane is left to the person after so many milliseconds of scoring. */
const SLICE = 30;
/** The list is drawn anew only so often while it grows: drawing counts every row that there is. */
const REDRAW = 300;

/**
 * The indicators of the workbook with what their criteria give; a long list is scored in slices, and stands as it was
 * until the new one is complete.
 */
export function useScoredRows(): ScoredRows {
  const { state } = usePane();
  const { workbook, recognised } = state;
  const practice = usePractice();
  const scorers = useRef<RowScorer | undefined>(undefined);
  const scorer = useMemo(() => (scorers.current = new RowScorer(practice, scorers.current)), [practice]);
  const empty = useRef(true);
  const gathered = useRef<{ readonly from: Recognition; readonly rows: readonly ScoringRow[] } | null>(null);
  const [found, setFound] = useState<Pick<ScoredRows, "rows" | "done">>({ rows: [], done: 0 });
  useEffect(() => {
    // Where only the practice has changed, the rows are those of before.
    const known = gathered.current !== null && gathered.current.from === recognised ? gathered.current.rows : null;
    const parts = known ? [() => [...known]] : workbook && recognised ? scoringParts(workbook, recognised.tables) : [];
    const waiting: ScoringRow[] = [];
    const rows: ScoredRow[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The first cards come at once.
    let drawn = empty.current ? -Infinity : performance.now();
    let [part, next] = [0, 0];
    const slice = (): void => {
      const end = performance.now() + SLICE;
      while (performance.now() < end && (next < waiting.length || part < parts.length)) {
        if (next === waiting.length) waiting.push(...parts[part++]!());
        else rows.push(scorer.score(waiting[next++]!));
      }
      if (next === waiting.length && part === parts.length) {
        if (recognised) gathered.current = { from: recognised, rows: waiting };
        empty.current = rows.length === 0;
        setFound({ rows, done: 1 });
        return;
      }
      if (rows.length > 0 && performance.now() - drawn > REDRAW) {
        empty.current = false;
        drawn = performance.now();
        const [sofar, done] = [[...rows], (part / parts.length) * (next / Math.max(1, waiting.length))];
        setFound((before) => ({ rows: before.rows.length > sofar.length ? before.rows : sofar, done }));
      }
      timer = setTimeout(slice);
    };
    slice();
    return () => clearTimeout(timer);
  }, [workbook, recognised, scorer]);
  return { ...found, scorer };
}
