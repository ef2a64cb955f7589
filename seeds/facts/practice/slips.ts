import type { SheetDraft } from "../../author";
import { slips } from "../../practice-slips.json";

/** Plants every slip of the list in its sheet; throws where a cell does not hold what is right. */
export function plantSlips(sheets: readonly SheetDraft[]): readonly SheetDraft[] {
  for (const { sheet, address, right, wrong } of slips) {
    const draft = sheets.find(({ name }) => name === sheet);
    if (!draft) throw new Error(`没有工作表“${sheet}”`);
    draft.plant(address, right, wrong);
  }
  return sheets;
}
