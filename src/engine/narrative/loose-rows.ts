import type { CheckContext } from "../reconcile";
import { foldedName, holdsText, normalise, readUnit, unitExponent, type Table } from "../tables";
import { CellKind, Exact, exactOf, powerOfTen, type CellId, type ExactDecimal, type Sheet } from "../workbook";
import type { Vocabulary } from "./measures";

type Sources = Pick<CheckContext, "workbook" | "tables">;

/** A number in a sheet that no table we know was recognised in, with the name in front of it. */
export interface LooseFigure {
  readonly name: string;
  readonly sheet: string;
  readonly cell: CellId;
  /** In 元 where it is money, else as it stands. */
  readonly value: ExactDecimal;
  /** How far the true value may be away, by its own decimals. */
  readonly half: ExactDecimal;
  /** "money", or the unit of what is counted: 辆, 台. */
  readonly dimension: string;
}

/** By name, and by what the vocabulary takes the name for. */
export interface LooseRows {
  readonly all: readonly LooseFigure[];
  readonly byName: ReadonlyMap<string, readonly LooseFigure[]>;
  readonly byMeasure: ReadonlyMap<string, readonly LooseFigure[]>;
}

/** The first rows of a sheet, where its unit stands; and the rows that are read. */
const preambleRows = 6;
const mostRows = 2000;
const shortestName = 3;
const counted = /[(（](?:单位[:：])?(辆|台|个|家|人|名|套)[^()（）]*[)）]/;

/**
 * Figures of the sheets that are no table with known meanings and no text: lists of projects, 资产表, 采购表. The last
 * words in front of a number are its name, "（辆）" behind them its unit, else that above the table. Sheets of documents
 * that are laid beside the workbook are not read.
 */
export function looseRowsOf(context: Sources, vocabulary: Vocabulary): LooseRows {
  const byName = new Map<string, LooseFigure[]>();
  const byMeasure = new Map<string, LooseFigure[]>();
  const all: LooseFigure[] = [];
  for (const sheet of looseSheets(context))
    for (const figure of figuresIn(sheet)) {
      all.push(figure);
      add(byName, foldedName(figure.name), figure);
      const measure = vocabulary.find(normalise(figure.name).replace(/\([^()]*\)/g, ""));
      if (measure !== null) add(byMeasure, measure, figure);
    }
  return { all, byName, byMeasure };
}

function add(map: Map<string, LooseFigure[]>, key: string, figure: LooseFigure): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [figure]);
  else there.push(figure);
}

function looseSheets({ workbook, tables }: Sources): readonly Sheet[] {
  const read = new Set(
    tables.filter(({ template }) => template.facets !== undefined || holdsText(template)).flatMap(sheetsOf),
  );
  const beside = tables.some(({ document = "main" }) => document !== "main");
  return workbook.sheets.filter((sheet) => !read.has(sheet.name) && !(beside && /[：:]/.test(sheet.name)));
}

function sheetsOf({ sheet, sections }: Table): string[] {
  return [sheet.name, ...sections.flatMap(({ pages }) => pages.map((page) => page.sheet.name))];
}

function* figuresIn(sheet: Sheet): Iterable<LooseFigure> {
  const width = sheet.columns.length;
  const unit = unitOf(sheet);
  for (let row = 0; row < Math.min(sheet.rows.length, mostRows); row++) {
    let name = "";
    for (let column = 0; column < width; column++) {
      const index = row * width + column;
      const kind = sheet.kinds[index]!;
      if (kind === CellKind.Text) {
        name = sheet.texts[index]!.trim();
        continue;
      }
      if (kind !== CellKind.Number || foldedName(name).length < shortestName) continue;
      const cell = sheet.base + index;
      const value = exactOf(sheet.numbers[index]!);
      const own = counted.exec(name)?.[1] ?? unit;
      if (own === null) continue;
      const exponent = unitExponent(own);
      const scale = powerOfTen(exponent ?? 0);
      yield {
        name,
        sheet: sheet.name,
        cell,
        value: value.times(scale),
        half:
          exponent === null ? new Exact(0) : new Exact("0.5").times(powerOfTen(-value.decimalPlaces())).times(scale),
        dimension: exponent === null ? own : "money",
      };
    }
  }
}

/** What stands above the table: "单位：万元", "单位：辆". */
function unitOf(sheet: Sheet): string | null {
  const width = sheet.columns.length;
  for (let index = 0; index < Math.min(sheet.kinds.length, preambleRows * width); index++) {
    if (sheet.kinds[index] !== CellKind.Text) continue;
    const text = normalise(sheet.texts[index]!);
    const found = readUnit(text) ?? /单位:(辆|台|个|家|人)/.exec(text)?.[1] ?? null;
    if (found !== null) return found;
  }
  return null;
}
