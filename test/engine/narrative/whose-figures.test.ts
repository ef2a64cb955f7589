import { checkText, findingsIn } from "./check-text";
import { bureauTables, sheetOf } from "./budget-of-a-bureau";

const units = [
  ...bureauTables(),
  sheetOf("单位支出", [
    ["2024年部门支出总表（分单位）"],
    ["部门名称：江城市水务局", null, null, "单位：万元"],
    ["单位名称", "合计", "基本支出", "项目支出"],
    ["合计", 5320.4, 3100.25, 2220.15],
    ["江城市水务局（本级）", 3200.4, 2000.25, 1200.15],
    ["江城市河道管理中心", 2120, 1100, 1020],
  ]),
];

function verdictsOf(...paragraphs: string[]): string[] {
  return checkText(paragraphs, units).numbers.map(({ words, verdict }) => `${words} ${verdict}`);
}

describe("figures of one of several bodies", () => {
  const own = [
    "第三部分 部门预算支出具体情况",
    "一、江城市水务局（本级）",
    "江城市水务局（本级）预算3200.40万元，包括基本支出2000.25万元、项目支出1200.15万元，比2023年减少100.00万元，下降3.03%。",
    "（一）项目支出1200.15万元，主要是水利工程。",
    "二、江城市河道管理中心",
    "预算安排2120.00万元。其中：基本支出1100.00万元；项目支出1020.00万元。",
  ];

  test("under the heading of the body itself they are its own, never those of the whole department", () => {
    expect(findingsIn(own)).toEqual([]);
    expect(findingsIn(own, units)).toEqual([]);
  });

  test("they are held against its row where a table lists the bodies", () => {
    expect(verdictsOf(...own).filter((one) => !/ (?:agreed|rounding)$/.test(one))).toEqual([]);
    expect(findingsIn([...own.slice(0, 5), own[5]!.replace("1100.00", "1200.00")], units)).not.toEqual([]);
    expect(findingsIn([own[0]!, own[1]!, own[2]!, own[3]!.replace("1200.15", "1300.15")], units)).not.toEqual([]);
  });

  test("bodies in a row of one sentence, some without their place in front", () => {
    const text = "分单位看，局本级支出预算3200.40万元，河道管理中心2120.00万元。";
    expect(verdictsOf(text)).toEqual(["3200.40万元 agreed", "2120.00万元 agreed"]);
    expect(findingsIn([text.replace("2120.00", "2210.00")], units)).toEqual([
      "narrative-figures-equal-tables: fail 2210/2120",
    ]);
  });
});

describe("what an amount is called", () => {
  test("an amount in brackets is of the name in front of it, not of the whole", () => {
    const text = "公用经费350.05万元，主要包括办公费、会议费（6.00万元）、培训费（12.40万元）、工会经费等。";
    expect(findingsIn([text])).toEqual([]);
  });

  test("“金额” is that of what the clause before speaks of", () => {
    const text =
      "2024年收入预算5320.40万元，其中上年结转200.00万元。支出按功能分类，农林水支出占比最高，为86.47%，金额4600.30万元。";
    expect(findingsIn([text])).toEqual([]);
    expect(findingsIn([text.replace("4600.30", "4060.30")])).toContain(
      "narrative-figures-equal-tables: fail 4060.3/4600.3",
    );
  });

  test("parts of which “等” leaves some out need not make up the whole, whatever they are called", () => {
    const text = "公用经费350.05万元，主要包括物业管理费64.83万元、其他交通费用59.22万元、办公费47.60万元等。";
    expect(findingsIn([text])).toEqual([]);
  });

  test("the posts of one kind are not those of another", () => {
    const text = [
      "全系统行政编制46名，事业编制67名。具体如下：",
      "1.局机关行政编制46名。",
      "2.河道管理中心事业编制67名。",
    ];
    expect(findingsIn(text)).toEqual([]);
  });
});

describe("机关运行经费 below the 公用经费", () => {
  const text = "2024年机关运行经费预算200.00万元。";

  test("asks for a reason", () => {
    expect(findingsIn([text])).toContain("narrative-running-cost-within-public-use: fail 200/350.05");
  });

  test("is what is to be expected where the text counts bodies that have none", () => {
    expect(findingsIn(["现有行政编制20名，事业编制35名。", text])).toEqual([]);
    expect(findingsIn(["现有行政编制20名，参公事业编制35名。", text])).not.toEqual([]);
  });
});

describe("the year of what is said to be nothing", () => {
  const text = "本部门2024年没有国有资本经营预算安排的支出。";

  test("is the text's own; another one asks for a reason, where nothing else is said of it", () => {
    const figure = "2024年“三公”经费预算36.50万元。";
    expect(findingsIn([figure, text])).toEqual([]);
    expect(findingsIn([figure, text.replace("2024", "2023")])).toEqual(["narrative-year-is-the-budgets: fail"]);
    expect(findingsIn([figure, text.replace("2024", "2023"), text])).toEqual([]);
    expect(findingsIn([figure, "2023年和2024年均没有国有资本经营预算安排的支出。"])).toEqual([]);
  });
});
