const EXCEL_FILE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands a file to the browser's downloads. */
export function saveFile(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: EXCEL_FILE }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * Name of a copy: "预算.xlsx" → "预算（核对）.xlsx", so that it never takes the place of the original; a workbook with macros
 * stays one.
 */
export function copyName(name: string): string {
  const [, base = name, extension = ".xlsx"] = /^(.*?)(\.xls[xm])?$/is.exec(name) ?? [];
  return `${base.endsWith("（核对）") ? base : `${base}（核对）`}${extension}`;
}
