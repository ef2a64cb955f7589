import { Button, Link, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { problemsText } from "../../../engine/report";
import { usePane } from "../../session-context";
import { listFindings, sheetsOf } from "../../state/findings";
import type { CheckedState } from "../../state/state";
import { secondsText } from "../../words";
import { Fold } from "../common/Fold";
import { VirtualList } from "../common/VirtualList";
import { Counters } from "./Counters";
import { FindingCard } from "./FindingCard";
import { FirstRun } from "./FirstRun";
import { Notices } from "./Notices";
import { NothingWrong } from "./NothingWrong";
import { PassedList } from "./PassedList";
import { Progress } from "./Progress";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "10px" },
  head: { display: "flex", alignItems: "center", gap: "10px", flexWrap: "wrap" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  foot: { display: "flex", flexWrap: "wrap", gap: "6px" },
  filter: { display: "flex", alignItems: "center", gap: "6px" },
  select: { flexGrow: 1, minWidth: 0 },
});

/** What does not agree, most serious first. */
export function CheckView(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { checked, progress, connected } = state;
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button
          appearance="primary"
          size="large"
          disabled={progress !== null || (!connected && state.problem === null)}
          onClick={() => void session.check()}
        >
          一键核对
        </Button>
        {checked && <Summary checked={checked} />}
      </div>
      <Progress />
      <Notices />
      {checked ? <Results checked={checked} /> : <FirstRun />}
    </div>
  );
}

function Summary({ checked }: { readonly checked: CheckedState }): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  const { result, milliseconds } = checked;
  return (
    <span className={styles.small}>
      <Link as="button" inline onClick={() => session.store.dispatch({ type: "view-chosen", view: "tables" })}>
        {result.tables.length} 张表
      </Link>
      {` · ${result.summary.checks} 项 · ${secondsText(milliseconds)}`}
    </span>
  );
}

function Results({ checked }: { readonly checked: CheckedState }): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { filter } = state;
  const { open, explained } = useMemo(() => listFindings(checked.findings, filter), [checked.findings, filter]);
  const filtered = filter.level !== null || filter.sheet !== null;
  return (
    <>
      {open.length > 0 && <span className={styles.small}>{problemsText(checked.findings)}</span>}
      <Counters />
      <SheetFilter checked={checked} />
      {open.length > 0 ? (
        <VirtualList items={open} idOf={idOf} label={problemsText(open.map(({ finding }) => finding))} estimate={210}>
          {({ finding }) => <FindingCard finding={finding} />}
        </VirtualList>
      ) : filtered ? (
        <div>
          这里没有问题。{" "}
          <Link
            as="button"
            inline
            onClick={() => session.store.dispatch({ type: "filtered", filter: { level: null, sheet: null } })}
          >
            显示全部
          </Link>
        </div>
      ) : (
        <NothingWrong checked={checked} />
      )}
      {explained.length > 0 && (
        <Fold label={`已说明 ${explained.length} 处`}>
          <VirtualList items={explained} idOf={idOf} label={`${explained.length} 处已说明`} estimate={190}>
            {({ finding }) => <FindingCard finding={finding} />}
          </VirtualList>
        </Fold>
      )}
      {checked.result.summary.pass > 0 && (
        <Fold label={`一致 ${checked.result.summary.pass} 项`}>
          <PassedList key={checked.milliseconds} />
        </Fold>
      )}
      <div className={styles.foot}>
        <Button size="small" onClick={() => void session.clearMarks()}>
          清除标记
        </Button>
        <Button size="small" onClick={() => void session.makeResultSheet()}>
          生成“核对结果”表
        </Button>
      </div>
    </>
  );
}

const idOf = ({ id }: { readonly id: string }): string => id;

function SheetFilter({ checked }: { readonly checked: CheckedState }): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const sheets = useMemo(() => sheetsOf(checked.findings), [checked.findings]);
  if (sheets.length < 2) return null;
  return (
    <label className={styles.filter}>
      <span className={styles.small}>工作表</span>
      <Select
        className={styles.select}
        size="small"
        value={state.filter.sheet ?? ""}
        onChange={(_, { value }) =>
          session.store.dispatch({ type: "filtered", filter: { sheet: value === "" ? null : value } })
        }
      >
        <option value="">全部</option>
        {sheets.map((sheet) => (
          <option key={sheet}>{sheet}</option>
        ))}
      </Select>
    </label>
  );
}
