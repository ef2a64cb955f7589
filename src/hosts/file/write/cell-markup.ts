import { a1 } from "../../../engine/workbook";
import { escapeCellText, escapeXml } from "../markup/text";

/** What a cell is to hold. `undefined` as the value of a formula: it has no calculated value. */
export type CellContent =
  | { readonly type: "value"; readonly value: string | number | null }
  | { readonly type: "formula"; readonly formula: string; readonly value: CachedValue }
  /** The formula stays as it is, only its calculated value changes. */
  | { readonly type: "cached"; readonly value: CachedValue };

/** A formula's calculated value: an error value as { error }. */
export type CachedValue = string | number | boolean | { readonly error: string } | undefined;

/** Markup of a cell that holds a constant or a formula of ours, without prefix; text is always text. */
export function cellMarkup(
  row: number,
  column: number,
  style: string | undefined,
  content: Exclude<CellContent, { type: "cached" }>,
): string {
  const head = `<c r="${a1(row, column)}"${style === undefined ? "" : ` s="${style}"`}`;
  if (content.type === "formula") {
    const { type, value } = cachedMarkup(content.value);
    return `${head}${type}><f>${escapeXml(content.formula)}</f>${value}</c>`;
  }
  if (content.value === null || content.value === "") return `${head}/>`;
  if (typeof content.value === "number") return `${head}><v>${content.value === 0 ? 0 : content.value}</v></c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(content.value)}</t></is></c>`;
}

/** The type attribute and the value element of a calculated value. */
export function cachedMarkup(value: CachedValue): { type: string; value: string } {
  if (value === undefined) return { type: "", value: "" };
  if (typeof value === "number") return { type: "", value: `<v>${value === 0 ? 0 : value}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', value: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "string") return { type: ' t="str"', value: `<v>${escapeCellText(value)}</v>` };
  return { type: ' t="e"', value: `<v>${escapeXml(value.error)}</v>` };
}
