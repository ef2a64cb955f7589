import type { Column } from "./table";

/** Names of funds that hold the word 预算 and say nothing of a plan. */
const funds = /一般公共预算|政府性?基金预算|国有资本(?:经营)?预算|社会?保险基金预算/g;
const outturn = /决算|执行|完成|实际/;
const adjusted = /全年|调整/;
const initial = /年初|批复/;

/**
 * What figures a column has by the words over it: of the budget as it was approved or as it became, or of what came of
 * it. The innermost word that speaks of it says which; undefined where none does.
 */
export function basisOf(path: readonly string[]): Column["basis"] {
  for (const word of [...path].reverse()) {
    const words = word.replace(funds, "");
    if (outturn.test(words)) return "outturn";
    if (!/预算/.test(words)) continue;
    const all = path.join("");
    if (adjusted.test(all)) return "adjusted";
    return initial.test(all) ? "initial" : "budget";
  }
  return undefined;
}
