import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkbookDefinition } from "./author";
import { writeWorkbook } from "./author";
import { changshaEnterpriseService2025 } from "./facts/changsha-enterprise-service-2025";
import { changshaIndustry2025 } from "./facts/changsha-industry-2025";
import { hengyangProjectTargets } from "./facts/hengyang-project-targets";
import { zhuzhouSelfEvaluation2024 } from "./facts/zhuzhou-self-evaluation-2024";
import { zhuzhouTargets } from "./facts/zhuzhou-targets";

/** Every seed workbook. A new one is a folder under facts/ and a line here. */
const workbooks: readonly WorkbookDefinition[] = [
  changshaIndustry2025,
  changshaEnterpriseService2025,
  hengyangProjectTargets,
  zhuzhouTargets,
  zhuzhouSelfEvaluation2024,
];

const folder = dirname(fileURLToPath(import.meta.url));

/** Writes the seed workbooks beside this script, byte for byte the same each time: `npx jiti seeds/make.ts`. */
async function makeSeeds(): Promise<void> {
  for (const { file, title, sheets } of workbooks) {
    const bytes = await writeWorkbook(sheets(), { title });
    await writeFile(join(folder, file), bytes);
    process.stdout.write(`${file}  ${bytes.length} 字节\n`);
  }
}

await makeSeeds();
