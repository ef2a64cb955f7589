import type { CurvePoint, ScoreCurve } from "../../../engine/criteria";

/** The drawing's own units; it is as wide as the card. */
export const plotSize = { width: 280, height: 126, left: 30, right: 272, top: 22, bottom: 92 } as const;

interface PlotLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** What the person looks for: the actual value. */
  readonly strong?: boolean;
}

export interface Plot {
  /** Points of the lines, as SVG takes them: one for each stretch on which the criterion gives a score. */
  readonly lines: readonly string[];
  /** Where only single values occur, the values; none where they are too many to tell apart. */
  readonly beads: readonly (readonly [x: number, y: number])[];
  /** Stretches that are left to a person. */
  readonly open: readonly (readonly [from: number, to: number])[];
  /** Where the actual value stands; at the edge where it lies beyond, on the axis where it has no score. */
  readonly dot: { readonly x: number; readonly y: number } | null;
  readonly target: number;
  readonly labels: readonly PlotLabel[];
  /** The drawing in words. */
  readonly description: string;
}

/** What of a row the drawing names. */
export interface Plotted {
  readonly target: string;
  readonly actual: string;
  readonly points: string;
  readonly score: number | null;
}

/** Beads nearer than that run together. */
const MOST_BEADS = 30;
/** Letters of a label that fit beside others. */
const LONGEST = 16;

/** Draws a curve; null where every point of it is 0 of 0. */
export function drawPlot(curve: ScoreCurve, plotted: Plotted): Plot | null {
  const scale = scaleOf(curve, plotted.points);
  if (scale === null) return null;
  const { x, y } = scale;
  const drawn = stretches(curve.points);
  const open = gaps(curve.points);
  const dot = curve.actual === null ? null : { x: x(curve.actual), y: y(plotted.score ?? 0) };
  const goal = plotted.target === "" ? curve.write(curve.target) : plotted.target;
  const few = curve.discrete && curve.points.length <= MOST_BEADS;
  return {
    lines: drawn.map((stretch) => stretch.map((point) => `${x(point.actual)},${y(point.score!)}`).join(" ")),
    beads: few ? drawn.flat().map((point) => [x(point.actual), y(point.score!)] as const) : [],
    open: open.map(([start, end]) => [x(start), x(end)]),
    dot,
    target: x(curve.target),
    labels: [
      ...axisLabels(curve, scale),
      within(`指标值 ${shortened(goal)}`, x(curve.target), plotSize.top - 10),
      ...(dot ? [actualLabel(curve, plotted.actual, dot)] : []),
    ],
    description: describe(curve, plotted, goal, scale.full) + (open.length > 0 ? "；虚线处由人判断" : ""),
  };
}

/** Where values and marks lie in the drawing. */
interface Scale {
  /** The most marks that the drawing shows. */
  readonly full: number;
  readonly x: (value: number) => number;
  readonly y: (marks: number) => number;
}

/** Null where there are no marks to show or all points have one value. */
function scaleOf(curve: ScoreCurve, points: string): Scale | null {
  const { left, right, top, bottom } = plotSize;
  const [first, last] = endsOf(curve);
  const full = Math.max(Number(points) || 0, ...curve.points.map((point) => point.score ?? 0));
  if (full === 0 || first.actual === last.actual) return null;
  const share = (value: number): number =>
    (Math.min(Math.max(value, first.actual), last.actual) - first.actual) / (last.actual - first.actual);
  return {
    full,
    x: (value) => round(left + share(value) * (right - left)),
    y: (marks) => round(bottom - (marks / full) * (bottom - top)),
  };
}

function endsOf({ points }: ScoreCurve): readonly [CurvePoint, CurvePoint] {
  return [points[0]!, points[points.length - 1]!];
}

function axisLabels(curve: ScoreCurve, { full }: Scale): PlotLabel[] {
  const { left, right, top, bottom } = plotSize;
  const [from, to] = endsOf(curve).map(({ actual }) => curve.write(actual)) as [string, string];
  return [
    { text: `${plain(full)}分`, x: left - 3, y: top + 4, anchor: "end" },
    { text: "0分", x: left - 3, y: bottom, anchor: "end" },
    { text: from, x: left, y: bottom + 14, anchor: "start" },
    { text: to, x: right, y: bottom + 14, anchor: "end" },
    { text: "实际完成值", x: (left + right) / 2, y: bottom + 28, anchor: "middle" },
  ];
}

function actualLabel(curve: ScoreCurve, actual: string, dot: { readonly x: number; readonly y: number }): PlotLabel {
  const [first, last] = endsOf(curve);
  const rising = (last.score ?? 0) >= (first.score ?? 0);
  return { ...beside(`实际 ${shortened(actual)}${beyondWords(curve)}`, dot, rising), strong: true };
}

/** Said of an actual value that lies outside of the drawing. */
function beyondWords(curve: ScoreCurve): string {
  const [first, last] = endsOf(curve);
  const { actual } = curve;
  return actual !== null && (actual < first.actual || actual > last.actual) ? "（在图外）" : "";
}

function describe(curve: ScoreCurve, { actual, score }: Plotted, goal: string, full: number): string {
  const [from, to] = endsOf(curve).map((end) => curve.write(end.actual)) as [string, string];
  const axis = `实际完成值从 ${from} 到 ${to} 时的得分，最高 ${plain(full)} 分，指标值 ${goal}`;
  if (curve.actual === null) return axis;
  return `${axis}；实际 ${actual}${beyondWords(curve)}，${score === null ? "由人判断" : `得 ${score} 分`}`;
}

/** A label centred on its place, or pushed back where it would stand out at the side. */
function within(text: string, x: number, y: number): PlotLabel {
  const half = widthOf(text) / 2;
  if (x - half < plotSize.left + 2) return { text, x: plotSize.left + 2, y, anchor: "start" };
  return x + half > plotSize.width ? { text, x: plotSize.width, y, anchor: "end" } : { text, x, y, anchor: "middle" };
}

/**
 * A label where the line does not pass: below it, on the side to which it does not fall; above where there is no room
 * below.
 */
function beside(text: string, dot: { readonly x: number; readonly y: number }, rising: boolean): PlotLabel {
  const { left, width, bottom } = plotSize;
  const wide = widthOf(text) + 8;
  const [room, y] = [rising ? dot.x + wide <= width : dot.x - wide >= left, dot.y + 15];
  if (y > bottom - 2) return within(text, dot.x, dot.y - 9);
  return room
    ? { text, x: rising ? dot.x + 7 : dot.x - 7, y, anchor: rising ? "start" : "end" }
    : within(text, dot.x, y + 3);
}

/** Pixels that a label takes up: Chinese letters are as wide as they are high. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > "\u2000" ? 11 : 6.2), 0);
}

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, "")];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : letters.join("");
}

function stretches(points: readonly CurvePoint[]): CurvePoint[][] {
  const found: CurvePoint[][] = [];
  let current: CurvePoint[] = [];
  for (const point of points) {
    if (point.score !== null) {
      if (current.length === 0) found.push(current);
      current.push(point);
    } else current = [];
  }
  return found;
}

function gaps(points: readonly CurvePoint[]): [number, number][] {
  const found: [number, number][] = [];
  points.forEach((point, at) => {
    if (point.score !== null) return;
    const last = found[found.length - 1];
    if (last && points[at - 1]?.score === null) last[1] = point.actual;
    else found.push([point.actual, point.actual]);
  });
  return found;
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
