import { useEffect, useMemo, useState } from "react";
import { conventionsOf } from "../../../engine/settings";
import type { ScoredRow } from "../../session/scoring";
import { RowScorer, scoringRows } from "../../session/scoring";
import { usePane } from "../../session-context";

export interface ScoredRows {
  readonly rows: readonly ScoredRow[];
  /** Rows there are in all; more than `rows` while the scoring goes on. */
  readonly all: number;
  readonly scorer: RowScorer;
}

/** The pane is left to the person after so many milliseconds of scoring. */
const SLICE = 30;

/** The indicators of the workbook with what their criteria give; a long list is scored in slices. */
export function useScoredRows(): ScoredRows {
  const { state } = usePane();
  const { workbook, recognised } = state;
  const { conventions } = state.settings;
  const scorer = useMemo(() => new RowScorer(conventionsOf({ conventions })), [conventions]);
  const rows = useMemo(() => (workbook && recognised ? scoringRows(workbook, recognised.tables) : []), [workbook, recognised]);
  const [scored, setScored] = useState<{ readonly of: readonly unknown[]; readonly rows: readonly ScoredRow[] }>({ of: [], rows: [] });
  useEffect(() => {
    const done: ScoredRow[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slice = (): void => {
      const end = performance.now() + SLICE;
      while (done.length < rows.length && performance.now() < end) done.push(scorer.score(rows[done.length]!));
      setScored({ of: rows, rows: [...done] });
      if (done.length < rows.length) timer = setTimeout(slice);
    };
    slice();
    return () => clearTimeout(timer);
  }, [rows, scorer]);
  return { rows: scored.rows, all: rows.length, scorer };
}
