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
  const carried = cause.kind === "carried" ? "，由它算出的合计随之改动" : "";
  const otherwise = cause.breaks > 0 ? `（但另有 ${cause.breaks} 项核对会因此不符）` : "";
  return `${sentence(kind, cause, text, change)}${carried}${otherwise}`;
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

function sentence(kind: SuspectKind, cause: Cause, text: SuspectText, change: string): string {
  const all = text.explains > 1 ? ` ${text.explains} 项核对都一致` : "这项核对一致";
  switch (kind) {
    case "digits-swapped":
      return `数字对调：${change}`;
    case "digit-changed":
      return `有一位数字不对：${change}`;
    case "sign":
      return `正负号相反：${change}`;
    case "scale":
      return cause.kind === "table-scale"
        ? `整张表差 ${times(cause.power)} 倍，可能单位写错：${change}`
        : `差 ${times(cause.slip?.power ?? cause.power)} 倍，可能${isUnitStep(cause.slip?.power ?? 0) ? "单位弄混" : "小数点错位"}：${change}`;
    case "row-omitted":
      return "合计比各项之和多，可能下面漏了一行";
    case "row-doubled":
      return "这一行与相邻的一行相同，可能重复计入";
    case "neighbour-copied":
      return `与旁边的 ${text.copiedFrom ?? "单元格"} 相同，可能是误复制：${change}`;
    case "value-missing":
      return `${text.present === null ? "空着" : "为 0"}，填 ${officeNumber(text.proposed ?? "0", 0)} 后${all}`;
    case "common-cell":
      return text.proposed === null
        ? `不在应有的范围${text.bound === null ? "" : `，应${text.rises ? "不小于" : "不大于"} ${officeNumber(text.bound, 0)}`}`
        : `改为 ${officeNumber(text.proposed, 0)} 后${all}`;
  }
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
