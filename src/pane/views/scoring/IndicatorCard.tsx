import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { ReactNode } from "react";
import type { ScoredRow, Standing } from "../../../engine/evaluation/scoring";
import { standingOf } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { CriterionDetails } from "./CriterionDetails";
import { useStandingColours } from "./standing-colours";
import { standingWords } from "./standing-words";

const useStyles = makeStyles({
  head: {
    display: "grid",
    gridTemplateColumns: "1em 1fr auto",
    gap: "2px 4px",
    width: "100%",
    background: "none",
    border: "none",
    padding: 0,
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  points: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  row: { display: "flex", justifyContent: "space-between", gap: "8px" },
  status: { whiteSpace: "nowrap", flexShrink: 0 },
});

/** One indicator: name, target and actual, points, how it stands; opened, everything about its criterion. */
export function IndicatorCard({ row }: { readonly row: ScoredRow }): ReactNode {
  const styles = useStyles();
  const cards = useCardStyles();
  const colours = useStandingColours();
  const id = useId();
  const { state, session } = usePane();
  const { name, subject, target, given, result, correction, place, actualPlace } = row;
  const open = state.scoring.opened.has(row.id);
  const toggle = (): void => {
    const opened = new Set(state.scoring.opened);
    if (!opened.delete(row.id)) opened.add(row.id);
    session.store.dispatch({ type: "scoring-changed", change: { opened } });
  };
  const standing = standingOf(row);
  const { word, sign } = standingWords[standing];
  const marks =
    result.score === null
      ? `分值 ${given.points === "" ? "未填" : given.points}`
      : `${result.score}/${given.points === "" ? "—" : given.points} 分`;
  const written = writtenWords(row, standing);
  return (
    <article className={cards.card} aria-label={`${name}，${word}`}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={toggle}
      >
        <span aria-hidden="true">{open ? "▾" : "▸"}</span>
        <span className={styles.name}>{name}</span>
        <span className={styles.points}>{marks}</span>
      </button>
      <div className={mergeClasses(cards.small, styles.row)}>
        <span>
          <CellLink place={place} name={`${name}的指标值`}>
            {target === "" ? "（没有指标值）" : target}
          </CellLink>
          {" → "}
          {actualPlace ? (
            <CellLink place={actualPlace} name={`${name}的实际完成值`}>
              {given.actual === "" ? "（未填）" : given.actual}
            </CellLink>
          ) : (
            "（还没有自评）"
          )}
        </span>
        <span className={mergeClasses(styles.status, colours[standing])}>
          <span aria-hidden="true">{sign}</span> {word}
        </span>
      </div>
      {(written !== null || correction !== null) && (
        <div className={mergeClasses(cards.small, styles.row)}>
          <span>{written}</span>
          {correction !== null && <span className={styles.status}>✎ 读法已更正</span>}
        </div>
      )}
      {open && (
        <div id={id}>
          <div className={cards.small}>{subject}</div>
          <CriterionDetails row={row} />
        </div>
      )}
    </article>
  );
}

/** What stands in the 得分 cell, where that is not what was worked out. */
function writtenWords({ result, written }: ScoredRow, standing: Standing): string | null {
  switch (written.kind) {
    case "blank":
      return null;
    case "mark":
      if (result.score === null) return `得分栏填的是 ${written.value.toString()} 分。`;
      if (written.value.equals(result.score)) return null;
      return `得分栏填的是 ${written.value.toString()} 分${standing === "differs" ? "" : "，四舍五入后一致"}。`;
    default:
      return `得分栏写的是“${written.text}”，看不出是几分。`;
  }
}
