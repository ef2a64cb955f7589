import { officeNumber, size } from "../workbook";
import type { Account } from "./declaration";

/** Longer sums are folded to this many terms. */
const MOST_TERMS_SHOWN = 6;

/** Both sides with their terms and the difference, a line each; the names stand in front. */
export function equationLines(left: string, right: string, account: Account): string[] {
  const lines = [
    `${left} ${sideText(account.reported, account.left, account)}`,
    `${right} ${sideText(account.computed, account.right, account)}`,
  ];
  if (account.difference !== null) lines.push(`差 ${officeNumber(account.difference, decimals(account))}`);
  return lines;
}

/** "1,235.46 = 1,000.00 + 235.46"; a single figure stands alone, a long sum is folded. */
export function sideText(value: string | null, parts: readonly string[], account: Account): string {
  if (value === null) return "（空）";
  const own = officeNumber(value, decimals(account));
  if (parts.length < 2) return own;
  const shown = parts.slice(0, MOST_TERMS_SHOWN).map((part, place) => {
    const number = officeNumber(size(part), decimals(account));
    if (place === 0) return part.startsWith("-") ? `−${number}` : number;
    return `${part.startsWith("-") ? "−" : "+"} ${number}`;
  });
  const folded = parts.length > MOST_TERMS_SHOWN ? ` + …（共 ${parts.length} 个数）` : "";
  return `${own} = ${shown.join(" ")}${folded}`;
}

/** "少 0.90 万元". */
export function gapText(difference: string, account: Account): string {
  return `${difference.startsWith("-") ? "少" : "多"} ${amountText(size(difference), account)}`;
}

/** "1,235.46 万元"; a count stands without a unit. */
export function amountText(value: string, account: Account): string {
  return `${officeNumber(value, decimals(account))}${account.unit === null ? "" : ` ${account.unit}`}`;
}

function decimals({ unit }: Account): number {
  return unit === null ? 0 : 2;
}
