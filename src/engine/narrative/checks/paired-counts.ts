import { Exact, type ExactDecimal } from "../../workbook";
import type { Passage } from "../passage";
import type { Reading, StatedNumber } from "../claim";
import type { Statement } from "../outcomes";
import type { Quantity } from "../quantity";
import { partsDiffer } from "./parts-sayings";

/** Two counts of one thing, "74个团组、612人次", and what they are of. */
interface Pair {
  readonly name: string;
  readonly counts: readonly [Quantity, Quantity];
}

/** Fewer parts than these make no division. */
const fewestParts = 2;

/** What stands between the two counts of a pair, and between the pairs of a list. */
const within = /^[^\d,;。:()、]{0,6}(?:\([^()\d]{0,12}\))?[、,]?[^\d,;。:()、]{0,6}$/;
const opens =
  /^[^\d;。:()]{0,6}(?:\([^()\d]{0,16}\))?[,:;]?(?:其中|主要是|主要为|主要包括|包括|分别[为是])[,:]?[^\d;。:]{2,30}$/;
const goesOn = /^[^\d,;。:()、]{0,6}[、,;和及]+[^\d;。:]{2,30}$/;

/**
 * "来访团组18个、136人次，主要是评委接待11个团组、92人次，校企洽谈7个团组、44人次": each of the two counts is that of its parts. Where one
 * is, the parts are all, and the other must be as well; where neither is, they are only some.
 */
export function pairedCounts({ numbers }: Reading): Statement[] {
  const found: Statement[] = [];
  for (let at = 0; at + 1 < numbers.length; at++) {
    const list = listAt(numbers, at);
    if (list === null) continue;
    const [whole, ...parts] = list;
    const statements = [0, 1].map((which) => statementOf(numbers[at]!.passage, whole!, parts, which as 0 | 1));
    if (statements.some(({ outcome }) => outcome === "pass")) found.push(...statements);
    at += list.length * 2 - 1;
  }
  return found;
}

/** The pairs of a whole and its parts from a number on; null where there are none. */
function listAt(numbers: readonly StatedNumber[], at: number): Pair[] | null {
  const whole = pairAt(numbers, at, null);
  if (whole === null) return null;
  const pairs = [whole];
  for (let next = at + 2; ; next += 2) {
    const one = pairAt(numbers, next, whole);
    const between = one === null ? "" : gap(numbers[next - 1]!, numbers[next]!);
    if (one === null || !(pairs.length === 1 ? opens : goesOn).test(between)) break;
    pairs.push({ ...one, name: nameIn(between) });
  }
  return pairs.length > fewestParts ? pairs : null;
}

/** Two counts of different things side by side, of the kinds of `like`. */
function pairAt(numbers: readonly StatedNumber[], at: number, like: Pair | null): Pair | null {
  const [one, other] = [numbers[at], numbers[at + 1]];
  if (one === undefined || other === undefined || one.passage !== other.passage) return null;
  if (!isCount(one.quantity) || !isCount(other.quantity) || one.quantity.unit === other.quantity.unit) return null;
  if (like?.counts.some(({ unit }, which) => unit !== [one, other][which]!.quantity.unit)) return null;
  return within.test(gap(one, other)) ? { name: "", counts: [one.quantity, other.quantity] } : null;
}

function isCount({ dimension, value, about }: Quantity): boolean {
  return !["money", "percent", "price"].includes(dimension) && value.isInteger() && !about;
}

function gap(one: StatedNumber, other: StatedNumber): string {
  return one.passage === other.passage ? one.passage.text.slice(one.quantity.end, other.quantity.start) : "。";
}

/** "…，校企洽谈": what a part is called. */
function nameIn(between: string): string {
  return /[^,;:、]*$/.exec(between.replace(/其中|主要[是为]|主要包括|包括|分别[为是]/g, ","))![0];
}

function statementOf(passage: Passage, whole: Pair, parts: readonly Pair[], which: 0 | 1): Statement {
  const quantity = whole.counts[which];
  const sum = parts.reduce((all: ExactDecimal, { counts }) => all.plus(counts[which].value), new Exact(0));
  return {
    outcome: sum.eq(quantity.value) ? "pass" : "fail",
    says: (told) =>
      partsDiffer.with(() => ({
        ...told.compared(),
        parts: parts.map(({ name, counts }) => ({
          name,
          amount: { value: counts[which].value.toFixed(), unit: counts[which].unit },
        })),
      })),
    at: { passage, start: Math.min(whole.counts[0].start, quantity.start), end: quantity.end },
    quantity,
    computed: sum,
    claims: [quantity, ...parts.map(({ counts }) => counts[which])].map((one) => ({ passage, quantity: one })),
  };
}
