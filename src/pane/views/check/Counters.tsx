import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import { countByShade, shadeWord, shades } from "../../../engine/report";
import type { Shade } from "../../../engine/report";
import { shadeSigns } from "../../words";
import { useShadeStyles } from "./shade-colours";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "repeat(5, 1fr)", gap: "4px" },
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
  sign: { fontSize: tokens.fontSizeBase200, marginRight: "3px", verticalAlign: "2px" },
  number: {
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** 必改, 需说明, 提示, 未能核对, 尾差: how many there are, and a filter for each. */
export function Counters(): ReactNode {
  const styles = useStyles();
  const colours = useShadeStyles();
  const { state, session } = usePane();
  if (!state.checked) return null;
  const counts = countByShade(state.checked.findings);
  const { shade: chosen } = state.filter;
  // In high contrast the ground of what is chosen is no ground for the levels' own colours.
  const colourOf = (shade: Shade): string | undefined =>
    chosen === shade ? undefined : counts[shade] === 0 ? styles.none : colours[shade];
  return (
    <div className={styles.row} role="group" aria-label="按轻重筛选">
      {shades.map((shade) => (
        <button
          key={shade}
          type="button"
          className={mergeClasses(styles.counter, chosen === shade && styles.chosen)}
          aria-pressed={chosen === shade}
          onClick={() =>
            session.store.dispatch({ type: "filtered", filter: { shade: chosen === shade ? null : shade } })
          }
        >
          <span className={mergeClasses(styles.number, colourOf(shade))}>
            <span aria-hidden="true" className={styles.sign}>
              {shadeSigns[shade]}
            </span>
            {counts[shade]}
          </span>
          <span>{shadeWord(shade)}</span>
        </button>
      ))}
    </div>
  );
}
