import { useMemo } from "react";
import type { ReactNode } from "react";
import { targetsIn } from "../../session/self-evaluation";
import { schemesInUse, schemesOf } from "../../session/weight-schemes";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";

/** Which weights the approved points follow; those that follow none are kept as they are, and named. */
export function SchemeNote(): ReactNode {
  const styles = useCardStyles();
  const { state } = usePane();
  const { workbook, recognised, catalogue } = state;
  const uses = useMemo(() => (workbook && recognised ? schemesInUse(workbook, targetsIn(recognised.tables), schemesOf(catalogue)) : []), [workbook, recognised, catalogue]);
  const others = uses.flatMap(({ name, others: names }) => names.map((one) => (name === null ? one : `${one}（应按“${name}”）`)));
  return (
    <div className={styles.small}>
      <div>分值照批复的绩效目标，另加预算执行率 10 分。</div>
      {uses
        .filter(({ fitting }) => fitting > 0)
        .map(({ name, fitting }) => (
          <div key={name}>
            符合“{name}”权重的 {fitting} 个。
          </div>
        ))}
      {others.length > 0 && (
        <Fold label={`与规定权重不同的 ${others.length} 个，照抄批复`}>
          <ul className={styles.list}>
            {others.map((name, at) => (
              <li key={at}>{name}</li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}
