import { z } from "zod/mini";
import { AmountState, CellKind, Exact, exactOf, type Amounts, type CellId, type ExactDecimal } from "../../workbook";
import type { CheckContext } from "../check";
import { declare } from "../declaration";
import { columnName } from "../figure-name";
import type { SectionFigures } from "../figures";
import type { Outcome } from "../outcome";

/** So many sums that have nothing to do with each other must fail … */
const fewestFailing = 3;
/** … and at most one of so many may hold, before it is the reading that is doubted, and not the figures. */
const oneHoldsOf = 10;

/** Sums of one column that all fail: it was not understood what adds up to it. */
export const readingInDoubt = declare("reading-in-doubt", {
  parameters: z.strictObject({
    table: z.string(),
    total: z.string(),
    parts: z.array(z.string()),
    failing: z.int(),
    example: z.int(),
  }),
  title: ({ table, total, failing }) =>
    `${table}“${total}”栏有 ${failing} 行、没有一行加得上，多半是各栏怎样相加没有读对，未能核对`,
  lines: ({ total, parts, example }, { nameOf }) => [
    `读成了：${total} = ${parts.join(" + ")}；例如${nameOf(example)}。`,
    "表中的数不一定有错：请看表头，这些栏各是什么、是不是同一个合计的两种分法；也可以在“表格”中指明各栏，再核对。",
  ],
});

/** A sum that is to be told: total and parts by their cells, -1 where a page lacks one. */
interface Sum {
  readonly total: CellId;
  readonly parts: readonly CellId[];
}

/**
 * Whether the columns of a total are doubted: in lines that have nothing to do with each other (none is a part of
 * another) it is hardly ever the sum of its parts, or what lacks in nearly all that are off stands beside them, in a
 * column that was not read. What is off by a power of ten is in another unit, and that is said elsewhere.
 */
export function isInDoubt(
  amounts: Amounts,
  figures: SectionFigures,
  total: number,
  parts: readonly number[],
  lines: readonly number[],
): boolean {
  const leaves = lines.filter((line) => figures.lineParts.sum[line]!.length === 0);
  const mayHold = Math.floor(leaves.length / oneHoldsOf);
  const off: { readonly line: number; readonly gap: ExactDecimal }[] = [];
  let held = 0;
  for (const line of leaves) {
    const judged = judge(amounts, {
      total: figures.cell(line, total),
      parts: parts.map((part) => figures.cell(line, part)),
    });
    if (judged === "holds") held++;
    else if (judged !== null) off.push({ line, gap: judged });
  }
  if (off.length >= fewestFailing && held <= mayHold && held * oneHoldsOf <= off.length) return true;
  return off.length >= fewestLacking && standsBeside(figures, off);
}

/** In so many lines what lacks must stand in one column that was not read … */
const fewestLacking = 2;
/** … and in so large a share of those that are off. */
const mostLacking = 0.8;

/** Whether what lacks in the lines stands beside them, in the same column that is none of the table's. */
function standsBeside(
  figures: SectionFigures,
  off: readonly { readonly line: number; readonly gap: ExactDecimal }[],
): boolean {
  const { section, table } = figures;
  if (section.transposed === true) return false;
  const known = new Set([...table.sections, ...(table.comparisons ?? [])].flatMap((one) => one.pages[0]!.positions));
  const lacking = new Map<number, number>();
  for (const { line, gap } of off) {
    const { page, position } = section.lines[line]!;
    const { sheet } = section.pages[page]!;
    const width = sheet.columns.length;
    for (let column = 0; column < width; column++) {
      const index = position * width + column;
      if (known.has(column) || sheet.kinds[index] !== CellKind.Number) continue;
      const value = exactOf(sheet.numbers[index]!);
      if (!value.isZero() && value.minus(gap).abs().lessThanOrEqualTo(lackingRounding))
        lacking.set(column, (lacking.get(column) ?? 0) + 1);
    }
  }
  return Math.max(0, ...lacking.values()) >= Math.max(fewestLacking, mostLacking * off.length);
}

/** What rounding of a total and of a few parts takes away, where they are shown to two decimals. */
const lackingRounding = new Exact("0.02");

/**
 * How a sum comes out: what lacks, all of it where all parts are blank; null where it says nothing: the total is blank,
 * cannot be read, or is in another unit.
 */
function judge(amounts: Amounts, { total, parts }: Sum): "holds" | ExactDecimal | null {
  if (holdsInHundredths(amounts, total, parts)) return "holds";
  const whole = valueOf(amounts, total);
  if (whole === null || whole.isZero()) return null;
  let sum: ExactDecimal = new Exact(0);
  let filled = 0;
  let decimals = amounts.decimals(total);
  for (const part of parts) {
    const value = valueOf(amounts, part);
    if (value === null) continue;
    filled++;
    sum = sum.plus(value);
    decimals = Math.min(decimals, amounts.decimals(part));
  }
  if (isPowerOfTen(whole, sum)) return null;
  const rounding = new Exact(10)
    .pow(-decimals)
    .times(filled + 1)
    .dividedBy(2);
  const gap = whole.minus(sum);
  return gap.abs().lessThanOrEqualTo(rounding) ? "holds" : gap;
}

/** Nearly all sums are of hundredths and hold to the last one: that is told without decimals. */
function holdsInHundredths({ state, scaled }: Amounts, total: CellId, parts: readonly CellId[]): boolean {
  if (total < 0 || state[total] !== AmountState.Exact || scaled[total] === 0) return false;
  let sum = 0;
  for (const part of parts) {
    if (part < 0 || state[part] === AmountState.Blank) continue;
    if (state[part] !== AmountState.Exact) return false;
    sum += scaled[part]!;
    if (!Number.isSafeInteger(sum)) return false;
  }
  return sum === scaled[total];
}

function valueOf(amounts: Amounts, cell: CellId): ExactDecimal | null {
  return cell < 0 || amounts.state[cell] === AmountState.Blank ? null : amounts.value(cell);
}

/** One is ten, a hundred … times the other: the same figure in another unit. */
export function isPowerOfTen(one: ExactDecimal, other: ExactDecimal): boolean {
  if (other.isZero() || one.equals(other)) return false;
  const [large, small] = one.abs().greaterThan(other.abs()) ? [one, other] : [other, one];
  return /^10+$/.test(large.dividedBy(small).toFixed());
}

/** What is said in place of the sums. */
export function doubt(
  { rule }: CheckContext<unknown>,
  figures: SectionFigures,
  total: number,
  parts: readonly number[],
  lines: readonly number[],
): Outcome {
  const { columns } = figures.section;
  const example = lines.find((line) => figures.lineParts.sum[line]!.length === 0 && figures.cell(line, total) >= 0)!;
  return {
    rule: rule.id,
    outcome: "cannot-tell",
    severity: "hint",
    operands: [
      { cell: figures.cell(example, total), role: "reported" },
      ...parts
        .map((part) => figures.cell(example, part))
        .filter((cell) => cell >= 0)
        .map((cell) => ({ cell, role: "part" as const })),
    ],
    reported: null,
    computed: null,
    difference: null,
    detail: readingInDoubt.with({
      table: figures.table.template.short,
      total: columnName(columns, total) || `第${total + 1}栏`,
      parts: parts.map((part) => columnName(columns, part) || `第${part + 1}栏`),
      failing: lines.length,
      example: figures.cell(example, total),
    }),
    equation: null,
  };
}
