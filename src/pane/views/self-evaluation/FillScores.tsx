import { Button, Checkbox, Switch } from "@fluentui/react-components";
import { useEffect } from "react";
import type { ReactNode } from "react";
import type { FilledForms, FillPlan } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import type { PacedWork } from "../common/use-paced";
import { FillPreview } from "./FillPreview";
import { useFilling } from "./use-filling";

interface FillScoresProps {
  readonly work: PacedWork<FilledForms>;
  readonly fill: FillPlan;
}

/**
 * Fills the empty 得分 cells for which the criteria give a score: after a look at what will be written, or as the figures
 * come in.
 */
export function FillScores({ work, fill }: FillScoresProps): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const filling = useFilling(work);
  const { live, overwrite } = state.selfEvaluation;
  // A plan made before the last edit is not written any more.
  const idle = work.current && state.writing === null && state.problem === null;
  const count = fill.cells.filter(({ written }) => written !== null).length;
  const change = (changed: Partial<typeof state.selfEvaluation>): void =>
    session.store.dispatch({ type: "self-evaluation-changed", change: changed });
  useEffect(() => {
    if (live && idle && fill.edits.length > 0) void session.fillAlong(fill.edits);
  }, [live, idle, fill, session]);
  if (filling.looking && fill.edits.length > 0) return <FillPreview fill={fill} filling={filling} />;
  return (
    <div>
      {fill.edits.length === 0 ? (
        <div>{overwrite ? "已填的得分与评分标准算出的一样。" : "没有能自动填写的空白得分。"}</div>
      ) : (
        <div className={styles.actions}>
          <Button appearance="primary" disabledFocusable={filling.busy} onClick={filling.look}>
            填写得分（{count}）
          </Button>
          <span className={styles.small}>
            {filling.slow
              ? "刚填的数字还在写入，写完就列出来。"
              : overwrite
                ? "会改写已填的得分，写前先看。"
                : "只填空白的得分，已填的不动。"}
          </span>
        </div>
      )}
      <Checkbox
        label="连已填的得分也按评分标准重算"
        checked={overwrite}
        onChange={(_, { checked }) => change({ overwrite: checked === true, live: false })}
      />
      <Switch
        label="边填边计分（停在本页时）"
        checked={live}
        disabled={overwrite}
        onChange={(_, { checked }) => change({ live: checked })}
      />
    </div>
  );
}
