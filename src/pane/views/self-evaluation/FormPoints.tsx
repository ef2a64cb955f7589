import { Select } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FormProgress } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { LevelBar } from "./LevelBar";

/** Points of one self-evaluation by first level against their maximum. */
export function FormPoints({ forms }: { readonly forms: readonly FormProgress[] }): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const form = forms.find(({ id }) => id === state.selfEvaluation.form) ?? forms[0];
  if (!form) return null;
  const levels = form.levels;
  const open = levels.reduce((sum, level) => sum + level.open, 0);
  const total = levels.reduce((sum, level) => sum + level.score.toNumber(), 0);
  const full = levels.reduce((sum, level) => sum + level.points.toNumber(), 0);
  return (
    <section className={styles.view} aria-label="各级得分">
      <h3 className={styles.title}>各级得分</h3>
      {forms.length > 1 && (
        <Select
          size="small"
          aria-label="看哪一份自评表"
          value={form.id}
          onChange={(_, { value }) =>
            session.store.dispatch({ type: "self-evaluation-changed", change: { form: value } })
          }
        >
          {forms.map(({ id, name, filled, all }) => (
            <option key={id} value={id}>
              {name}（已填 {filled}/{all}）
            </option>
          ))}
        </Select>
      )}
      <div>
        <CellLink place={form.place} name={form.name}>
          {form.name}
        </CellLink>
        ：{round(total)}/{round(full)} 分{open > 0 ? `，还有 ${open} 个得分没填` : ""}
      </div>
      {levels.map((level) => (
        <LevelBar key={level.name} level={level} />
      ))}
    </section>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
