import { catalogue } from "../../../src/catalogue";
import { readClaims, readPassages, readVocabulary, type Claim } from "../../../src/engine/narrative";

const vocabulary = readVocabulary(catalogue.templates.find(({ layout }) => layout === "narrative")!);
const read = (...texts: string[]) =>
  readClaims(readPassages(texts.map((text, cell) => ({ cell, text }))), vocabulary, {
    own: "江城市水务局",
    others: ["江城市水文站"],
  });
const meaning = ({ measure, quantity }: Claim): string =>
  `${measure ?? "?"} ${quantity.value.toFixed()}${quantity.unit}`;

describe("the same figure in the words of different places", () => {
  test.each([
    ["2025年本部门收入预算100万元", "income"],
    ["我局2025年收入总预算为100万元", "income"],
    ["江城市水务局2025年度预算收入共计100万元", "income"],
    ["2025年收支总预算100万元", "budget-total"],
    ["收入总计100万元", "income-grand-total"],
    ["本年收入合计100万元", "income-year-total"],
    ["2025年支出年初预算数100万元", "expenditure"],
    ["一般公共预算财政拨款收入100万元", "general-public-income"],
    ["一般公共预算当年拨款100万元", "general-public"],
    ["政府性基金预算拨款安排的支出100万元", "government-fund-expenditure"],
    ["纳入财政专户管理的非税收入拨款100万元", "special-account"],
    ["上级补助收入100万元", "superior-subsidy"],
    ["上年结转结余资金100万元", "carry-over"],
    ["日常公用经费100万元", "public-use"],
    ["机关运行经费当年一般公共预算拨款100万元", "running-cost"],
    ["“三公”经费财政拨款预算数为100万元", "three-public"],
    ["因公出国（境）费用100万元", "abroad"],
    ["公务用车购置及运行维护费100万元", "vehicle"],
    ["公务用车运行费100万元", "vehicle-operation"],
    ["公务接待费预算支出100万元", "reception"],
    ["资源勘探信息等支出100万元", "function-215"],
    ["教育支出（类）100万元", "function-205"],
    ["政府采购预算总额100万元", "procurement"],
    ["拟采购货物支出100万元", "procurement-goods"],
    ["纳入2025年部门整体支出绩效目标的金额为100万元", "performance-overall"],
  ])("%s", (sentence, measure) => {
    expect(read(`${sentence}。`).claims.map(meaning)).toEqual([`${measure} 100万元`]);
  });

  test("a bare 年初预算数 is what its heading announces, and only the first figure under it", () => {
    expect(
      read("（一）收入预算：2025年年初预算数100万元。", "（二）项目支出：水文设施更新，预算50万元。").claims.map(
        meaning,
      ),
    ).toEqual(["income 100万元", "? 50万元"]);
  });
});

describe("who, when, and what is part of what", () => {
  test("a part knows its whole through nested brackets", () => {
    const { claims } = read(
      "“三公”经费60.14万元，其中，公务接待费4.50万元，公务用车购置及运行费40.64万元（其中，公务用车购置费18.00万元，公务用车运行费22.64万元），因公出国（境）费15.00万元。",
    );
    expect(claims.map(({ measure, head }) => [measure, head?.measure ?? null])).toEqual([
      ["three-public", null],
      ["reception", "three-public"],
      ["vehicle", "three-public"],
      ["vehicle-purchase", "vehicle"],
      ["vehicle-operation", "vehicle"],
      ["abroad", "three-public"],
    ]);
  });

  test("other bodies, other years, causes and descriptions are not this budget's own figures", () => {
    const { claims } = read(
      "江城市水文站基本支出200万元，项目支出50万元。",
      "2024年收入预算90万元。",
      "比上年减少5万元，主要是人员经费3万元。",
      "每村补助10万元。",
    );
    expect(claims.map((claim) => [claim.measure, claim.label.subject.kind, claim.label.year, claim.reason])).toEqual([
      ["basic", "other", null, false],
      ["project", "other", null, false],
      ["income", "whole", 2024, false],
      ["personnel", "whole", null, true],
    ]);
  });

  test.each([
    ["较去年减少365.43万元，下降3.49%", "down 365.43 3.49"],
    ["比上年预算增加11.87万元，增长2.40%", "up 11.87 2.4"],
    ["同比下降3.49%，减少365.43万元", "down 365.43 3.49"],
    ["与2024年预算数相比增加5万元，增幅为1.2个百分点", "up 5 1.2"],
    ["较上年下降2.21%（减少120.40万元）", "down 120.4 2.21"],
    ["较上年升高1.46%", "up - 1.46"],
  ])("收入预算100万元，%s", (words, expected) => {
    const { changes } = read(`收入预算100万元，${words}。`);
    expect(
      changes.map(
        ({ direction, amount, percent, bases }) =>
          `${direction} ${amount?.value ?? "-"} ${percent?.value ?? "-"} ${bases[0]?.measure}`,
      ),
    ).toEqual([`${expected} income`]);
  });

  test.each([
    ["2025年本部门无政府性基金安排的支出。", ["government-fund-expenditure"]],
    ["本单位2025年没有使用国有资本经营预算拨款安排的支出。", ["state-capital-expenditure"]],
    ["2025年未安排会议费、培训费。", ["meeting", "training"]],
    ["公务接待费与上年相比无增减变化。", []],
    ["指导无线电管理机构开展工作，三公经费无超支情况。", []],
    ["如无数字则表示单位无该项支出。", []],
  ])("what a text denies: %s", (sentence, measures) => {
    expect(
      read(sentence)
        .claims.filter(({ denial }) => denial)
        .map(({ measure }) => measure),
    ).toEqual(measures);
  });
});
