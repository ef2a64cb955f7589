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
  if (mistakesParts(rule) || bands.some(({ when }) => saysNothing(when))) return true;
  return full.some((high) => taking.some((low) => low.dimension === high.dimension && low.number < high.number));
}

/**
 * "每低10个百分点扣2分，不足10个百分点按比例扣" tells how a part of a step counts, and "低于90%按比例扣分" a band: taken for the
 * other, the first is a band that ends at the size of the step, the second belongs to no step.
 */
const mistakesParts = ({ statements }: ScoreRule): boolean =>
  statements.some((s) => {
    if (s.kind === "residue") return /^不足.+按比例扣分$/u.test(s.text);
    if (s.kind !== "band" || s.then.kind !== "proportion" || s.when.kind !== "interval" || s.when.name !== "")
      return false;
    const { low, high } = s.when;
    return statements.some(
      (one) => one.kind === "step" && low === null && one.step.number === high?.number && one.step.unit === high.unit,
    );
  });

/** "设基本分6分": one word that only leads is no fact. */
const saysNothing = (when: Test): boolean => when.kind === "fact" && when.core === "" && when.text.length === 1;

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
