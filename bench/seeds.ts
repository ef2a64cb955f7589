import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbook } from "../src/engine/workbook";

const folder = join(process.cwd(), "seeds");

/** Names of the seed workbooks. */
export function seedFiles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
}

export function seedBytes(file: string): Uint8Array {
  return readFileSync(join(folder, file));
}

/** All of them, read. The reader is loaded only now: who wants to watch it being loaded can. */
export async function seedWorkbooks(): Promise<Workbook[]> {
  const { openPackage, readWorkbook } = await import("../src/hosts/file");
  return seedFiles().map((file) => readWorkbook(openPackage(seedBytes(file))));
}
