import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_SETTINGS, chooseSheet, settingsToXml } from "../src/engine/settings";
import { excluded } from "../src/engine/tables";
import { openPackage, patchPackage, readWorkbook } from "../src/hosts/file";
import type { WorkbookDefinition } from "./author";
import { writeWorkbook } from "./author";
import { changshaEnterpriseService2025 } from "./facts/changsha-enterprise-service-2025";
import { changshaIndustry2025 } from "./facts/changsha-industry-2025";
import { hengyangProjectTargets } from "./facts/hengyang-project-targets";
import { practice } from "./facts/practice";
import { zhuzhouSelfEvaluation2024 } from "./facts/zhuzhou-self-evaluation-2024";
import { zhuzhouTargets } from "./facts/zhuzhou-targets";

/** Every seed workbook. A new one is a folder under facts/ and a line here. */
const workbooks: readonly WorkbookDefinition[] = [
  practice,
  changshaIndustry2025,
  changshaEnterpriseService2025,
  hengyangProjectTargets,
  zhuzhouTargets,
  zhuzhouSelfEvaluation2024,
];

const folder = dirname(fileURLToPath(import.meta.url));

/** Writes the seed workbooks beside this script, byte for byte the same each time: `npx jiti seeds/make.ts`. */
async function makeSeeds(): Promise<void> {
  for (const { file, title, sheets, aside } of workbooks) {
    const written = await writeWorkbook(sheets(), { title });
    const bytes = aside === undefined ? written : leftOut(written, aside);
    await writeFile(join(folder, file), bytes);
    process.stdout.write(`${file}  ${bytes.length} 字节\n`);
  }
}

/** The workbook with the choice that a sheet of it is not checked, as a person makes it in the pane. */
function leftOut(bytes: Uint8Array, aside: string): Uint8Array {
  const source = openPackage(bytes);
  const workbook = readWorkbook(source);
  const sheet = workbook.sheets.find(({ name }) => name === aside)!;
  const settings = settingsToXml(chooseSheet(DEFAULT_SETTINGS, workbook, sheet, excluded));
  return patchPackage(source, [], { settings });
}

await makeSeeds();
