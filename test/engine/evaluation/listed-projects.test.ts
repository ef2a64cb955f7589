import { catalogue } from "../../../src/catalogue";
import { exampleWorkbook } from "../../../src/catalogue/example";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";

type Row = readonly (string | number | null)[];

/** A project's form, in 万元: its 财政拨款 and 其他资金. */
const form = (name: string, code: string, fiscal: number, other: number, label = "年度资金总额"): readonly Row[] => [
  ["项目支出绩效目标表"],
  ["（2026年度）", null, null, null, "单位：万元"],
  ["项目名称", name, null, "项目代码", code],
  ["项目资金", label, null, fiscal + other],
  [null, "其中：财政拨款", null, fiscal],
  [null, "其他资金", null, other],
  ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
  ["产出指标", "数量指标", "完成数量", "≥10项", 50],
  ["效益指标", "社会效益指标", "受益户数", "≥300户", 30],
  ["满意度指标", "满意度指标", "群众满意度", "≥90%", 10],
];

const repair = "30021026T000001";
const survey = "30021026T000002";

/** All projects, in 元, with what the first two print. */
const list = (own: number, carried: number, other: number, title = "项目支出表"): readonly Row[] => [
  [`2026年${title}`],
  ["单位名称", null, null, null, null, "单位：元"],
  ["项目代码", "项目名称", "合计", "本年拨款", "上年结转", "单位资金"],
  [null, "合计", 1_690_000 + own + carried + other, 1_290_000 + own, 400_000 + carried, other],
  [repair, "渠道维修", own + carried, own, carried, null],
  [survey, "水质调查", 1_290_000 + other, 1_290_000, null, other],
  ["30021026T000003", "仪器更新（结转）", 400_000, null, 400_000, null],
];

function findingsOf(sheets: readonly { readonly name: string; readonly rows: readonly Row[] }[]): string[] {
  return checkWorkbook("项目.xlsx", exampleWorkbook(sheets), catalogue, allChecks).findings.map(
    ({ code, severity, cells }) => `${severity} ${code} ${cells.map(({ address }) => address).join(" ")}`,
  );
}

const sheets = (forms: readonly (readonly Row[])[], all: readonly Row[]) => [
  ...forms.map((rows, at) => ({ name: `目标${at + 1}`, rows })),
  { name: "项目", rows: all },
];

describe("a project's form and the list of all projects", () => {
  test("that agree are left in peace, whatever the unit of money", () => {
    const forms = [form("渠道维修", repair, 85.5, 0), form("水质调查", survey, 129, 6)];
    expect(findingsOf(sheets(forms, list(855_000, 0, 60_000)))).toEqual([]);
  });

  test("that differ in one of two projects are to be explained", () => {
    const forms = [form("渠道维修", repair, 85.5, 0), form("水质调查", survey, 117.4, 6)];
    expect(findingsOf(sheets(forms, list(855_000, 0, 60_000)))).toEqual(["explain project-lists-equal-targets C6 D4"]);
  });

  test("are matched by the code where the name is written otherwise", () => {
    const forms = [form("渠道维修工程", repair, 58.5, 0), form("水质调查", survey, 129, 6)];
    expect(findingsOf(sheets(forms, list(855_000, 0, 60_000)))).toEqual(["explain project-lists-equal-targets C5 D4"]);
  });

  test("may differ by the balance or the other money that one of them prints and the other leaves out", () => {
    const forms = [form("渠道维修", repair, 85.5, 0), form("水质调查", survey, 129, 6)];
    expect(findingsOf(sheets(forms, list(855_000, 230_000, 60_000)))).toEqual([]);
    expect(findingsOf(sheets(forms, list(855_000, 0, 0)))).toEqual([]);
  });

  test("of a single project must look mistyped", () => {
    const only = (fiscal: number) => [form("渠道维修", repair, fiscal, 0)];
    expect(findingsOf(sheets(only(855), list(855_000, 0, 0)))).toEqual(["explain project-lists-equal-targets C5 D4"]);
    expect(findingsOf(sheets(only(61.3), list(855_000, 0, 0)))).toEqual([]);
  });

  test("are not compared where the list is of what is bought", () => {
    const forms = [form("渠道维修", repair, 85.5, 0), form("水质调查", survey, 236.2, 0)];
    expect(findingsOf(sheets(forms, list(855_000, 0, 0, "政府采购预算表")))).toEqual([]);
  });

  test("are read under the heading 2026年预算, too", () => {
    const forms = [form("渠道维修", repair, 85.5, 0, "2026年预算"), form("水质调查", survey, 117.4, 6, "2026年预算")];
    expect(findingsOf(sheets(forms, list(855_000, 0, 60_000)))).toEqual(["explain project-lists-equal-targets C6 D4"]);
  });
});

describe("the total of the targets and 项目支出 of the whole", () => {
  const whole = {
    name: "支出",
    rows: [
      ["2026年部门支出总表"],
      ["单位：万元"],
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      ["213", "农林水支出", 404.5, 150, 254.5],
      ["21303", "水利", 404.5, 150, 254.5],
      ["2130301", "行政运行", 150, 150, null],
      ["2130305", "水利工程建设", 254.5, null, 254.5],
      [null, "合计", 404.5, 150, 254.5],
    ],
  };
  const targets = (total: number) => ({
    name: "目标",
    rows: [
      ["2026年项目支出绩效目标表"],
      ["单位：万元"],
      ["项目名称", "资金总额", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
      ["合计", total],
      ["渠道维修", 85.5, "产出指标", "数量指标", "维修长度", "≥12公里", 90],
      ["水质调查", 129, "产出指标", "数量指标", "调查点数", "≥30个", 90],
    ],
  });
  const all = { name: "项目", rows: list(855_000, 0, 0) };

  test("may differ by the projects that the list of all has beside them", () => {
    expect(findingsOf([whole, targets(214.5), all])).toEqual([]);
  });

  test("differ where no list of all projects says why", () => {
    expect(findingsOf([whole, targets(214.5)])).toEqual([
      "explain project-performance-target-total-equals-expenditure-summary E8 B4",
    ]);
  });
});
