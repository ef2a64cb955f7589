import { readAmountText, type NotationCode } from "./amount-text";
import { Exact, exactOf, hundredths, powerOfTen, type ExactDecimal } from "./exact";
import { formatDecimals, isPercentFormat } from "./number-format";
import { CellKind, locate, type CellId, type Sheet, type Workbook } from "./sheet";

/** What is known of a figure. Plain numbers, so that a workbook's figures lie in one flat array. */
export const AmountState = {
  /** Nothing written, or a placeholder such as "—". */
  Blank: 0,
  /** Exactly `scaled / 100`. */
  Exact: 1,
  /** More than two decimals, or too large for hundredths in a double: the exact decimal is kept beside. */
  Precise: 2,
  /** A text that is no amount, an error value, a boolean, a formula nobody has calculated: neither blank nor zero. */
  Unreadable: 3,
  /** Repeated at a page top with another value: nobody knows which of the two is right. */
  Disputed: 4,
} as const;
export type AmountState = (typeof AmountState)[keyof typeof AmountState];

/** A figure that is written in an unusual way and was read for what it means. */
export interface NotationHint {
  readonly cell: CellId;
  readonly code: NotationCode;
}

/** The figures of one table: they share a unit, and a figure without a number format borrows their decimals. */
interface AmountGroup {
  readonly cells: Int32Array;
  readonly unit: string | null;
  usualDecimals: number | null;
}

const largest = Number.MAX_SAFE_INTEGER;
// Read once: an exported constant is asked for anew at every use, and these are used once a figure of the workbook.
const { Blank, Number: Numeric, Text } = CellKind;
const { Exact: Plain, Unreadable } = AmountState;

/**
 * The figures of a workbook by cell number: `scaled[cell]` is the value × 100 as a whole number where
 * `state[cell]` is `Exact`. Cells that no group named are blank here.
 */
export class Amounts {
  readonly scaled: Float64Array;
  readonly state: Uint8Array;
  readonly hints: NotationHint[] = [];
  /** Groups by number; `groupOf[cell] - 1` is the group of a cell. */
  private readonly groups: AmountGroup[] = [];
  private readonly groupOf: Uint16Array;
  private readonly precise = new Map<CellId, ExactDecimal>();
  /** Decimals written in texts. */
  private readonly writtenDecimals = new Map<CellId, number>();

  constructor(readonly workbook: Workbook) {
    const last = workbook.sheets.at(-1);
    const size = last ? last.base + last.kinds.length : 0;
    this.scaled = new Float64Array(size);
    this.state = new Uint8Array(size);
    this.groupOf = new Uint16Array(size);
  }

