import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { catalogue, extendCatalogue } from "../catalogue";
import { allChecks } from "../engine/all-checks";
import type { Catalogue } from "../engine/check-workbook";
import type { CatalogueFile } from "../engine/reconcile";
import { Refusal } from "./refusal";

/**
 * The catalogue, with the templates and rules of a person's own folder added; one of the same id takes the official
 * one's place.
 * @throws Refusal naming file, field and what is wrong, in Chinese
 */
export function loadCatalogue(folder: string | undefined): Catalogue {
  if (folder === undefined) return catalogue;
  const { catalogue: extended, problems } = extendCatalogue(catalogue, filesOf(folder), allChecks);
  if (problems.length > 0)
    throw new Refusal(
      problems.map(({ file, field, message }) => `${file}${field === "" ? "" : ` 的 ${field}`}：${message}`).join("；"),
    );
  return extended;
}

function filesOf(folder: string): CatalogueFile[] {
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
  return paths.map((path) => {
    try {
      return {
        name: basename(path),
        content: JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, "")) as unknown,
      };
    } catch {
      throw new Refusal(`${path} 不是正确的 JSON 文件，请检查括号、引号和逗号。`);
    }
  });
}
