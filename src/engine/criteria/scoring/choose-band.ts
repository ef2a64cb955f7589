/** Which of the bands that hold speaks for the case. */

import { printTest } from "../print";
import { notDone, related } from "../rule/extras";
import { isAward } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import { testWords } from "./facts";
import { intervalOf, winner } from "./intervals";
import type { Claim, Interval } from "./intervals";
import { choicesOf, marksOf } from "./marks";
import { measure } from "./measure";
import { figureText } from "./met";
import type { Answer, Run } from "./run";
import { ask, choice } from "./run";
import type { Truth } from "./truth-parts";

export type Chosen =
  { readonly kind: "chosen"; readonly band: PlacedBand | null } | { readonly kind: "no"; readonly answer: Answer };

export type Truths = ReadonlyMap<object, Truth>;

export const numeric = (test: Test): boolean =>
  ["interval", "reached", "date", "target", "each", "in-time"].includes(test.kind) ||
  ((test.kind === "all" || test.kind === "any") && test.of.some(numeric));

/** The band that speaks for the case; null where none does. */
export function chooseBand(run: Run, bands: readonly PlacedBand[], truths: Truths): Chosen {
  const holding = bands.filter(
    (b) => b.when.kind !== "otherwise" && b.when.kind !== "always" && truths.get(b)?.kind === "yes",
  );
  if (holding.length === 0) return { kind: "chosen", band: null };
  if (holding.length === 1) return alone(run, bands, holding[0]!, truths);
  const claims = holding.map((band, index) => claimOf(run, band, index));
  return settle(run, bands, holding, narrowed(run, holding, claims));
}

function claimOf(run: Run, band: PlacedBand, index: number): Claim {
  return {
    index,
    interval: intervalOf(band.when, run.better, run.conventions["bare-deviation"] === "reaching") ?? {
      measure: "value",
      unit: "",
      low: null,
      high: null,
    },
    marks: marksOf(run, band.then),
  };
}

/** Claims that another one speaks for. */
function narrowed(run: Run, holding: readonly PlacedBand[], all: readonly Claim[]): readonly Claim[] {
  let claims = all;
  const when = (c: Claim): Test => holding[c.index]!.when;
  const none = claims.find((c) => {
    const t = when(c);
    return t.kind === "fact" && notDone(t);
  });
  if (none !== undefined && run.figures.actual.kind === "number" && run.figures.actual.value.isZero()) return [none];
  // "未达到的按…计分，低于80%不得分": what names a bound speaks before what only says not met.
  const missed = claims.filter((c) => {
    const t = when(c);
    return (
      (t.kind === "target" && t.side === "missed") ||
      (t.kind === "in-time" && !t.holds) ||
      (t.kind === "fact" &&
        t.denied &&
        (notDone(t) || holding.some((b) => b.when.kind === "fact" && !b.when.denied && related(b.when.core, t.core))))
    );
  });
  if (
    missed.length > 0 &&
    claims.some(
      (c) =>
        !missed.includes(c) && (["interval", "reached", "date", "grade"].includes(when(c).kind) || partly(when(c))),
    )
  )
    claims = claims.filter((c) => !missed.includes(c));
  // By how much it was early or late says more than that it was in time or not.
  const byTime = claims.filter((c) => ["early", "late"].includes(c.interval.measure) && when(c).kind === "interval");
  if (byTime.length > 0) claims = claims.filter((c) => byTime.includes(c) || when(c).kind !== "in-time");
  // Who was done by October was also done by November: of dates the closest speaks.
  const dated = claims.filter((c) => when(c).kind === "date");
  if (dated.length > 1 && dated.length === claims.length) {
    const dates = dated.map((c) => ({ c, t: when(c) as Extract<Test, { kind: "date" }> }));
    if (dates.every(({ t }) => t.side === dates[0]!.t.side)) {
      const ordered = [...dates].sort((a, b) => (a.t.date < b.t.date ? -1 : 1));
      return [(dates[0]!.t.side === "by" ? ordered[0]! : ordered.at(-1)!).c];
    }
  }
  // What asks for more than another says the more of it: "全部完成且验收合格" before "完成".
  const all2 = claims.filter((c) => when(c).kind === "all");
  if (all2.length === 1 && claims.length > 1 && claims.every((c) => c.marks !== null)) {
    const best = claims.reduce((a, b) => (b.marks!.gt(a.marks!) ? b : a));
    if (all2[0] === best) claims = [best];
  }
  // Who met the target has also passed every lower mark: what is said of the target comes first.
  const met = claims.find((c) => {
    const t = when(c);
    return (
      t.kind === "target" && ["met", "at-least", "at-most", "exact"].includes(t.side) && isAward(holding[c.index]!.then)
    );
  });
  if (
    met !== undefined &&
    claims.every((c) => !foreign(when(c)) && c.marks !== null && met.marks !== null && c.marks.lte(met.marks))
  )
    return [met];
  void run;
  return claims;
}

/** A fact that the target says nothing of. */
function foreign(test: Test): boolean {
  return test.kind === "fact" && !test.partly && !notDone(test);
}

function partly(test: Test): boolean {
  return test.kind === "fact" && (test.partly || !test.denied);
}

function settle(
  run: Run,
  bands: readonly PlacedBand[],
  holding: readonly PlacedBand[],
  claims: readonly Claim[],
): Chosen {
  void bands;
  const spread =
    new Set(
      claims.map((c) => {
        const t = holding[c.index]!.when;
        return t.kind === "interval" || t.kind === "reached" || t.kind === "each" ? c.interval.measure : t.kind;
      }),
    ).size > 1 && new Set(claims.map((c) => c.marks?.toString())).size > 1;
  const measured = claims.length === 1 ? null : measuredFor(run, claims[0]!.interval);
  const same = claims.every((c) => c.marks !== null && c.marks.equals(claims[0]!.marks ?? -1));
  const found =
    claims.length === 1 || (same && !measured)
      ? claims[0]!
      : spread
        ? null
        : measured === null
          ? null
          : winner(run, claims, measured);
  if (found !== null) return { kind: "chosen", band: holding[found.index]! };
  return {
    kind: "no",
    answer: ask(
      { code: "ask-overlap", value: figureText(run) },
      claims.flatMap((c) =>
        choicesOf(run, holding[c.index]!.then, printTest(holding[c.index]!.when) || testWords(holding[c.index]!.when)),
      ),
    ),
  };
}

export function measuredFor(
  run: Run,
  interval: Interval,
): Extract<ReturnType<typeof measure>, { kind: "value" }> | null {
  const quiet: Run = { ...run, steps: [] };
  const found = measure(quiet, interval.measure, interval.unit);
  return found.kind === "value" ? found : null;
}

/** One band holds: unless another asks for the same and something besides that does not hold, it speaks. */
function alone(run: Run, bands: readonly PlacedBand[], band: PlacedBand, truths: Truths): Chosen {
  const refused = bands.find(
    (b) => b.when.kind === "all" && truths.get(b)?.kind === "no" && b.when.of.some((part) => part.kind === "target"),
  );
  if (
    refused !== undefined &&
    band.when.kind !== "all" &&
    band.then.kind !== "nothing" &&
    isAward(band.then) &&
    refused.when.kind === "all" &&
    refused.when.of.length > 1
  ) {
    const marks = marksOf(run, band.then);
    return {
      kind: "no",
      answer: ask({ code: "ask-condition", text: testWords(refused.when) }, [
        ...(marks === null ? [] : [choice({ code: "choice", label: printTest(band.when) }, marks)]),
        choice({ code: "choice-nothing" }, 0),
      ]),
    };
  }
  return { kind: "chosen", band };
}
