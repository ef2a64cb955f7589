import { findingsIn, verdictsIn } from "./check-text";

/**
 * "{A}" is this year's figure, "{B}" last year's, "{C}" what it changed by, "{R}" the rate, "{E}" last year's outcome.
 */
const orders: readonly string[] = [
  "2024年{S}{A}，2023年{S}{B}，同比增加{C}，增长{R}。",
  "2024年{S}预算数{A}，2023年预算数{B}，同比增加{C}，增长{R}。",
  "{S}2023年预算数{B}，2024年预算数{A}，增加{C}，增长{R}。",
  "2024年{S}{A}（2023年为{B}），增加{C}，增长{R}。",
  "2024年{S}由上年的{B}增加到{A}，增加{C}，增长{R}。",
  "2024年{S}由2023年的{B}增加至{A}，增加{C}，增长{R}。",
  "2024年{S}{A}，由上年的{B}增加{C}，增长{R}。",
  "与2023年预算数{B}相比，2024年{S}{A}，增加{C}，增长{R}。",
  "2024年{S}{A}，比上年预算数增加{C}，增长{R}，上年预算数为{B}。",
  "2024年{S}{A}，比上年增加{C}（上年{B}），增长{R}。",
  "2024年{S}{A}，较上年增加{C}，增幅为{R}。上年预算{B}。",
  "2024年{S}{A}，2023年预算数{B}、执行数{E}，比上年预算数增加{C}，增长{R}。",
  "2024年{S}{A}，2023年执行数{E}，2023年预算数{B}，比上年预算数增加{C}，增长{R}。",
  "2024年{S}安排{A}，2023年安排{B}，安排数增加{C}，增长比例{R}。",
  "2024年{S}{A}，比上年预算{B}净增{C}，增长{R}。",
  "2024年{S}{A}，上年{B}，增减额{C}，增减率{R}。",
];

const subjects = ["防汛物资储备经费", "公务用车购置费", "农林水支出（类）水利（款）行政运行（项）"];
const amounts = new Map([
  ["防汛物资储备经费", ["88.50", "61.82", "26.68", "43.16%", "98.24"]],
  ["公务用车购置费", ["18.00", "12.47", "5.53", "44.35%", "19.98"]],
  ["农林水支出（类）水利（款）行政运行（项）", ["2680.15", "1875.98", "804.17", "42.87%", "2974.97"]],
]);

function saying(order: string, subject: string, wrong?: string): string {
  const [a, b, c, r, e] = amounts.get(subject)!;
  return order
    .replace("{S}", subject)
    .replace("{S}", subject)
    .replace("{A}", `${a!}万元`)
    .replace("{B}", `${b!}万元`)
    .replace("{C}", `${c!}万元`)
    .replace("{R}", wrong ?? r!)
    .replace("{E}", `${e!}万元`);
}

describe("this year's figure, last year's, the change and its rate, in whatever order they stand", () => {
  test.each(orders)("%s: what is right is never called wrong", (order) => {
    expect(subjects.flatMap((subject) => findingsIn([saying(order, subject)]))).toEqual([]);
  });

  test.each(orders)("%s: a wrong rate is told", (order) => {
    const text = saying(order, "防汛物资储备经费", "53.16%");
    expect(findingsIn([text])).toEqual(["narrative-change-rate-fits: fail 53.16/43.16"]);
  });

  test("where two figures of last year stand behind this year's, a bare change is held against neither", () => {
    expect(
      findingsIn(["2024年防汛物资储备经费88.50万元，2023年预算数61.82万元、执行数98.24万元，减少9.74万元。"]),
    ).toEqual([]);
  });

  test("what is the same in both years", () => {
    for (const level of ["无增减", "同比持平", "没有变化"]) {
      const text = `2024年防汛物资储备经费88.50万元，2023年88.50万元，${level}。`;
      expect(findingsIn([text])).toEqual([]);
      expect(findingsIn([text.replace("2023年88.50", "2023年80.00")])).toEqual(["narrative-change-rate-fits: fail"]);
    }
    expect(findingsIn(["2024年防汛物资储备经费88.50万元，与上年80.00万元基本一致。"])).toEqual([]);
  });

  test("a change without a word of what it is compared with", () => {
    const text = "公务接待费3.50万元，减少0.50万元，下降12.50%。";
    expect(findingsIn([text])).toEqual([]);
    expect(verdictsIn([text])).toEqual(["3.50万元 agreed", "0.50万元 agreed", "12.50% agreed"]);
    expect(findingsIn([text.replace("12.50%", "15.50%")])).toEqual(["narrative-change-rate-fits: fail 15.5/12.5"]);
    // The figure in front may be what was there before.
    expect(findingsIn(["年初预算100.00万元，增加15.00万元，增长15.00%，调整后预算115.00万元。"])).toEqual([]);
  });
});
