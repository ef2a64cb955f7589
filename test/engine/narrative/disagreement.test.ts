import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { checkText, findingsIn } from "./check-text";
import { textsThatAgree } from "./texts-of-cities";

describe("a sentence that does not agree is found", () => {
  test.each([
    ["the total", "2024年本部门收入预算5230.40万元。", "narrative-figures-equal-tables: fail 5230.4/5120.4"],
    ["元 for 万元", "2024年本部门支出预算5320.40元。", "narrative-figures-equal-tables: fail 5320.4/53204000"],
    [
      "a source",
      "收入预算5320.40万元，其中：政府性基金预算拨款收入30万元。",
      "narrative-figures-equal-tables: fail 30/300",
    ],
    [
      "基本支出 with full-width digits and blanks",
      "２０２４年 基本支出 ３，０１０．２５ 万元。",
      "narrative-figures-equal-tables: fail 3010.25/3100.25",
    ],
    [
      "a function class under 项目支出",
      "项目支出2220.15万元，其中：农林水支出1902.15万元。",
      "narrative-figures-equal-tables: fail 1902.15/1920.15",
    ],
    [
      "an item by its class, section and name",
      "农林水支出（类）水利（款）行政运行（项）2024年预算数为2860.15万元。",
      "narrative-figures-equal-tables: fail 2860.15/2680.15",
    ],
    [
      "an item with its code behind the name",
      "行政运行（2130301）2860.15万元，较上年减少20万元。",
      "narrative-figures-equal-tables: fail 2860.15/2680.15",
    ],
    [
      "a figure behind the end of a reason",
      "2024年收入预算5320.40万元，主要原因是项目减少；2024年支出预算5230.40万元。",
      "narrative-figures-equal-tables: fail 5230.4/5320.4",
    ],
    [
      "the same change said otherwise",
      "2024年收入预算5320.40万元，比上年减少120.40万元。2024年收入预算5320.40万元，比上年减少110.40万元。",
      "narrative-changes-agree: fail -110.4/-120.4",
    ],
    ["a project", "2024年农村饮水安全工程安排100万元。", "narrative-figures-equal-tables: fail 100/1000"],
    ["part of 三公", "2024年公务用车运行维护费1万元。", "narrative-figures-equal-tables: fail 1/10"],
    ["会议费 below the table", "2024年会议费预算5万元。", "narrative-meeting-and-training-at-least-table: fail 5/6"],
    [
      "机关运行经费 above 公用经费",
      "2024年机关运行经费530.05万元。",
      "narrative-running-cost-within-public-use: fail 530.05/350.05",
    ],
    [
      "money that a text denies",
      "2024年本部门没有使用政府性基金预算拨款安排的支出。",
      "narrative-figures-equal-tables: fail",
    ],
    ["money in an empty table", "2024年国有资本经营预算支出40万元。", "narrative-figures-equal-tables: fail 40/0"],
    [
      "parts of 政府采购",
      "政府采购预算总额582.02万元，其中，货物类采购预算1.02万元；工程类采购预算0万元；服务类采购预算582.20万元。",
      "narrative-parts-add-up: fail 582.02/583.22",
    ],
    [
      "parts in brackets",
      "清淤专项100万元（具体包括：设备60万元；人工30万元）。",
      "narrative-parts-add-up: fail 100/90",
    ],
    [
      "vehicles",
      "共有车辆9辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车2辆。",
      "narrative-counts-add-up: fail 9/5",
    ],
    [
      "people",
      "培训费预算15万元，人数405人，内容为：党员培训205人；业务培训105人；安全培训14人。",
      "narrative-counts-add-up: fail 405/324",
    ],
    [
      "a rate over this year instead of last",
      "政府采购预算90万元，比上年减少10万元，下降11.11%。",
      "narrative-change-rate-fits: fail 11.11/10",
    ],
    [
      "a rate of an increase",
      "政府采购预算110万元，同比增加10万元，增长9.09%。",
      "narrative-change-rate-fits: fail 9.09/10",
    ],
    ["up and down at once", "政府采购预算90万元，较去年减少10万元，增长10%。", "narrative-change-rate-fits: fail"],
    [
      "last year's figure",
      "政府采购预算110万元，比2023年预算90万元增加10万元。",
      "narrative-change-rate-fits: fail 10/20",
    ],
    ["a share", "支出预算5320.40万元，其中：基本支出3100.25万元，占85.27%。", "narrative-share-fits: fail 85.27/58.27"],
    ["a stale year", "2023年收入预算5320.40万元。2024年支出预算5320.40万元。", "narrative-year-is-the-budgets: fail"],
    [
      "two amounts for one thing",
      "政府采购预算120万元。其他说明文字。2024年政府采购预算210万元。",
      "narrative-mentions-agree: fail 210/120",
    ],
  ])("%s", (_, sentence, finding) => {
    expect(findingsIn([sentence])).toContain(finding);
  });

  test("机关运行经费 below 公用经费 asks for a word, none at all is fine", () => {
    const [less] = checkText(["2024年机关运行经费300万元。"]).outcomes;
    expect(less).toMatchObject({ outcome: "fail", severity: "explain" });
    expect(findingsIn(["本单位机关运行经费0万元，主要原因是本单位无机关运行经费。"])).toEqual([]);
  });

  test("the finding names the paragraph's cell and the table's, and the difference in the unit of the text", () => {
    const { outcomes } = checkText(["2024年支出预算53204001元。"]);
    expect(outcomes[0]).toMatchObject({
      reported: "53204001",
      computed: "53204000",
      difference: "1",
      outcome: "rounding",
    });
    expect(outcomes[0]!.operands.map(({ role }) => role)).toEqual(["reported", "other"]);
  });

  test("a text that prints the table's figure rounded half up is right", () => {
    expect(findingsIn(["2024年基本支出3100.3万元。"])).toEqual([]);
    expect(findingsIn(["2024年基本支出3100万元。"])).toEqual([]);
    expect(findingsIn(["2024年基本支出约3100.3万元。"])).toEqual([]);
  });

  test("one unit of the last printed place is a rounding difference, more is a contradiction", () => {
    expect(findingsIn(["2024年基本支出3100.2万元。"])).toEqual([
      "narrative-figures-equal-tables: rounding 3100.2/3100.25",
    ]);
    expect(findingsIn(["2024年基本支出3100.1万元。"])).toEqual(["narrative-figures-equal-tables: fail 3100.1/3100.25"]);
  });

  test("a whole number that was cut off is a rounding difference, another whole number is none", () => {
    expect(findingsIn(["2024年支出预算5320万元。"])).toEqual([]);
    expect(findingsIn(["2024年支出预算5321万元。"])).toEqual(["narrative-figures-equal-tables: rounding 5321/5320.4"]);
    expect(findingsIn(["2024年支出预算5322万元。"])).toEqual(["narrative-figures-equal-tables: fail 5322/5320.4"]);
  });

  test("a wrong table is as good as a wrong text", () => {
    const tables = bureauTables().map((sheet) =>
      sheet.name === "三公经费表"
        ? sheetOf(sheet.name, [
            ["2024年一般公共预算“三公”经费支出表"],
            ["部门名称：江城市水务局", null, "单位：万元"],
            ["单位名称", "合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"],
            ["合计", 63.5, 5, 55, 3.5],
          ])
        : sheet,
    );
    expect(
      findingsIn(
        ["2024年“三公”经费预算36.50万元，其中：因公出国（境）费5万元，公务用车购置及运行费28万元，公务接待费3.5万元。"],
        tables,
      ),
    ).toEqual(["narrative-figures-equal-tables: fail 36.5/63.5", "narrative-figures-equal-tables: fail 28/55"]);
  });
});

