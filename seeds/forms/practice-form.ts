import { SheetDraft } from "../author";
import practice from "../practice-slips.json";

const STEPS: readonly (readonly [string, string])[] = [
  ["核对", "点“一键核对”，看查出哪几处；点数字，转到单元格"],
  ["改或者说明", "能确定的点“改为”；有理由的点“已说明”，写上理由"],
  ["评分、自评表", "按评分标准算得分；由绩效目标生成自评表"],
];

/** The sheet that says what the workbook is, what one can do with it, and which kinds of slips are planted. */
export function practiceForm(): SheetDraft {
  const sheet = new SheetDraft(practice.sheet, { widths: [20, 60], orientation: "portrait" });
  sheet.height(sheet.next, 24).place(sheet.next, 0, practice.title, "heading", { columns: 2 });
  sheet.headers([["可以做的事", "怎样做"]]);
  for (const step of STEPS) sheet.row(step, ["text", "prose"]);
  sheet.headers([["放了哪些差错", "←"]]);
  practice.slips.forEach(({ title }, index) => sheet.row([`第 ${index + 1} 处`, title], ["text", "prose"]));
  return sheet;
}
