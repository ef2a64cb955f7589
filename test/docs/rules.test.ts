import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rulesPage } from "../../docs/rules-page/page";
import { exampleRunner } from "../../docs/rules-page/run-example";
import { catalogue } from "../../src/catalogue";
import { examples, exampleWorkbook } from "../../src/catalogue/example";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";

const printed = readFileSync(join(__dirname, "../../docs/rules.md"), "utf8");
const run = exampleRunner(catalogue);
const ids = catalogue.rules.map(({ id }) => id);
const byId = new Map(catalogue.rules.map((rule) => [rule.id, rule]));

describe("docs/rules.md 是从规则目录生成的", () => {
  it("与规则目录一致（不一致时运行 npm run docs）", () => {
    expect(printed).toBe(rulesPage(catalogue, run));
  });

  it("每条规则有一个标题，每个标题是一条规则", () => {
    const headings = [...printed.matchAll(/^### (.+)$/gm)]
      .map((match) => match[1]!)
      .filter((heading) => !heading.startsWith("样例 "));
    expect([...headings].sort()).toEqual([...ids].sort());
  });

  it("每条规则都有例子", () => {
    expect(catalogue.rules.filter(({ example }) => example === undefined).map(({ id }) => id)).toEqual([]);
  });
});

describe("规则的例子", () => {
  it.each(catalogue.rules.filter(({ example }) => example !== undefined).map(({ id }) => id))(
    "%s：改动前不报，改动后报出所写的结果",
    (id) => {
      const { saidBefore, saidAfter, promised } = run(byId.get(id)!);
      expect(saidBefore.map(({ title }) => title)).toEqual([]);
      expect(saidAfter.map(({ outcome }) => outcome)).toContain(promised);
    },
  );

  it.each(examples.map(({ id }) => id))("样例 %s 的各表互相一致", (id) => {
    const { sheets } = examples.find((example) => example.id === id)!;
    const { findings, unrecognised, summary } = checkWorkbook(id, exampleWorkbook(sheets), catalogue, allChecks);
    expect(unrecognised).toEqual([]);
    expect(findings.map(({ code, title }) => `${code}：${title}`)).toEqual([]);
    expect(summary.pass).toBeGreaterThan(0);
  });
});
