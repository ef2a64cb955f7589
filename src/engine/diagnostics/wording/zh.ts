import { officeNumber } from "../../workbook";
import type { Cause } from "../cause";
import type { SuspectKind } from "../finding";

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
      return cause.kind === "table-scale" ? `整张表差 ${times(cause.power)} 倍，可能单位写错` : scaleOfCell(cause) + to;
    case "row-omitted":
      return cause.explains.length === 0 ? "这里可能漏了一行" : "合计比各项之和多，可能下面漏了一行";
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

/** By how much a single figure is off, and what that is a sign of. */
function scaleOfCell({ slip, power }: Cause): string {
  const likely = isUnitStep(slip?.power ?? 0) ? "单位弄混" : "小数点错位";
  return `差 ${times(slip?.power ?? power)} 倍，可能${likely}`;
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

/** A total that was not checked, for the reason that the finding gives. */
export function notChecked(total: string): string {
  return `${total}因此没有核对`;
}

/** Why a cell that cannot be read is named. */
export function reasonOfUnreadable(content: string, proposed: string | null, checks: number): string {
  const stopped = checks > 1 ? `，${checks} 项核对因此没有做` : "";
  return `写的是“${content}”，不是可以计算的数${stopped}${proposed === null ? "" : `；按其余各数应为 ${officeNumber(proposed, 0)}`}`;
}
