import { useMemo } from "react";
import type { Practice } from "../../../engine/criteria";
import { correctionsFrom } from "../../../engine/criteria/corrections";
import type { ScoringSettings } from "../../../engine/evaluation/self-evaluation";
import { conventionsOf, executionRuleOf } from "../../../engine/settings";
import { usePane } from "../../session-context";

/** How the open workbook applies criteria; the same object until a person decides otherwise. */
export function usePractice(): Practice {
  const { conventions, corrections } = usePane().state.settings;
  const chosen = useMemo(() => conventionsOf({ conventions }), [conventions]);
  return useMemo(() => ({ conventions: chosen, corrections: correctionsFrom(corrections) }), [chosen, corrections]);
}

/** How it gives scores in self-evaluations: criteria, and 执行率. */
export function useScoringSettings(): ScoringSettings {
  const practice = usePractice();
  const execution = executionRuleOf(usePane().state.settings);
  return useMemo(() => ({ ...practice, execution }), [practice, execution]);
}
