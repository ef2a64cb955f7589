import { identityOf, roleOf } from "../../engine/check-workbook";
import type { Steps } from "../../engine/steps";
import { within } from "../../engine/steps";
import type { Recognition } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { BesideDocument } from "../state/beside";
import { paced } from "./paced";
import type { Pace } from "./paced";
import type { PickedFile } from "./picked-file";
import { refusal } from "./picked-file";
import type { Surroundings } from "./surroundings";

/** What is read in a file beside the workbook, or why it is not, in words. */
export type ReadBeside = { readonly document: BesideDocument } | { readonly refused: string };

interface Reading {
  readonly around: Pick<Surroundings, "openFile" | "openText">;
  readonly pace: Pace<number>;
  readonly recognising: (workbook: Workbook) => Steps<Recognition>;
  /** What is recognised in the open workbook. */
  readonly own: Recognition;
  /** What lies there already. */
  readonly there: readonly BesideDocument[];
}

/** The share of the work that is done when a file is read. */
const READ = 0.7;

/** Files that are read as running text; those that cannot be are told what to do instead. */
const texts = /\.(?:docx?|txt|pdf|wps)$/i;

/** Reads a file that is to be compared with, and says what it most probably is; null where it was left. */
export async function readBesideFile(
  file: PickedFile,
  { around, pace, recognising, own, there }: Reading,
): Promise<ReadBeside | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const opened = texts.test(file.name)
      ? { result: { workbook: await around.openText(file.name, bytes) } }
      : await paced(within(0, READ, await around.openFile(bytes)), pace);
    if (!opened) return null;
    const { workbook } = opened.result;
    const found = await paced(within(READ, 1, recognising(workbook)), pace);
    if (!found) return null;
    const recognised = found.result;
    const { tables } = recognised;
    if (tables.length === 0)
      return { refused: `${file.name}：没有认出任何一张预算表、绩效表或说明，没有拿来对照。请确认文件是否选对。` };
    return {
      document: {
        id: there.reduce((highest, { id }) => Math.max(highest, id), 0) + 1,
        name: freeName(file.name, new Set(there.map(({ name }) => name))),
        document: texts.test(file.name) ? "text" : (roleOf(own, recognised) ?? "other"),
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
