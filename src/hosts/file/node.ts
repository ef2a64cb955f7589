import { randomBytes } from "node:crypto";
import type { BigIntStats } from "node:fs";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { LIMITS } from "./archive/limits";
import { refuse } from "./problem";

/**
 * The bytes of a file.
 * @throws WorkbookFileError file-not-found, not-a-file, file-not-readable, too-large
 */
export function readFileHost(path: string): Uint8Array {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) refuse({ code: "not-a-file", path });
    if (stats.size > LIMITS.file) refuse({ code: "too-large", bytes: stats.size, limit: LIMITS.file });
    return readFileSync(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return refuse({
      code:
        code === "ENOENT" || code === "ENOTDIR"
          ? "file-not-found"
          : code === "EISDIR"
            ? "not-a-file"
            : "file-not-readable",
      path,
    });
  }
}

/** How a file may be written. */
export interface SafeWrite {
  /** An existing file may be replaced. */
  readonly force?: boolean;
  /** Files that may never be written to, whatever `force` says. */
  readonly inputs: readonly string[];
}

/**
 * Refuses a target that must not or cannot be written, before any work is done for it.
 * @throws WorkbookFileError target-is-input, target-exists, target-not-writable
 */
export function checkTarget(target: string, { force = false, inputs }: SafeWrite): void {
  if (inputs.some((input) => isSameFile(input, target))) refuse({ code: "target-is-input", path: target });
  if (!existsSync(dirname(resolve(target)))) refuse({ code: "target-not-writable", path: target });
  const stats = statsOf(target);
  if (stats && !stats.isFile()) refuse({ code: "target-not-writable", path: target });
  if (stats && !force) refuse({ code: "target-exists", path: target });
}

/**
 * Writes a file wholly or not at all: to a temporary file beside the target, then renamed. A target that is a symbolic
 * link stays one; what it points to is replaced.
 * @throws WorkbookFileError target-is-input, target-exists, target-not-writable
 */
export function writeFileSafely(target: string, bytes: Uint8Array, options: SafeWrite): void {
  checkTarget(target, options);
  const place = existsSync(target) ? realpathSync(target) : resolve(target);
  removeLeftovers(place);
  const temporary = `${place}${UNFINISHED}${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  try {
    writeWhole(temporary, bytes);
    checkTarget(target, options);
    if (options.force !== true) putWhereNothingIs(temporary, place);
    else renameSync(temporary, place);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
    if (systemCode(error) === null) throw error;
    refuse({ code: "target-not-writable", path: target });
  }
}

/**
 * Between the name of a file and the number of the process that is writing it: people see what it is. Processes of two
 * machines may have one number: what follows it is never the same twice.
 */
const UNFINISHED = ".未写完-";

/**
 * Files that processes began to write for this target and never finished. What another live one is writing is left
 * alone; this one has begun nothing yet, and what has its number is of one before it, as often happens in containers.
 */
function removeLeftovers(place: string): void {
  const folder = dirname(place);
  const begun = basename(place) + UNFINISHED;
  try {
    for (const name of readdirSync(folder)) {
      const writer = name.startsWith(begun) ? /^(\d+)-[\da-f]+\.tmp$/.exec(name.slice(begun.length))?.[1] : undefined;
      if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(folder, name), { force: true });
    }
  } catch (error) {
    // A folder that may be written to and not looked at: nothing is known to be left there.
    if (systemCode(error) === null) throw error;
  }
}

function isRunning(writer: number): boolean {
  if (writer === process.pid) return false;
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** Where another process has put a file meanwhile, that one stays: a rename would take its place unasked. */
function putWhereNothingIs(temporary: string, place: string): void {
  try {
    linkSync(temporary, place);
    rmSync(temporary, { force: true });
  } catch (error) {
    if (systemCode(error) === "EEXIST") refuse({ code: "target-exists", path: place });
    // Some drives know no links.
    renameSync(temporary, place);
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, "wx");
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same file under whatever name: another spelling of the path, a symbolic link, a hard link. */
function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [one, other].map(statsOf);
  return !!a && !!b && a.dev === b.dev && a.ino === b.ino;
}

/** Null where there is nothing at that path, or nothing that may be looked at. */
function statsOf(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

/** Code of an error that the operating system reported, such as ENOENT; null for any other. */
function systemCode(error: unknown): string | null {
  return typeof error === "object" &&
    error !== null &&
    "syscall" in error &&
    "code" in error &&
    typeof error.code === "string"
    ? error.code
    : null;
}
