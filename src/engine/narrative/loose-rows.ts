import type { CheckContext } from "../reconcile";
import { foldedName, holdsText, normalise, readUnit, unitExponent, type Table } from "../tables";
import { CellKind, Exact, exactOf, powerOfTen, type CellId, type ExactDecimal, type Sheet } from "../workbook";
import type { Measure, Vocabulary } from "./measures";

type Sources = Pick<CheckContext, "workbook" | "tables">;

/** A number in a sheet that no table we know was recognised in, with the names in front of it. */
export interface LooseFigure {
  /** By which it was found; of the row, where it was found by none. */
  readonly name: string;
  /** All that stand in front of it: of the project, of its subject, of its kind. */
  readonly names: readonly string[];
  readonly sheet: string;
  readonly cell: CellId;
  /** In 元 where it is money, else as it stands. */
  readonly value: ExactDecimal;
  /** How far the true value may be away, by its own decimals. */
  readonly half: ExactDecimal;
  /** "money", or the unit of what is counted: 辆, 台. */
  readonly dimension: string;
  readonly row: number;
  readonly column: number;
  /** The words above its column. */
  readonly head: string;
  /** What the words above its column name; null where that is nothing known. */
  readonly headMeasure: Measure | null;
  /** The code in front of its row, of which classification it may be; null where none is. */
  readonly code: string | null;
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
/** The words above a column whose numbers are no amounts of what stands in front of them. */
const noAmounts = /^(?:序号|行次|栏次)$|编码|代码|单价|数量|人数|电话|年份?$|时间|日期|[%％]|占比|比例|科目$/;
/** Words above a column that only say that amounts stand in it. */
const plainHead = /合计|小计|总计|金额|预算|决算|支出|收入|资金|经费|拨款|数|额|^\d/;
const counted = /[(（](?:单位[:：])?(辆|台|个|家|人次|人|名|套|批次|批)[^()（）]*[)）]/;
const codeHead = /编码|代码/;
const totalRow = /^(?:合计|总计)$/;
/** "公开12表", "附件3", "表6-1": which table it is, not what it is of. */
const numberOfTable = /^(?:公开|预算|决算|附|件|表|[A-Z])*[-\d一二三四五六七八九十.]*(?:表|号)?$/;
/** What stands around the subject in the title of a list: "2025年单位政府采购预算明细表", "2025年部门综合预算专项经费表". */
const aroundTitle =
  /^(?:附[件表]?\d*[:：]?)?(?:20\d\d年(?:度)?)?(?:部门综合预算(?=.{4})|部门|单位)?|(?:情况|明细|汇总|基本)*表$/g;

/**
 * Figures of the sheets that are no table with known meanings and no text: lists of projects, 资产表, 采购表. The words in
 * front of a number are its names, codes left out, "（辆）" behind them its unit, else that above the table. Sheets of
 * documents that are laid beside the workbook are not read.
 */
export function looseRowsOf(context: Sources, vocabulary: Vocabulary): LooseRows {
  let byVocabulary = known.get(context.tables);
  if (byVocabulary === undefined) known.set(context.tables, (byVocabulary = new Map<Vocabulary, LooseRows>()));
  let rows = byVocabulary.get(vocabulary);
  if (rows === undefined) byVocabulary.set(vocabulary, (rows = readLooseRows(context, vocabulary)));
  return rows;
}

const known = new WeakMap<readonly Table[], Map<Vocabulary, LooseRows>>();

function readLooseRows(context: Sources, vocabulary: Vocabulary): LooseRows {
  const byName = new Map<string, LooseFigure[]>();
  const byMeasure = new Map<string, LooseFigure[]>();
  const all: LooseFigure[] = [];
  for (const sheet of looseSheets(context)) {
    const title = titleOf(sheet);
    const of = vocabulary.find(title) ?? vocabulary.compose(title)?.measure ?? null;
    const figures = [...figuresIn(sheet)].map((figure) => {
      const headMeasure = vocabulary.find(figure.head) ?? vocabulary.compose(figure.head)?.measure ?? null;
      return { ...figure, of, headMeasure, names: namesOf(figure, headMeasure) };
    });
    all.push(...figures.filter(({ names }) => names.some((name) => foldedName(name).length >= shortestName)));
    for (const figure of [...figures.flatMap(byEachName), ...sumsOf(figures)]) {
      if (foldedName(figure.name).length >= shortestName) add(byName, foldedName(figure.name), figure);
      const named = vocabulary.find(normalise(figure.name).replace(/\([^()]*\)/g, ""));
      const measure = named ?? (figure.total && figure.name === figure.names[0] ? of : null);
      if (measure !== null) add(byMeasure, measure, figure);
    }
  }
  return { all, byName, byMeasure };
}

/**
 * 合计 of a list with a column for each district is also what each of them gets: "甲县 | 乙县" above the numbers. A text
 * leaves out the note behind a name: "高标准农田建设专项（含上年结转）".
 */
function namesOf({ names, total, head }: LooseFigure, headMeasure: Measure | null): readonly string[] {
  if (total && headMeasure === null && head !== "" && !plainHead.test(head)) return [...names, head];
  return [...new Set([...names, ...names.map((name) => name.replace(noteBehind, ""))])];
}

const noteBehind = /[(（][含不其][^()（）]*[)）]$/;

/** A list of projects: how many there are, and what they cost together. */
export interface ProjectList {
  readonly sheet: string;
  readonly count: number;
  readonly total: LooseFigure;
}

/** The sheets that list projects by their titles, once for each column that says what these cost together. */
export function projectListsOf(context: Sources): ProjectList[] {
  return looseSheets(context).flatMap((sheet): ProjectList[] => {
    if (!listsProjects(sheet)) return [];
    const figures = [...figuresIn(sheet)].filter(({ dimension }) => dimension === "money");
    const totals = figures.filter((figure) => figure.total);
    const rows = new Set(figures.filter((figure) => !figure.total).map(({ row }) => row));
    return rows.size === 0 ? [] : totals.map((total) => ({ sheet: sheet.name, count: rows.size, total }));
  });
}

/** By its title, or by a column for the names of projects. */
function listsProjects(sheet: Sheet): boolean {
  const title = titleOf(sheet);
  if (/项目/.test(title)) return true;
  const above = sheet.texts.slice(0, preambleRows * sheet.columns.length);
  return !/采购/.test(title) && above.some((text) => normalise(text ?? "") === "项目名称");
}

function byEachName(figure: LooseFigure): LooseFigure[] {
  return figure.names.map((name) => ({ ...figure, name }));
}

/** "货物" in three rows of a list of purchases: also what they are together, column by column. */
function sumsOf(figures: readonly LooseFigure[]): LooseFigure[] {
  const byName = new Map<string, LooseFigure[]>();
  for (const figure of figures.flatMap(byEachName))
    add(byName, `${foldedName(figure.name)}|${figure.dimension}|${figure.column}`, figure);
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

/** The words of a row in front of the next number. */
class NamesInRow {
  private names: string[] = [];
  private behindNumber = false;
  /** As written, with what it counts: "一般公务用车（辆）". */
  last = "";
  /** It is the row of 合计. */
  total = false;
  /** The code of the row. */
  code: string | null = null;

  constructor(private readonly title: string) {}

  take(words: string): void {
    this.last = words;
    // Codes name nothing.
    if (/^[\dA-Za-z.-]*$/.test(words)) {
      this.code = words === "" ? this.code : words;
      return;
    }
    this.total = totalRow.test(words);
    if (this.behindNumber) this.names = [];
    this.names.push((this.total ? this.title : words).replace(counted, ""));
    this.behindNumber = false;
  }

  /** Those that say what the number is of. */
  ofNumber(): string[] {
    this.behindNumber = true;
    return this.names.filter((name) => foldedName(name).length >= shortestMeasure);
  }
}

function* figuresIn(sheet: Sheet): Iterable<LooseFigure> {
  const width = sheet.columns.length;
  const unit = unitOf(sheet);
  const title = titleOf(sheet);
  const heads = headsOf(sheet);
  for (let row = 0; row < Math.min(sheet.rows.length, mostRows); row++) {
    if (numbersColumns(sheet, row)) continue;
    const said = new NamesInRow(title);
    for (let column = 0; column < width; column++) {
      const index = row * width + column;
      const kind = sheet.kinds[index]!;
      if (kind === CellKind.Text) said.take(sheet.texts[index]!.trim());
      if (kind !== CellKind.Number) continue;
      if (codeHead.test(heads[column]!)) said.code = String(sheet.numbers[index]!);
      const names = said.ofNumber();
      const own = counted.exec(said.last)?.[1]?.replace(/^批$/, "批次") ?? unit;
      const size = own === null || names.length === 0 ? null : amountIn(sheet, index, own, heads[column]!);
      if (size === null) continue;
      const place = { sheet: sheet.name, cell: sheet.base + index, row, column };
      const { total, code } = said;
      yield {
        ...size,
        ...place,
        name: names[0]!,
        names,
        total,
        code,
        head: heads[column]!,
        headMeasure: null,
        of: null,
      };
    }
  }
}

/** "栏次 | 1 | 2 | 3", "** | 1 | 2": numbers of columns. */
function numbersColumns(sheet: Sheet, row: number): boolean {
  const width = sheet.columns.length;
  const written = Array.from({ length: width }, (_, column) => row * width + column).filter(
    (index) => sheet.kinds[index] === CellKind.Number,
  );
  const start = written.length < 2 ? undefined : sheet.numbers[written[0]!];
  return (start === 0 || start === 1) && written.every((index, at) => sheet.numbers[index] === start + at);
}

/** A number in its unit; null where the words above its column say that it is no amount of money. */
function amountIn(
  sheet: Sheet,
  index: number,
  unit: string,
  head: string,
): Pick<LooseFigure, "value" | "half" | "dimension"> | null {
  const value = exactOf(sheet.numbers[index]!);
  const exponent = unitExponent(unit);
  if (exponent === null) return { value, half: new Exact(0), dimension: unit };
  if (noAmounts.test(head)) return null;
  const scale = powerOfTen(exponent);
  const half = new Exact("0.5").times(powerOfTen(-value.decimalPlaces())).times(scale);
  return { value: value.times(scale), half, dimension: "money" };
}

/** By column, the last words above its first number. */
function headsOf(sheet: Sheet): string[] {
  const width = sheet.columns.length;
  return Array.from(sheet.columns, (_, column) => {
    let head = "";
    for (let row = 0; row < Math.min(sheet.rows.length, mostRows); row++) {
      const kind = sheet.kinds[row * width + column];
      if (kind === CellKind.Number) break;
      if (kind === CellKind.Text) head = normalise(sheet.texts[row * width + column]!);
    }
    return head;
  });
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
