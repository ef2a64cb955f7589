import { SheetDraft } from "../author";
import type { Fact } from "../facts/table";
import { runsBy, typed } from "../facts/table";

export const BASE_DATA_COLUMNS = ["block", "label", "v1", "v2", "v3", "v4", "v5", "v6"] as const;
type BaseDataLine = Fact<(typeof BASE_DATA_COLUMNS)[number]>;

/** The words around the table, and its lines in blocks (人员, 经费, 楼堂馆所, 措施). */
export interface BaseDataForm {
  readonly attachment: string;
  readonly title: string;
  readonly lines: readonly BaseDataLine[];
  readonly notes: readonly string[];
}

const VALUE_COLUMNS = 6;

/** 部门（单位）整体支出绩效评价基础数据表: blocks of three or six values beside a label, headings in each block's first line. */
export function baseDataForm({ attachment, title, lines, notes }: BaseDataForm): SheetDraft {
  const sheet = new SheetDraft("绩效评价基础数据表", { widths: [46, 13, 13, 13, 13, 13, 13], orientation: "portrait" });
  sheet.note(attachment).title(title);
  for (const block of runsBy(lines, (line) => line.block)) {
    const top = sheet.next;
    block.items.forEach((line, at) => {
      const headings = at === 0 && block.items.length > 1;
      dataLine(sheet, line, headings, block.key);
    });
    if (block.key === "人员" || block.key === "楼堂馆所") sheet.place(top, 0, block.items[0]?.label ?? null, "header", { rows: block.items.length });
  }
  for (const note of notes) sheet.note(note);
  return sheet;
}

function dataLine(sheet: SheetDraft, line: BaseDataLine, headings: boolean, block: string): void {
  const row = sheet.next;
  sheet.place(row, 0, line.label || null, headings ? "header" : "prose").height(row, 20);
  const texts = [line.v1, line.v2, line.v3, line.v4, line.v5, line.v6];
  const given = block === "措施" ? 1 : block === "楼堂馆所" ? VALUE_COLUMNS : 3;
  const columns = VALUE_COLUMNS / given;
  texts.slice(0, given).forEach((text, at) => {
    const { value, format } = typed(text);
    const look = headings ? "header" : typeof value !== "number" ? (given === 1 ? "prose" : amountOrText(block, value)) : block === "人员" ? "number" : "amount";
    sheet.place(row, 1 + at * columns, value, look, { columns, format });
    sheet.stretch(row, 1, text, 1 + at * columns, columns);
  });
  sheet.stretch(row, 1, line.label, 0);
}

function amountOrText(block: string, value: string | number | null): "amount" | "text" {
  return block === "经费" && value === null ? "amount" : "text";
}
