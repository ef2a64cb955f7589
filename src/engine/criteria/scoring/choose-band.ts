/** Which of the bands that hold speaks for the case. */

import { printTest } from "../print";
import { notDone, related } from "../rule/extras";
import { isAward } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import { quotedBand } from "./exact-band";
import { testWords } from "./facts";
import { isWhole } from "./implied-facts";
import { intervalOf, winner } from "./intervals";
import type { Claim, Interval } from "./intervals";
import { choicesOf, marksOf } from "./marks";
import { measure } from "./measure";
import type { MeasuredValue } from "./measure";
import { figureText } from "./met";
import type { Outcome } from "../tree";
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
  return settle(run, holding, narrowed(run, holding, claims));
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

/** The band that makes a claim. */
type BandOf = (claim: Claim) => PlacedBand;

/** The claims that are left when none is counted that another one speaks for. */
function narrowed(run: Run, holding: readonly PlacedBand[], all: readonly Claim[]): readonly Claim[] {
  const bandOf: BandOf = (c) => holding[c.index]!;
  const none = all.find((c) => isNotDone(bandOf(c).when));
  if (none !== undefined && run.figures.actual.kind === "number" && run.figures.actual.value.isZero()) return [none];
  const told = boundBeforeKind(some(run, all, bandOf), bandOf);
  const timed = byAmount(byTime(boundBeforeMissed(told, holding, bandOf), bandOf), bandOf);
  const closest = closestDate(timed, bandOf);
  if (closest !== null) return [closest];
  const exact = timed.filter((c) => isExactly(bandOf(c).when));
  if (exact.length === 1 && timed.every((c) => c === exact[0] || bandOf(c).when.kind === "target")) return exact;
  const most = mostAsked(timed, bandOf);
  return metTarget(run, most, bandOf) ?? most;
}

/** "未发现账实不符得2分；3处以上不得分" beside four of which there were to be none: it is not so that none was found. */
function some({ figures: { target, actual } }: Run, claims: readonly Claim[], bandOf: BandOf): readonly Claim[] {
  const counted = target.kind === "number" && target.value.isZero() && actual.kind === "number" && actual.value.gt(0);
  const rest = claims.filter((c) => !saysNone(bandOf(c).when));
  const bounded = rest.some((c) => bandOf(c).when.kind === "interval" && c.interval.low !== null);
  return counted && bounded ? rest : claims;
}

/** That none of it happened or was found, whatever it is. */
const saysNone = (test: Test): boolean =>
  isNotDone(test) ||
  (test.kind === "fact" && test.sort === "event" && /未(?:发[现生]|出现|查出)|没有(?:发[现生]|出现)/u.test(test.text));

/** "负向指标：得分=目标值/实际值×分值，实际值不大于目标值的为满分": what names a bound speaks before what goes for all such indicators. */
function boundBeforeKind(claims: readonly Claim[], bandOf: BandOf): readonly Claim[] {
  const bounded = claims.filter((c) => ["interval", "target"].includes(bandOf(c).when.kind));
  const general = claims.filter((c) => bandOf(c).when.kind === "indicator-way");
  return bounded.length === 1 && bounded.length + general.length === claims.length ? bounded : claims;
}

/** "恰好等于目标值的": what is said of just that figure comes before what is said of all on one side of it. */
const isExactly = (test: Test): boolean => test.kind === "target" && test.side === "exact";

/** "未开展", "未发生": none of it. */
const isNotDone = (test: Test): boolean =>
  test.kind === "fact" && (notDone(test) || (test.denied && test.sort === "event"));

/** "未达到的按…计分，低于80%不得分": what names a bound speaks before what only says not met. */
function boundBeforeMissed(claims: readonly Claim[], holding: readonly PlacedBand[], bandOf: BandOf): readonly Claim[] {
  const rest = claims.filter((c) => !saysMissed(bandOf(c).when, holding));
  const bounded = rest.some(
    (c) => ["interval", "reached", "date", "grade"].includes(bandOf(c).when.kind) || partly(bandOf(c).when),
  );
  return bounded ? rest : claims;
}

/** Whether a test says no more than that something was not reached, not in time or not done. */
function saysMissed(test: Test, holding: readonly PlacedBand[]): boolean {
  if (test.kind === "target")
    return test.side === "missed" || test.side === "below" || (test.side === "above" && test.money);
  if (test.kind === "in-time") return !test.holds;
  if (test.kind !== "fact" || !test.denied) return false;
  return (
    notDone(test) || holding.some((b) => b.when.kind === "fact" && !b.when.denied && related(b.when.core, test.core))
  );
}

/** By how much it was early or late says more than that it was in time or not. */
function byTime(claims: readonly Claim[], bandOf: BandOf): readonly Claim[] {
  const told = claims.some((c) => ["early", "late"].includes(c.interval.measure) && bandOf(c).when.kind === "interval");
  return told ? claims.filter((c) => bandOf(c).when.kind !== "in-time") : claims;
}

/** "下降得满分；下降幅度不足5%的，得70%": by how much it changed says more than which way. */
function byAmount(claims: readonly Claim[], bandOf: BandOf): readonly Claim[] {
  const changes = claims.every((c) => ["change", "fall"].includes(c.interval.measure));
  const told = claims.filter((c) => !saysWayOnly(bandOf(c).when));
  return changes && told.length === 1 ? told : claims;
}

const saysWayOnly = (test: Test): boolean =>
  test.kind === "interval" && [test.low, test.high].every((end) => end === null || end.number === "0");

