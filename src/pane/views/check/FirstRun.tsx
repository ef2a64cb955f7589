import { Spinner, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", gap: "8px" },
  list: { margin: 0, paddingLeft: "18px" },
});

/** Before the first check: what it does, and what is there to be checked. */
export function FirstRun(): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const { recognised, connected, problem } = state;
  if (!connected || !recognised) return problem ? null : <Spinner size="small" label="正在打开工作簿…" />;
  const { tables, unrecognised } = recognised;
  return (
    <div className={styles.text}>
      <div>核对表内合计、表间勾稽、说明文字与数字是否一致。只作标记，不改您的数字。</div>
      {tables.length === 0 ? (
        <div>这个工作簿里没有认出预算表或绩效表。请看“表格”，可以指定各工作表是什么表。</div>
      ) : (
        <div>
          已认出 {tables.length} 张表：
          <ul className={styles.list}>
            {tables.slice(0, MOST_NAMED).map((table, at) => (
              <li key={at}>{table.template.name}</li>
            ))}
          </ul>
          {tables.length > MOST_NAMED && `等共 ${tables.length} 张。`}
        </div>
      )}
      {unrecognised.length > 0 && tables.length > 0 && (
        <div>未识别 {unrecognised.length} 张工作表，不会核对；见“表格”。</div>
      )}
    </div>
  );
}

const MOST_NAMED = 12;
