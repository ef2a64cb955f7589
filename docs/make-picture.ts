import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue } from "../src/catalogue";
import { terminalReport } from "../src/cli/terminal-report";
import { allChecks } from "../src/engine/all-checks";
import { checkWorkbook } from "../src/engine/check-workbook";
import type { Edit } from "../src/engine/workbook";
import { openPackage, patchPackage, readWorkbook } from "../src/hosts/file";
import { launchBrowser } from "../test/browser/browser";

const docs = dirname(fileURLToPath(import.meta.url));
const seed = "changsha-industry-budget-2025.xlsx";

/**
 * Two slips as they happen: digits typed in the wrong order, and a point that has moved. The published document has
 * neither.
 */
const slips: readonly Edit[] = [
  { type: "set-value", sheet: "3部门支出总表", address: "G11", value: 1448 },
  { type: "set-value", sheet: "6一般公共预算基本支出表", address: "E26", value: 17 },
];

/** The text and the tables of amounts; the performance tables would make a long picture. */
const sheets = /^(?:部门预算说明|[1-8])/;

/** The report of the seed workbook with the slips, in the very words of the command line. */
function report(): string {
  const changed = readWorkbook(
    openPackage(patchPackage(openPackage(readFileSync(join(docs, "..", "seeds", seed))), slips)),
  );
  const shown = {
    ...changed,
    sheets: changed.sheets.filter(({ name }) => sheets.test(name) && !name.startsWith("10")),
  };
  const checked = checkWorkbook(seed, shown, catalogue, allChecks);
  return terminalReport(checked, {
    all: false,
    sources: new Map(catalogue.rules.map((rule) => [rule.id, rule.source])),
  });
}

/** A terminal that shows some text, with findings in the colours of their severity. */
function page(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const coloured = escaped
    .split("\n")
    .map((line) =>
      /^ {2}\d+\. 〔必改/.test(line)
        ? `<b class="error">${line}</b>`
        : /^ {2}\d+\. /.test(line)
          ? `<b class="explain">${line}</b>`
          : /^ +(?:可能|　或)：/.test(line)
            ? `<span class="suspect">${line}</span>`
            : line,
    )
    .join("\n");
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: #fff; display: inline-block; }
    main { margin: 16px; border-radius: 8px; overflow: hidden; border: 1px solid #c8c8c8; }
    header { background: #e8e8e8; color: #444; font: 14px "Noto Sans CJK SC", sans-serif; padding: 8px 14px; }
    pre { margin: 0; padding: 14px 18px; background: #fbfbfb; color: #222; max-width: 1180px; white-space: pre-wrap; }
    pre { font: 15px/1.55 "Noto Sans Mono CJK SC", monospace; }
    .error { color: #b3261e; } .explain { color: #8a5a00; } .suspect { color: #0b5394; }
  </style><main><header>npm run -s hedui -- check ${seed}</header><pre>${coloured.trimEnd()}</pre></main>`;
}

/** Writes pictures/report.png, the picture of the README: `npm run docs:picture`. */
async function makePicture(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const view = await browser.newPage({ viewport: { width: 1240, height: 200 }, deviceScaleFactor: 1.5 });
    await view.setContent(page(report()));
    await view.locator("body").screenshot({ path: join(docs, "pictures", "report.png") });
  } finally {
    await browser.close();
  }
}

await makePicture();
