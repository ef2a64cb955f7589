import type { Outcome } from "../../reconcile/outcome";
import type { Cause } from "../cause";
import type { SuspectKind } from "../finding";
import { officeNumber, size } from "./numbers";
import { stated } from "./stated-zh";

/** What the wording of a check needs beside its parameters. */
export interface EquationText {
  /**
   * Values of the left and right side in the unit of the reported cell, zeros left out; empty for checks that are not
   * linear.
   */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** True where the reported side must be at least the other: `detail.left` then names the other side. */
  readonly turned: boolean;
  /** Null where the figures are no amounts of money. */
  readonly unit: string | null;
  /** Name of the cell that a `detail` speaks of by number: "收入总表“行政运行”合计（E12）". */
  nameOf(cell: number): string;
}

/** Longer sums are folded to this many terms. */
const MOST_TERMS_SHOWN = 6;

/** The fault in one line, as in "收入总表“教育支出”合计比各项之和少 0.90 万元". */
export function titleOf(outcome: Outcome, text: EquationText): string {
  return `${faultOf(outcome, text)}${outcome.outcome === "rounding" ? "（尾差）" : ""}`;
}

function faultOf(outcome: Outcome, text: EquationText): string {
  const { detail, difference } = outcome;
  switch (detail.code) {
    case "sum":
      if (outcome.outcome === "pass") return `${detail.total}等于各项之和`;
      return `${detail.total}${difference === null ? "与各项之和不能比较" : `比各项之和${moreOrLess(difference)} ${amount(size(difference), text)}`}`;
    case "difference":
      if (outcome.outcome === "pass") return `${detail.total}等于两数相减`;
      return `${detail.total}${difference === null ? "与两数相减不能比较" : `比两数相减${moreOrLess(difference)} ${amount(size(difference), text)}`}`;
    case "equal":
      return difference === null
        ? `${detail.left}与${detail.right}不能比较`
        : outcome.outcome === "pass"
          ? `${detail.left}与${detail.right}一致`
          : `${detail.left}比${detail.right}${moreOrLess(difference)} ${amount(size(difference), text)}`;
    case "at-most":
      return outcome.outcome === "pass" || difference === null
        ? `${detail.left}不大于${detail.right}`
        : exceeding(detail, outcome, text);
    case "blank-total":
      return `${detail.total}空着${outcome.computed === null ? "" : `，各项合计 ${amount(outcome.computed, text)}`}`;
    case "blank-parts":
      return `${detail.total}有数${outcome.reported === null ? "" : `（${amount(outcome.reported, text)}）`}，各项都空着`;
    case "unreadable":
      return `${text.nameOf(detail.cell)}写的是“${detail.content}”，不是金额`;
    case "missing":
      return `${detail.where}没有${detail.what}`;
    case "crashed":
      return "这项核对没有做完";
    case "stated":
      return stated(outcome, detail.wording, detail.values).title;
  }
}

/** "…公务接待费 17.00 万元，大于“三公”经费表…公务接待费 4.50 万元"; the smaller side is the reported one where the rule says "at least". */
function exceeding(
  { left, right }: { readonly left: string; readonly right: string },
  { reported, computed }: Outcome,
  text: EquationText,
): string {
  const [larger, smaller] = text.turned ? [computed, reported] : [reported, computed];
  return `${left} ${amount(larger ?? "0", text)}，大于${right} ${amount(smaller ?? "0", text)}`;
}

/** The equation in at most three lines, or what is missing and what to do about it. */
export function linesOf(outcome: Outcome, text: EquationText): string[] {
  const { detail } = outcome;
  switch (detail.code) {
    case "sum":
      return equationLines("合计", "各项", outcome, text);
    case "difference":
      return equationLines("写的是", "相减得", outcome, text);
    case "equal":
      return equationLines(detail.left, detail.right, outcome, text);
    case "at-most":
      return text.turned
        ? equationLines(detail.right, detail.left, outcome, text)
        : equationLines(detail.left, detail.right, outcome, text);
    case "blank-total":
      return [`各项 ${sideText(outcome.computed, text.right, text)}`, "请补填合计；确实没有的，请核对各项。"];
    case "blank-parts":
      return [`合计 ${sideText(outcome.reported, text.left, text)}`, "请补填各项；没有明细的，这项无从核对。"];
    case "unreadable":
      return ["请改成数字后再核对；用到它的核对都没有做。"];
    case "missing":
      return ["缺少这一项，无从核对。请补上，或在“表格”中指明它在哪里。"];
    case "crashed":
      return [`原因：${detail.reason}`, "其他核对不受影响；这项请人工核对。"];
    case "stated":
      return stated(outcome, detail.wording, detail.values).lines;
  }
}

function equationLines(left: string, right: string, outcome: Outcome, text: EquationText): string[] {
  const lines = [
    `${left} ${sideText(outcome.reported, text.left, text)}`,
    `${right} ${sideText(outcome.computed, text.right, text)}`,
  ];
  if (outcome.difference !== null) lines.push(`差 ${officeNumber(outcome.difference, decimals(text))}`);
  return lines;
}

/** "1,235.46 = 1,000.00 + 235.46"; a single figure stands alone, a long sum is folded. */
function sideText(value: string | null, parts: readonly string[], text: EquationText): string {
  if (value === null) return "（空）";
  const own = officeNumber(value, decimals(text));
  if (parts.length < 2) return own;
  const shown = parts.slice(0, MOST_TERMS_SHOWN).map((part, place) => {
    const number = officeNumber(size(part), decimals(text));
    if (place === 0) return part.startsWith("-") ? `−${number}` : number;
    return `${part.startsWith("-") ? "−" : "+"} ${number}`;
  });
  const folded = parts.length > MOST_TERMS_SHOWN ? ` + …（共 ${parts.length} 个数）` : "";
  return `${own} = ${shown.join(" ")}${folded}`;
}

