import { useMemo } from "react";
import { goThroughForms } from "../../../engine/evaluation/self-evaluation";
import type { FilledForms } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import type { PacedWork } from "../common/use-paced";
import { usePaced } from "../common/use-paced";
import { useScoringSettings } from "../common/use-practice";

/** What stands in the self-evaluations and what would be filled in, gone through beside the person. */
export function useFormProgress(): PacedWork<FilledForms> {
  const { state } = usePane();
  const { workbook, recognised, selfEvaluation } = state;
  const { overwrite } = selfEvaluation;
  const scoring = useScoringSettings();
  const begin = useMemo(
    () =>
      workbook && recognised ? () => goThroughForms({ workbook, tables: recognised.tables }, scoring, overwrite) : null,
    [workbook, recognised, scoring, overwrite],
  );
  return usePaced(begin);
}
