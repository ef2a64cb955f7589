import { Button, ProgressBar, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import type { Stage } from "../../state/state";
import { stages } from "../../state/state";

const useStyles = makeStyles({
  row: { display: "flex", gap: "8px", alignItems: "center" },
  bar: { flexGrow: 1, display: "flex", flexDirection: "column", gap: "4px" },
});

const stageWords: Readonly<Record<Stage, string>> = {
  read: "正在读取各工作表…",
  recognise: "正在辨认各张表…",
  reconcile: "正在逐项核对…",
  diagnose: "正在查找不符的原因…",
  mark: "正在标记单元格…",
};

/** Nothing is shown for what takes less. Milliseconds. */
const PATIENCE = 300;

/** What passes by before the pane knows the workbook. */
const openingStages: readonly Stage[] = ["read", "recognise"];

/** How far a check has come, or the reading before it, and a way to stop it. What is done at once does not flash. */
export function Progress(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { progress, connected } = state;
  const passing = connected ? stages : openingStages;
  const running = progress !== null;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!running) return setShown(false);
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [running]);
  if (!progress || !shown) return null;
  return (
    <div className={styles.row}>
      <div className={styles.bar}>
        <span>{stageWords[progress.stage]}</span>
        <ProgressBar
          aria-label={connected ? "核对进度" : "读取进度"}
          value={(passing.indexOf(progress.stage) + progress.share) / passing.length}
        />
      </div>
      <Button size="small" onClick={() => session.stop()}>
        停止
      </Button>
    </div>
  );
}
