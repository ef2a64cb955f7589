/** What a band gives once it is chosen. */

import type { Exact } from "../exact";
import { printTest } from "../print";
import type { PlacedBand } from "../rule/rule";
import type { Outcome } from "../tree";
import { testWords } from "./facts";
import { isForeignRate } from "./foreign";
import { byFormula, inProportion } from "./formula";
import { interpolated } from "./interpolation";
import { intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { choicesOf, isWritten, marksOf } from "./marks";
import { free } from "./measure";
import { figureText } from "./met";
import type { Answer, Run } from "./run";
import { ask, missing, score, shown } from "./run";

/** What a band gives. `base` is what a proportion is taken of. */
export function give(run: Run, band: PlacedBand, base: Exact | null, anchor: Interval | null): Answer {
  const { then } = band;
  run.applied.push(band);
  if (isWritten(then)) return givenAsWritten(run, band);
  switch (then.kind) {
    case "formula":
      return byFormula(run, then.expression);
    case "proportion":
      return inShare(
        isUpToAll(run, band) ? { ...run, better: "more" } : run,
        then,
        labelOf(band),
        base,
        aboveBand(run, band, anchor),
      );
    case "interpolation":
      return interpolated(run, band);
    case "points-between":
      return ask({ code: "ask-between", low: then.low, high: then.high }, choicesOf(run, then, labelOf(band)));
    case "discretion":
    case "either":
    case "share-between":
    case "plus":
      return givenByPerson(run, band);
  }
}

/** "执行率100%以内按比例计分，超过100%不得分": up to all of it, the more the better. */
const isUpToAll = ({ figures: { target } }: Run, { when }: PlacedBand): boolean =>
  when.kind === "interval" &&
  ["rate", "ratio", "completion"].includes(when.measure) &&
  when.low === null &&
  when.high?.number === "100" &&
  when.high.unit === "%" &&
  target.kind === "number" &&
  target.dimension === "rate" &&
  target.value.equals(1);

/** "没有达到95%的，按完成比例得分": what lies above the band is what earns them all. */
function aboveBand(run: Run, { when }: PlacedBand, anchor: Interval | null): Interval | null {
  if (anchor !== null) return anchor;
  const own = intervalOf(when, run.better);
  return own === null || own.low !== null || own.high === null || own.measure !== "value"
    ? null
    : { ...own, low: { ...own.high, inclusive: true }, high: null };
}

export const labelOf = ({ when }: PlacedBand): string => printTest(when) || testWords(when);

/** In proportion to what was reached; what lies above the mark earns more, and nobody says how much. */
function inShare(
  run: Run,
  then: Extract<Outcome, { kind: "proportion" }>,
  label: string,
  base: Exact | null,
  anchor: Interval | null,
): Answer {
  return then.of === "excess" || (then.called !== undefined && isForeignRate(run, then.called))
    ? ask({ code: "ask-discretion", text: label }, free(run))
    : inProportion(run, base, anchor, then.factor);
}

function givenByPerson(run: Run, band: PlacedBand): Answer {
  const label = labelOf(band);
  return run.points === null && band.then.kind !== "plus"
    ? missing({ code: "missing-points" })
    : ask({ code: "ask-discretion", text: label }, choicesOf(run, band.then, label));
}

function givenAsWritten(run: Run, band: PlacedBand): Answer {
  const label = labelOf(band);
  const marks = marksOf(run, band.then);
  if (marks === null) return missing({ code: "missing-points" });
  if (label !== "") run.steps.push({ code: "step-band", value: figureText(run), band: label });
  run.steps.push({ code: "step-marks", outcome: band.then.kind, marks: shown(marks) });
  return score(marks);
}
