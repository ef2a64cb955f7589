import { resolve } from "node:path";
import type { Practice } from "../engine/criteria";
import type { Settings } from "../engine/settings";
import { DEFAULT_SETTINGS, practiceOf, settingsFromXml } from "../engine/settings";
import type { WorkbookPackage } from "../hosts/file";
import { openPackage, readSettings } from "../hosts/file";
import { readFileHost } from "../hosts/file/node";
import { messageOf, Refusal } from "./refusal";

/**
 * What people decided about a workbook in the pane, kept in it; the usual where there is nothing, or nothing readable.
 */
export function keptSettings(source: WorkbookPackage): Settings {
  const kept = readSettings(source);
  return (kept === null ? null : settingsFromXml(kept)) ?? DEFAULT_SETTINGS;
}

/**
 * How a workbook file applies criteria, as people decided in the pane.
 * @throws Refusal in one line, saying which file and what is wrong with it
 */
export function practiceOfFile(file: string, cwd: string): Practice {
  try {
    return practiceOf(keptSettings(openPackage(readFileHost(resolve(cwd, file)))));
  } catch (error) {
    throw new Refusal(`${file}：${messageOf(error)}`);
  }
}
