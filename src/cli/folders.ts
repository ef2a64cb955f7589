import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** Whether a path is a folder; a path that is not there is none. */
export function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() === true;
}

/** What an argument stands for. Paths are as the argument was given. */
export interface Found {
  /** The argument itself, or every workbook below a folder, in the order of their names. */
  readonly files: readonly string[];
  /** Folders that could not be looked into. */
  readonly closed: readonly string[];
}

/**
 * The workbooks that an argument stands for. Lock files of Excel ("~$…") and hidden files are passed over. A link to a
 * folder is followed, and no folder is gone into twice: links may lead in a circle.
 */
export function filesBelow(argument: string, cwd: string): Found {
  if (!isFolder(resolve(cwd, argument))) return { files: [argument], closed: [] };
  const files: string[] = [];
  const closed: string[] = [];
  const seen = new Set<string>();
  const open = [""];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const path = join(resolve(cwd, argument), folder);
    const names = namesIn(path, seen);
    if (names === null) closed.push(join(argument, folder));
    for (const name of names ?? []) {
      if (/^(?:~\$|\.)/.test(name)) continue;
      if (isFolder(join(path, name))) open.push(join(folder, name));
      else if (/\.xlsx$/i.test(name)) files.push(join(folder, name));
    }
  }
  return {
    files: files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((name) => join(argument, name)),
    closed: closed.sort(),
  };
}

/** What is in a folder; nothing where that was told before, null where it may not be looked at. */
function namesIn(path: string, seen: Set<string>): readonly string[] | null {
  try {
    const real = realpathSync(path);
    if (seen.has(real)) return [];
    seen.add(real);
    return readdirSync(path);
  } catch {
    return null;
  }
}

/** Null where nothing is, nothing may be looked at, or a link leads to itself. */
function statsOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
