/** The ribbon's buttons do their work without the pane, and always tell Excel that they are done. */
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

test("一键核对 checks first and opens the pane afterwards", async () => {
  await ribbonActions(pane())["checkWorkbook"]!(event);
  expect(done).toEqual(["checked", "pane shown", "completed"]);
});

test("清除标记 needs no pane", async () => {
  await ribbonActions(pane())["clearMarks"]!(event);
  expect(done).toEqual(["cleared", "completed"]);
});

test("a button whose work fails does not stay pressed", async () => {
  for (const action of Object.values(ribbonActions(pane(true)))) await action(event).catch(() => undefined);
  expect(done).toEqual(["completed", "completed"]);
});

test("every command that the manifest names is there", () => {
  const named = [...readFileSync(join(__dirname, "../../manifest.xml"), "utf8").matchAll(/<FunctionName>(\w+)</g)].map(
    ([, name]) => name,
  );
  expect(named.sort()).toEqual(Object.keys(ribbonActions(pane())).sort());
});
