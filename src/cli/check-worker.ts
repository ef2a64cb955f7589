/** A process that checks files one after another for `check-pool`: paths come in, results go out. */
import { checkFile, readInputs, type CheckInputs } from "./check-file";
import type { ToWorker } from "./check-pool";
import { readArguments } from "./check-request";
import { Progress } from "./progress";
import { PassThrough } from "node:stream";

let inputs: CheckInputs | null = null;

process.on("message", (message: ToWorker) => {
  if (message.kind === "start") {
    inputs = readInputs(readArguments([...message.args]), message.cwd, true);
    process.send?.({ kind: "ready" });
  } else if (inputs !== null) {
    // Nobody sees this process: its progress goes nowhere.
    const result = checkFile(message.file, inputs, new Progress(new PassThrough(), 1));
    process.send?.({ kind: "done", index: message.index, result });
  }
});
process.on("disconnect", () => process.exit());
