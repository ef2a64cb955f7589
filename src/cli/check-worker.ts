/** A process that checks files one after another for `check-pool`: paths come in, results go out. */
import { checkFile, readInputs, type CheckInputs } from "./check-file";
import type { FromWorker, ToWorker } from "./check-pool";
import { readArguments } from "./check-request";
import { Progress } from "./progress";
import { PassThrough } from "node:stream";
import { setFlagsFromString } from "node:v8";

// Left alone, V8 lets what is thrown away grow to several times what is kept before it clears up: with the hundredth
// workbook a process would hold twice the memory that it needed for the first.
setFlagsFromString("--heap-growing-percent=50");

let inputs: CheckInputs | null = null;

process.on("message", (message: ToWorker) => {
  if (message.kind === "start") {
    inputs = readInputs(readArguments([...message.args]), message.cwd, true);
    tell({ kind: "ready" });
  } else if (inputs !== null) {
    // Nobody sees this process: its progress goes nowhere.
    const result = checkFile(message.file, inputs, new Progress(new PassThrough(), 1));
    tell({ kind: "done", index: message.index, result });
  }
});
process.on("disconnect", () => process.exit());

/** Where the command itself was ended meanwhile, nobody listens, and `disconnect` ends this process too. */
function tell(message: FromWorker): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
