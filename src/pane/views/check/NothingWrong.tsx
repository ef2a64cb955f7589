import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CheckedState } from "../../state/state";

const useStyles = makeStyles({
  box: {
    background: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: "10px",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
});

/** Nothing to mend: what was checked, and what was not. */
export function NothingWrong({ checked }: { readonly checked: CheckedState }): ReactNode {
  const styles = useStyles();
  const { tables, unrecognised, summary } = checked.result;
  const { length } = checked.findings;
  return (
    <div className={styles.box}>
      <h3 className={styles.title}>
        {tables.length === 0 ? "没有可以核对的表" : length > 0 ? "没有待处理的问题" : "没有发现问题"}
      </h3>
      {tables.length > 0 && (
        <div>
          {tables.length} 张表，{summary.pass} 项核对一致{length > 0 ? `，${length} 处已说明` : ""}。
        </div>
      )}
      {unrecognised.length > 0 && (
        <div>没有核对：{unrecognised.map(({ sheet }) => `“${sheet.name}”`).join("、")}未识别。</div>
      )}
    </div>
  );
}
