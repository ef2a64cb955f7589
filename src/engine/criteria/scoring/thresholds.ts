/** The numbers a rule compares with, which tell what a bare number of a cell means. */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import type { Measure } from "../tree";
import { bandsOf, stepsOf } from "../rule/rule";
import type { End, ScoreRule, Test } from "../rule/rule";

function ends(test: Test): readonly { readonly measure: Measure; readonly end: End }[] {
  switch (test.kind) {
    case "interval":
      return [test.low, test.high].flatMap((end) => (end === null ? [] : [{ measure: test.measure, end }]));
    case "reached":
      return [{ measure: test.measure, end: test.at }];
    case "all":
    case "any":
      return test.of.flatMap(ends);
    case "each":
      return ends(test.of);
    default:
      return [];
  }
}

const ofRule = (rule: ScoreRule): ReturnType<typeof ends> => [
  ...bandsOf(rule).flatMap((b) => ends(b.when)),
  ...stepsOf(rule).flatMap((s) => (s.region === null ? [] : ends(s.region))),
];

const isShare = ({ unit }: End): boolean => unit === "%" || unit === "‰";

/** All thresholds in percent that are compared with the figure itself or a share of the target, as fractions. */
export function ratesIn(rule: ScoreRule): readonly Exact[] {
  return ofRule(rule)
    .filter(({ measure, end }) => isShare(end) && !["deviation", "overrun", "shortfall", "change"].includes(measure))
    .map(({ end }) => new Exact(end.number).times(unitOf(end.unit).factor));
}

/** The changes against last year in percent that it names, as fractions: a target that is one of them is a change. */
export function changesIn(rule: ScoreRule): readonly Exact[] {
  return ofRule(rule)
    .filter(({ measure, end }) => isShare(end) && ["change", "fall", "prior"].includes(measure))
    .map(({ end }) => new Exact(end.number).times(unitOf(end.unit).factor));
}

/** The falls that it names as amounts, in the base of their units. */
export function amountsOfFall(rule: ScoreRule): readonly Exact[] {
  return ofRule(rule)
    .filter(({ measure, end }) => measure === "fall" && !["rate", "plain"].includes(unitOf(end.unit).dimension))
    .map(({ end }) => new Exact(end.number).times(unitOf(end.unit).factor));
}

/** The savings it names as amounts, in the base of their units: a target that is one of them is itself a saving. */
export function savingsIn(rule: ScoreRule): readonly Exact[] {
  return ofRule(rule)
    .filter(({ measure, end }) => measure === "saving" && !["rate", "plain"].includes(unitOf(end.unit).dimension))
    .map(({ end }) => new Exact(end.number).times(unitOf(end.unit).factor));
}

/** The deviations in percent, as fractions: a target that is one of them is itself a deviation. */
export function deviationsIn(rule: ScoreRule): readonly Exact[] {
  return ofRule(rule)
    .filter(({ measure, end }) => isShare(end) && measure === "deviation")
    .map(({ end }) => new Exact(end.number).times(unitOf(end.unit).factor));
}
