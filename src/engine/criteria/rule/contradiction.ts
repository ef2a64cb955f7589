/** A reading that takes marks where it gives all of them: no reading, where the sentence has another. */

import { unitOf } from "../../language";
import { bandsOf } from "./rule";
import type { ScoreRule, Test } from "./rule";

/**
 * Whether one band gives all the marks for what another takes marks for, both of the same figure: "150元以内满分，超1元扣1分"
 * has no band above one yuan.
 */
export function contradictsItself(rule: ScoreRule): boolean {
  const bands = bandsOf(rule);
  const full = bands.filter(({ then }) => then.kind === "full").flatMap(({ when }) => upTo(when));
  const taking = bands
    .filter(({ then }) => then.kind === "minus" || then.kind === "minus-share")
    .flatMap(({ when }) => from(when));
  return full.some((high) => taking.some((low) => low.dimension === high.dimension && low.number < high.number));
}

interface Mark {
  readonly number: number;
  readonly dimension: string;
}

const marked = (number: string, unit: string): readonly Mark[] => [
  { number: Number(number) * Number(unitOf(unit).factor), dimension: unitOf(unit).dimension },
];

/** The end up to which a band reaches that has no beginning. */
const upTo = (when: Test): readonly Mark[] =>
  when.kind === "interval" && when.measure === "value" && when.low === null && when.high !== null
    ? marked(when.high.number, when.high.unit)
    : [];

/** The beginning of a band that names nothing of its own and has no end. */
const from = (when: Test): readonly Mark[] =>
  when.kind === "interval" && when.measure === "value" && when.name === "" && when.high === null && when.low !== null
    ? marked(when.low.number, when.low.unit)
    : [];
