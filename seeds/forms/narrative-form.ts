import { SheetDraft } from "../author";
import type { Narrative } from "./facts";

/** The 说明 as a sheet: a title, then one paragraph a row in column A. */
export function narrativeForm(title: string, paragraphs: Narrative): SheetDraft {
  const sheet = new SheetDraft("部门预算说明", { widths: [80], orientation: "portrait" });
  sheet.title(title);
  for (const paragraph of paragraphs) {
    if (typeof paragraph === "string") sheet.row([paragraph], "paragraph");
    else sheet.row([paragraph.heading], "heading");
  }
  return sheet;
}
