import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import { Fold } from "./Fold";

const useStyles = makeStyles({
  detail: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", userSelect: "all", margin: 0, fontFamily: "inherit" },
});

/** What went wrong in three parts: what happened, what it means for the figures, what to do. */
export function ProblemBar(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { problem } = state;
  if (!problem) return null;
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{problem.happened}</MessageBarTitle>
        <div>{problem.figures}</div>
        <div>{problem.remedy}</div>
        <Fold label="详细信息">
          <pre className={styles.detail}>{problem.detail}</pre>
        </Fold>
      </MessageBarBody>
      <MessageBarActions>
        {problem.canRetry && (
          <Button size="small" onClick={() => void session.retry()}>
            继续
          </Button>
        )}
        <Button size="small" onClick={() => session.store.dispatch({ type: "problem-closed" })}>
          关闭
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
