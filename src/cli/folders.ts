import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** Whether a path is a folder; a path that is not there is none. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * The workbooks that an argument stands for: itself, or every `.xlsx` below a folder, in the order of their names. Lock
 * files of Excel ("~$…") and hidden files are passed over. Paths are as the argument was given.
 */
export function filesBelow(argument: string, cwd: string): string[] {
  if (!isFolder(resolve(cwd, argument))) return [argument];
  return readdirSync(resolve(cwd, argument), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.xlsx$/i.test(name) && !/(?:^|[\\/])(?:~\$|\.)/.test(name))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => join(argument, name))
    .filter((path) => !isFolder(resolve(cwd, path)));
}