describe("a digit changed anywhere", () => {
  /** Each amount, share and count of a text with its first digit changed, one at a time. */
  function faultsOf(paragraphs: readonly string[]): { place: string; changed: string[] }[] {
    return paragraphs.flatMap((paragraph, index) =>
      [...paragraph.matchAll(/\d[\d,.]*(?=(?:亿元|万元|元|%|辆)(?!以上|（含）以上))/g)].map((match) => {
        const digit = String((Number(match[0][0]) + 3) % 10);
        const text = paragraph.slice(0, match.index) + digit + paragraph.slice(match.index + 1);
        return {
          place: paragraph.slice(Math.max(0, match.index - 12), match.index + match[0].length + 2),
          changed: paragraphs.map((other, at) => (at === index ? text : other)),
        };
      }),
    );
  }

  test("is found in most places of every text; the rest stands alone and nothing says otherwise", () => {
    const shares = Object.values(textsThatAgree).map((paragraphs) => {
      const faults = faultsOf(paragraphs).filter((_, index) => index % 3 === 0);
      return faults.filter(({ changed }) => findingsIn(changed).length > 0).length / faults.length;
    });
    for (const share of shares.slice(0, 4)) expect(share).toBeGreaterThan(0.75);
    expect(shares[4]).toBeGreaterThan(0.6);
  });
});
