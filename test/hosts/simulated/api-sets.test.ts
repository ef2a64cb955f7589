/**
 * Everything that the adapter asks of Excel is in ExcelApi 1.13, which the manifest asks for: by Microsoft's own types.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { NEEDED_SET, createExcelHost } from "../../../src/hosts/excel";
import { runSuite } from "../../../src/selftest/run-suite";
import { contract } from "../../../src/selftest/steps";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "./simulated-workbook";

afterEach(expectNoUnknownMembers);

/** The ExcelApi set of every member of Excel's classes, by "Range.values"; a member without one has its class's. */
function setsOfMembers(): Map<string, number> {
  const file = join(__dirname, "../../../node_modules/@types/office-js/index.d.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const sets = new Map<string, number>();
  const setOf = (node: ts.Node): number | null => {
    const [comment] = ts.getJSDocCommentsAndTags(node).map((found) => found.getText());
    const found = /\[Api set: ExcelApi (?:1\.(\d+)|([A-Z]+))/i.exec(comment ?? "");
    return found ? Number(found[1] ?? 99) : null;
  };
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel") continue;
    for (const declared of (statement.body as ts.ModuleBlock).statements) {
      if (!ts.isClassDeclaration(declared) || !declared.name) continue;
      const ofClass = setOf(declared) ?? 1;
      for (const member of declared.members) {
        if (!member.name) continue;
        const name = `${declared.name.text}.${member.name.getText()}`;
        sets.set(name, Math.min(sets.get(name) ?? 99, setOf(member) ?? ofClass));
      }
    }
  }
  return sets;
}

/** What the client asks by another name than that of the types. */
const CALLED: Readonly<Record<string, string>> = { "Workbook._Runtime": "RequestContext.runtime" };

test("no member of the contract needs a later set", async () => {
  const { excel, Excel, host } = simulate(makeWorkbook([{ name: "Sheet1", cells: {} }]));
  const client = { run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Excel.run(batch) };
  await runSuite(contract, client, () => createExcelHost(client, host.capabilities), { hasFunctions: false });
  const sets = setsOfMembers();
  const asked = [...excel.askedMembers].map((name) => CALLED[name] ?? name).filter((name) => !/\._/.test(name));
  expect(asked.length).toBeGreaterThan(60);
  expect(asked.filter((name) => !sets.has(name))).toEqual([]);
  const needed = Number(NEEDED_SET.split(".")[1]);
  expect(asked.filter((name) => sets.get(name)! > needed)).toEqual([]);
  expect(sets.get("Worksheet.notes")).toBe(18);
});
