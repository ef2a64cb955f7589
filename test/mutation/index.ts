/**
 * Would a test notice? Small slips in the source, one at a time, against the tests that import it:
 *
 *     npm run mutation -- --cases 60 [--seed 1] [--room engine/reconcile] [--near] [--workers 1]
 *
 * `--near` asks only the tests of the slipped file's own room: quicker by far, and more survive. `--workers` is
 * jest's: so many test files at a time. The same seed makes the same slips. The source is slipped in a copy, never
 * here. Prints each slip that no test noticed, and at the end how many were noticed by room.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../fuzz/random";
import { mutantsOf, withMutant } from "./mutants";

const root = join(__dirname, "../..");
const COPIED = ["src", "test", "seeds", "docs", "assets", "package.json", "tsconfig.json", "jest.config.cjs"];
const ROOMS = ["engine", "hosts/file", "hosts/excel"];
/** A slip may make a loop endless: then the tests are stopped, and have noticed. */
const LIMIT = 600_000;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    room: { type: "string" },
    near: { type: "boolean", default: false },
    workers: { type: "string", default: "1" },
  },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** "engine/reconcile" of src/engine/reconcile/judge.ts. */
function roomOf(file: string): string {
  return relative(join(root, "src"), file).split(sep).slice(0, 2).join("/");
}

const files = ROOMS.flatMap((room) =>
  readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, "src", room, name)),
)
  .sort()
  .filter((file) => values.room === undefined || roomOf(file) === values.room);

function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), "mutation-"));
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}

/** Test files of the copy, and whether they pass there without any slip. Those that do not tell nothing. */
const passing = new Map<string, boolean>();

/** Jest in the copy, over its source too: what a file is related to is not known otherwise. */
function jest(copy: string, ...options: readonly string[]) {
  const roots = ["--roots", join(copy, "test"), join(copy, "src")];
  const result = spawnSync(
    process.execPath,
    [
      join(copy, "node_modules/jest/bin/jest.js"),
      ...["--bail", "--silent", "--maxWorkers", values.workers, ...roots, ...options],
    ],
    { cwd: copy, encoding: "utf8", timeout: LIMIT },
  );
  return { ...result, said: result.stdout + result.stderr };
}

/**
 * Whether tests that have to do with a slipped file fail, but for those that `others` (a pattern) matches; null where
 * there are none. `restored` runs something while the file is as it was.
 */
function testsFail(copy: string, file: string, others: string, restored: <T>(run: () => T) => T): boolean | null {
  for (;;) {
    const useless = [...passing].filter(([, passes]) => !passes).map(([test]) => test);
    const ignored = ["--testPathIgnorePatterns", "browser", "fuzz", others, ...useless];
    const order = ["--testSequencer", "@jest/test-sequencer"];
    const { status, signal, said } = jest(copy, "--findRelatedTests", file, ...order, ...ignored);
    if (/No tests found/.test(said)) return null;
    if (status === 0) return false;
    if (signal !== null) {
      print(`stopped after ${LIMIT / 1000} s, and taken for noticed: ${relative(copy, file)}`);
      return true;
    }
    const failed = [...said.matchAll(/^FAIL (\S+)/gm)].map(([, test]) => test!);
    if (failed.length === 0) throw new Error(said);
    for (const test of failed) {
      if (!passing.has(test))
        passing.set(
          test,
          restored(() => jest(copy, "--runTestsByPath", test).status === 0),
        );
      if (passing.get(test)) return true;
      print(`fails without any slip, and is left out: ${test}`);
    }
  }
}

/** Whether a test notices the slip in a file; null where none has to do with it. Those of its room are asked first. */
function isNoticed(copy: string, file: string, room: string, restored: <T>(run: () => T) => T): boolean | null {
  const near = testsFail(copy, file, `/test/(?!${room}/)`, restored);
  return near === true || values.near ? near : (testsFail(copy, file, `/test/${room}/`, restored) ?? near);
}

const random = new Random(Number(values.seed));
const tally = new Map<string, { noticed: number; all: number }>();
const copy = copyOfProject();
try {
  for (let left = Number(values.cases); left > 0; left--) {
    const file = random.pick(files);
    const text = readFileSync(file, "utf8");
    const mutants = mutantsOf(file, text);
    if (mutants.length === 0) continue;
    const mutant = random.pick(mutants);
    const place = relative(root, file);
    const slip = (): void => writeFileSync(join(copy, place), withMutant(text, mutant));
    const restore = (): void => writeFileSync(join(copy, place), text);
    slip();
    const noticed = isNoticed(copy, join(copy, place), roomOf(file), (run) => {
      restore();
      const result = run();
      slip();
      return result;
    });
    restore();
    const room = tally.get(roomOf(file)) ?? { noticed: 0, all: 0 };
    tally.set(roomOf(file), room);
    room.all += 1;
    if (noticed === true) room.noticed += 1;
    else print(`${noticed === null ? "no test" : "survived"}: ${place} ${mutant.words}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
print(["room", "noticed", "of"].join("\t"));
for (const [room, { noticed, all }] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1)))
  print([room, noticed, all].join("\t"));
