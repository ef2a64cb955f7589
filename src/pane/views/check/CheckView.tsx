import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import type { CheckedState } from "../../state/state";
import { secondsText } from "../../words";
import { part } from "../common/part";
import { DocumentsFold } from "./DocumentsFold";
import { ExerciseList } from "./ExerciseList";
import { FirstRun } from "./FirstRun";
import { Notices } from "./Notices";
import { Progress } from "./Progress";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "10px" },
  head: { display: "flex", alignItems: "center", gap: "4px 10px" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  main: { flexShrink: 0, whiteSpace: "nowrap" },
  // Two lines of a long name; the rest is what the pointer shows.
  file: {
    overflowWrap: "anywhere",
    overflow: "hidden",
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "2",
  },
});

/** Wanted only after a check; fetched as soon as the pane has been drawn. */
const Results = part(async () => (await import("./Results")).Results);

/** What does not agree, most serious first. */
export function CheckView(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { checked, progress, connected, workbook } = state;
  const slips = useMemo(() => (workbook ? session.slips() : null), [session, workbook]);
  useEffect(() => void Results.fetch(), []);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button
          appearance="primary"
          size="large"
          className={styles.main}
          disabledFocusable={progress !== null || (!connected && state.problem === null && !state.readingStopped)}
          onClick={() => void session.check()}
        >
          一键核对
        </Button>
        {checked && <Summary checked={checked} />}
      </div>
      {checked === null && <Progress />}
      <Notices />
      <DocumentsFold />
      {slips && <ExerciseList slips={slips} />}
      {checked ? <Results checked={checked} /> : <FirstRun />}
    </div>
  );
}

function Summary({ checked }: { readonly checked: CheckedState }): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { result, milliseconds } = checked;
  return (
    <span className={styles.small}>
      <Link as="button" inline onClick={() => session.store.dispatch({ type: "view-chosen", view: "tables" })}>
        {result.tables.length} 张表
      </Link>
      {` · ${result.summary.checks} 项 · ${secondsText(milliseconds)}`}
      {state.name !== "" && (
        <div className={styles.file} title={state.name}>
          {state.name}
        </div>
      )}
    </span>
  );
}
