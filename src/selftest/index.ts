/**
 * The page that runs the adapter's contract in a real Excel, for developer builds: `selftest.html`, which
 * manifest.selftest.xml opens. `selftest.html?excel=simulated` runs it over the simulated one.
 */
import { associateFunctions } from "../functions/associate";
import { usualPractice } from "../functions/workbook-practice";
import { connectExcel, createExcelHost, loadOffice, readBlankCells } from "../hosts/excel";
import type { LiveHost } from "../hosts/host";
import { HostError } from "../hosts/host-problem";
import { describeHostProblem } from "../hosts/host-wording";
import { SelfTestPage } from "./page";
import type { RichApiSeam } from "./recording";
import { record } from "./recording";
import type { ExcelDescription, SelfTestFile } from "./report";
import { runSuite } from "./run-suite";
import { sendFile, someoneCollects } from "./send";
import { contract } from "./steps";

const isSimulated = new URLSearchParams(location.search).get("excel") === "simulated";
const page = new SelfTestPage(document);

async function start(): Promise<void> {
  if (isSimulated) await (await import("./simulated")).putSimulatedExcelInPage();
  await loadOffice(document.querySelector<HTMLMetaElement>('meta[name="office-script"]')!.content);
  const host = await connectExcel();
  if (!isSimulated) associateFunctions(usualPractice(), (addresses) => readBlankCells(addresses));
  page.say("请在一个新建的空白工作簿里做；做完不要保存。");
  page.onRun(() => run(host));
}

async function run(host: LiveHost): Promise<void> {
  const { sheets } = await host.read();
  if (sheets.some(({ kinds }) => kinds.some((kind) => kind !== 0)))
    return page.say("这个工作簿里有内容，没有开始，内容没有动。请新建一个空白工作簿，在那里打开自检。");
  const { OSF } = globalThis as unknown as { OSF?: { DDA?: RichApiSeam } };
  const recording = record(OSF?.DDA, () => performance.now());
  const client = { run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Excel.run(batch) };
  const results = await runSuite(contract, client, () => createExcelHost(client, host.capabilities), {
    hasFunctions: !isSimulated,
    onStep: ({ title }) => page.say(`正在做：${title}`),
    onResult: (result) => page.addResult(result),
  });
  const file: SelfTestFile = { excel: describeExcel(), results, recording };
  page.finish(results, JSON.stringify(file));
  if (await someoneCollects()) page.onSend(() => sendFile(file));
}

function describeExcel(): ExcelDescription {
  const { platform, version } = Office.context.diagnostics;
  const sets = Array.from({ length: 30 }, (_, minor) => `1.${minor + 1}`);
  const { requirements } = Office.context;
  return {
    platform: String(platform),
    version,
    excelApi: sets.filter((set) => requirements.isSetSupported("ExcelApi", set)).at(-1) ?? "",
    userAgent: navigator.userAgent,
  };
}

start().catch((error: unknown) => {
  const words = error instanceof HostError ? Object.values(describeHostProblem(error.problem)).join("") : String(error);
  page.say(words);
});
