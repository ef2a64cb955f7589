import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { catalogue, extendCatalogue } from "../catalogue";
import { allChecks } from "../engine/all-checks";
import type { Catalogue } from "../engine/check-workbook";
import type { CatalogueFile } from "../engine/reconcile";
import { Refusal } from "./refusal";

/** A catalogue, and which files of a person's own folder could not be used: a line for each, in Chinese. */
export interface LoadedCatalogue {
  readonly catalogue: Catalogue;
  readonly problems: readonly string[];
}

/**
 * The catalogue, with the templates and rules of a person's own folder added; one of the same id takes the official
 * one's place. A file that is wrong is told of and left out, and the others are used.
 * @throws Refusal where there is no such folder, or nothing in it
 */
export function loadCatalogue(folder: string | undefined): LoadedCatalogue {
  if (folder === undefined) return { catalogue, problems: [] };
  const { files, broken } = filesOf(folder);
  const { catalogue: extended, problems } = extendCatalogue(catalogue, files, allChecks);
  const byFile = new Map<string, string[]>();
  for (const { file, field, message } of problems)
    byFile.set(file, [...(byFile.get(file) ?? []), `${field === "" ? "" : ` 的 ${field}`}：${message}`]);
  const told = [...byFile].map(([file, faults]) => faults.map((fault) => `${file}${fault}`).join("；"));
  return { catalogue: extended, problems: [...broken, ...told] };
}

function filesOf(folder: string): { files: CatalogueFile[]; broken: string[] } {
  let paths: string[];
  try {
    paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    throw new Refusal(`打不开规则目录 ${folder}，请确认目录存在、可以读取。`);
  }
  if (paths.length === 0) throw new Refusal(`规则目录 ${folder} 里没有 .json 文件。`);
  const files: CatalogueFile[] = [];
  const broken: string[] = [];
  for (const path of paths)
    try {
      const content = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, "")) as unknown;
      files.push({ name: basename(path), content });
    } catch {
      broken.push(`${basename(path)}：不是正确的 JSON 文件，请检查括号、引号和逗号`);
    }
  return { files, broken };
}