  /**
   * Reads the figures of one table. `unit` is the word of its unit ("万元"), `embedded` the amounts that stand inside
   * label cells. Cells that an earlier group has read, and negative cell numbers, are passed over.
   */
  readGroup(cells: Int32Array, unit: string | null = null, embedded?: ReadonlyMap<CellId, string>): void {
    const number = this.groups.push({ cells, unit, usualDecimals: null });
    const { groupOf } = this;
    const labels = embedded === undefined || embedded.size === 0 ? null : embedded;
    let sheet: Sheet | undefined;
    let from = 0;
    let to = -1;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (cell < 0 || groupOf[cell] !== 0) continue;
      groupOf[cell] = number;
      if (cell < from || cell >= to || sheet === undefined) {
        sheet = locate(this.workbook, cell).sheet;
        from = sheet.base;
        to = from + sheet.kinds.length;
      }
      const inside = labels?.get(cell);
      if (inside === undefined) this.readCell(cell, sheet, unit);
      else this.readText(cell, inside, unit, false);
    }
  }

  private readCell(cell: CellId, sheet: Sheet, unit: string | null): void {
    const index = cell - sheet.base;
    const kind = sheet.kinds[index];
    if (kind === Blank) return;
    if (kind === Numeric) {
      const value = sheet.numbers[index]!;
      const rounded = Math.round(value * 100);
      if (rounded / 100 === value && rounded <= largest && rounded >= -largest) {
        this.scaled[cell] = rounded;
        this.state[cell] = Plain;
      } else this.readNumber(cell, value);
    } else if (kind === Text) this.readText(cell, sheet.texts[index] ?? "", unit, true);
    else this.state[cell] = Unreadable;
  }

  /** The exact value of a figure; null where it is blank, unreadable or disputed (see `state`). */
  value(cell: CellId): ExactDecimal | null {
    const state = this.state[cell];
    if (state === AmountState.Exact) return hundredths(this.scaled[cell]!);
    if (state === AmountState.Precise) return this.precise.get(cell)!;
    return null;
  }

  /** Hints on the figures that were read together with this one: those of its table. */
  hintsBeside(cell: CellId): NotationHint[] {
    return this.hints.filter((hint) => this.groupOf[hint.cell] === this.groupOf[cell]);
  }

  /** True where some figure has more than hundredths. */
  hasPrecise(): boolean {
    return this.precise.size > 0;
  }

  /** Two readings of one fact differ: neither can be used. */
  dispute(cell: CellId): void {
    this.state[cell] = AmountState.Disputed;
  }

  /**
   * Decimals to which a figure is known: from its number format, else (General, text) the most decimals that any
   * amount of its table shows. Source: domain rule on rounding after XBRL Calculations 1.1.
   */
  decimals(cell: CellId): number {
    return this.formattedDecimals(cell) ?? this.usualDecimals(cell);
  }

  /** The figure as displayed, rounded half up to the decimals of its number format; under General the value itself. */
  displayed(cell: CellId): ExactDecimal | null {
    const value = this.value(cell);
    const decimals = this.formattedDecimals(cell);
    if (value === null || decimals === null) return value;
    if (decimals >= 0) return value.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP);
    const step = powerOfTen(-decimals);
    return value.dividedBy(step).toDecimalPlaces(0, Exact.ROUND_HALF_UP).times(step);
  }

  /** What stands in the cell, as text, for messages about figures that cannot be read. */
  content(cell: CellId): string {
    const { sheet, index } = locate(this.workbook, cell);
    const text = sheet.texts[index];
    if (text !== undefined) return text;
    if (sheet.kinds[index] === CellKind.Boolean) return sheet.numbers[index] === 1 ? "TRUE" : "FALSE";
    if (sheet.kinds[index] === CellKind.Uncalculated) return `=${sheet.formulas.get(index) ?? ""}`;
    return sheet.kinds[index] === CellKind.Number ? String(sheet.numbers[index]) : "";
  }

  private readNumber(cell: CellId, value: number): void {
    if (Number.isFinite(value)) this.keep(cell, exactOf(value));
    else this.state[cell] = AmountState.Unreadable;
  }

  private readText(cell: CellId, text: string, unit: string | null, hint: boolean): void {
    const reading = readAmountText(text, unit);
    if (reading.state === "unreadable") {
      this.state[cell] = AmountState.Unreadable;
      return;
    }
    if (hint) for (const code of reading.notation) this.hints.push({ cell, code });
    if (reading.state === "blank") return;
    this.writtenDecimals.set(cell, reading.decimals);
    this.keep(cell, reading.value);
  }

  private keep(cell: CellId, value: ExactDecimal): void {
    const times = value.times(100);
    if (times.isInteger() && times.abs().lessThanOrEqualTo(largest)) {
      this.scaled[cell] = times.toNumber();
      this.state[cell] = AmountState.Exact;
    } else {
      this.precise.set(cell, value);
      this.state[cell] = AmountState.Precise;
    }
  }

  private format(cell: CellId): string {
    const { sheet, index } = locate(this.workbook, cell);
    return this.workbook.numberFormats[sheet.formats[index]!] ?? "General";
  }

  private formattedDecimals(cell: CellId): number | null {
    return this.writtenDecimals.has(cell) ? null : formatDecimals(this.format(cell));
  }

  private usualDecimals(cell: CellId): number {
    const group = this.groups[this.groupOf[cell]! - 1];
    if (!group) return this.shownDecimals(cell);
    if (group.usualDecimals === null) {
      let most = 0;
      for (const other of group.cells)
        if (other >= 0 && this.groupOf[other] === this.groupOf[cell]) most = Math.max(most, this.shownDecimals(other));
      group.usualDecimals = most;
    }
    return group.usualDecimals;
  }

  /** Decimals that an amount shows by itself; percentages are no amounts of the table's unit. */
  private shownDecimals(cell: CellId): number {
    const value = this.value(cell);
    if (value === null || isPercentFormat(this.format(cell))) return 0;
    return this.writtenDecimals.get(cell) ?? this.formattedDecimals(cell) ?? value.decimalPlaces();
  }
}
