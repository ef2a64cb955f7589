import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { FillPlan } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";

/** Listed one by one; beyond that the sheets are the better list. */
const MOST_LISTED = 100;

/** Fills the empty 得分 cells for which the criteria give a score, after a look at what will be written. */
export function FillScores({ fill }: { readonly fill: FillPlan }): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const [previewing, setPreviewing] = useState(false);
  const written = fill.cells.filter((cell) => cell.written !== null);
  if (fill.edits.length === 0) return <div>没有能自动填写的空白得分。</div>;
  if (!previewing) {
    return (
      <div className={styles.actions}>
        <Button appearance="primary" disabled={state.writing !== null} onClick={() => setPreviewing(true)}>
          填写得分（{written.length}）
        </Button>
        <span className={styles.small}>只填空白的得分，已填的不动。</span>
      </div>
    );
  }
  const write = (): void => {
    setPreviewing(false);
    void session.write([fill.edits], `已填写 ${written.length} 个得分`);
  };
  return (
    <div className={styles.quiet} role="group" aria-label="填写预览">
      <div>
        将填写 {written.length} 个得分{fill.edits.length > written.length ? `和 ${fill.edits.length - written.length} 个总分公式` : ""}。
      </div>
      <Fold label="逐个看">
        <ul className={styles.list}>
          {written.slice(0, MOST_LISTED).map((cell) => (
            <li key={`${cell.sheet} ${cell.address}`}>
              <CellLink place={cell} name={cell.indicator}>
                {cell.sheet} {cell.address}
              </CellLink>{" "}
              {cell.indicator}：{cell.written} 分
            </li>
          ))}
        </ul>
        {written.length > MOST_LISTED && `等共 ${written.length} 个`}
      </Fold>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" autoFocus onClick={write}>
          确定填写
        </Button>
        <Button size="small" onClick={() => setPreviewing(false)}>
          取消
        </Button>
      </div>
    </div>
  );
}