/** Who was done by October was also done by November: of dates the closest speaks. Null where not all are dates. */
function closestDate(claims: readonly Claim[], bandOf: BandOf): Claim | null {
  const dates = claims.flatMap((claim) => {
    const { when } = bandOf(claim);
    return when.kind === "date" ? [{ claim, side: when.side, date: when.date }] : [];
  });
  const [first] = dates;
  if (first === undefined || dates.length === 1 || dates.length !== claims.length) return null;
  if (dates.some(({ side }) => side !== first.side)) return null;
  // "2024年6月底前……7月底前": the year that is told once goes for all.
  const year = dates.map(({ date }) => date.split("-")[0]).find((one) => /^\d+$/u.test(one ?? "")) ?? "";
  const dated = (date: string): string => (date.startsWith("-") ? `${year}${date}` : date);
  const ordered = [...dates].sort((a, b) => (dated(a.date) < dated(b.date) ? -1 : 1));
  return (first.side === "by" ? ordered[0]! : ordered.at(-1)!).claim;
}

const isVeto = ({ when, then }: PlacedBand): boolean =>
  then.kind === "nothing" && when.kind === "fact" && !notDone(when);

/** What asks for more than another says the more of it: "全部完成且验收合格" before "完成". */
function mostAsked(claims: readonly Claim[], bandOf: BandOf): readonly Claim[] {
  const joined = claims.filter((c) => bandOf(c).when.kind === "all");
  if (joined.length !== 1 || claims.length === 1 || claims.some((c) => c.marks === null)) return claims;
  // "造成浪费的不得分": what leaves nothing is no less of the same.
  if (claims.some((c) => isVeto(bandOf(c)))) return claims;
  const best = claims.reduce((a, b) => (b.marks!.gt(a.marks!) ? b : a));
  return joined[0] === best ? [best] : claims;
}

/** Who met the target has also passed every lower mark: what is said of the target comes first. */
function metTarget(run: Run, claims: readonly Claim[], bandOf: BandOf): readonly Claim[] | null {
  const met = claims.find((c) => isAward(bandOf(c).then) && isTarget(run, bandOf(c).when));
  if (met === undefined || met.marks === null) return null;
  const beyond = claims.filter((c) => isBeyond(bandOf(c).when, bandOf(c).then));
  if (beyond.length === 1 && claims.length === 2) return beyond;
  const { marks } = met;
  return claims.every((c) => (c === met || !foreign(bandOf(c).when)) && endsBelow(bandOf(c), c.marks, marks))
    ? [met]
    : null;
}

/** Whether a band gives no more than so many marks; what runs up to the target on a line or in proportion does not. */
const endsBelow = ({ when, then }: PlacedBand, own: Claim["marks"], marks: NonNullable<Claim["marks"]>): boolean =>
  own === null ? then.kind === "interpolation" || then.kind === "proportion" : own.lte(marks) && !isBeyond(when, then);

/** "超过目标值130%的，扣2分": what costs marks beyond the target lies above it, not below. */
const isBeyond = (when: Test, then: Outcome): boolean =>
  !isAward(then) &&
  when.kind === "interval" &&
  when.high === null &&
  (when.measure === "overrun" || (when.measure === "completion" && Number(when.low?.number) >= 100));

/** Whether a test asks for the target, by its name or as all of what is counted. */
function isTarget(run: Run, test: Test): boolean {
  if (test.kind === "fact") return !test.denied && isWhole(run, test);
  return test.kind === "target" && ["met", "at-least", "at-most", "exact"].includes(test.side);
}

/** A fact that the target says nothing of. */
function foreign(test: Test): boolean {
  return test.kind === "fact" && !test.partly && !notDone(test);
}

function partly(test: Test): boolean {
  return test.kind === "fact" && (test.partly || !test.denied);
}

/** A rate is the figure itself, be it called a rate or by its number alone. */
const measureOf = ({ interval }: Claim): string => (interval.measure === "rate" ? "value" : interval.measure);

function settle(run: Run, holding: readonly PlacedBand[], claims: readonly Claim[]): Chosen {
  const spread =
    new Set(
      claims.map((c) => {
        const t = holding[c.index]!.when;
        return t.kind === "interval" || t.kind === "reached" || t.kind === "each" ? measureOf(c) : t.kind;
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

/** What the interval speaks of; null where it cannot be measured. */
export function measuredFor(run: Run, interval: Interval): MeasuredValue | null {
  const quiet: Run = { ...run, steps: [] };
  const found = measure(quiet, interval.measure, interval.unit);
  return found.kind === "value" ? found : null;
}

/** "达到预期指标得满分；部分达到且具有一定效果得60%": what is refused would have given less. */
function isBetter(run: Run, band: PlacedBand, refused: PlacedBand): boolean {
  const [marks, others] = [marksOf(run, band.then), marksOf(run, refused.then)];
  return marks !== null && others !== null && marks.gt(others);
}

/** One band holds: unless another asks for the same and something besides that does not hold, it speaks. */
function alone(run: Run, bands: readonly PlacedBand[], band: PlacedBand, truths: Truths): Chosen {
  const refused = bands.find(
    (b) =>
      b.when.kind === "all" &&
      truths.get(b)?.kind === "no" &&
      b.when.of.some((part) => part.kind === "target" && part.side !== "missed" && part.side !== "below"),
  );
  if (
    refused !== undefined &&
    !isBetter(run, band, refused) &&
    quotedBand(run, bands) !== band &&
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
