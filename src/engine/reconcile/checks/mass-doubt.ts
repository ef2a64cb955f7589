import { z } from "zod/mini";
import { Exact, type CellId } from "../../workbook";
import type { CheckContext } from "../check";
import { declare } from "../declaration";
import { judgeEquation, Verdict, type Judgement } from "../judge";
import type { Outcome } from "../outcome";
import { isPowerOfTen } from "./in-doubt";

/** So many things that have nothing to do with each other must be off … */
const fewestFailing = 3;
/** … and at most one of so many may hold, before it is the reading that is doubted, and not the figures. */
const oneHoldsOf = 10;

/** Totals that are hardly ever the sum of the lines below them: who belongs to whom was not understood. */
export const rollUpsInDoubt = declare("roll-ups-in-doubt", {
  parameters: z.strictObject({ table: z.string(), failing: z.int(), example: z.int() }),
  title: ({ table, failing }) =>
    `${table}有 ${failing} 个上级行、几乎没有一个等于下级各行之和，多半是各行的上下级没有读对，未能核对`,
  lines: ({ example }, { nameOf }) => [
    `例如${nameOf(example)}。`,
    "表中的数不一定有错：请看科目编码、序号和缩进，哪些行合计成哪一行；请自行核对各级合计。",
  ],
});

/** Lines of two tables with the same codes, hardly any of which agree: a column is another than was thought. */
export const codesInDoubt = declare("codes-in-doubt", {
  parameters: z.strictObject({ left: z.string(), right: z.string(), failing: z.int(), example: z.int() }),
  title: ({ left, right, failing }) =>
    `${left}与${right}有 ${failing} 个科目、几乎没有一个一致，多半是有一栏没有读对，或者两张表口径、年份不同，未能逐科目核对`,
  lines: ({ example }, { nameOf }) => [
    `例如${nameOf(example)}。`,
    "表中的数不一定有错：请先看两张表的表头、年份和口径是否相同；也可以在“表格”中指明各栏，再核对。",
  ],
});

/** An equation, and what it is about: equations about the same thing are asked together. */
interface Asked {
  readonly equation: number;
  readonly about: number | string;
}

/**
 * Whether hardly any of what was asked holds. Gives how many things fail, 0 where there is no doubt. A thing holds
 * where all that can be told of it does; what is off by a power of ten is in another unit, and that is said elsewhere.
 */
export function failingInMass({ store, amounts }: CheckContext<unknown>, asked: readonly Asked[]): number {
  const things = new Set(asked.map(({ about }) => about)).size;
  if (things < fewestFailing) return 0;
  const mayHold = Math.floor(things / oneHoldsOf);
  const held = new Set<number | string>();
  const failed = new Set<number | string>();
  for (const { equation, about } of asked) {
    const holds = doesHold(judgeEquation(store, equation, amounts));
    if (holds === true) held.add(about);
    if (holds === false) failed.add(about);
    if (held.size > mayHold) return 0;
  }
  const wrong = [...failed].filter((about) => !held.has(about)).length;
  return wrong >= fewestFailing && held.size * oneHoldsOf <= wrong ? wrong : 0;
}

/** Whether an equation holds; null where it says nothing: both sides are nothing, or one is in another unit. */
function doesHold({ verdict, left, right }: Judgement): boolean | null {
  const [one, other] = [left ?? nothing, right ?? nothing];
  if ((one.isZero() && other.isZero()) || isPowerOfTen(one, other)) return null;
  return verdicts.get(verdict) ?? null;
}

const nothing = new Exact(0);

const verdicts: ReadonlyMap<Verdict, boolean> = new Map([
  [Verdict.Pass, true],
  [Verdict.Rounding, true],
  [Verdict.Fail, false],
  [Verdict.BlankTotal, false],
  [Verdict.BlankParts, false],
]);

/** What is said in place of the equations, with the cells of one of them. */
export function massDoubt(
  { rule }: CheckContext<unknown>,
  cells: readonly CellId[],
  detail: Outcome["detail"],
): Outcome {
  return {
    rule: rule.id,
    outcome: "cannot-tell",
    severity: "hint",
    operands: cells.map((cell, at) => ({ cell, role: at === 0 ? "reported" : "part" })),
    reported: null,
    computed: null,
    difference: null,
    detail,
    equation: null,
  };
}
