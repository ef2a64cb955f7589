/**
 * Would a test notice? Small slips in the source, one at a time, against the tests that import it:
 *
 *     npm run mutation -- --cases 60 [--seed 1] [--room engine/reconcile]
 *
 * The same seed makes the same slips. The source is slipped in a copy, never here. Prints each slip that no test
 * noticed, and at the end how many were noticed by room.
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

/** Whether a test that has to do with the file fails; null where none has. Those of its own room are asked first. */
function isNoticed(copy: string, file: string, room: string): boolean | null {
  const near = testsFail(copy, file, `/test/(?!${room}/)`);
  return near === true ? true : (testsFail(copy, file, `/test/${room}/`) ?? near);
}

function testsFail(copy: string, file: string, others: string): boolean | null {
  const ignored = ["--testPathIgnorePatterns", "browser", "fuzz", others];
  const options = ["--bail", "--silent", "--testSequencer", "@jest/test-sequencer", ...ignored];
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(copy, "node_modules/jest/bin/jest.js"), "--findRelatedTests", file, ...options],
    { cwd: copy, encoding: "utf8", timeout: LIMIT },
  );
  return /No tests found/.test(stderr) ? null : status !== 0;
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
    writeFileSync(join(copy, place), withMutant(text, mutant));
    const noticed = isNoticed(copy, join(copy, place), roomOf(file));
    writeFileSync(join(copy, place), text);
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
