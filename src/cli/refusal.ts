import { mishapOf } from "../engine/mishap";
import { describeFileProblem, WorkbookFileError } from "../hosts/file";

/** What cannot be carried out as it was asked for: its message is one line for people. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What went wrong, in one line for people: what, and what to do. An inner error is named by a code to pass on. */
export function messageOf(error: unknown): string {
  if (error instanceof WorkbookFileError) return inOneLine(describeFileProblem(error.problem));
  if (error instanceof Refusal) return inOneLine(error.message);
  return `程序出了意外，没有完成，请把文件和括号里的代号一起交给维护人员（${mishapOf(error)}）。`;
}

function inOneLine(message: string): string {
  return message
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}
