import type { Column, Field, Line, Section } from "../table";
import type { TableTemplate } from "../template";
import { fundsBeside } from "./funds-beside";
import { partsBySource } from "./targets-amounts";
import { labelWord } from "./targets-fields";
import { firstRoleOf, roleIdsOf, type Roles } from "../roles";
import type { View } from "../view";
import { naturesBeside, withNatures, withOnlyPart, withPartsBeside, withUnknownFunds } from "./funds-parts";

/** The measures of the funds block, printed as a header of their own: amounts, and how the 执行率 is scored. */
const amounts = ["initial-budget", "annual-budget", "executed", "expected-executed"] as const;
const scoring = ["points", "rate", "score"] as const;
const measures = [...amounts, ...scoring];

/** The funds block of a self-evaluation or a 监控表. */
export interface Funds {
  /**
   * 年初预算数, 全年预算数, 全年执行数 (of a 监控表 the period's, and 全年预计执行数) × 年度资金总额 and its parts: "funds", and "funds-nature"
   * where the total is divided by nature besides.
   */
  readonly sections: readonly Section[];
  /** "rate-points", "rate" and "rate-score" of 年度资金总额: no amounts, and scored like an indicator. */
  readonly fields: readonly Field[];
  readonly rows: ReadonlySet<number>;
}

/**
 * Read the funds block: the header with 全年预算数 and 全年执行数, and the rows below it that name money; else the rows in which
 * each amount has a label of its own. Null where there are none.
 */
export function readFunds(view: View, template: TableTemplate, from: number, to: number): Funds | null {
  for (let row = from; row <= to; row++) {
    const positions = measureColumns(view, template, row);
    if (!positions.has("executed") || !(positions.has("annual-budget") || positions.has("initial-budget"))) continue;
    return readRows(view, template, { header: row, positions, from, to });
  }
  return readBeside(view, template, from, to);
}

function readBeside(view: View, template: TableTemplate, from: number, to: number): Funds | null {
  const found = fundsBeside(view, template, amounts, [from, to]);
  if (found === null) return null;
  const { rows, labels, positions } = found;
  const first = Math.min(...labels.values());
  const lines = rows.map((row, at) => {
    const line = fundLine(view, at === 0 ? undefined : template.lines, row, [row, first]);
    return at === 0 ? { ...line, roles: ["total", "grand-total"] } : line;
  });
  const sections = fundsSections(view, positions, lines, (measure) =>
    labelWord(view.word(rows[0]!, labels.get(measure)!)),
  );
  const printed = printedPoints(view, { header: rows[0]!, positions, from, to });
  return { fields: printed ? [printed] : [], sections, rows: new Set(rows) };
}

