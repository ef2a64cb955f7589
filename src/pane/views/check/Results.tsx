import { Button, Link, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { countProblems, problemsText } from "../../../engine/report";
import { usePane } from "../../session-context";
import { NO_FILTER, findingsIn, listFindings } from "../../state/finding-list";
import type { ListEntry, ListFilter } from "../../state/finding-list";
import { sheetsOf } from "../../state/findings";
import type { CheckedState } from "../../state/state";
import { Fold } from "../common/Fold";
import { Toolbar } from "../common/Toolbar";
import { Counters } from "./Counters";
import { FindingList } from "./FindingList";
import { NothingWrong } from "./NothingWrong";
import { PassedList } from "./PassedList";

const useStyles = makeStyles({
  tools: { display: "flex", flexDirection: "column", gap: "10px" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  steps: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    "& > span": { flexGrow: 1 },
    "& button": { minWidth: "28px" },
  },
  filter: { display: "flex", alignItems: "center", gap: "6px" },
  select: { flexGrow: 1, minWidth: 0 },
});

/** What a check found: counters, filters, the list, and what there is to do with it. */
export function Results({ checked }: { readonly checked: CheckedState }): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const { filter } = state;
  const { open, rounding, explained } = useMemo(
    () => listFindings(checked.findings, filter),
    [checked.findings, filter],
  );
  const shown = filter.shade === "rounding" ? rounding : open;
  return (
    <>
      <Toolbar label="逐处看，按轻重看" className={styles.tools}>
        <Steps checked={checked} />
        <Counters />
      </Toolbar>
      <SheetFilter checked={checked} />
      {shown.length > 0 ? (
        <FindingList entries={shown} label={labelOf(shown)} />
      ) : isFiltered(filter) ? (
        <NothingHere />
      ) : (
        <NothingWrong checked={checked} />
      )}
      {filter.shade === null && rounding.length > 0 && (
        <Fold label={`尾差 ${rounding.length} 处，四舍五入所致，一般不用改`}>
          <FindingList entries={rounding} label="尾差" />
        </Fold>
      )}
      {explained.length > 0 && (
        <Fold label={`已说明 ${explained.length} 处`}>
          <FindingList entries={explained} label="已说明" />
        </Fold>
      )}
      {checked.result.summary.pass > 0 && (
        <Fold label={`一致 ${checked.result.summary.pass} 项`}>
          <PassedList key={checked.milliseconds} />
        </Fold>
      )}
    </>
  );
}

function labelOf(entries: readonly ListEntry[]): string {
  return problemsText(findingsIn(entries).map(({ finding }) => finding));
}

function isFiltered({ shade, sheet, group }: ListFilter): boolean {
  return shade !== null || sheet !== null || group !== null;
}

/** How much there is, and the way through it one by one. */
function Steps({ checked }: { readonly checked: CheckedState }): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      void session.step(event.shiftKey ? -1 : 1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [session]);
  const { problems } = countProblems(checked.findings);
  if (problems === 0) return null;
  return (
    <div className={styles.steps}>
      <span className={styles.small}>{problemsText(checked.findings)}</span>
      <Button size="small" title="上一处（Shift+F8）" aria-label="上一处" onClick={() => void session.step(-1)}>
        ↑
      </Button>
      <Button size="small" title="下一处（F8）" aria-label="下一处" onClick={() => void session.step(1)}>
        ↓
      </Button>
    </div>
  );
}

function NothingHere(): ReactNode {
  const { session } = usePane();
  return (
    <div>
      这里没有问题。{" "}
      <Link as="button" inline onClick={() => session.store.dispatch({ type: "filtered", filter: NO_FILTER })}>
        显示全部
      </Link>
    </div>
  );
}

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
