import { actualToWrite, unitAskedFor } from "../asked-actual";
import { attainmentOf } from "../attainment";
import { readMark } from "../marks";
import type { ScoreTarget } from "../scoring";
import { fieldOf, givesReason, realIndicators } from "../subject";
import type { Indicator, IndicatorBlock, Table } from "../../tables";
import { addressOf, gridIndex, parseA1 } from "../../workbook";
import type { CellId, CellPlace, Workbook } from "../../workbook";
import type { FillPlan } from "./fill";
import { fundsToFill } from "./funds";
import type { ScoredCell } from "./indicator-score";

/** What is typed for a missing value, and what is written for it. */
export interface Asked {
  /** What is asked for: "全年执行数". */
  readonly what: string;
  /** The unit that goes with a bare number; "" where it has none. */
  readonly unit: string;
  /** Null where that cannot stand there. */
  readonly toWrite: (typed: string) => string | number | null;
  /** What can stand there. */
  readonly wanted: string;
}

/** Something in a self-evaluation that a person has to see to. */
export interface MissingItem {
  readonly id: string;
  readonly kind: "actual" | "points" | "funds" | "judgement" | "reason";
  readonly form: string;
  readonly indicator: string;
  /** What is wanted, in a sentence. */
  readonly words: string;
  readonly place: CellPlace;
  /** Null where nothing is typed: a judgement, or what has no cell of its own. */
  readonly asked: Asked | null;
  /** For a judgement: the 得分 cell and what may be given. */
  readonly judged: {
    readonly target: ScoreTarget;
    readonly points: string;
    readonly choices: ScoredCell["choices"];
  } | null;
}

interface FormBlock {
  readonly workbook: Workbook;
  readonly table: Table;
  readonly block: IndicatorBlock;
  /** What the form is called. */
  readonly name: string;
  readonly fill: FillPlan;
  /** Percent of the target above which a reason is asked for. */
  readonly farAbove: number;
}

/** 得分 cells of a form: of its indicators, and of the execution rate. */
export function scoreCells(block: IndicatorBlock): CellId[] {
  const execution = fieldOf(block, "rate-score");
  return [
    ...realIndicators(block).flatMap(({ cells }) => cells["score"] ?? []),
    ...(execution ? [execution.cell] : []),
  ];
}

/** What a person has to see to, indicator by indicator, then the money and the 得分 of the execution rate. */
export function missingIn({ workbook, table, block, name: form, fill, farAbove }: FormBlock): MissingItem[] {
  const byCell = new Map(fill.cells.map((cell) => [cellAt(workbook, cell), cell]));
  const indicators = realIndicators(block);
  const ofIndicators = new Set(indicators.flatMap(({ cells }) => cells["score"] ?? []));
  const item: ItemMaker = (kind, indicator, words, cell, { judged = null, asked = null } = {}) => ({
    id: `${kind} ${cell}`,
    kind,
    form,
    indicator,
    words,
    place: addressOf(workbook, cell),
    judged,
    asked,
  });
  const scoreItem = (cell: CellId | undefined, name?: string): MissingItem[] => {
    const scored = cell === undefined ? undefined : byCell.get(cell);
    return scored === undefined ? [] : missingScore(workbook, scored, cell!, name ?? scored.indicator, item);
  };
  return [
    ...indicators.flatMap((indicator) => {
      const points = missingPoints(workbook, indicator, byCell, item);
      const actual = missingActual(indicator, item);
      const figures = [...points, ...actual];
      const score = scoreItem(indicator.cells["score"], indicator.level3);
      const figuresOrScore = figures.length > 0 ? figures : score.map((one) => askedAgain(one, indicator, item));
      return [...figuresOrScore, ...missingReason(indicator, item, farAbove)];
    }),
    ...scoreCells(block)
      .filter((cell) => !ofIndicators.has(cell))
      .flatMap((cell) => {
        const score = scoreItem(cell);
        const funds = score.some(({ kind }) => kind === "actual") ? missingFunds(workbook, table, item) : [];
        return funds.length > 0 ? funds : score;
      }),
  ];
}

type ItemMaker = (
  kind: MissingItem["kind"],
  indicator: string,
  words: string,
  cell: CellId,
  input?: Partial<Pick<MissingItem, "judged" | "asked">>,
) => MissingItem;

