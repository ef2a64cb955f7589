/**
 * Writes the `index.ts` of each folder of the catalogue: one import a file, so that Node, a test and a browser bundle
 * load the same list without reading folders. Run after adding a file: npx jiti src/catalogue/write-lists.ts
 */
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const catalogue = dirname(fileURLToPath(import.meta.url));

/** The source of a folder's list: file names with their content, in order. */
export function listSource(folder: string): string {
  const names = readdirSync(join(catalogue, folder))
    .filter((name) => name.endsWith(".json"))
    .sort();
  const imports = names.map((name, index) => `import file${index} from "./${name}";`);
  const entries = names.map((name, index) => `  { name: ${JSON.stringify(name)}, content: file${index} },`);
  return [
    "// Written by write-lists.ts; do not edit.",
    ...imports,
    "",
    "export const files: readonly { readonly name: string; readonly content: unknown }[] = [",
    ...entries,
    "];",
    "",
  ].join("\n");
}

for (const folder of ["classifications", "rules", "templates", "examples"])
  writeFileSync(join(catalogue, folder, "index.ts"), listSource(folder));
