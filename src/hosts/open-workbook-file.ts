import { buildWorkbook } from "../engine/workbook";
import type { Workbook } from "../engine/workbook";
import type * as fileHost from "./file";
import { UnreadableFile } from "./unreadable-file";

/** A workbook file as plain data, with the XML of the settings that it keeps; null where it keeps none. */
export interface WorkbookFile {
  readonly workbook: Workbook;
  readonly settings: string | null;
}

/**
 * Reads the bytes of an .xlsx as plain data. The reader is loaded when it is first asked for: few people ever do.
 * @throws UnreadableFile
 */
export function openWorkbookFile(bytes: Uint8Array): Promise<WorkbookFile> {
  return inWords(({ openPackage, readWorkbook, readSettings }) => {
    const source = openPackage(bytes);
    return { workbook: readWorkbook(source), settings: readSettings(source) };
  });
}

/**
 * Reads a .docx or .txt as a workbook of one sheet with a paragraph a row, called by the file's name.
 * @throws UnreadableFile
 */
export function openTextFile(name: string, bytes: Uint8Array): Promise<Workbook> {
  return inWords(({ readNarrativeText }) => buildWorkbook([readNarrativeText(name, bytes)]));
}

async function inWords<Result>(read: (file: typeof fileHost) => Result): Promise<Result> {
  const file = await import("./file");
  try {
    return read(file);
  } catch (error) {
    if (error instanceof file.WorkbookFileError)
      throw new UnreadableFile(file.describeFileProblem(error.problem), { cause: error });
    if (error instanceof file.NarrativeFileError) throw new UnreadableFile(error.message, { cause: error });
    throw error;
  }
}
