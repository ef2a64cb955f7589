/**
 * Odd files, words, criteria, texts, folders and settings by the thousand, by hand:
 *
 *     npm run fuzz -- --cases 100000 [--seed 1] [--kind markup] [--case SEED]
 *
 * Prints what failed as it comes, with the number that runs it again, and a table at the end.
 */
import { parseArgs } from "node:util";
import { fuzz, runCase } from "./run";
import type { Failure } from "./run";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    kind: { type: "string" },
    case: { type: "string" },
  },
});
const tell = ({ what, kind, seed, milliseconds, detail }: Failure): void =>
  print(`${what} --kind ${kind} --case ${seed} (${milliseconds.toFixed(0)} ms)\n${detail}`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.case !== undefined) print(JSON.stringify(runCase(values.kind!, Number(values.case)), null, 2));
else {
  const tallies = fuzz(Number(values.cases), Number(values.seed), values.kind, tell);
  print(["kind", "cases", "crashes", "inner errors", "stopped", "over one second", "longest ms"].join("\t"));
  for (const { kind, cases, failures, longest } of tallies) {
    const of = (what: string): number => failures.filter((failure) => failure.what === what).length;
    print(
      [kind, cases, of("crash"), of("inner error"), of("stopped"), of("slow") + of("stopped"), longest.toFixed(0)].join(
        "\t",
      ),
    );
  }
  process.exitCode = tallies.every(({ failures }) => failures.length === 0) ? 0 : 1;
}
