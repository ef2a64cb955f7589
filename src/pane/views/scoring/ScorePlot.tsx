import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { Conventions, ScoreCase } from "../../../engine/criteria";
import { scoreCurve } from "../../../engine/criteria";
import type { ScoringRow } from "../../../engine/evaluation/scoring";
import { drawPlot, plotSize } from "./plot";

const useStyles = makeStyles({
  plot: { width: "100%", height: "auto", display: "block" },
  axis: { stroke: tokens.colorNeutralStroke1, strokeWidth: 1 },
  target: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: 1, strokeDasharray: "3 3" },
  line: { stroke: tokens.colorBrandStroke1, strokeWidth: 2, fill: "none", strokeLinejoin: "round" },
  bead: { fill: tokens.colorBrandStroke1 },
  open: { stroke: tokens.colorPaletteMarigoldBorderActive, strokeWidth: 3, strokeDasharray: "2 4" },
  dot: { fill: tokens.colorPaletteRedForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1.5 },
  word: {
    fill: tokens.colorNeutralForeground2,
    fontSize: "11px",
    paintOrder: "stroke",
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "3px",
  },
  actual: {
    fill: tokens.colorNeutralForeground1,
    fontSize: "11px",
    fontWeight: tokens.fontWeightSemibold,
    paintOrder: "stroke",
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "3px",
  },
});

interface ScorePlotProps {
  readonly row: ScoringRow;
  /** Its case as it is applied. */
  readonly given: ScoreCase;
  readonly conventions: Conventions;
  readonly score: number | null;
}

/** Points over the actual value: a line, the target dashed, the actual a dot; dotted below where a person decides. */
export function ScorePlot({ row, given, conventions, score }: ScorePlotProps): ReactNode {
  const styles = useStyles();
  const plot = useMemo(() => {
    const curve = scoreCurve(given, conventions);
    const { actual, points } = row.given;
    return curve && drawPlot(curve, { target: row.target, score, actual, points });
  }, [row, given, conventions, score]);
  if (!plot) return null;
  const { width, height, left, right, top, bottom } = plotSize;
  return (
    <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={plot.description}>
      <line className={styles.axis} x1={left} y1={bottom} x2={right} y2={bottom} />
      <line className={styles.axis} x1={left} y1={top} x2={left} y2={bottom} />
      <line className={styles.target} x1={plot.target} y1={top - 4} x2={plot.target} y2={bottom} />
      {plot.open.map(([from, to], at) => (
        <line key={at} className={styles.open} x1={from} y1={bottom} x2={to} y2={bottom} />
      ))}
      {plot.lines.map((points, at) => (
        <polyline key={at} className={styles.line} points={points} />
      ))}
      {plot.beads.map(([x, y], at) => (
        <circle key={at} className={styles.bead} cx={x} cy={y} r={2.5} />
      ))}
      {plot.dot && <circle className={styles.dot} cx={plot.dot.x} cy={plot.dot.y} r={4.5} />}
      {plot.labels.map(({ text, x, y, anchor, strong }, at) => (
        <text key={at} className={strong ? styles.actual : styles.word} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
}
