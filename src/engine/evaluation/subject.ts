import type { Field, Indicator, IndicatorBlock, Table } from "../tables";
import type { CellId } from "../workbook";

/** Indicators that are there: rows for empty kinds are left out. */
export function realIndicators(block: IndicatorBlock): Indicator[] {
  return block.indicators.filter((indicator) => !indicator.empty);
}

/** What a clerk calls a block: its project, its unit, or the table. */
export function nameOfBlock(table: Table, block: IndicatorBlock): string {
  return block.name === "" ? table.template.short : `${table.template.short}“${inner(block.name)}”`;
}

/** "“新增企业数”": the indicator, or its kind where it has no name. */
export function nameOfIndicator(indicator: Indicator): string {
  return `“${inner(indicator.level3 || indicator.level2 || indicator.level1)}”`;
}

/** The cell that stands for an indicator: its name. */
export function cellOfIndicator(indicator: Indicator): CellId {
  return indicator.cells["level3"] ?? Object.values(indicator.cells)[0] ?? -1;
}

export function fieldOf(block: IndicatorBlock, role: string): Field | null {
  return block.fields.find((field) => field.role === role) ?? null;
}

/** True where somebody has begun to fill in the results: an actual or a score stands somewhere. */
export function isFilledIn(block: IndicatorBlock): boolean {
  return realIndicators(block).some(
    (indicator) => (indicator.texts["actual"] ?? "") !== "" || (indicator.texts["score"] ?? "") !== "",
  );
}

/**
 * A reason is more than a full stop, more than "无", and more than the frame that 自评表 puts there for the person to fill
 * in.
 */
export function givesReason(indicator: Indicator): boolean {
  const text = (indicator.texts["reason"] ?? "").trim();
  return (
    /[\p{L}\p{N}]/u.test(text) &&
    !/^(?:无|没有|无偏差)$/.test(text) &&
    !/原因[:：]\s*(?:[;；]?\s*改进措施[:：]\s*)?$/.test(text)
  );
}

/** Quotation marks within quotation marks. */
function inner(words: string): string {
  return /[“”]/.test(words) ? words.replace(/“/g, "‘").replace(/”/g, "’") : words;
}
