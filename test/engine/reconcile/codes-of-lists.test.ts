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
