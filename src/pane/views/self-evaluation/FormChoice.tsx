import { Checkbox } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SelfEvaluationPlan } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { VirtualList } from "../common/VirtualList";

type Form = SelfEvaluationPlan["forms"][number];

/** The projects and the whole, each with the sheet that will be added for it; all ticked at first. */
export function FormChoice({ forms }: { readonly forms: readonly Form[] }): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { unticked } = state.selfEvaluation;
  const change = (sheets: ReadonlySet<string>): void =>
    session.store.dispatch({ type: "self-evaluation-changed", change: { unticked: sheets } });
  const toggle = (sheet: string): void => {
    const others = new Set(unticked);
    if (!others.delete(sheet)) others.add(sheet);
    change(others);
  };
  const ticked = forms.filter(({ sheet }) => !unticked.has(sheet)).length;
  return (
    <div>
      <Checkbox
        label={`全选（${ticked}/${forms.length}）`}
        checked={ticked === forms.length ? true : ticked === 0 ? false : "mixed"}
        onChange={() => change(ticked === forms.length ? new Set(forms.map(({ sheet }) => sheet)) : new Set())}
      />
      <VirtualList items={forms} idOf={idOf} label="要生成的自评表" estimate={52}>
        {({ sheet, name }) => (
          <Checkbox
            label={
              <span>
                {name === "" ? "（没有项目名称）" : name}
                <span className={styles.small}>{` → 工作表“${sheet}”`}</span>
              </span>
            }
            checked={!unticked.has(sheet)}
            onChange={() => toggle(sheet)}
          />
        )}
      </VirtualList>
    </div>
  );
}

const idOf = ({ sheet }: Form): string => sheet;