/** "2,251.75" as a number; null where it is none, or less than nothing. */
function numberTyped(typed: string): number | null {
  const plain = typed.normalize("NFKC").replace(/[\s,]/g, "");
  return /^\d{1,15}(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A 分值 that nobody has given: without it no 得分 can be worked out. */
function missingPoints(
  workbook: Workbook,
  { cells, level3 }: Indicator,
  byCell: ReadonlyMap<CellId, ScoredCell>,
  item: ItemMaker,
): MissingItem[] {
  const { points: cell, score } = cells;
  if (cell === undefined || score === undefined || readMark(workbook, cell).kind !== "blank") return [];
  if (byCell.get(score)?.points !== null || readMark(workbook, score).kind === "mark") return [];
  const asked = { what: "分值", unit: "分", toWrite: numberTyped, wanted: "请填数字" };
  return [item("points", level3, "缺分值，算不出得分", cell, { asked })];
}

function missingActual(indicator: Indicator, item: ItemMaker): MissingItem[] {
  const { actual } = indicator.cells;
  if (actual === undefined || attainmentOf(indicator).fault !== "missing") return [];
  const { target = "" } = indicator.texts;
  return [actualItem(indicator, target === "" ? "没有写指标值" : `指标值 ${target}`, actual, item)];
}

/** A score that waits for an actual value which is there and cannot be read: it is asked for anew, in its own cell. */
function askedAgain(missing: MissingItem, indicator: Indicator, item: ItemMaker): MissingItem {
  const { actual } = indicator.cells;
  if (missing.kind !== "actual" || actual === undefined) return missing;
  return attainmentOf(indicator).fault === "not-a-value" ? actualItem(indicator, missing.words, actual, item) : missing;
}

function actualItem(indicator: Indicator, words: string, cell: CellId, item: ItemMaker): MissingItem {
  const asked = {
    what: "实际完成值",
    unit: unitAskedFor(indicator),
    toWrite: (typed: string) => actualToWrite(typed, indicator),
    wanted: "",
  };
  return item("actual", indicator.level3, words, cell, { asked });
}

/** 全年预算数 and 全年执行数, of which the execution rate is worked out. */
function missingFunds(workbook: Workbook, table: Table, item: ItemMaker): MissingItem[] {
  return fundsToFill(workbook, table).map(({ what, cell, part }) => {
    const asked = { what, unit: table.unit ?? "万元", toWrite: numberTyped, wanted: "请填数字" };
    const words = part === null ? `缺${what}` : `缺${what}，填在“${part}”一行；有其他来源的，在表里另填`;
    return item("funds", "预算执行率", words, cell, { asked });
  });
}

/** A target that is missed, or exceeded by far, wants a reason. */
function missingReason(indicator: Indicator, item: ItemMaker, limit: number): MissingItem[] {
  const { reason } = indicator.cells;
  if (reason === undefined || givesReason(indicator)) return [];
  const { fault, met, ratio, better } = attainmentOf(indicator);
  const farAbove = fault === null && better === "more" && ratio !== null && ratio.times(100).gt(limit);
  if (met !== "no" && !farAbove) return [];
  const words = met === "no" ? "没有完成，要写偏差原因和改进措施" : "远超指标值，要说明原因";
  const asked = { what: "原因", unit: "", toWrite: (typed: string) => typed.trim(), wanted: "" };
  return [item("reason", indicator.level3, words, reason, { asked })];
}

/** A 得分 that is not there and cannot be calculated: for want of a figure, or because a person must judge. */
function missingScore(
  workbook: Workbook,
  scored: ScoredCell,
  cell: CellId,
  name: string,
  item: ItemMaker,
): MissingItem[] {
  const written = readMark(workbook, cell);
  if (written.kind === "mark" || scored.status === "scored") return [];
  const words = scored.question ?? scored.problems[0] ?? "评分标准读不懂，请人工打分";
  if (scored.status === "incomplete") return [item("actual", name, words, cell)];
  const judged = {
    target: { place: addressOf(workbook, cell), cell, written },
    points: scored.points === null ? "" : String(scored.points),
    choices: scored.choices,
  };
  return [item("judgement", name, words, cell, { judged })];
}

function cellAt(workbook: Workbook, { sheet: name, address }: ScoredCell): CellId {
  const sheet = workbook.sheets.find((one) => one.name === name);
  const place = parseA1(address);
  return sheet && place ? sheet.base + gridIndex(sheet, place.row, place.column) : -1;
}