function measureColumns(view: View, template: TableTemplate, row: number): Map<string, number> {
  const roles = template.columns;
  const named = view.filled(row).flatMap((column) => {
    const word = view.word(row, column);
    if (word.length > 24 || isWords(view, row + 1, column) || runsDown(view, row, column)) return [];
    const bare = word.replace(/^([^(]*)\(.*\)$/, "$1").replace(ofTheRate, "");
    const role = measures.find((measure) => roleIdsOf(roles, bare).includes(measure));
    return role === undefined ? [] : [{ role, column }];
  });
  const isAmount = ({ role }: { readonly role: string }): boolean => amounts.some((amount) => amount === role);
  const first = named.find(isAmount)?.column ?? -1;
  // "预算执行率（15分）" in front of the amounts is what the block is called; the rate stands behind them.
  const found = new Map<string, number>();
  for (const { role, column } of named) {
    if (column < first) continue;
    const taken = found.get(role);
    if (taken === undefined || (!isOverNumbers(view, row, taken) && isOverNumbers(view, row, column)))
      found.set(role, column);
  }
  return found;
}

/** So many rows below a heading tell whether it stands over numbers. */
const telling = 4;

function isOverNumbers(view: View, row: number, column: number): boolean {
  const rows = Array.from({ length: telling }, (_, at) => row + 1 + at).filter((below) => below <= view.last);
  return rows.some((below) => /^\d/.test(view.word(below, column)));
}

/** "执行率权重", "执行率得分": what is scored is said in front of the word. */
const ofTheRate = /^(?:预算)?执行率(?=权重|分|得分|标准分|满分|自评)/;

/** "年度预算数（万元）" over 总额 and 其中：财政资金 heads the labels, not a column of amounts. */
function isWords(view: View, row: number, column: number): boolean {
  return row <= view.last && /[\u4e00-\u9fff]{2,}/.test(view.word(row, column));
}

/** "年度预算（万元）" merged down beside the labels is what the block is called. */
function runsDown(view: View, row: number, column: number): boolean {
  return row < view.last && view.covered(row + 1, column) && view.anchor(row + 1, column).row === row;
}

function readRows(view: View, template: TableTemplate, place: FundsPlace): Funds {
  const { header, positions } = place;
  const { lines, rows } = collectLines(view, template, place);
  if (!lines.some((line) => line.roles.includes("grand-total"))) nameTotal(lines);
  const sections = fundsSections(view, positions, lines, (measure) => view.word(header, positions.get(measure)!));
  const joined = sections[0]!.lines;
  const fields = scoring.flatMap((role) => scoringField(view, header, role, positions.get(role), joined));
  const printed = fields.some((field) => field.role === "rate-points") ? null : printedPoints(view, place);
  return { fields: printed ? [...fields, printed] : fields, sections, rows };
}

/** "funds", and "funds-nature" where the total is divided by nature besides; `wordOf` says what a column is called. */
function fundsSections(
  view: View,
  positions: ReadonlyMap<string, number>,
  lines: readonly Line[],
  wordOf: (measure: string) => string,
): Section[] {
  const present = amounts.filter((measure) => positions.has(measure));
  const columns: Column[] = present.map((measure) => ({
    path: [wordOf(measure)],
    roles: [measure],
    parent: null,
    part: "sum",
  }));
  const parts = partsBySource(lines.map((line) => ({ roles: line.roles, ofWhich: line.label.startsWith("其中") })));
  const pages = [{ sheet: view.sheet, positions: present.map((measure) => positions.get(measure)!) }];
  const read = { name: "funds", pages, columns, lines: lines.map((line, at) => ({ ...line, ...parts[at]! })) };
  const section = withOnlyPart(withNatures(withUnknownFunds(withPartsBeside(read))));
  const natures = naturesBeside(section);
  return natures ? [section, natures] : [section];
}

/** Where the funds block stands: its header row, its columns, the first and the last row of the form's head. */
interface FundsPlace {
  readonly header: number;
  readonly from: number;
  readonly positions: ReadonlyMap<string, number>;
  readonly to: number;
}

/** The rows of money below the header, and all rows that the block takes. */
function collectLines(view: View, template: TableTemplate, place: FundsPlace): { lines: Line[]; rows: Set<number> } {
  const { header, positions, to } = place;
  const firstMeasure = Math.min(...positions.values());
  const lineRoles: Roles = template.lines;
  const lines: Line[] = [];
  const rows = new Set<number>([header]);
  const heads = new Set<number>();
  for (let row = header; row <= to; row++) {
    const labelColumn = lastLabel(view, row, firstMeasure);
    if (isHeadOfRow(view, template, row, place)) {
      heads.add(row);
      rows.add(row);
      continue;
    }
    if (row === header) continue;
    if (labelColumn === undefined && heads.has(row - 1)) {
      rows.add(row);
      lines.push(fundLine(view, lineRoles, row, [row - 1, lastLabel(view, row - 1, firstMeasure)!]));
      continue;
    }
    if (labelColumn === undefined) {
      if (view.filled(row).some((column) => column >= firstMeasure)) break;
      continue;
    }
    const word = labelWord(view.word(row, labelColumn));
    if (dividesFunds.test(view.word(row, labelColumn)) && !wordsAmong(view, row, positions)) {
      rows.add(row);
      continue;
    }
    const roles = roleIdsOf(lineRoles, word);
    const isOther = roles.length === 0 && !isAmountRow(view, row, positions);
    if (isOther || firstRoleOf(template.fields, word) !== null || wordsAmong(view, row, positions)) break;
    rows.add(row);
    lines.push(fundLine(view, lineRoles, row, [row, labelColumn]));
  }
  return { lines, rows };
}

/** "按收入性质分：" over the parts of the total, without an amount of its own. */
const dividesFunds = /^按.{2,8}分[::]?$/;

/** The label of a row of funds: the last words in front of the amounts. */
function lastLabel(view: View, row: number, firstMeasure: number): number | undefined {
  return view
    .filled(row)
    .filter((column) => column < firstMeasure)
    .at(-1);
}

/**
 * "资金总额 | 年初预算数 | 全年预算数 | 全年执行数" over a row of amounts without a label, and the same again for each part: the
 * label stands beside the heading of its own amounts.
 */
function isHeadOfRow(view: View, template: TableTemplate, row: number, { header, positions, to }: FundsPlace): boolean {
  const firstMeasure = Math.min(...positions.values());
  if (row >= to || lastLabel(view, row, firstMeasure) === undefined) return false;
  if (lastLabel(view, row + 1, firstMeasure) !== undefined) return false;
  const own = row === header ? positions : measureColumns(view, template, row);
  return own.size > 1 && [...own].every(([role, column]) => positions.get(role) === column);
}

/** A line of money: its amounts in one row, its label there or in the row above. */
function fundLine(view: View, known: Roles, position: number, [row, column]: readonly [number, number]): Line {
  const roles = roleIdsOf(known, labelWord(view.word(row, column)));
  return {
    page: 0,
    position,
    label: view.written(row, column),
    labelCell: view.cell(row, column),
    code: null,
    roles: roles.includes("total") ? [...roles, "grand-total"] : roles,
    parent: null,
    part: "sum",
    repeats: null,
  };
}

/** Over a row that says "其中" stands its whole, whatever it is called; the only row of a block is the whole. */
function nameTotal(lines: Line[]): void {
  const [first, second] = lines;
  const isWhole = second === undefined || second.label.startsWith("其中");
  if (first && isWhole && first.roles.length === 0) lines[0] = { ...first, roles: ["total", "grand-total"] };
}

/** A row whose label is of no known money, with an amount in a column and no words in any. */
function isAmountRow(view: View, row: number, positions: ReadonlyMap<string, number>): boolean {
  const words = amounts.flatMap((measure) => {
    const column = positions.get(measure);
    return column === undefined ? [] : [view.word(row, column)];
  });
  return words.some((word) => /\d/.test(word)) && words.every((word) => !/[\u4e00-\u9fff]{2,}/.test(word));
}

/** 分值, 执行率 or 得分 of the funds: in the row of the total; else in the first row that has one. */
function scoringField(
  view: View,
  header: number,
  role: (typeof scoring)[number],
  column: number | undefined,
  lines: readonly Line[],
): Field[] {
  if (column === undefined) return [];
  const filled =
    lines.find((line) => line.roles.includes("grand-total") && !view.covered(line.position, column)) ??
    lines.find((line) => view.word(line.position, column) !== "");
  if (!filled) return [];
  const anchor = view.anchor(filled.position, column);
  return [
    {
      role: role === "rate" ? "rate" : `rate-${role}`,
      label: view.written(header, column),
      cell: view.cell(anchor.row, anchor.column),
      text: view.written(anchor.row, anchor.column),
    },
  ];
}

/**
 * Points of 执行率 that the form's head prints where they have no column: "得分（20分*执行率）", "预算执行情况（20分）"; in the heading
 * of the block first, then in the rows about it.
 */
function printedPoints(view: View, { header, from, to }: FundsPlace): Field | null {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  for (const row of [header, ...rows])
    for (const column of view.filled(row)) {
      const word = view.word(row, column);
      const points = word.length <= longestHeading && /执行|得分/.test(word) ? /(\d+(?:\.\d+)?)分/.exec(word) : null;
      if (points && Number(points[1]) < allPoints && !word.includes("总分"))
        return {
          role: "rate-points",
          label: view.written(row, column),
          cell: view.cell(row, column),
          text: points[1]!,
        };
    }
  return null;
}

/** Longer words are notes on how the form is scored. */
const longestHeading = 20;
/** The points of a whole form. */
const allPoints = 100;

/** A row below the funds whose cells hold other labels ("按收入性质分：｜按支出性质分：") belongs to what comes next. */
function wordsAmong(view: View, row: number, positions: ReadonlyMap<string, number>): boolean {
  return [...positions.values()].some((column) => /[\u4e00-\u9fff]{3,}/.test(view.word(row, column)));
}