function moreOrLess(difference: string): string {
  return difference.startsWith("-") ? "少" : "多";
}

function amount(value: string, text: EquationText): string {
  return `${officeNumber(value, decimals(text))}${text.unit === null ? "" : ` ${text.unit}`}`;
}

function decimals(text: EquationText): number {
  return text.unit === null ? 0 : 2;
}

/** What a suspect's reason needs: how the figures are written, and how many checks hang on it. */
export interface SuspectText {
  readonly present: string | null;
  readonly proposed: string | null;
  /** Checks that would agree again. */
  readonly explains: number;
  /** Of a copied figure: the address it repeats. */
  readonly copiedFrom: string | null;
  /** Of a figure that an inequality bounds: the bound, and whether it must rise to it. */
  readonly bound: string | null;
  readonly rises: boolean;
}

/** Why a cell is suspected, in one sentence. */
export function reasonOf(kind: SuspectKind, cause: Cause, text: SuspectText): string {
  const change =
    text.present !== null && text.proposed !== null
      ? `“${officeNumber(text.present, 0)}”应为“${officeNumber(text.proposed, 0)}”`
      : "";
  const carried = cause.kind === "carried" && cause.changes.size > 1 ? "；要改的话，由它算出的合计也要改" : "";
  return `${sentence(kind, cause, text, change)}${carried}`;
}

/** The title where one figure is surely wrong: "支出总表“2150550 事业运行”基本支出应为 4,464.85 万元，写成了 4,464.58（数字对调）". */
export function wrongFigure(
  name: string,
  kind: SuspectKind,
  present: string | null,
  proposed: string,
  unit: string | null,
): string {
  const least = unit === null ? 0 : 2;
  const should = `${name}应为 ${officeNumber(proposed, least)}${unit === null ? "" : ` ${unit}`}`;
  if (present === null) return `${should}，却空着`;
  const slip = slipNames[kind];
  return `${should}，写成了 ${officeNumber(present, least)}${slip === undefined ? "" : `（${slip}）`}`;
}

const slipNames: Readonly<Partial<Record<SuspectKind, string>>> = {
  "digits-swapped": "数字对调",
  "digit-changed": "有一位数字不对",
  sign: "正负号相反",
  scale: "小数点或单位错",
  "neighbour-copied": "与旁边的数相同",
};

/** `change` is "“a”应为“b”" where the figures force it, else "": then the slip is a likeness and nothing more. */
function sentence(kind: SuspectKind, cause: Cause, text: SuspectText, change: string): string {
  const to = change === "" ? "" : `：${change}`;
  switch (kind) {
    case "digits-swapped":
      return change === "" ? `像是数字对调${to}` : `数字对调${to}`;
    case "digit-changed":
      return change === "" ? `像是有一位数字不对${to}` : `有一位数字不对${to}`;
    case "sign":
      return change === "" ? `像是正负号相反${to}` : `正负号相反${to}`;
    case "scale":
      return cause.kind === "table-scale"
        ? `整张表差 ${times(cause.power)} 倍，可能单位写错`
        : `差 ${times(cause.slip?.power ?? cause.power)} 倍，可能${isUnitStep(cause.slip?.power ?? 0) ? "单位弄混" : "小数点错位"}${to}`;
    case "row-omitted":
      return "合计比各项之和多，可能下面漏了一行";
    case "row-doubled":
      return "这一行与相邻的一行相同，可能重复计入";
    case "neighbour-copied":
      return `与旁边的 ${text.copiedFrom ?? "单元格"} 相同，可能是误复制${to}`;
    case "value-missing":
      return `${text.present === null ? "空着" : "为 0"}${text.proposed === null ? "" : settles(text)}`;
    case "common-cell":
      return text.proposed === null ? placeOnly(cause, text) : settles(text).slice(1);
  }
}

/** "，填 12.30 后 3 项核对都一致" */
function settles({ present, proposed, explains }: SuspectText): string {
  const all = explains > 1 ? ` ${explains} 项核对都一致` : "这项核对一致";
  return `，${present === null ? "填" : "改为"} ${officeNumber(proposed ?? "0", 0)} 后${all}`;
}

/** A cell that takes part, or a figure beyond the bound that it must keep. */
function placeOnly(cause: Cause, { bound, rises, explains }: SuspectText): string {
  if (cause.proposed === null && bound !== null)
    return `不在应有的范围，应${rises ? "不小于" : "不大于"} ${officeNumber(bound, 0)}`;
  return explains > 1 ? `${explains} 项不符的核对都用到它` : "不符的核对用到它";
}

/** "10,000" for 4 and for −4. */
export function times(power: number): string {
  return officeNumber(`1${"0".repeat(Math.abs(power))}`, 0);
}

function isUnitStep(power: number): boolean {
  return Math.abs(power) === 4 || Math.abs(power) === 8;
}

/** Why a cell that cannot be read is named. */
export function reasonOfUnreadable(content: string, proposed: string | null, checks: number): string {
  const stopped = checks > 1 ? `，${checks} 项核对因此没有做` : "";
  return `写的是“${content}”，不是金额${stopped}${proposed === null ? "" : `；按其余各数应为 ${officeNumber(proposed, 0)}`}`;
}
