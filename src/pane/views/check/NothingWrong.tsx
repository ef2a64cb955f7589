import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { hasNothingToCheck } from "../../../engine/tables";
import { NO_FILTER, listFindings } from "../../state/finding-list";
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
  const { joined, tables, unrecognised, summary } = checked.result;
  const missed = unrecognised.filter((one) => !hasNothingToCheck(joined, one));
  const { rounding, explained } = listFindings(checked.findings, NO_FILTER);
  const told = [
    ...(rounding.length > 0 ? [`尾差 ${rounding.length} 处`] : []),
    ...(explained.length > 0 ? [`已说明 ${explained.length} 处`] : []),
  ];
  return (
    <div className={styles.box}>
      <h3 className={styles.title}>
        {tables.length === 0 ? "没有可以核对的表" : told.length > 0 ? "没有待处理的问题" : "没有发现问题"}
      </h3>
      {tables.length === 0 && <div>没有一张工作表认得出是预算表或绩效表；可以在“表格”里指定各工作表是什么表。</div>}
      {tables.length > 0 && <div>{[`${tables.length} 张表，${summary.pass} 项核对一致`, ...told].join("，")}。</div>}
      {missed.length > 0 && <div>没有核对：{missed.map(({ sheet }) => `“${sheet.name}”`).join("、")}未识别。</div>}
    </div>
  );
}
