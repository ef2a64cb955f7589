import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { ReactNode } from "react";
import type { ScoreStatus } from "../../../engine/criteria";
import type { RowScorer, ScoredRow } from "../../session/scoring";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { CriterionDetails } from "./CriterionDetails";
import { statusSigns, statusWords } from "./status-words";

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
  status: { whiteSpace: "nowrap" },
});

/** Colour of a status, at least 4.5:1 on the card in every theme. */
const useStatusStyles = makeStyles<ScoreStatus>({
  scored: { color: tokens.colorPaletteGreenForeground1 },
  "needs-judgement": { color: tokens.colorPaletteMarigoldForeground2 },
  unreadable: { color: tokens.colorPaletteRedForeground1 },
  incomplete: { color: tokens.colorNeutralForeground2 },
});

/** One indicator: name, target and actual, points, status; opened, everything about its criterion. */
export function IndicatorCard({ row, scorer }: { readonly row: ScoredRow; readonly scorer: RowScorer }): ReactNode {
  const styles = useStyles();
  const cards = useCardStyles();
  const colours = useStatusStyles();
  const id = useId();
  const { state, session } = usePane();
  const { name, subject, target, given, result, written, place, actualPlace } = row;
  const open = state.scoring.opened.has(row.id);
  const toggle = (): void => {
    const opened = new Set(state.scoring.opened);
    if (!opened.delete(row.id)) opened.add(row.id);
    session.store.dispatch({ type: "scoring-changed", change: { opened } });
  };
  const marks = `${result.score ?? "—"}/${given.points === "" ? "—" : given.points}`;
  return (
    <article className={cards.card} aria-label={`${name}，${statusWords[result.status]}`}>
      <button type="button" className={styles.head} aria-expanded={open} aria-controls={open ? id : undefined} onClick={toggle}>
        <span aria-hidden="true">{open ? "▾" : "▸"}</span>
        <span className={styles.name}>{name}</span>
        <span className={styles.points}>{marks} 分</span>
      </button>
      <div className={mergeClasses(cards.small, styles.row)}>
        <span>
          <CellLink place={place} name={name}>
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
        <span className={mergeClasses(styles.status, colours[result.status])}>
          <span aria-hidden="true">{statusSigns[result.status]}</span> {statusWords[result.status]}
        </span>
      </div>
      {differs(row) && written.kind === "mark" && <div className={cards.small}>得分栏现在是 {written.value.toString()} 分。</div>}
      {open && (
        <div id={id}>
          <div className={cards.small}>{subject}</div>
          <CriterionDetails row={row} scorer={scorer} />
        </div>
      )}
    </article>
  );
}

function differs({ result, written }: ScoredRow): boolean {
  return written.kind === "mark" && (result.score === null || !written.value.equals(result.score));
}
