import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FillPlan } from "../../../engine/evaluation/self-evaluation";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";
import type { Filling } from "./use-filling";

/** Listed one by one; beyond that the sheets are the better list. */
const MOST_LISTED = 100;

/** What filling will write, cell by cell, before it is written. */
export function FillPreview({ fill, filling }: { readonly fill: FillPlan; readonly filling: Filling }): ReactNode {
  const styles = useCardStyles();
  const written = fill.cells.filter((cell) => cell.written !== null);
  const totals = fill.edits.length - written.length;
  return (
    <div className={styles.quiet} role="group" aria-label="填写预览">
      <div>
        将填写 {written.length} 个得分{totals > 0 ? `和 ${totals} 个总分公式` : ""}。
      </div>
      {filling.changed && <div role="status">表里的数字刚有变动，这里已换成最新的，请再看一遍。</div>}
      <Fold label="逐个看">
        <ul className={styles.list}>
          {written.slice(0, MOST_LISTED).map((cell) => (
            <li key={`${cell.sheet} ${cell.address}`}>
              <CellLink place={cell} name={cell.indicator}>
                {cell.sheet} {cell.address}
              </CellLink>{" "}
              {cell.indicator}：{cell.previous === null ? "" : `${cell.previous} → `}
              {cell.written} 分
            </li>
          ))}
        </ul>
        {written.length > MOST_LISTED && `等共 ${written.length} 个`}
      </Fold>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          autoFocus={filling.stayed}
          disabledFocusable={filling.busy}
          onClick={filling.confirm}
        >
          确定填写
        </Button>
        <Button size="small" disabledFocusable={filling.busy} onClick={filling.leave}>
          取消
        </Button>
        {filling.slow && <span className={styles.small}>正在填写…</span>}
      </div>
    </div>
  );
}
