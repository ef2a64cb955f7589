/** The ribbon's buttons tell Excel first that they are done, and do their work with the pane or without it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ribbonActions } from "../../src/commands/ribbon";

const done: string[] = [];
const event = { completed: () => void done.push("completed") };

beforeEach(() => {
  done.length = 0;
  Object.assign(globalThis, {
    Office: { addin: { showAsTaskpane: () => Promise.resolve(void done.push("pane shown")) } },
  });
});

const pane = (failing = false) => ({
  check: () => (failing ? Promise.reject(new Error("no")) : Promise.resolve(void done.push("checked"))),
  clearMarks: () => (failing ? Promise.reject(new Error("no")) : Promise.resolve(void done.push("cleared"))),
});

test("一键核对 is done for Excel at once, then opens the pane, then checks (office-js #3250)", async () => {
  await ribbonActions(pane())["checkWorkbook"]!(event);
  expect(done).toEqual(["completed", "pane shown", "checked"]);
});

test.each([
  ["never comes", () => new Promise<void>(() => undefined)],
  ["is refused", () => Promise.reject(new Error("no"))],
])("一键核对 checks although the pane %s", async (_, showAsTaskpane) => {
  Object.assign(globalThis, { Office: { addin: { showAsTaskpane } } });
  await ribbonActions(pane())["checkWorkbook"]!(event);
  expect(done).toEqual(["completed", "checked"]);
});

test("清除标记 needs no pane", async () => {
  await ribbonActions(pane())["clearMarks"]!(event);
  expect(done).toEqual(["completed", "cleared"]);
});

test("a button whose work fails does not stay pressed", async () => {
  for (const action of Object.values(ribbonActions(pane(true)))) await action(event).catch(() => undefined);
  expect(done.filter((step) => step === "completed")).toHaveLength(2);
});

test("every command that the manifest names is there", () => {
  const named = [...readFileSync(join(__dirname, "../../manifest.xml"), "utf8").matchAll(/<FunctionName>(\w+)</g)].map(
    ([, name]) => name,
  );
  expect(named.sort()).toEqual(Object.keys(ribbonActions(pane())).sort());
});
