import { Field, Select, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { WeightScheme } from "../../../engine/evaluation";
import type { WeightChange } from "../../../engine/evaluation/self-evaluation";
import { targetsIn } from "../../../engine/evaluation/self-evaluation";
import { sayScheme, schemesInUse } from "../../../engine/evaluation";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";

interface Shown {
  readonly schemes: readonly WeightScheme[];
  /** What the chosen points change; null while that is being worked out. */
  readonly changes: readonly WeightChange[] | null;
}

const useStyles = makeStyles({
  // The longest of the schemes would otherwise widen the pane.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
});

/** Which points the new forms get: the approved ones, or those of an official scheme, with what that changes. */
export function WeightsChoice({ schemes, changes }: Shown): ReactNode {
  const styles = useCardStyles();
  const own = useStyles();
  const { state, session } = usePane();
  const { weights } = state.selfEvaluation;
  const chosen = typeof weights === "string" ? weights : `scheme ${weights.scheme}`;
  const choose = (value: string): void => {
    const next = value === "approved" || value === "by-levels" ? value : { scheme: value.replace(/^scheme /, "") };
    session.store.dispatch({ type: "self-evaluation-changed", change: { weights: next } });
  };
  const names = [...new Set((changes ?? []).map(({ form }) => form))];
  return (
    <div>
      <Field label="分值" className={own.field}>
        <Select value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="approved">照批复的分值</option>
          <option value="by-levels">按规定权重，各表按自己的一级指标</option>
          {schemes.map((scheme) => (
            <option key={scheme.id} value={`scheme ${scheme.id}`}>
              {scheme.name}：{sayScheme(scheme)}
            </option>
          ))}
        </Select>
      </Field>
      {weights === "approved" ? (
        <ApprovedNote schemes={schemes} />
      ) : (
        <div className={styles.small}>
          {changes === null
            ? ""
            : names.length === 0
              ? "各级分值与批复相同。"
              : `${names.length} 张表的分值与批复不同，同一级里按批复的比例分；核对时会提示与批复不同。`}
          {names.length > 0 && (
            <Fold label={`看改了什么（${names.length} 张）`}>
              <ul className={styles.list}>
                {names.map((form) => (
                  <li key={form}>
                    {form}：
                    {(changes ?? [])
                      .filter((change) => change.form === form)
                      .map(({ level, from, to }) => `${level} ${from} → ${to}`)
                      .join("，")}
                  </li>
                ))}
              </ul>
            </Fold>
          )}
        </div>
      )}
    </div>
  );
}

/** How the approved points stand to the official weights. */
function ApprovedNote({ schemes }: Pick<Shown, "schemes">): ReactNode {
  const styles = useCardStyles();
  const { workbook, recognised } = usePane().state;
  const uses = useMemo(
    () => (workbook && recognised ? schemesInUse(workbook, targetsIn(recognised.tables), schemes) : []),
    [workbook, recognised, schemes],
  );
  const others = uses.flatMap(({ name, others: names }) =>
    names.map((one) => (name === null ? one : `${one}（规定为“${name}”）`)),
  );
  return (
    <div className={styles.small}>
      <div>另加预算执行率 10 分。</div>
      {uses
        .filter(({ fitting }) => fitting > 0)
        .map(({ name, fitting }) => (
          <div key={name}>
            符合“{name}”权重的 {fitting} 个。
          </div>
        ))}
      {others.length > 0 && (
        <Fold label={`与规定权重不同的 ${others.length} 个`}>
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
