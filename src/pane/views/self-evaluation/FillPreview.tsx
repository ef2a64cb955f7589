import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FillPlan } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";

/** Listed one by one; beyond that the sheets are the better list. */
const MOST_LISTED = 100;

/** What filling will write, cell by cell, before it is written. */
export function FillPreview({
  fill,
  current,
  onClose,
}: {
  readonly fill: FillPlan;
  readonly current: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const written = fill.cells.filter((cell) => cell.written !== null);
  const totals = fill.edits.length - written.length;
  const write = (): void => {
    onClose();
    void session.write([fill.edits], `已填写 ${written.length} 个得分`);
  };
  return (
    <div className={styles.quiet} role="group" aria-label="填写预览">
      <div>
        将填写 {written.length} 个得分{totals > 0 ? `和 ${totals} 个总分公式` : ""}。
      </div>
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
        <Button size="small" appearance="primary" autoFocus disabledFocusable={!current} onClick={write}>
          确定填写
        </Button>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
      </div>
    </div>
  );
}
