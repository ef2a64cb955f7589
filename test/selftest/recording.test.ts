/** What passed between the adapter and one Excel, replayed as a test. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createExcelHost } from "../../src/hosts/excel";
import { RecordedExcel } from "./recorded-excel";
import type { Recording } from "../../src/selftest/recording";
import { record } from "../../src/selftest/recording";
import type { SelfTestFile } from "../../src/selftest/report";
import { runSuite } from "../../src/selftest/run-suite";
import type { StepResult } from "../../src/selftest/step";
import { contract } from "../../src/selftest/steps";
import { expectNoUnknownMembers, makeWorkbook, officeClient, simulate } from "../hosts/simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const client = { run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => officeClient.Excel.run(batch) };
const capabilities = { application: "Excel", savesItself: true, keepsUndoSteps: true };
const run = (): Promise<StepResult[]> =>
  runSuite(contract, client, () => createExcelHost(client, capabilities), { hasFunctions: false });

async function replay(recording: Recording): Promise<{ results: StepResult[]; excel: RecordedExcel }> {
  const excel = new RecordedExcel(recording);
  officeClient.connect(excel);
  return { results: await run(), excel };
}

test("the suite over a recording ends as it ended when it was recorded", async () => {
  simulate(makeWorkbook([{ name: "Sheet1", cells: {} }]));
  const recording = record(officeClient.seam, () => 0)!;
  const results = await run();
  expect(recording.requests.length).toBeGreaterThan(100);
  expect(recording.events.length).toBeGreaterThan(0);
  const copied = JSON.parse(JSON.stringify(recording)) as Recording;
  const again = await replay(copied);
  expect(again.excel.unknown).toEqual([]);
  expect(again.results).toEqual(results);
});

test("a request that was not recorded is told", async () => {
  const { excel } = await replay({ requests: [], events: [] });
  expect(excel.unknown.length).toBeGreaterThan(0);
});

/** Files that people brought from a real Excel: put them there and they are tests. */
const FOLDER = join(__dirname, "recordings");
const recordings = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];

test("every recording from a real Excel ends as it ended there", async () => {
  for (const name of recordings) {
    const file = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as SelfTestFile;
    const { results, excel } = await replay(file.recording!);
    expect([name, excel.unknown]).toEqual([name, []]);
    expect([name, results.filter(({ outcome }) => outcome !== "not-run")]).toEqual([
      name,
      file.results.filter(({ id, outcome }) => outcome !== "not-run" && id !== "functions"),
    ]);
  }
});
