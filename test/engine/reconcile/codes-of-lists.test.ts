/** Codes that lists without a template and forms print: of subjects, and of projects. */
import { catalogue } from "../../../src/catalogue";
import { exampleWorkbook } from "../../../src/catalogue/example";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";

type Row = readonly (string | number | null)[];

const form = (code: string): readonly Row[] => [
  ["项目支出绩效目标表"],
  ["（2026年度）", null, null, null, "单位：万元"],
  ["项目名称", "渠道维修", null, "项目编码", code],
  ["项目资金", "年度资金总额", null, 85.5],
  ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
  ["产出指标", "数量指标", "维修长度", "≥10公里", 50],
  ["效益指标", "社会效益指标", "受益户数", "≥300户", 30],
  ["满意度指标", "满意度指标", "群众满意度", "≥90%", 10],
];
const list = (code: string): readonly Row[] => [
  ["2026年项目支出表"],
  ["单位：万元"],
  ["项目编码", "项目名称", "合计", "本年拨款", "上年结转"],
  [null, "合计", 154.5, 114.5, 40],
  [code, "渠道维修", 85.5, 85.5, null],
  ["530025210000000034", "水质调查", 69, 29, 40],
];

const found = (own: string, listed: string): string[] =>
  checkWorkbook(
    "项目.xlsx",
    exampleWorkbook([
      { name: "目标", rows: form(own) },
      { name: "项目", rows: list(listed) },
    ]),
    catalogue,
    allChecks,
  ).findings.map(({ severity, code, cells }) => `${severity} ${code} ${cells.map(({ address }) => address).join(" ")}`);

test("a project has one code in its form and in the list", () => {
  expect(found("530025210000000063", "530025210000000063")).toEqual([]);
});

test("a digit or two between them are to be explained, by either", () => {
  expect(found("530025210000000063", "530025210000000036")).toEqual(["explain codes-agree-across E3 A5"]);
});

test("quite another code is another numbering", () => {
  expect(found("530025210000000063", "2130305")).toEqual([]);
});

test("款 and 项 of one name in a list without a template are told apart by their codes", () => {
  const rows = (code: string): readonly Row[] => [
    ["208", "社会保障和就业支出", 30, 20, 10],
    ["20805", "行政事业单位养老支出", 20, 20, null],
    ["2080501", "行政单位离退休", 20, 20, null],
    ["20899", "其他社会保障和就业支出", 10, null, 10],
    [code, "其他社会保障和就业支出", 10, null, 10],
  ];
  const table = (title: string, head: readonly string[], code: string): readonly Row[] => [
    [title],
    ["单位：万元"],
    ["科目编码", "科目名称", ...head],
    ...rows(code),
    [null, "合计", 30, 20, 10],
  ];
  const natures = ["合计", "基本支出", "项目支出"];
  const says = (code: string): string[] =>
    checkWorkbook(
      "各表.xlsx",
      exampleWorkbook([
        { name: "支出总表", rows: table("2026年部门支出总表", natures, "2089999") },
        { name: "一般公共预算支出表", rows: table("2026年一般公共预算支出表", natures, "2089999") },
        { name: "按科目", rows: table("2026年支出明细（功能科目）", ["合计", "市本级", "下级"], code) },
      ]),
      catalogue,
      allChecks,
    )
      .findings.filter((finding) => finding.code === "codes-agree-across")
      .map(({ severity, cells }) => `${severity} ${cells.map(({ address }) => address).join(" ")}`);
  expect(says("2089999")).toEqual([]);
  expect(says("2089989")).toEqual(["error A8"]);
});
