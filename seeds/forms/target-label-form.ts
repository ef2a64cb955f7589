import type { Look } from "../author";
import { SheetDraft } from "../author";
import type { Fact } from "../facts/table";
import { runsBy, typed } from "../facts/table";

export const LABEL_COLUMNS = ["label", "value"] as const;
export const INDICATOR_COLUMNS = ["level1", "level2", "level3", "type", "target", "unit", "content", "rule", "remark"] as const;

/** A form of targets: labelled words at the top, an indicator table below. */
export interface TargetLabelForm {
  readonly title: string;
  /** The caption of the whole form, under the title. */
  readonly caption: string;
  readonly labels: readonly Fact<(typeof LABEL_COLUMNS)[number]>[];
  /** What stands at the left of the indicator table. */
  readonly indicatorLabel: string;
  /** The headings of the nine indicator columns. */
  readonly headings: readonly string[];
  readonly indicators: readonly Fact<(typeof INDICATOR_COLUMNS)[number]>[];
}

const INDICATOR_LOOKS: readonly Look[] = ["prose", "text", "text", "text", "prose", "prose", "text"];

/** 绩效目标表 of one body or one project, as a form: 标签 at the left, the words beside it, then the indicators. */
export function targetLabelForm({ title, caption, labels, indicatorLabel, headings, indicators }: TargetLabelForm): SheetDraft {
  const sheet = new SheetDraft(title, { widths: [18, 12, 20, 22, 9, 13, 9, 26, 40, 7] });
  sheet.title(title);
  sheet.place(sheet.next, 0, caption, "header", { columns: sheet.columns });
  for (const { label, value } of labels) {
    const row = sheet.next;
    sheet.place(row, 0, label, "header").place(row, 1, value, "prose", { columns: sheet.columns - 1 });
    sheet.height(row, 20).stretch(row, 1, value, 1, sheet.columns - 1);
  }
  const top = sheet.next;
  headings.forEach((heading, at) => sheet.place(top, 1 + at, heading, "header"));
  sheet.height(top, 20);
  for (const level of runsBy(indicators, ({ level1 }) => level1)) {
    const levelTop = sheet.next;
    for (const kind of runsBy(level.items, ({ level2 }) => level2)) {
      const kindTop = sheet.next;
      for (const { level3, type, target, unit, content, rule, remark } of kind.items) {
        const cells = [level3, type, target, unit, content, rule, remark].map((text, at) => ({ look: text.length <= 1 ? "text" : (INDICATOR_LOOKS[at] ?? "text"), ...typed(text) }));
        sheet.row([null, null, null, ...cells]);
      }
      sheet.place(kindTop, 2, kind.key, "text", { rows: sheet.next - kindTop });
    }
    sheet.place(levelTop, 1, level.key, "text", { rows: sheet.next - levelTop });
  }
  return sheet.place(top, 0, indicatorLabel, "header", { rows: sheet.next - top });
}
