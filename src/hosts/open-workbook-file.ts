import type { Steps } from "../engine/steps";
import { within } from "../engine/steps";
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
 * Reads the bytes of an .xlsx as plain data, in steps. The reader is loaded when it is first asked for: few people ever
 * do. Its steps throw UnreadableFile.
 */
export async function openWorkbookFile(bytes: Uint8Array): Promise<Steps<WorkbookFile>> {
  return readInSteps(await import("./file"), bytes);
}

/** The share of the work that is done when the package is open. */
const OPENED = 0.1;

function* readInSteps(file: typeof fileHost, bytes: Uint8Array): Steps<WorkbookFile> {
  try {
    const source = yield* within(0, OPENED, file.openPackageInSteps(bytes));
    const workbook = yield* within(OPENED, 1, file.readWorkbookInSteps(source));
    return { workbook, settings: file.readSettings(source) };
  } catch (error) {
    throw worded(file, error);
  }
}

/**
 * Reads a .docx or .txt as a workbook of one sheet with a paragraph a row, called by the file's name.
 * @throws UnreadableFile
 */
export async function openTextFile(name: string, bytes: Uint8Array): Promise<Workbook> {
  const file = await import("./file");
  try {
    return buildWorkbook([file.readNarrativeText(name, bytes)]);
  } catch (error) {
    throw worded(file, error);
  }
}

/** What the reader throws, in words for people; anything else as it is. */
function worded(file: typeof fileHost, error: unknown): unknown {
  if (error instanceof file.WorkbookFileError)
    return new UnreadableFile(file.describeFileProblem(error.problem), { cause: error });
  if (error instanceof file.NarrativeFileError) return new UnreadableFile(error.message, { cause: error });
  return error;
}
