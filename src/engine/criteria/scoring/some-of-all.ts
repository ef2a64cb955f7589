/**
 * Two conditions that earn the marks together, and less for one of them: "按时到位且验收合格得满分，二者缺一扣一半，均未达到不得分" beside a
 * cell that tells each of them.
 */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, isAward } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import { cellParts, sameKind, sharedLetters } from "./cell-parts";
import type { CellPart } from "./cell-parts";
import { testWords } from "./facts";
import { give } from "./give";
import { contains, intervalOf } from "./intervals";
import type { Answer, Run } from "./run";
import { use } from "./run";
import { states } from "./said-facts";

const ONE_OF_TWO =
  /^(?:[二两]者|[二两]项|其中)?(?:仅|只|任)?(?:(?:有|满足|达到|符合|完成|做到)?其?(?:缺?一)(?:项|者)?(?:满足|达到|符合|达标)?)$/u;
const NEITHER = /^(?:[二两]者|[二两]项|以上)?(?:均|都|全部|全)(?:未能?|不|没有?)(?:满足|达到|符合|达标|完成|做到)?/u;

/** The bands of such a rule. */
interface Pair {
  readonly both: PlacedBand;
  readonly one: PlacedBand;
  readonly neither: PlacedBand;
}

/** The answer of such a rule; null for every other, or where the cell does not tell both conditions. */
export function someOfAll(run: Run): Answer | null {
  const pair = pairOf(run);
  if (pair === null || pair.both.when.kind !== "all" || run.figures.actual.kind === "missing") return null;
  const parts = cellParts(run.cell);
  const [first, second] = pair.both.when.of.map((test) => holds(run, test, parts));
  if (parts.length !== 2 || first === undefined || second === undefined || first === null || second === null)
    return null;
  if (use(run, "stated-fact") !== "accept") return null;
  return give(run, first && second ? pair.both : first || second ? pair.one : pair.neither, null, null);
}

function pairOf(run: Run): Pair | null {
  const bands = bandsOf(run.rule);
  const both = bands.find(
    ({ when, then }) => when.kind === "all" && !when.loose && when.of.length === 2 && isAward(then),
  );
  const one = bands.find(({ when }) => when.kind === "fact" && ONE_OF_TWO.test(testWords(when)));
  const neither = bands.find(
    (band) => band !== one && (band.when.kind === "otherwise" || NEITHER.test(testWords(band.when))),
  );
  const said = bands.length === 3 && run.rule.statements.every(({ kind }) => ["band", "note", "total"].includes(kind));
  return said && both !== undefined && one !== undefined && neither !== undefined ? { both, one, neither } : null;
}

/** Whether a condition holds by the one part of the cell that speaks of it; null where none does, or more. */
function holds(run: Run, test: Test, parts: readonly CellPart[]): boolean | null {
  const told = parts.flatMap((part) => {
    const one = saidBy(run, test, part);
    return one === null ? [] : [one];
  });
  return told.length === 1 ? told[0]! : null;
}

function saidBy(run: Run, test: Test, part: CellPart): boolean | null {
  if (test.kind === "interval") return within(run, test, part);
  const words = testWords(test);
  const said = words === "" ? null : states(part.text, words);
  if (said !== null) return said === "affirms";
  // "超概算" beside "控制在概算以内".
  const bound = /^超(?:出|过)?(概算|预算|标准|合同价|限额)$/u.exec(part.text)?.[1];
  return test.kind === "target" && test.side === "at-most" && bound !== undefined && words.includes(bound)
    ? false
    : null;
}

/** "核减率3.1%" of 决算审计核减率. */
function within(run: Run, test: Extract<Test, { kind: "interval" }>, { words, quantity }: CellPart): boolean | null {
  const unit = (test.low ?? test.high)?.unit ?? "";
  if (quantity === null || words.length < 2 || !sameKind(quantity.unit, unit)) return null;
  if (sharedLetters(words, test.name) < Math.min(words.length, test.name.length)) return null;
  const { dimension, factor } = unitOf(quantity.unit);
  const value = new Exact(quantity.number).times(factor);
  return contains(run, intervalOf(test, run.better)!, {
    kind: "value",
    of: test.measure,
    value,
    dimension,
    open: null,
  });
}
