import { catalogue } from "../../../src/catalogue";
import {
  planFill,
  planFillInSteps,
  planSelfEvaluation,
  planSelfEvaluationInSteps,
  readActuals,
} from "../../../src/engine/evaluation/self-evaluation";
import { realIndicators } from "../../../src/engine/evaluation/subject";
import { fullTarget } from "../../../src/engine/evaluation/full-target";
import { finish } from "../../../src/engine/steps";
import { recogniseTables } from "../../../src/engine/tables";
import type { Table } from "../../../src/engine/tables/table";
import type { AuthoredSheet, Edit, Workbook } from "../../../src/engine/workbook";
import { a1 } from "../../../src/engine/workbook";
import { drawn } from "../tables/layouts/drawn-sheet";
import { workbookOf } from "./authored";
import { findingsOf, outcomesOf, performanceWorkbook } from "./made-workbook";
import type { Change } from "./made-workbook";

const tablesOf = (workbook: Workbook): readonly Table[] => recogniseTables(workbook, catalogue.templates).tables;
const form = "项目自评表";
const emptied: Change[] = ["H8", "H11", "H12", "H13", "H15", "H16", "H17"].map((address): Change => [
  form,
  address,
  null,
]);

function fill(workbook: Workbook, overwrite = false) {
  return planFill(workbook, tablesOf(workbook), { overwrite });
}

function written(edits: readonly Edit[]): string[] {
  return edits.map((edit) =>
    edit.type === "set-value"
      ? `${edit.address}=${String(edit.value)}`
      : edit.type === "set-formula"
        ? `${edit.address}:=${edit.formula} (${String(edit.value)})`
        : edit.type,
  );
}

/** The shares that steps tell of. */
function sharesOf(steps: Iterable<number>): number[] {
  return [...steps];
}

test("forms are planned and filled one a step, and what comes of it is the same as without a pause", () => {
  const workbook = performanceWorkbook(...emptied);
  const tables = tablesOf(workbook);
  expect(sharesOf(planSelfEvaluationInSteps(workbook, tables))).toEqual([0, 0.5]);
  expect(sharesOf(planFillInSteps(workbook, tables))).toEqual([0, 1 / 3, 2 / 3]);
  expect(finish(planSelfEvaluationInSteps(workbook, tables))).toEqual(planSelfEvaluation(workbook, tables));
  expect(finish(planFillInSteps(workbook, tables))).toEqual(planFill(workbook, tables));
});

describe("filling scores", () => {
  test("writes every empty 得分 and the 总分 as a live sum, and nothing else", () => {
    expect(written(fill(performanceWorkbook(...emptied)).edits)).toEqual([
      "H11=20",
      "H12=20",
      "H13=20",
      "H15=10",
      "H16=20",
      "H8=9.29",
      "H17:=SUM(H8,H11:H13,H15:H16) (99.29)",
    ]);
  });

  test("keeps what a person has typed, unless told to", () => {
    const typed = performanceWorkbook([form, "F11", "800卷"], [form, "H11", 19]);
    expect(written(fill(typed).edits)).toEqual([]);
    expect(fill(typed).cells.find(({ address, sheet }) => sheet === form && address === "H11")).toMatchObject({
      previous: 19,
      score: 16,
      written: null,
      status: "scored",
    });
    expect(written(fill(typed, true).edits)).toEqual(["H11=16"]);
  });

  test("leaves a score that a person must give, and then the 总分", () => {
    const { edits, cells } = fill(
      performanceWorkbook(
        ...emptied,
        ["绩效目标表", "J6", "工作及时得满分，不及时不得分或扣相应分数"],
        [form, "F12", "基本按时"],
      ),
    );
    expect(written(edits)).not.toContainEqual(expect.stringMatching(/^H12|^H17/));
    expect(cells.find(({ address, sheet }) => sheet === form && address === "H12")).toMatchObject({
      status: "needs-judgement",
      score: null,
      written: null,
    });
  });

  test("a filled form agrees with its criteria", () => {
    const workbook = performanceWorkbook(...emptied);
    const values = fill(workbook).edits.flatMap((edit): Change[] =>
      edit.type === "set-value" || edit.type === "set-formula" ? [[edit.sheet, edit.address, edit.value]] : [],
    );
    expect(findingsOf(performanceWorkbook(...emptied, ...values))).toEqual([]);
  });
});

