import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook, type CheckedWorkbook } from "../../../src/engine/check-workbook";
import { buildWorkbook } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import { bureauTables, textSheet } from "./budget-of-a-bureau";

const head = "江城市水务局2024年部门预算公开说明";

/** The numbers of a text beside the bureau's tables, as "words verdict". */
function ledger(...paragraphs: string[]): string[] {
  const { text } = checkWorkbook(
    "a",
    buildWorkbook([...bureauTables(), textSheet(head, ...paragraphs)]),
    catalogue,
    allChecks,
  );
  return text.map(({ words, verdict }) => `${words} ${verdict}`);
}

const published = (name: string): CheckedWorkbook => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "..", "workbooks", `${name}.xlsx`)));
  return checkWorkbook(name, readWorkbook(openPackage(bytes)), catalogue, allChecks);
};

describe("every number of a text", () => {
  test("is agreed, contradicted, or not comparable with a reason that names it", () => {
    const { text } = checkWorkbook(
      "a",
      buildWorkbook([
        ...bureauTables(),
        textSheet(
          head,
          "2024年支出预算5320.40万元，其中：基本支出3010.25万元，项目支出2220.15万元。",
          "2024年安排水文设施更新9.50万元，设施32座。",
        ),
      ]),
      catalogue,
      allChecks,
    );
    expect(text.map(({ words, verdict }) => [words, verdict])).toEqual([
      ["5320.40万元", "agreed"],
      ["3010.25万元", "contradicted"],
      ["2220.15万元", "agreed"],
      ["9.50万元", "not-comparable"],
      ["32座", "not-comparable"],
    ]);
    expect(text[3]!.reason).toContain("水文设施更新");
    expect(text[0]!.against.length).toBeGreaterThan(0);
    for (const { verdict, reason } of text) expect(reason !== "").toBe(verdict === "not-comparable");
  });

  test("stands where the text has it, letter by letter", () => {
    const { text, joined } = checkWorkbook(
      "a",
      buildWorkbook([
        ...bureauTables(),
        textSheet(head, "１、 2024年支出预算 ５，３２０．４０ 万元。\n（二）基本支出3,100.25万元。"),
      ]),
      catalogue,
      allChecks,
    );
    const sheet = joined.sheets.find(({ name }) => name === text[0]!.sheet)!;
    for (const { start, end, words } of text)
      expect(sheet.texts.some((cell) => cell?.slice(start, end) === words)).toBe(true);
    expect(text.map(({ verdict }) => verdict)).toEqual(["agreed", "agreed"]);
  });

  test.each([
    ["元 for 万元", "2024年支出预算53204000元，其中：基本支出31002500元，项目支出22201500元。"],
    ["thousands separators", "2024年支出预算5,320.40万元，其中：基本支出3,100.25万元，项目支出2,220.15万元。"],
    [
      "full width",
      "２０２４年支出预算５３２０．４０万元，其中：基本支出３１００．２５万元，项目支出２２２０．１５万元。",
    ],
    ["another order", "2024年支出预算5320.40万元，其中：项目支出2220.15万元，基本支出3100.25万元。"],
  ])("has the same verdict however it is written: %s", (_, sentence) => {
    expect(ledger(sentence).map((line) => line.split(" ")[1])).toEqual(["agreed", "agreed", "agreed"]);
  });

  test("a settled figure is held against the settled tables, the planned one against what it was completed by", () => {
    const { text } = checkWorkbook(
      "a",
      readWorkbook(
        openPackage(
          new Uint8Array(readFileSync(join(__dirname, "..", "..", "workbooks", "w13-final-standard-2023.xlsx"))),
        ),
      ),
      catalogue,
      allChecks,
      {
        compared: [
          {
            document: "text",
            name: "说明.txt",
            workbook: buildWorkbook([
              textSheet(
                "临河市住房和城乡建设局2023年度部门决算公开说明",
                "本年支出合计5032.79万元，其中：基本支出1205.17万元，占23.95%；项目支出3827.62万元，占76.05%。",
                "一、一般公共预算财政拨款支出决算具体情况",
                "1.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为98.00万元，支出决算为98.22万元，完成年初预算的100.22%。",
                "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算为92.82万元。",
              ),
            ]),
          },
        ],
      },
    );
    expect(text.map(({ words, verdict }) => `${words} ${verdict}`)).toEqual([
      "5032.79万元 agreed",
      "1205.17万元 agreed",
      "23.95% agreed",
      "3827.62万元 agreed",
      "76.05% agreed",
      "98.00万元 agreed",
      "98.22万元 agreed",
      "100.22% agreed",
      "92.82万元 contradicted",
    ]);
  });
});

describe("texts that a district published", () => {
  test.each([
    [
      "fuliyuan-2024-unit",
      ["738.66万元", "医疗卫生与计划生育支出", "7020元", "991.59万元", "没有写出原因", "增加内容"],
    ],
    [
      "wanli-2023-dept",
      [
        "不可能",
        "289.12%",
        "441.25万元",
        "3328.13万元",
        "8103平方米",
        "上一年度",
        "专项普查活动",
        "事业单位离退休经费增加",
        "城管执法",
      ],
    ],
    ["wanli-2024-dept", ["352.67万元", "8103平方米", "市级", "方向相反", "事业单位离退休经费增加", "城管执法"]],
    ["wanli-2025-dept", ["8103平方米", "统计信息事务统计管理", "计划生育事务", "千位分隔符"]],
  ])("%s: its true faults are told, and nothing else has to be corrected", (name, told) => {
    const { findings, text } = published(name);
    const titles = findings
      .filter(({ code, outcome }) => code.startsWith("narrative-") && outcome === "fail")
      .map(({ title }) => title);
    for (const words of told) expect(titles.join("\n")).toContain(words);
    const known = titles.filter((title) => told.some((words) => title.includes(words)));
    expect(titles).toEqual(known);
    expect(text.filter(({ reason, verdict }) => verdict === "not-comparable" && reason.length < 8)).toEqual([]);
  });
});
