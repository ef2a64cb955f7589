import { useMemo } from "react";
import type { Practice } from "../../../engine/criteria";
import type { ScoringSettings } from "../../../engine/evaluation/self-evaluation";
import { practiceOf, scoringOf } from "../../../engine/settings";
import { usePane } from "../../session-context";

/** How the open workbook applies criteria; the same object until a person decides otherwise. */
export function usePractice(): Practice {
  const { conventions, corrections } = usePane().state.settings;
  return useMemo(() => practiceOf({ conventions, corrections }), [conventions, corrections]);
}

/** How it gives scores in self-evaluations: criteria, and 执行率. */
export function useScoringSettings(): ScoringSettings {
  const { conventions, corrections } = usePane().state.settings;
  return useMemo(() => scoringOf({ conventions, corrections }), [conventions, corrections]);
}