describe("writing a 自评表", () => {
  const workbook = performanceWorkbook();
  const targetsOnly: Workbook = { ...workbook, sheets: workbook.sheets.slice(0, 2) };
  const targets = tablesOf(targetsOnly);
  const plan = planSelfEvaluation(targetsOnly, targets);
  const sheets = plan.edits.flatMap((edit): AuthoredSheet[] => (edit.type === "add-sheet" ? [edit.sheet] : []));
  const cell = (sheet: AuthoredSheet, address: string) =>
    sheet.cells.find(({ row, column }) => a1(row, column) === address);

  test("makes a sheet for each project", () => {
    expect(plan.forms).toEqual([
      { sheet: "自评-档案整理经费", name: "档案整理经费" },
      { sheet: "自评-查阅服务经费", name: "查阅服务经费" },
    ]);
  });

  test("that is recognised again with the same indicators, targets and weights", () => {
    const shape = (tables: readonly Table[]) =>
      tables
        .flatMap((table) => table.blocks)
        .map((block) => [
          block.name,
          realIndicators(block)
            .map((indicator) =>
              [
                indicator.level1,
                indicator.level2,
                indicator.level3,
                fullTarget(indicator),
                indicator.texts["points"],
              ].join("/"),
            )
            .sort(),
        ]);
    const again = tablesOf(workbookOf(plan.edits));
    expect(again.map((table) => table.template.id)).toEqual(["project-self-evaluation", "project-self-evaluation"]);
    expect(shape(again)).toEqual(shape(targets.filter((table) => table.template.layout === "targets")));
  });

  test("with printed points, “/” rows for empty kinds, and live sums with their values", () => {
    const [sheet] = sheets;
    expect(cell(sheet!, "B12")).toMatchObject({ value: "产出指标（40分）" });
    expect(sheet!.cells.filter(({ value }) => value === "/").length % 5).toBe(0);
    const total = sheet!.cells.find(({ value }) => value === "总分")!;
    expect(cell(sheet!, a1(total.row, 6))).toMatchObject({ value: 100, formula: expect.stringMatching(/^SUM\(G/) });
  });

  test("全年 figures come from the base-data table, never from 年初", () => {
    expect(
      [cell(sheets[0]!, "D8"), cell(sheets[0]!, "E8"), cell(sheets[0]!, "F8")].map((found) => found?.value),
    ).toEqual([70, 70, 65]);
    const without: Workbook = { ...workbook, sheets: workbook.sheets.slice(0, 1) };
    const [edit] = planSelfEvaluation(without, tablesOf(without)).edits;
    const sheet = (edit as Extract<Edit, { type: "add-sheet" }>).sheet;
    expect([cell(sheet, "D8"), cell(sheet, "E8"), cell(sheet, "F8")].map((found) => found?.value)).toEqual([
      70,
      "",
      "",
    ]);
  });

  test("with actuals at hand also writes them and the scores, and asks for reasons only with a frame", () => {
    const reported = drawn([
      ["项目名称", "三级指标", "实际完成值", "全年预算数", "全年执行数"],
      ["档案整理经费", "整理档案卷数", "800卷", 70, 65],
      [null, "整理完成时间", "2024年10月20日"],
      [null, "查阅利用人次", 2100],
      [null, "查阅者满意度", { value: 0.96, format: "0%" }],
      [null, "整理经费", "65万元"],
    ]);
    const filled = planSelfEvaluation(targetsOnly, targets, {
      projects: ["档案整理经费"],
      actuals: readActuals(reported, []),
    });
    expect(filled.cells.map(({ indicator, score, written: own }) => [indicator, score, own])).toEqual([
      ["整理档案卷数", 16, 16],
      ["整理完成时间", 20, 20],
      ["查阅利用人次", 20, 20],
      ["查阅者满意度", 10, 10],
      ["整理经费", 20, 20],
      ["预算执行率", 9.29, 9.29],
    ]);
    const [edit] = filled.edits;
    const sheet = (edit as Extract<Edit, { type: "add-sheet" }>).sheet;
    expect(cell(sheet, "I12")?.value).toBe("指标值≥1000卷，实际完成800卷，为指标值的80%。原因：　改进措施：");
    expect(
      outcomesOf(workbookOf(filled.edits))
        .map(({ rule, outcome }) => `${rule} ${outcome}`)
        .filter((said) => !said.includes("funds")),
    ).toEqual(["self-evaluation-shortfall-reason fail"]);
  });

  test("says where the approved 分值 do not make 90, and changes nothing", () => {
    const other = performanceWorkbook(["绩效目标表", "M5", 15]);
    const odd: Workbook = { ...other, sheets: other.sheets.slice(0, 1) };
    const made = planSelfEvaluation(odd, tablesOf(odd), { projects: ["档案整理经费"] });
    expect(made.problems).toContainEqual({ code: "points-sum", form: "档案整理经费", sum: "85" });
    expect(made.cells[0]!.points).toBe(15);
  });

  test("a project that is not there is said so", () => {
    expect(planSelfEvaluation(targetsOnly, targets, { projects: ["不存在的项目"] }).problems).toEqual([
      { code: "no-such-project", form: "不存在的项目" },
    ]);
  });

  test("a self-evaluation that is there gives its actuals and its money", () => {
    const rows = readActuals(workbook, tablesOf(workbook));
    expect(
      rows
        .filter(({ project }) => project === "档案整理经费")
        .map(({ indicator, actual, annualBudget, executed }) => [
          indicator,
          actual,
          annualBudget?.toString(),
          executed?.toString(),
        ])[0],
    ).toEqual(["", "", "70", "65"]);
  });

  test("actuals that match no indicator, or no project, are named instead of being lost", () => {
    const reported = drawn([
      ["项目", "三级指标", "实际完成值"],
      ["档案整理经费", "整理档案卷数", "1000卷"],
      [null, "修复破损档案", "30卷"],
      ["展览经费", "办展场次", "2场"],
    ]);
    const { problems } = planSelfEvaluation(targetsOnly, targets, { actuals: readActuals(reported, []) });
    expect(problems.filter(({ code }) => code === "actuals-unmatched")).toEqual([
      { code: "actuals-unmatched", form: "档案整理经费", indicators: ["修复破损档案"] },
      { code: "actuals-unmatched", form: "展览经费", indicators: ["办展场次"] },
    ]);
  });
});
