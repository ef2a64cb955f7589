import { readdirSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../src/catalogue";
import { besideExample, exampleNamed, exampleWorkbook } from "../../src/catalogue/example";
import { files as classificationFiles } from "../../src/catalogue/classifications";
import { files as exampleFiles } from "../../src/catalogue/examples";
import { files as ruleFiles } from "../../src/catalogue/rules";
import { files as templateFiles } from "../../src/catalogue/templates";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";
import { linearChecks, type Outcome, type Rule, type RuleExample } from "../../src/engine/reconcile";

const folder = join(__dirname, "../../src/catalogue");

describe("the catalogue", () => {
  test.each([
    ["classifications", classificationFiles],
    ["rules", ruleFiles],
    ["templates", templateFiles],
    ["examples", exampleFiles],
  ])("the list of %s names every file of the folder (npx jiti src/catalogue/write-lists.ts)", (name, files) => {
    const onDisk = readdirSync(join(folder, name)).filter((file) => file.endsWith(".json"));
    expect(files.map((file) => file.name)).toEqual(onDisk.sort());
  });

  test("every check is named by a rule, and every rule names a check", () => {
    const named = new Set(catalogue.rules.map((rule) => rule.check));
    expect(Object.keys(allChecks).filter((check) => !named.has(check))).toEqual([]);
    expect([...named].filter((check) => !Object.hasOwn(allChecks, check))).toEqual([]);
  });

  test("rules speak of kinds of tables that a template recognises", () => {
    const kinds = new Set(catalogue.templates.map((template) => template.kind));
    const strange = catalogue.rules.flatMap((rule) =>
      rule.tables.filter((kind) => !kinds.has(kind)).map((kind) => `${rule.id}: ${kind}`),
    );
    expect(strange).toEqual([]);
  });

  test("titles tell rules apart", () => {
    const titles = catalogue.rules.map((rule) => rule.title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test("a rule of amounts that can fail has an example", () => {
    expect(
      catalogue.rules.filter((rule) => Object.hasOwn(linearChecks, rule.check) && !rule.example).map((rule) => rule.id),
    ).toEqual([]);
  });
});

/** Outcomes of all rules on some sheets. Many rules share one example: its tables are checked once. */
const checked = new Map<string, readonly Outcome[]>();

function check(example: RuleExample, changes: RuleExample["changes"]): readonly Outcome[] {
  const key = JSON.stringify([example.of, example.sheets, example.beside, changes]);
  let outcomes = checked.get(key);
  if (!outcomes) {
    outcomes = checkWorkbook("example", exampleWorkbook(exampleNamed(example), changes), catalogue, allChecks, {
      compared: besideExample(example),
    }).reconciliation.outcomes;
    checked.set(key, outcomes);
  }
  return outcomes;
}

/** What the rule says of its example, before and after the changes. */
function outcomesOf(rule: Rule, changed: boolean): string[] {
  const outcomes = check(rule.example!, changed ? rule.example!.changes : []);
  return outcomes.filter((outcome) => outcome.rule === rule.id).map(({ outcome }) => outcome);
}

describe("the example of each rule", () => {
  const withExample = catalogue.rules.filter((rule) => rule.example).map((rule) => [rule.id, rule] as const);

  test.each(withExample)("%s: agrees, and after the change does not", (_, rule) => {
    expect(outcomesOf(rule, false)).toEqual([]);
    expect(outcomesOf(rule, true)).toContain(rule.example!.then ?? "fail");
  });
});
