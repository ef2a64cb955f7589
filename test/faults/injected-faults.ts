import { CellKind, type CellId, type Sheet, type Workbook } from "../../src/engine/workbook";

/** A slip in one figure: the value it leaves (null: deleted), undefined where it would change nothing. */
export interface ValueFault {
  readonly name: string;
  /** Whether a label with its figure so changed still prints one: "产出指标（分）" says nothing that could be wrong. */
  readonly inLabels: boolean;
  value(figure: number, around: readonly number[], pick: (count: number) => number): number | null | undefined;
}

/** Grid rows of a sheet that are one entry: a line of figures, or a project with all its indicators. */
export interface Rows {
  readonly sheet: Sheet;
  readonly from: number;
  readonly count: number;
}

/** A slip with a whole row. */
export interface RowFault {
  readonly name: string;
  apply(workbook: Workbook, rows: Rows): Workbook;
}

const decimal = (digits: string, decimals: number, sign: number): number => (sign * Number(digits)) / 10 ** decimals;

/** The digits of a figure without its point, and how many stand behind it. */
function digitsOf(figure: number): { digits: string; decimals: number; sign: number } {
  const text = String(Math.abs(figure));
  const [whole, fraction = ""] = text.split(".");
  return { digits: `${whole}${fraction}`, decimals: fraction.length, sign: figure < 0 ? -1 : 1 };
}

export const valueFaults: readonly ValueFault[] = [
  {
    name: "数字对调",
    inLabels: true,
    value(figure, _, pick) {
      const { digits, decimals, sign } = digitsOf(figure);
      const places = [...digits]
        .map((_digit, place) => place)
        .filter((place) => place + 1 < digits.length && digits[place] !== digits[place + 1]);
      const place = places[pick(places.length)];
      return place === undefined
        ? undefined
        : decimal(
            digits.slice(0, place) + digits[place + 1]! + digits[place]! + digits.slice(place + 2),
            decimals,
            sign,
          );
    },
  },
  {
    name: "一位数字写错",
    inLabels: true,
    value(figure, _, pick) {
      const { digits, decimals, sign } = digitsOf(figure);
      const place = pick(digits.length);
      const other = (Number(digits[place]) + 1 + pick(9)) % 10;
      return decimal(digits.slice(0, place) + String(other) + digits.slice(place + 1), decimals, sign);
    },
  },
  { name: "正负号相反", inLabels: false, value: (figure) => -figure },
  {
    name: "小数点错位",
    inLabels: true,
    value: (figure, _, pick) => Number((figure * (pick(2) === 0 ? 10 : 0.1)).toPrecision(12)),
  },
  { name: "元当作万元", inLabels: true, value: (figure) => Number((figure * 10_000).toPrecision(12)) },
  { name: "数字删掉", inLabels: false, value: () => null },
  {
    name: "误抄相邻的数",
    inLabels: true,
    value(figure, around, pick) {
      const others = around.filter((value) => value !== figure);
      return others.length === 0 ? undefined : others[pick(others.length)];
    },
  },
];

export const rowOmitted: RowFault = { name: "漏一行", apply: (workbook, rows) => withRows(workbook, rows, -1) };
export const rowDoubled: RowFault = { name: "重复一行", apply: (workbook, rows) => withRows(workbook, rows, 1) };

/**
 * The workbook with another value in one cell, inside its text where the figure stands in a label; everything else is
 * shared.
 */
export function withValue(workbook: Workbook, cell: CellId, value: number | null): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const index = cell - sheet.base;
      if (index < 0 || index >= sheet.kinds.length) return sheet;
      const kinds = sheet.kinds.slice();
      const numbers = sheet.numbers.slice();
      const texts = sheet.texts.slice();
      const label = texts[index]?.replace(/-?\d[\d,.]*(?=\D*$)/, "") ?? "";
      if (/[\u4e00-\u9fff]/.test(label)) {
        texts[index] = texts[index]!.replace(/-?\d[\d,.]*(?=\D*$)/, value === null ? "" : String(value));
        return { ...sheet, texts };
      }
      kinds[index] = value === null ? CellKind.Blank : CellKind.Number;
      numbers[index] = value ?? 0;
      texts[index] = undefined;
      return { ...sheet, kinds, numbers, texts };
    }),
  };
}

/** The workbook without some rows (`times` −1), or with them once more right below (`times` 1). */
function withRows(workbook: Workbook, { sheet: target, from, count }: Rows, times: -1 | 1): Workbook {
  let base = 0;
  const sheets = workbook.sheets.map((sheet) => {
    const changed = sheet === target ? rebuilt(sheet, from, count, times) : sheet;
    const placed = { ...changed, base };
    base += changed.kinds.length;
    return placed;
  });
  return { ...workbook, sheets };
}

function rebuilt(sheet: Sheet, from: number, count: number, times: -1 | 1): Sheet {
  const width = sheet.columns.length;
  const all = [...sheet.rows.keys()];
  const some = all.slice(from, from + count);
  const rows = [...all.slice(0, from), ...(times < 0 ? [] : [...some, ...some]), ...all.slice(from + count)];
  const [first, last] = [sheet.rows[from]!, sheet.rows[from + count - 1]!];
  const height = last - first + 1;
  const moved = (row: number): number => (row > last ? row + times * height : row);
  const cells = rows.flatMap((row) => Array.from({ length: width }, (_, column) => row * width + column));
  const copied =
    times < 0
      ? []
      : sheet.merges
          .filter((area) => area.top >= first && area.bottom <= last)
          .map((area) => ({ ...area, top: area.top + height, bottom: area.bottom + height }));
  return {
    ...sheet,
    rows: Int32Array.from(rows, (row, place) =>
      times > 0 && place >= from + count && place < from + 2 * count
        ? sheet.rows[row]! + height
        : moved(sheet.rows[row]!),
    ),
    kinds: Uint8Array.from(cells, (index) => sheet.kinds[index]!),
    numbers: Float64Array.from(cells, (index) => sheet.numbers[index]!),
    texts: cells.map((index) => sheet.texts[index]),
    formats: Uint16Array.from(cells, (index) => sheet.formats[index]!),
    formulas: new Map(
      cells.flatMap((index, place) =>
        sheet.formulas.has(index) ? [[place, sheet.formulas.get(index)!] as const] : [],
      ),
    ),
    merges: [
      ...sheet.merges
        .filter((area) => times > 0 || area.top < first || area.bottom > last)
        .map((area) => ({ ...area, top: moved(area.top), bottom: moved(area.bottom) })),
      ...copied,
    ],
  };
}
