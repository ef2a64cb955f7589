import type { Workbook } from "../engine/workbook";

/**
 * Reads the bytes of an .xlsx as plain data. The reader is loaded when it is first asked for: few people ever do.
 * @throws WorkbookFileError
 */
export async function openWorkbookFile(bytes: Uint8Array): Promise<Workbook> {
  const { openPackage, readWorkbook } = await import("./file");
  return readWorkbook(openPackage(bytes));
}
