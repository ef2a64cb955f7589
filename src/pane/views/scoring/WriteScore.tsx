import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { ScoreTarget } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";

/** Offers to write a score into the 得分 cell, with a look at what changes; nothing where the cell has it already. */
export function WriteScore({
  target,
  score,
}: {
  readonly target: ScoreTarget;
  readonly score: number | null;
}): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const [previewing, setPreviewing] = useState<boolean | "given up">(false);
  const { place, cell, written } = target;
  if (score === null || (written.kind === "mark" && written.value.equals(score))) return null;
  if (previewing !== true) {
    return (
      <div className={styles.actions}>
        <Button size="small" autoFocus={previewing === "given up"} onClick={() => setPreviewing(true)}>
          写入得分 {score}
        </Button>
      </div>
    );
  }
  const { before, formula } = session.contentsOf({ cell });
  const write = (): void => {
    setPreviewing(false);
    void session.write(
      [[{ type: "set-value", sheet: place.sheet, address: place.address, value: score }]],
      `${place.sheet} ${place.address} 已写入 ${score} 分`,
    );
  };
  return (
    <div className={styles.quiet} role="group" aria-label="改动预览">
      <div>
        {place.sheet} {place.address}：{before} → <strong>{score}</strong>
      </div>
      {formula !== null && <div>这一格原来是公式 ={formula}，写入后只剩数字。</div>}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" autoFocus onClick={write}>
          确定写入
        </Button>
        <Button size="small" onClick={() => setPreviewing("given up")}>
          取消
        </Button>
      </div>
    </div>
  );
}
