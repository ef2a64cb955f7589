/** A number by itself, and beside it what lies beyond: "2起扣2分；3起扣4分；3起以上不得分". */

import { unitOf } from "../../language";
import type { Band, RuleStatement } from "./rule";

type Reached = Extract<Band["when"], { kind: "reached" }>;

/** The band from a number on, without that number, where a band of its own tells what just so many come to. */
export function beyondNumber(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const own = statements.flatMap((s) => (s.kind === "band" && s.when.kind === "reached" ? [s.when] : []));
  return statements.map((s) => {
    if (s.kind !== "band" || s.when.kind !== "interval") return s;
    const { low, high, measure } = s.when;
    if (low === null || high !== null || !low.inclusive || low.explicit || !low.soft) return s;
    const told = own.some((one) => one.measure === measure && isJust(one, low.number, low.unit));
    return told ? { ...s, when: { ...s.when, low: { ...low, inclusive: false, soft: false } } } : s;
  });
}

/** Whether it is just so many of what is counted, which earns no marks from there on. */
const isJust = ({ at, good }: Reached, number: string, unit: string): boolean =>
  !good && at.number === number && at.unit === unit && unitOf(unit).dimension === "count";
