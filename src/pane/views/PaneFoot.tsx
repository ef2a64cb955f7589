import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../session-context";
import { Progress } from "./check/Progress";
import { Toolbar } from "./common/Toolbar";
import { UndoBar } from "./common/UndoBar";

const useStyles = makeStyles({
  foot: {
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "6px 12px 8px",
    background: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", "& button": { minWidth: 0 } },
  marks: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    fontSize: tokens.fontSizeBase200,
    "& > span": { flexGrow: 1 },
    "& button": { minWidth: 0, flexShrink: 0 },
  },
});

/**
 * Below what scrolls, so that it is seen wherever somebody is working and moves nothing: what was written last, marks
 * that lag behind, and on 核对 what ends a check.
 */
export function PaneFoot(): ReactNode {
  const styles = useStyles();
  const { view, checked, bar, history, marks, progress } = usePane().state;
  const ends = view === "check" && checked !== null;
  const lags = view === "check" && marks === "outdated";
  const written = bar === "taken-back" || (bar === "written" && history.length > 0);
  const follows = checked !== null && progress !== null;
  if (!ends && !lags && !written && !follows) return null;
  return (
    <footer className={styles.foot}>
      {follows && <Progress />}
      <UndoBar />
      {lags && <LaggingMarks />}
      {ends && <EndOfCheck />}
    </footer>
  );
}

function LaggingMarks(): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  return (
    <div className={styles.marks}>
      <span>结果已随改动更新，表里的标记还是上次的。</span>
      <Button size="small" onClick={() => void session.refreshMarks()}>
        更新标记
      </Button>
    </div>
  );
}

/** What ends a check. */
function EndOfCheck(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { history, bar } = state;
  const save = session.saveCopy;
  return (
    <Toolbar label="核对之后" className={styles.actions}>
      <Button size="small" title="生成“核对结果”表，可以签字、报送" onClick={() => void session.makeResultSheet()}>
        核对结果表
      </Button>
      {session.printsItself && (
        <Button size="small" title="打印“核对结果”表" onClick={() => session.printReport()}>
          打印
        </Button>
      )}
      <Button size="small" title="去掉表里的标记，数字不变" onClick={() => void session.clearMarks()}>
        清除标记
      </Button>
      {save && (
        <Button size="small" title="另存一份，原文件不变" onClick={save}>
          另存
        </Button>
      )}
      {bar === null && history.length > 0 && (
        <Button size="small" title="撤销面板写入的上一步" onClick={() => void session.undo()}>
          撤销（{history.length}）
        </Button>
      )}
    </Toolbar>
  );
}
