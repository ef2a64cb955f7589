import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ownRulesReport } from "../../docs/own-rules-report";
import { exampleRunner } from "../../docs/rules-page/run-example";
import { catalogue, extendCatalogue } from "../../src/catalogue";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";
import { openPackage, readWorkbook } from "../../src/hosts/file";

const docs = join(__dirname, "../../docs");
const folder = join(docs, "examples/catalogue");
const page = readFileSync(join(docs, "own-rules.md"), "utf8");
const contents = readdirSync(folder).map((name) => ({
  name,
  content: JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown,
}));
const extended = extendCatalogue(catalogue, contents);
const run = exampleRunner(extended.catalogue);
const bytes = readFileSync(join(docs, "examples/procurement.xlsx"));

describe("自己的表样和规则（docs/own-rules.md 的例子）", () => {
  it("目录里的文件都能用，没有写错的地方", () => {
    expect(extended.problems).toEqual([]);
  });

  it.each(contents.filter(({ content }) => "check" in (content as object)).map(({ name }) => name))(
    "%s 的例子：改动前不报，改动后不符",
    (name) => {
      const rule = extended.catalogue.rules.find(({ id }) => `${id}.json` === name)!;
      const { saidBefore, saidAfter } = run(rule);
      expect(saidBefore).toEqual([]);
      expect(saidAfter.map(({ outcome }) => outcome)).toContain("fail");
    },
  );

  it("不带这个目录时，政府采购预算表没有表样，只核对它自己的加总", () => {
    const { tables } = checkWorkbook("procurement.xlsx", readWorkbook(openPackage(bytes)), catalogue, allChecks);
    const bySums = tables.filter(({ template }) => template.kind === "unknown-sums");
    expect(bySums.map(({ sheet }) => sheet.name)).toEqual(["政府采购预算表"]);
  });

  it("带上以后，打印的正是文中所印的（不一致时运行 npm run docs）", () => {
    const printed = /```text\n([\s\S]*?)\n```/.exec(page)![1]!;
    expect(printed).toBe(ownRulesReport(bytes, extended.catalogue));
  });

  it("文中列出的文件与目录里的文件一一对应", () => {
    expect([...page.matchAll(/^\| \[([\w-]+\.json)\]/gm)].map((match) => match[1]).sort()).toEqual(
      contents.map(({ name }) => name).sort(),
    );
  });
});
