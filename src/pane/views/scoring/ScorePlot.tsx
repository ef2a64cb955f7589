import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { Conventions } from "../../../engine/criteria";
import { sampleScores } from "../../../engine/criteria";
import type { ScoredRow } from "../../session/scoring";
import { drawPlot, plotSize } from "./plot";

const useStyles = makeStyles({
  plot: { width: "100%", height: "auto", display: "block" },
  axis: { stroke: tokens.colorNeutralStroke1, strokeWidth: 1 },
  target: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: 1, strokeDasharray: "3 3" },
  line: { stroke: tokens.colorBrandStroke1, strokeWidth: 2, fill: "none" },
  open: { stroke: tokens.colorPaletteMarigoldBorderActive, strokeWidth: 3, strokeDasharray: "2 4" },
  dot: { fill: tokens.colorPaletteRedForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1.5 },
  word: { fill: tokens.colorNeutralForeground2, fontSize: "11px" },
});

/** Points over the actual value: a line, the target dashed, the actual a dot; dotted below where a person decides. */
export function ScorePlot({ row, conventions }: { readonly row: ScoredRow; readonly conventions: Conventions }): ReactNode {
  const styles = useStyles();
  const plot = useMemo(() => drawPlot(row, sampleScores(row.given, conventions)), [row, conventions]);
  if (!plot) return null;
  const { lines, open, dot, target, labels } = plot;
  const { width, height, left, right, top, bottom } = plotSize;
  return (
    <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={plot.description}>
      <line className={styles.axis} x1={left} y1={bottom} x2={right} y2={bottom} />
      <line className={styles.axis} x1={left} y1={top} x2={left} y2={bottom} />
      {target !== null && <line className={styles.target} x1={target} y1={top} x2={target} y2={bottom} />}
      {open.map(([from, to], at) => (
        <line key={at} className={styles.open} x1={from} y1={bottom} x2={to} y2={bottom} />
      ))}
      {lines.map((points, at) => (
        <polyline key={at} className={styles.line} points={points} />
      ))}
      {dot && <circle className={styles.dot} cx={dot.x} cy={dot.y} r={4.5} />}
      {labels.map(({ text, x, y, anchor }, at) => (
        <text key={at} className={styles.word} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
}
