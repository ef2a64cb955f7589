import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { MarkLevel } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { countByLevel, levels } from "../../state/findings";
import { levelSigns, levelWords } from "../../words";
import { useLevelStyles } from "./level-colours";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "repeat(4, 1fr)", gap: "6px" },
  counter: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: "4px 2px 6px",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    background: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { background: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    background: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  none: { color: tokens.colorNeutralForeground3 },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** 必改, 需说明, 提示, 未能核对: how many there are, and a filter for each. */
export function Counters(): ReactNode {
  const styles = useStyles();
  const colours = useLevelStyles();
  const { state, session } = usePane();
  if (!state.checked) return null;
  const counts = countByLevel(state.checked.findings);
  const { level: chosen } = state.filter;
  // In high contrast the ground of what is chosen is no ground for the levels' own colours.
  const colourOf = (level: MarkLevel): string | undefined =>
    chosen === level ? undefined : counts[level] === 0 ? styles.none : colours[level];
  return (
    <div className={styles.row} role="group" aria-label="按轻重筛选">
      {levels.map((level) => (
        <button
          key={level}
          type="button"
          className={mergeClasses(styles.counter, chosen === level && styles.chosen)}
          aria-pressed={chosen === level}
          onClick={() =>
            session.store.dispatch({ type: "filtered", filter: { level: chosen === level ? null : level } })
          }
        >
          <span className={mergeClasses(styles.number, colourOf(level))}>{counts[level]}</span>
          <span>
            <span aria-hidden="true" className={colourOf(level)}>
              {levelSigns[level]}
            </span>{" "}
            {levelWords[level]}
          </span>
        </button>
      ))}
    </div>
  );
}
