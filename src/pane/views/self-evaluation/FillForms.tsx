import { ProgressBar } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useCardStyles } from "../common/card-styles";
import { PacedBar } from "../common/PacedBar";
import { FillScores } from "./FillScores";
import { FormPoints } from "./FormPoints";
import { MissingList } from "./MissingList";
import { useFormProgress } from "./use-form-progress";

/** The self-evaluations that are there: fill the scores, see what is missing, see where points were lost. */
export function FillForms(): ReactNode {
  const styles = useCardStyles();
  const work = useFormProgress();
  const { result } = work;
  const bar = <PacedBar work={work} doing="正在查看各自评表" stopped="没有看完自评表。" />;
  if (result === null) return bar;
  const { forms, fill } = result;
  const filled = forms.reduce((sum, form) => sum + form.filled, 0);
  const cells = forms.reduce((sum, form) => sum + form.all, 0);
  return (
    <section className={styles.view} aria-label="填写自评表">
      <div>
        {forms.length} 份自评表，得分已填 {filled}/{cells}。
      </div>
      <ProgressBar aria-label="得分填写进度" value={cells === 0 ? 0 : filled / cells} />
      {bar}
      <FillScores work={work} fill={fill} />
      {filled > 0 && <FormPoints forms={forms} />}
      <MissingList forms={forms} />
    </section>
  );
}
