import { identityOf, roleOf } from "../../engine/check-workbook";
import type { Recognition } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { BesideDocument } from "../state/beside";
import type { PickedFile } from "./picked-file";
import { refusal } from "./picked-file";
import type { Surroundings } from "./surroundings";

/** What is read in a file beside the workbook, or why it is not, in words. */
export type ReadBeside = { readonly document: BesideDocument } | { readonly refused: string };

interface Reading {
  readonly around: Pick<Surroundings, "openFile" | "openText">;
  readonly recognise: (workbook: Workbook) => Recognition;
  /** What is recognised in the open workbook. */
  readonly own: Recognition;
  /** What lies there already. */
  readonly there: readonly BesideDocument[];
}

/** Files that are read as running text; those that cannot be are told what to do instead. */
const texts = /\.(?:docx?|txt|pdf|wps)$/i;

/** Reads a file that is to be compared with, and says what it most probably is. */
export async function readBesideFile(
  file: PickedFile,
  { around, recognise, own, there }: Reading,
): Promise<ReadBeside> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const workbook = texts.test(file.name)
      ? await around.openText(file.name, bytes)
      : (await around.openFile(bytes)).workbook;
    const recognised = recognise(workbook);
    const { tables } = recognised;
    if (tables.length === 0)
      return { refused: `${file.name}：没有认出任何一张预算表、绩效表或说明，没有拿来对照。请确认文件是否选对。` };
    return {
      document: {
        id: there.reduce((highest, { id }) => Math.max(highest, id), 0) + 1,
        name: freeName(file.name, new Set(there.map(({ name }) => name))),
        document: texts.test(file.name) ? "text" : roleOf(own, recognised),
        workbook,
        tables: tables.length,
        ...identityOf(recognised),
      },
    };
  } catch (error) {
    return { refused: `${file.name}：${refusal(error)}` };
  }
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}（${number}）`;
    if (!taken.has(tried)) return tried;
  }
}
