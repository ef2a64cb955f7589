import type { Sample } from "../../../engine/criteria";
import { readValue } from "../../../engine/criteria";
import type { ScoredRow } from "../../session/scoring";

/** The drawing's own units; it is as wide as the card. */
export const plotSize = { width: 280, height: 104, left: 26, right: 270, top: 8, bottom: 82 } as const;

export interface Plot {
  /** Points of the lines, as SVG takes them: one for each stretch on which the criterion gives a score. */
  readonly lines: readonly string[];
  /** Stretches that are left to a person. */
  readonly open: readonly (readonly [from: number, to: number])[];
  /** Where the actual value stands; at the edge where it lies beyond. */
  readonly dot: { readonly x: number; readonly y: number } | null;
  readonly target: number | null;
  readonly labels: readonly { readonly text: string; readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" }[];
  /** The drawing in words. */
  readonly description: string;
}

/** What is to be drawn; null where there is nothing to see: no number to score by, or everywhere a person's judgement. */
export function drawPlot({ given, result, target }: ScoredRow, samples: readonly Sample[]): Plot | null {
  const scores = samples.flatMap(({ score }) => score ?? []);
  const [first, last] = [samples[0], samples[samples.length - 1]];
  if (!first || !last || scores.length === 0 || first.actual === last.actual) return null;
  const full = Math.max(Number(given.points) || 0, ...scores);
  if (full === 0) return null;
  const { left, right, top, bottom } = plotSize;
  const x = (actual: number): number => round(left + ((Math.min(Math.max(actual, first.actual), last.actual) - first.actual) / (last.actual - first.actual)) * (right - left));
  const y = (score: number): number => round(bottom - (score / full) * (bottom - top));
  const mark = numberOf(given.target, "");
  const unit = mark?.unit || String(given.unit ?? "");
  const actual = numberOf(given.actual, unit);
  const dot = actual && result.score !== null ? { x: x(actual.value), y: y(result.score) } : null;
  const at = mark ? x(mark.value) : null;
  const beyond = actual !== null && (actual.value < first.actual || actual.value > last.actual);
  return {
    lines: stretches(samples).map((stretch) => stretch.map((sample) => `${x(sample.actual)},${y(sample.score!)}`).join(" ")),
    open: gaps(samples).map(([from, to]) => [x(from), x(to)]),
    dot,
    target: at,
    labels: [
      { text: plain(full), x: left - 4, y: top + 8, anchor: "end" },
      { text: "0", x: left - 4, y: bottom, anchor: "end" },
      { text: `${plain(first.actual)}${unit}`, x: left, y: bottom + 14, anchor: "start" },
      { text: `${plain(last.actual)}${unit}`, x: right, y: bottom + 14, anchor: "end" },
      ...(at !== null && at > left + 60 && at < right - 60 ? [{ text: target, x: at, y: bottom + 14, anchor: "middle" as const }] : []),
    ],
    description: `实际完成值从 ${plain(first.actual)}${unit} 到 ${plain(last.actual)}${unit} 时的得分，最高 ${plain(full)} 分，指标值 ${target}${dot ? `；实际 ${given.actual}${beyond ? "（在图外）" : ""}，得 ${result.score} 分` : ""}${gaps(samples).length > 0 ? "；虚线处由人判断" : ""}`,
  };
}

function stretches(samples: readonly Sample[]): Sample[][] {
  const found: Sample[][] = [];
  let current: Sample[] = [];
  for (const sample of samples) {
    if (sample.score !== null) {
      if (current.length === 0) found.push(current);
      current.push(sample);
    } else current = [];
  }
  return found;
}

function gaps(samples: readonly Sample[]): [number, number][] {
  const found: [number, number][] = [];
  samples.forEach((sample, at) => {
    if (sample.score !== null) return;
    const last = found[found.length - 1];
    if (last && samples[at - 1]?.score === null) last[1] = sample.actual;
    else found.push([sample.actual, sample.actual]);
  });
  return found;
}

/** A number in the unit of the plot; a bare share beside % is a percentage. Null for words and for other units. */
function numberOf(value: unknown, unit: string): { value: number; unit: string } | null {
  const reading = readValue(value);
  if (reading.kind === "range") return { value: reading.high.toNumber(), unit: reading.unit };
  if (reading.kind !== "number" || (unit !== "" && reading.unit !== "" && reading.unit !== unit)) return null;
  const share = unit === "%" && reading.unit === "" && reading.value.abs().lte(1);
  return { value: reading.value.times(share ? 100 : 1).toNumber(), unit: reading.unit };
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
