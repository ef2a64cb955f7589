import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../session-context";
import type { PaneState } from "../state/state";
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
 * Below what scrolls, so that it is seen wherever somebody is working and moves nothing: what was written last, a list
 * or marks that lag behind, and on 核对 what ends a check.
 */
export function PaneFoot(): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const { view, checked, bar, told, history, progress } = state;
  const ends = view === "check" && checked !== null;
  const done = told !== null || bar === "taken-back" || (bar === "written" && history.length > 0);
  const follows = checked !== null && progress !== null;
  const lag = view === "check" ? lagOf(state) : null;
  if (!ends && lag === null && !done && !follows) return null;
  return (
    <footer className={styles.foot}>
      {follows && <Progress />}
      <UndoBar />
      {lag === "list" && <ListBehind />}
      {lag === "marks" && <LaggingMarks />}
      {ends && <EndOfCheck />}
    </footer>
  );
}

/** What is older than what it speaks of: the list, or else the marks. */
function lagOf({ listBehind, marks, progress }: PaneState): "list" | "marks" | null {
  if (listBehind && progress === null) return "list";
  return marks === "outdated" ? "marks" : null;
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

/** A later check was stopped. */
function ListBehind(): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  return (
    <div className={styles.marks}>
      <span>核对已停止，清单还是上次核对的，表里后来改的没有算进去。</span>
      <Button size="small" onClick={() => void session.check()}>
        重新核对
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
