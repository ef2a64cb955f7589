import { UnreadableFile } from "../../hosts/unreadable-file";

/** A file that a person has chosen or dropped. */
export interface PickedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Why a file cannot be opened, in words. */
export function refusal(error: unknown): string {
  return error instanceof UnreadableFile ? error.message : "打不开。请确认文件完好、没有密码，再试一次。";
}
