import { HostError } from "../../hosts/host-problem";
import { describeHostProblem } from "../../hosts/host-wording";
import type { ShownProblem } from "../state/state";

/** Anything that was thrown, as a person reads it: what happened, what it means for the figures, what to do. */
export function shownProblem(error: unknown): ShownProblem {
  const detail =
    error instanceof Error
      ? [error.name, error.message, error.cause instanceof Error ? error.cause.message : ""]
          .filter((part) => part !== "")
          .join("\n")
      : String(error);
  if (error instanceof HostError)
    return { ...describeHostProblem(error.problem), detail, canRetry: retryable.has(error.problem.code) };
  if (error instanceof Error && error.name === "ChunkLoadError")
    return {
      happened: "程序的一部分没有取到，多半是网络断了，或者程序刚更新过。",
      figures: "工作簿里的数字没有任何改动。",
      remedy: "请点“继续”再试一次；仍不行，请把面板关掉再打开。",
      detail,
      canRetry: true,
    };
  return {
    happened: "核对没有做完，程序出了意外。",
    figures: "工作簿里的数字没有任何改动。",
    remedy: "请再试一次；仍不行，请把下面的详细信息发给维护人员。",
    detail,
    canRetry: true,
  };
}

/** What passes by itself, or by what the person does next. */
const retryable: ReadonlySet<string> = new Set([
  "cell-being-edited",
  "dialog-open",
  "busy",
  "sheet-hidden",
  "sheet-protected",
  "workbook-protected",
  "read-only",
  "refused",
  "excel-silent",
]);
