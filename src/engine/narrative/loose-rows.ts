import type { CheckContext } from "../reconcile";
import { foldedName, holdsText, normalise, readUnit, unitExponent, type Table } from "../tables";
import { CellKind, Exact, exactOf, powerOfTen, type CellId, type ExactDecimal, type Sheet } from "../workbook";
import type { Measure, Vocabulary } from "./measures";

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
  readonly row: number;
  /** It stands in the row of 合计: its name is what the sheet's title says. */
  readonly total: boolean;
  /** What the sheet's title says that all its figures are of; null where that is nothing known. */
  readonly of: Measure | null;
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
const shortestMeasure = 2;
const counted = /[(（](?:单位[:：])?(辆|台|个|家|人|名|套)[^()（）]*[)）]/;
const totalRow = /^(?:合计|总计)$/;
/** "公开12表", "附件3", "表6-1": which table it is, not what it is of. */
const numberOfTable = /^(?:公开|预算|决算|附|件|表|[A-Z])*[-\d一二三四五六七八九十.]*(?:表|号)?$/;
/** What stands around the subject in the title of a list: "2025年单位政府采购预算明细表". */
const aroundTitle = /^(?:附[件表]?\d*[:：]?)?(?:20\d\d年(?:度)?)?(?:部门|单位)?|(?:情况|明细|汇总|基本)*表$/g;

/**
 * Figures of the sheets that are no table with known meanings and no text: lists of projects, 资产表, 采购表. The last
 * words in front of a number are its name, "（辆）" behind them its unit, else that above the table. Sheets of documents
 * that are laid beside the workbook are not read.
 */
export function looseRowsOf(context: Sources, vocabulary: Vocabulary): LooseRows {
  const byName = new Map<string, LooseFigure[]>();
  const byMeasure = new Map<string, LooseFigure[]>();
  const all: LooseFigure[] = [];
  for (const sheet of looseSheets(context)) {
    const title = titleOf(sheet);
    const of = vocabulary.find(title) ?? vocabulary.compose(title)?.measure ?? null;
    const figures = [...figuresIn(sheet)].map((figure) => ({ ...figure, of }));
    for (const figure of [...figures, ...sumsOf(figures)]) {
      if (foldedName(figure.name).length >= shortestName) {
        all.push(figure);
        add(byName, foldedName(figure.name), figure);
      }
      const measure = vocabulary.find(normalise(figure.name).replace(/\([^()]*\)/g, ""));
      if (measure !== null) add(byMeasure, measure, figure);
    }
  }
  return { all, byName, byMeasure };
}

/** A list of projects: how many there are, and what they cost together. */
export interface ProjectList {
  readonly sheet: string;
  readonly count: number;
  readonly total: LooseFigure;
}

/** The sheets that list projects by their titles, and print what these cost together. */
export function projectListsOf(context: Sources): ProjectList[] {
  return looseSheets(context).flatMap((sheet): ProjectList[] => {
    if (!/项目/.test(titleOf(sheet))) return [];
    const figures = [...figuresIn(sheet)].filter(({ dimension }) => dimension === "money");
    const total = figures.find((figure) => figure.total);
    const rows = new Set(figures.filter((figure) => !figure.total).map(({ row }) => row));
    return total === undefined || rows.size === 0 ? [] : [{ sheet: sheet.name, count: rows.size, total }];
  });
}

/** "货物" in three rows of a list of purchases: also what they are together. */
function sumsOf(figures: readonly LooseFigure[]): LooseFigure[] {
  const byName = new Map<string, LooseFigure[]>();
  for (const figure of figures) add(byName, `${foldedName(figure.name)}|${figure.dimension}`, figure);
  return [...byName.values()].flatMap(([first, ...more]) =>
    first === undefined || more.length === 0
      ? []
      : [
          more.reduce(
            (sum, { value, half }) => ({ ...sum, value: sum.value.plus(value), half: sum.half.plus(half) }),
            first,
          ),
        ],
  );
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
  const title = titleOf(sheet);
  for (let row = 0; row < Math.min(sheet.rows.length, mostRows); row++) {
    let name = "";
    let total = false;
    for (let column = 0; column < width; column++) {
      const index = row * width + column;
      const kind = sheet.kinds[index]!;
      if (kind === CellKind.Text) {
        name = sheet.texts[index]!.trim();
        total = totalRow.test(name);
        if (total) name = title;
        continue;
      }
      if (kind !== CellKind.Number || foldedName(name).length < shortestMeasure) continue;
      const cell = sheet.base + index;
      const value = exactOf(sheet.numbers[index]!);
      const own = counted.exec(name)?.[1] ?? unit;
      if (own === null) continue;
      const exponent = unitExponent(own);
      const scale = powerOfTen(exponent ?? 0);
      yield {
        name: name.replace(counted, ""),
        sheet: sheet.name,
        cell,
        value: value.times(scale),
        half:
          exponent === null ? new Exact(0) : new Exact("0.5").times(powerOfTen(-value.decimalPlaces())).times(scale),
        dimension: exponent === null ? own : "money",
        row,
        total,
        of: null,
      };
    }
  }
}

/** What a list is of, by the first words of its sheet that do not only number it: its 合计 is that. */
function titleOf(sheet: Sheet): string {
  const words = sheet.texts.slice(0, preambleRows * sheet.columns.length).map((text) => normalise(text ?? ""));
  const title = words.find((text, index) => sheet.kinds[index] === CellKind.Text && !numberOfTable.test(text));
  return (title ?? "").replace(aroundTitle, "");
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
