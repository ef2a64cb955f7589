import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { sayFormProblem, actualsIn, partsOf, planForms } from "../../../engine/evaluation/self-evaluation";
import { schemesOf } from "../../../engine/evaluation";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";
import { PacedBar } from "../common/PacedBar";
import { usePaced } from "../common/use-paced";
import { useScoringSettings } from "../common/use-practice";
import { useWhenCurrent } from "../common/use-when-current";
import { ActualsChoice } from "./ActualsChoice";
import { ExecutionRuleChoice } from "./ExecutionRuleChoice";
import { FormChoice } from "./FormChoice";
import { WeightsChoice } from "./WeightsChoice";

/**
 * Makes self-evaluations out of the targets: for which projects, with what points and actual values, into which sheets.
 */
export function MakeForms(): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { workbook, recognised, catalogue, writing, selfEvaluation } = state;
  const { source, file, unticked, weights } = selfEvaluation;
  const scoring = useScoringSettings();
  const schemes = useMemo(() => schemesOf(catalogue), [catalogue]);
  const own = useMemo(
    () => (workbook && recognised ? actualsIn({ workbook, tables: recognised.tables }) : []),
    [workbook, recognised],
  );
  const begin = useMemo(() => {
    if (!workbook || !recognised) return null;
    const actuals = source === "workbook" ? own : source === "file" ? (file?.rows ?? []) : [];
    const choice = weights === "approved" ? null : { schemes, chosen: weights === "by-levels" ? null : weights.scheme };
    return () => planForms({ workbook, tables: recognised.tables }, { actuals, scoring, weights: choice });
  }, [workbook, recognised, source, own, file, scoring, schemes, weights]);
  const work = usePaced(begin);
  const { result: plan, current } = work;
  const { waiting, whenCurrent } = useWhenCurrent(work);
  const bar = <PacedBar work={work} doing="正在准备自评表" stopped="自评表没有准备好，工作簿没有变化。" />;
  if (!plan) return bar;
  const chosen = plan.forms.filter(({ sheet }) => !unticked.has(sheet));
  const names = new Set(chosen.map(({ name }) => name));
  const problems = plan.problems.filter(({ form }) => names.has(form));
  const found = plan.cells.filter((cell) => !unticked.has(cell.sheet));
  const scored = found.filter(({ written }) => written !== null).length;
  return (
    <section className={styles.view} aria-label="生成自评表">
      <h3 className={styles.title}>生成自评表</h3>
      <WeightsChoice schemes={schemes} changes={current ? plan.changes.filter(({ form }) => names.has(form)) : null} />
      <ExecutionRuleChoice />
      <ActualsChoice own={own} />
      <FormChoice forms={plan.forms} />
      {bar}
      {problems.length > 0 && (
        <Fold label={`要注意 ${problems.length} 处`}>
          <ul className={styles.list}>
            {problems.map((problem, at) => (
              <li key={at}>{sayFormProblem(problem)}</li>
            ))}
          </ul>
        </Fold>
      )}
      {source !== "none" && chosen.length > 0 && (
        <div>
          {found.length} 个得分中能算出 {scored} 个，其余留给人填写。
        </div>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={waiting || chosen.length === 0 || writing !== null}
          onClick={() =>
            whenCurrent((now) => void session.write(partsOf(now, unticked), `已生成 ${chosen.length} 张自评表`))
          }
        >
          生成 {chosen.length} 张
        </Button>
        <span className={styles.small}>新增工作表，不改原有的表。</span>
      </div>
    </section>
  );
}
