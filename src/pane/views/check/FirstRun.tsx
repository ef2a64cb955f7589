import { Button, Link, Spinner, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { hasNothingToCheck } from "../../../engine/tables";
import type { Recognition } from "../../../engine/tables";
import { usePane } from "../../session-context";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", gap: "8px" },
  list: { margin: 0, paddingLeft: "18px" },
});

/** Before the first check: what it does, what is there to be checked, and where to try it. */
export function FirstRun(): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const { recognised, connected, workbook } = state;
  if (!connected || !recognised || !workbook) return <NotYetRead />;
  const { tables, unrecognised } = recognised;
  const missed = unrecognised.filter((one) => !hasNothingToCheck(workbook, one)).length;
  return (
    <div className={styles.text}>
      <div>核对表内合计、表间勾稽、说明文字与数字是否一致。只作标记，不改您的数字。</div>
      {tables.length === 0 ? (
        <div>这个工作簿里没有认出预算表或绩效表。请看“表格”，可以指定各工作表是什么表。</div>
      ) : (
        <Recognised recognised={recognised} />
      )}
      {missed > 0 && tables.length > 0 && <div>未识别 {missed} 张工作表，不会核对；见“表格”。</div>}
      <WaysIn />
    </div>
  );
}

/** The workbook is being read, or that was stopped; a problem is shown elsewhere. */
function NotYetRead(): ReactNode {
  const { state, session } = usePane();
  if (state.readingStopped)
    return (
      <div>
        已停止，工作簿还没有读完，原文件没有变化。{" "}
        <Button size="small" onClick={() => void session.start()}>
          重新读取
        </Button>
      </div>
    );
  return state.problem || state.progress ? null : <Spinner size="small" label="正在打开工作簿…" />;
}

function Recognised({ recognised: { tables } }: { readonly recognised: Recognition }): ReactNode {
  const styles = useStyles();
  const kinds = new Map<string, number>();
  for (const { template } of tables) kinds.set(template.name, (kinds.get(template.name) ?? 0) + 1);
  return (
    <div>
      已认出 {tables.length} 张表：
      <ul className={styles.list}>
        {[...kinds].slice(0, MOST_NAMED).map(([name, count]) => (
          <li key={name}>
            {name}
            {count > 1 && ` ${count} 张`}
          </li>
        ))}
      </ul>
      {kinds.size > MOST_NAMED && "等。"}
    </div>
  );
}

/** For the first time: a workbook to try it on, and the page of help. */
function WaysIn(): ReactNode {
  const { session } = usePane();
  const slips = session.slips();
  return (
    <div>
      {session.hasExercise && slips === null && (
        <>
          第一次用？先{" "}
          <Link as="button" inline onClick={() => void session.openExercise()}>
            打开练习工作簿
          </Link>
          ，或看{" "}
        </>
      )}
      <Link as="button" inline onClick={() => session.store.dispatch({ type: "view-chosen", view: "help" })}>
        帮助
      </Link>
    </div>
  );
}

const MOST_NAMED = 12;
