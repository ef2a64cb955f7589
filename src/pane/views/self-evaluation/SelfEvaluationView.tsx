import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { selfEvaluationsIn, targetsIn } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";
import { FillForms } from "./FillForms";
import { MakeForms } from "./MakeForms";

const useStyles = makeStyles({
  // The button that begins a long write may be far down: how far it is, and the way to stop it, stay in sight.
  writing: { position: "sticky", top: 0, zIndex: 1, background: tokens.colorNeutralBackground2, padding: "8px 0" },
});

/** Self-evaluations: made from the targets, filled in, looked through. */
export function SelfEvaluationView(): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { connected, recognised } = state;
  useEffect(() => void session.refresh(), [session]);
  if (!connected || !recognised) return <div>工作簿还没有打开。</div>;
  const hasTargets = targetsIn(recognised.tables).length > 0;
  const hasForms = selfEvaluationsIn(recognised.tables).length > 0;
  if (!hasTargets && !hasForms)
    return <div>这个工作簿里没有认出绩效目标表或绩效自评表。认得不对的，可以在“表格”里指定。</div>;
  return (
    <div className={styles.view}>
      <Writing />
      {hasForms && <FillForms />}
      {hasTargets && hasForms && (
        <Fold label="由绩效目标表再生成自评表">
          <MakeForms />
        </Fold>
      )}
      {hasTargets && !hasForms && <MakeForms />}
    </div>
  );
}

/** How far a long write has come, and a way to stop it. */
function Writing(): ReactNode {
  const styles = useCardStyles();
  const own = useStyles();
  const { state, session } = usePane();
  const { writing } = state;
  if (!writing) return null;
  return (
    <div className={mergeClasses(styles.quiet, own.writing)}>
      <div>正在写入工作簿… 停止后恢复原样。</div>
      <ProgressBar aria-label="写入进度" value={writing.done / writing.all} />
      <div>
        <Button size="small" onClick={() => session.stopWriting()}>
          停止
        </Button>
      </div>
    </div>
  );
}
