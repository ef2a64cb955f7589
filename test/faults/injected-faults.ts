import { CellKind, type CellId, type Sheet, type Workbook } from "../../src/engine/workbook";

/** A slip in one figure: the value it leaves (null: deleted), undefined where it would change nothing. */
export interface ValueFault {
  readonly name: string;
  value(figure: number, around: readonly number[], pick: (count: number) => number): number | null | undefined;
}

/** A slip with a whole row. */
export interface RowFault {
  readonly name: string;
  apply(workbook: Workbook, sheet: Sheet, position: number): Workbook;
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
    value(figure, _, pick) {
      const { digits, decimals, sign } = digitsOf(figure);
      const places = [...digits].map((_digit, place) => place).filter((place) => place + 1 < digits.length && digits[place] !== digits[place + 1]);
      const place = places[pick(places.length)];
      return place === undefined ? undefined : decimal(digits.slice(0, place) + digits[place + 1]! + digits[place]! + digits.slice(place + 2), decimals, sign);
    },
  },
  {
    name: "一位数字写错",
    value(figure, _, pick) {
      const { digits, decimals, sign } = digitsOf(figure);
      const place = pick(digits.length);
      const other = (Number(digits[place]) + 1 + pick(9)) % 10;
      return decimal(digits.slice(0, place) + String(other) + digits.slice(place + 1), decimals, sign);
    },
  },
  { name: "正负号相反", value: (figure) => -figure },
  { name: "小数点错位", value: (figure, _, pick) => Number((figure * (pick(2) === 0 ? 10 : 0.1)).toPrecision(12)) },
  { name: "元当作万元", value: (figure) => Number((figure * 10_000).toPrecision(12)) },
  { name: "数字删掉", value: () => null },
  {
    name: "误抄相邻的数",
    value(figure, around, pick) {
      const others = around.filter((value) => value !== figure);
      return others.length === 0 ? undefined : others[pick(others.length)];
    },
  },
];

export const rowFaults: readonly RowFault[] = [
  { name: "漏一行", apply: (workbook, sheet, position) => withRows(workbook, sheet, (rows) => rows.filter((row) => row !== position), -1, position) },
  { name: "重复一行", apply: (workbook, sheet, position) => withRows(workbook, sheet, (rows) => rows.flatMap((row) => (row === position ? [row, row] : [row])), 1, position) },
];

/** The workbook with another value in one cell; everything else is shared. */
export function withValue(workbook: Workbook, cell: CellId, value: number | null): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const index = cell - sheet.base;
      if (index < 0 || index >= sheet.kinds.length) return sheet;
      const kinds = sheet.kinds.slice();
      const numbers = sheet.numbers.slice();
      const texts = sheet.texts.slice();
      kinds[index] = value === null ? CellKind.Blank : CellKind.Number;
      numbers[index] = value ?? 0;
      texts[index] = undefined;
      return { ...sheet, kinds, numbers, texts };
    }),
  };
}

/** The workbook with the grid rows of a sheet chosen anew; rows below `position` move by `shift`. */
function withRows(workbook: Workbook, target: Sheet, choose: (rows: number[]) => number[], shift: number, position: number): Workbook {
  let base = 0;
  const at = target.rows[position]!;
  const sheets = workbook.sheets.map((sheet) => {
    const changed = sheet === target ? rebuilt(sheet, choose([...sheet.rows.keys()]), shift, at) : sheet;
    const placed = { ...changed, base };
    base += changed.kinds.length;
    return placed;
  });
  return { ...workbook, sheets };
}

function rebuilt(sheet: Sheet, chosen: readonly number[], shift: number, at: number): Sheet {
  const width = sheet.columns.length;
  const cells = chosen.flatMap((row) => Array.from({ length: width }, (_, column) => row * width + column));
  const seen = new Set<number>();
  const rows = chosen.map((row) => {
    const coordinate = sheet.rows[row]!;
    const again = seen.has(row);
    seen.add(row);
    return coordinate > at || again ? coordinate + shift : coordinate;
  });
  return {
    ...sheet,
    rows: Int32Array.from(rows),
    kinds: Uint8Array.from(cells, (index) => sheet.kinds[index]!),
    numbers: Float64Array.from(cells, (index) => sheet.numbers[index]!),
    texts: cells.map((index) => sheet.texts[index]),
    formats: Uint16Array.from(cells, (index) => sheet.formats[index]!),
    formulas: new Map(cells.flatMap((index, place) => (sheet.formulas.has(index) ? [[place, sheet.formulas.get(index)!] as const] : []))),
    merges: sheet.merges
      .map((area) => ({ ...area, top: area.top > at ? area.top + shift : area.top, bottom: area.bottom >= at ? area.bottom + shift : area.bottom }))
      .filter((area) => area.bottom >= area.top),
  };
}
