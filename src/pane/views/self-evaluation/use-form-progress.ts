import { useEffect, useMemo, useState } from "react";
import type { FillPlan } from "../../../engine/evaluation/self-evaluation";
import type { FormProgress } from "../../session/form-progress";
import { formProgress } from "../../session/form-progress";
import { fillOf, joinFills, selfEvaluationsIn } from "../../session/self-evaluation";
import { usePane } from "../../session-context";
import { usePractice } from "../common/use-practice";

/** The self-evaluations of the workbook, as far as they have been gone through. */
export interface FormsProgress {
  readonly forms: readonly FormProgress[];
  readonly fill: FillPlan;
  /** Tables gone through, and all. */
  readonly done: number;
  readonly all: number;
}

/** The pane is left to the person after so many milliseconds. */
const SLICE = 30;

/** What stands in the self-evaluations and what would be filled in; many of them are gone through in slices. */
export function useFormProgress(): FormsProgress {
  const { state } = usePane();
  const { workbook, recognised } = state;
  const practice = usePractice();
  const { overwrite } = state.selfEvaluation;
  const tables = useMemo(() => selfEvaluationsIn(recognised?.tables ?? []), [recognised]);
  const [found, setFound] = useState<{ readonly forms: readonly FormProgress[]; readonly plans: readonly FillPlan[] }>({ forms: [], plans: [] });
  useEffect(() => {
    const forms: FormProgress[] = [];
    const plans: FillPlan[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slice = (): void => {
      if (!workbook || !recognised) return;
      const end = performance.now() + SLICE;
      while (plans.length < tables.length && performance.now() < end) {
        const table = tables[plans.length]!;
        const plan = fillOf({ workbook, tables: recognised.tables }, table, practice, overwrite);
        plans.push(plan);
        forms.push(...formProgress(workbook, table, plan));
      }
      setFound({ forms: [...forms], plans: [...plans] });
      if (plans.length < tables.length) timer = setTimeout(slice);
    };
    slice();
    return () => clearTimeout(timer);
  }, [workbook, recognised, tables, practice, overwrite]);
  const fill = useMemo(() => joinFills(found.plans), [found]);
  return { forms: found.forms, fill, done: found.plans.length, all: tables.length };
}
