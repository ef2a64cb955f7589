/** The steps of the self-test, one by one over the simulated Excel: what the page runs in a real one. */
import { createExcelHost } from "../../../src/hosts/excel";
import { runSuite } from "../../../src/selftest/run-suite";
import { contract } from "../../../src/selftest/steps";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const blank = makeWorkbook([{ name: "Sheet1", cells: {} }]);

test.each(contract.map((step) => [step.id, step] as const))("%s", async (_, step) => {
  const { excel, Excel, host } = simulate(blank);
  const client = { run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Excel.run(batch) };
  const open = () => createExcelHost(client, host.capabilities);
  const [result] = await runSuite([step], client, open, { hasFunctions: false });
  expect(result).toMatchObject({ outcome: step.needsFunctions ? "not-run" : "passed" });
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
});

test("ids are unique, titles are for people", () => {
  expect(new Set(contract.map(({ id }) => id)).size).toBe(contract.length);
  for (const { title } of contract) expect(title).toMatch(/\p{sc=Han}/u);
});

test("a step that fails, or throws, says what was expected and seen, and the others go on", async () => {
  const { Excel, host } = simulate(blank);
  const client = { run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Excel.run(batch) };
  const results = await runSuite(
    [
      { id: "wrong", title: "错", run: async ({ expect: compare }) => compare("数", 1, 2) },
      { id: "throws", title: "抛", run: () => Promise.reject(new Error("没有")) },
      { id: "right", title: "对", run: async ({ expect: compare }) => compare("数", 2, 2) },
    ],
    client,
    () => host,
    { hasFunctions: false },
  );
  expect(results.map(({ outcome, remark }) => [outcome, remark])).toEqual([
    ["failed", ""],
    ["crashed", "Error 没有"],
    ["passed", ""],
  ]);
  expect(results[0]!.comparisons).toEqual([{ what: "数", expected: 2, seen: 1, agrees: false }]);
});
