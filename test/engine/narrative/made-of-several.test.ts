import { readSubjectPath } from "../../../src/engine/narrative/subject-path";
import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { findingsIn, verdictsIn } from "./check-text";

describe("what a figure is made of, said on the way to something else", () => {
  const text =
    "泵站改造415.04万元，由当年安排的320.00万元和上年结转的95.04万元构成，比2023年预算280.00万元增加135.04万元。";

  test("what is compared is the whole, not the part said last", () => {
    expect(findingsIn([text])).toEqual([]);
    expect(verdictsIn([text]).filter((one) => !one.endsWith(" agreed"))).toEqual([]);
  });

  test("parts that do not make it up are told", () => {
    expect(findingsIn([text.replace("320.00", "230.00")]).join()).toContain("narrative-parts-add-up: fail");
  });
});

describe("several figures that are spoken of together", () => {
  const share = "公用经费350.05万元。公用经费中，会议费6.00万元、培训费12.40万元，两项共占公用经费的5.26%。";
  const sum =
    "2024年泵站改造86.00万元、堤防加固45.00万元、河道清淤13.60万元。后两项由财政专户管理资金安排，计58.60万元。";

  test("their share is that of all of them, not of the last", () => {
    expect(findingsIn([share])).toEqual([]);
    expect(findingsIn([share.replace("5.26%", "6.26%")])).toEqual(["narrative-share-fits: fail 6.26/5.26"]);
  });

  test("what they come to is none of the last one's figures", () => {
    expect(findingsIn([sum])).toEqual([]);
    expect(findingsIn([sum.replace("58.60", "56.80")])).toHaveLength(1);
  });
});

describe("subjects of the basic expenditure that are named with an amount among others without", () => {
  test.each([
    ["behind 主要包括", "人员经费2750.20万元，主要包括：基本工资、津贴补贴、退休费100.00万元、住房公积金。"],
    ["behind 主要包括 in the next sentence", "人员经费2750.20万元。主要包括：基本工资、津贴补贴、退休费100.00万元。"],
    ["within what was said before", "人员经费2750.20万元。人员经费中，退休费100.00万元，其余为工资。"],
    ["within, with 里", "对个人和家庭的补助100.00万元。对个人和家庭的补助里，退休费100.00万元。"],
  ])("%s: the table's row of that name has it", (_, text) => {
    const right = ["2024年基本支出3100.25万元。" + text];
    expect(verdictsIn(right).filter((one) => !one.endsWith(" agreed"))).toEqual([]);
    const wrong = right.map((words) => words.replace("退休费100.00", "退休费90.00"));
    expect(findingsIn(wrong).join()).toContain("narrative-figures-equal-tables: fail");
  });
});

test("what was not spent of a figure is no denial of spending", () => {
  expect(findingsIn(["2024年支出预算5320.40万元，未支出部分结转下年。"])).toEqual([]);
});

test("a name that begins with 中 keeps it: 中等职业教育", () => {
  expect(readSubjectPath("中等职业教育(2050302)")?.text).toBe("中等职业教育");
  expect(readSubjectPath("中的行政运行(2010101)")?.text).toBe("行政运行");
});

test("a list's name is the same without the note behind it", () => {
  const list = sheetOf("项目预算表", [
    ["2024年项目预算表"],
    [null, "单位：万元"],
    ["项目名称", "金额"],
    ["泵站改造专项（含上年结转）", 415.04],
    ["堤防加固专项", 36.5],
    ["河道清淤专项", 28.4],
  ]);
  const text = "泵站改造专项415.04万元、堤防加固专项36.50万元、河道清淤专项28.40万元。";
  expect(findingsIn([text], [...bureauTables(), list])).toEqual([]);
});
