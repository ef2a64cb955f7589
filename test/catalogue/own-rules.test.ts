import { catalogue, extendCatalogue } from "../../src/catalogue";
import { exampleWorkbook } from "../../src/catalogue/example";
import { allChecks } from "../../src/engine/all-checks";
import { reconcile } from "../../src/engine/reconcile";
import { recogniseTables } from "../../src/engine/tables";

const rule = {
  id: "city-basic-at-most-total",
  title: "我市要求：基本支出不大于支出总计的一半以外另行说明",
  tables: ["budget-summary"],
  severity: "explain",
  check: "at-most",
  parameters: {
    left: [{ table: "budget-summary", name: "基本支出", sections: ["expenditure"], lines: [{ roles: ["basic"] }] }],
    right: [{ table: "budget-summary", name: "项目支出", sections: ["expenditure"], lines: [{ roles: ["project"] }] }],
  },
  source: "某市财政局通知",
  explanation: "基本支出大于项目支出的需要说明。",
};

function problemsWith(content: unknown, name = "city-basic-at-most-total.json"): string[] {
  return extendCatalogue(catalogue, [{ name, content }]).problems.map(
    ({ file, field, message }) => `${file} ${field}：${message}`,
  );
}

describe("a person's own rules and templates", () => {
  test("a JSON file is enough to add a rule", () => {
    const { catalogue: extended, problems } = extendCatalogue(catalogue, [
      { name: "city-basic-at-most-total.json", content: rule },
    ]);
    expect(problems).toEqual([]);
    const workbook = exampleWorkbook([
      {
        name: "收支总表",
        rows: [
          ["2025年部门收支总表"],
          ["单位：万元"],
          ["收入", null, "支出", null],
          ["项目", "本年预算", "项目", "本年预算"],
          ["一、财政拨款收入", 100, "一、基本支出", 70],
          [null, null, "二、项目支出", 30],
          ["本年收入合计", 100, "本年支出合计", 100],
          ["收入总计", 100, "支出总计", 100],
        ],
      },
    ]);
    const { tables } = recogniseTables(workbook, extended.templates);
    expect(reconcile(workbook, tables, extended.rules, allChecks).outcomes).toMatchObject([
      { rule: rule.id, outcome: "fail", severity: "explain", reported: "70", computed: "30" },
    ]);
  });

  test("a template takes over what it does not say itself from the one that it extends", () => {
    const own = {
      id: "city-three-public",
      extends: "three-public",
      titles: ["三项经费表"],
      columns: [{ role: "reception", names: ["^招待费$"] }],
    };
    const { catalogue: extended, problems } = extendCatalogue(catalogue, [
      { name: "city-three-public.json", content: own },
    ]);
    const twin = catalogue.templates.find(({ id }) => id === "three-public")!;
    const made = extended.templates.find(({ id }) => id === own.id)!;
    expect(problems).toEqual([]);
    expect(made).toMatchObject({ kind: "three-public", stage: "budget", layout: "matrix", titles: ["三项经费表"] });
    expect(made.columns!.find(({ role }) => role === "reception")).toMatchObject({
      names: ["接待", "^招待费$"],
      required: true,
    });
    expect(made.columns).toHaveLength(twin.columns!.length);
  });

  test("a template that extends none that is there, or itself, is said to", () => {
    const own = (base: string) => ({ id: "city-table", extends: base, titles: ["表"] });
    expect(problemsWith(own("no-such-table"), "city-table.json")).toEqual([
      "city-table.json extends：没有编号为“no-such-table”的表样",
    ]);
    expect(problemsWith(own("city-table"), "city-table.json")).toEqual([
      "city-table.json extends：表样“city-table”绕了一圈又回到自己",
    ]);
  });

  test("a file with the id of an official one takes its place", () => {
    const official = catalogue.rules.find(({ id }) => id === "three-public-row-total")!;
    const { catalogue: extended } = extendCatalogue(catalogue, [
      { name: "three-public-row-total.json", content: { ...official, severity: "hint" } },
    ]);
    expect(extended.rules.filter(({ id }) => id === official.id)).toMatchObject([{ severity: "hint" }]);
    expect(extended.rules).toHaveLength(catalogue.rules.length);
  });

  test("a template is told by its layout", () => {
    const official = catalogue.templates.find(({ id }) => id === "income-summary")!;
    const { catalogue: extended, problems } = extendCatalogue(catalogue, [
      { name: "income-of-our-city.json", content: { ...official, id: "income-of-our-city" } },
    ]);
    expect(problems).toEqual([]);
    expect(extended.templates.map(({ id }) => id)).toContain("income-of-our-city");
  });

  test("what is wrong is said in Chinese, with file and field", () => {
    expect(problemsWith({ ...rule, severity: "fatal" })).toEqual([
      "city-basic-at-most-total.json severity：只能是：error、explain、hint",
    ]);
    expect(problemsWith({ ...rule, title: undefined })).toEqual([
      "city-basic-at-most-total.json title：缺少这一项，应为文字",
    ]);
    expect(problemsWith({ ...rule, colour: "red" })).toEqual(["city-basic-at-most-total.json ：不认识的项：colour"]);
    expect(problemsWith({ ...rule, id: "Eigene Regel" })).toEqual([
      "city-basic-at-most-total.json id：只能用小写英文字母、数字和连字符",
    ]);
    expect(problemsWith({ ...rule, parameters: { left: [], right: rule.parameters.right } })).toEqual([
      "city-basic-at-most-total.json parameters.left：不能为空",
    ]);
    expect(problemsWith(rule, "other.json")).toEqual(["other.json id：编号“city-basic-at-most-total”应与文件名相同"]);
    expect(problemsWith({ ...rule, check: "guess" })[0]).toMatch(
      /^city-basic-at-most-total\.json check：没有名为“guess”的核对方法，可用的有：.*lines-add-up/,
    );
    expect(problemsWith([1, 2])).toEqual(["city-basic-at-most-total.json ：应为对象 { }"]);
  });
});

describe("a person's own files with slips", () => {
  test("a template whose pattern is no regular expression is refused with file and field", () => {
    const template = {
      ...catalogue.templates.find(({ id }) => id === "three-public")!,
      id: "own-table",
      titles: ["三公(经费"],
    };
    const { problems } = extendCatalogue(catalogue, [{ name: "own-table.json", content: template }]);
    expect(problems).toEqual([
      { file: "own-table.json", field: "titles", message: "“三公(经费”不是正确的匹配式，请检查括号和特殊符号" },
    ]);
  });

  test("a rule of a kind of table that nobody recognises is refused", () => {
    const rule = {
      ...catalogue.rules.find(({ id }) => id === "three-public-row-total")!,
      id: "own-rule",
      tables: ["three-publics"],
    };
    const { problems } = extendCatalogue(catalogue, [{ name: "own-rule.json", content: rule }]);
    expect(problems.map(({ file, field }) => [file, field])).toEqual([["own-rule.json", "tables"]]);
  });
});
