import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { checkText, findingsIn, verdictsIn } from "./check-text";

/** The verdicts of a text without those that agree. */
function openIn(paragraphs: readonly string[]): string[] {
  return verdictsIn(paragraphs).filter((one) => !/ (?:agreed|rounding)$/.test(one));
}

describe("a subject with its code in front", () => {
  test.each(["2130301-行政运行", "2130301行政运行", "（2130301）行政运行"])("%s is the row of the code", (name) => {
    expect(verdictsIn([`${name}2680.15万元。`])).toEqual(["2680.15万元 agreed"]);
    expect(findingsIn([`${name}2860.15万元。`])).toEqual(["narrative-figures-equal-tables: fail 2860.15/2680.15"]);
  });

  test("one name with two codes is wrong once", () => {
    const text = ["2130301-行政运行2680.15万元。", "2130306-行政运行1900.15万元。"];
    expect(findingsIn(text)).toContain("narrative-subjects-named-alike: fail");
  });

  test("the sentence behind it speaks of the subject", () => {
    const text = "2130301-行政运行2680.15万元。该科目上年预算2700.15万元，本年减少20.00万元，下降0.74%。";
    expect(openIn([text])).toEqual([]);
    expect(findingsIn([text.replace("0.74", "0.47")])).toEqual(["narrative-change-rate-fits: fail 0.47/0.74"]);
  });
});

describe("changes in other words", () => {
  test("多, 少 and 多支出", () => {
    for (const words of ["比上年多", "比上年多支出", "较上年多安排"]) {
      const text = `2024年支出预算5320.40万元，${words}320.00万元，增幅6.4%。`;
      expect(findingsIn([text])).toEqual([]);
      expect(findingsIn([text.replace("6.4%", "7.4%")])).toEqual(["narrative-change-rate-fits: fail 7.4/6.4"]);
    }
  });

  test("what is compared is named behind the words that compare", () => {
    const text = ["2024年收入预算5320.40万元。", "与上年相比，收入预算增加320.00万元，增长6.4%。"];
    expect(openIn(text)).toEqual([]);
    expect(findingsIn([text[0]!, text[1]!.replace("6.4%", "4.6%")])).toEqual([
      "narrative-change-rate-fits: fail 4.6/6.4",
    ]);
  });

  test("what the money is used for is not compared", () => {
    const text = "农林水支出（类）水利（款）行政运行（项）2680.15万元，用于机关运转，较上年减少20.00万元，下降0.74%。";
    expect(openIn([text])).toEqual([]);
  });
});

describe("parts and their wholes", () => {
  test("a bare amount behind a part that is counted is that part's", () => {
    const text = "涉及一般公共预算拨款4800.40万元、其他收入20.00万元，其中重点项目6个，资金1300.00万元。";
    expect(findingsIn([`2024年绩效目标全覆盖，${text}`])).toEqual([]);
  });

  test("money that has no table is not all expenditure", () => {
    expect(findingsIn(["2024年支出预算5320.40万元。单位资金安排支出20.00万元，占0.4%。"])).toEqual([]);
  });

  test("a semicolon ends a list of people", () => {
    const text =
      "在职人员编制60人，其中：行政编制20人、事业编制40人；在职实有55人，其中：行政18人、事业37人；退休30人。";
    expect(openIn([text])).toEqual(["30人 not-comparable"]);
    expect(findingsIn([text.replace("事业37", "事业27")])).toEqual(["narrative-counts-add-up: fail 55/45"]);
    expect(findingsIn([text.replace("事业编制40", "事业编制50")])).toEqual(["narrative-counts-add-up: fail 60/70"]);
  });

  test("the beginning of a sentence names the whole of its shares", () => {
    const text = [
      "2024年基本支出3100.25万元。",
      "基本支出中，人员经费2750.20万元，占88.71%；公用经费350.05万元，占11.29%。",
    ];
    expect(openIn(text)).toEqual([]);
    expect(findingsIn([text[0]!, text[1]!.replace("11.29", "12.19")])).toEqual([
      "narrative-share-fits: fail 12.19/11.29",
    ]);
  });

  test("the paragraphs above a total, and their shares in turn", () => {
    const text = (shares: string): string[] => [
      "一、支出情况",
      "1.社会保障和就业支出420.10万元。",
      "2.城乡社区支出300.00万元。",
      "3.农林水支出4600.30万元。",
      `上述三类支出合计5320.40万元，占比依次为${shares}。`,
    ];
    expect(openIn(text("7.90%、5.64%、86.47%"))).toEqual([]);
    expect(findingsIn(text("7.90%、5.46%、86.47%"))).toEqual(["narrative-share-fits: fail 5.46/5.64"]);
  });

  test("按功能分类 divides what an earlier paragraph gave", () => {
    const text = (classes: string): string[] => [
      "（一）2024年支出5320.40万元。",
      `（二）按功能分类，全年支出中：${classes}农林水支出4600.30万元。`,
    ];
    expect(findingsIn(text("社会保障和就业支出420.10万元，城乡社区支出300.00万元，"))).toEqual([]);
    expect(findingsIn(text("社会保障和就业支出420.10万元，"))).not.toEqual([]);
  });

  test("a heading that says how something is divided says what it is", () => {
    const text = (amount: string): string[] => [
      "（一）财政拨款支出按功能科目分类情况",
      `1.农林水支出（类）水利（款）4580.30万元，具体为：`,
      "（1）行政运行2680.15万元，用于机关运转；",
      `（2）水利工程运行与维护${amount}万元，用于堤防。`,
    ];
    expect(openIn(text("1900.15"))).toEqual([]);
    expect(findingsIn(text("1910.15"))).not.toEqual([]);
  });
});

describe("sheets that are none of the known tables", () => {
  const economic = sheetOf("经济", [
    ["财政拨款支出明细表（按经济科目分类）"],
    ["部门名称：江城市水务局", null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [null, "合计", 5300.4, 3100.25, 2200.15],
    ["301", "工资福利支出", 2650.2, 2650.2, null],
    ["302", "商品和服务支出", 1350.05, 350.05, 1000],
    ["30216", "培训费", 12.4, 12.4, null],
    ["303", "对个人和家庭的补助", 100, 100, null],
    ["310", "资本性支出", 1200.15, null, 1200.15],
  ]);
  const counties = sheetOf("转移", [
    ["市对下转移支付预算表"],
    ["部门名称：江城市水务局", null, null, "单位：万元"],
    ["项目名称", "合计", "临河县", "望山县"],
    ["合计", 120.5, 70.2, 50.3],
    ["小型水库维护补助", 80.3, 50.1, 30.2],
    ["山洪预警补助", 40.2, 20.1, 20.1],
  ]);
  const sheets = [...bureauTables(), economic, counties];

  test("the row of the whole meets the column of the part", () => {
    const text = "商品和服务支出1350.05万元，其中基本支出350.05万元、项目支出1000.00万元。";
    expect(findingsIn([text], sheets)).toEqual([]);
    expect(findingsIn([text.replace("1000.00", "1020.00")], sheets)).not.toEqual([]);
  });

  test("培训费 of one classification is at most what the text says of all money", () => {
    expect(findingsIn(["2024年培训费预算支出15.40万元。"], sheets)).toEqual([]);
  });

  test("a column for each district is what the districts get", () => {
    const text =
      "2024年市对下专项转移支付120.50万元。按项目分：小型水库维护补助80.30万元，山洪预警补助40.20万元。" +
      "分县看，临河县70.20万元、望山县50.30万元。";
    expect(findingsIn([text], sheets)).toEqual([]);
    expect(findingsIn([text.replace("70.20", "72.20")], sheets)).not.toEqual([]);
  });

  test("the government's own classification is another one", () => {
    expect(findingsIn(["对个人和家庭的补助（509）118.00万元，占2.36%。"])).toEqual([]);
  });

  test("机关运行经费 in a sheet of its own is not short of the 公用经费", () => {
    const running = sheetOf("运行", [
      ["公开12表"],
      ["一般公共预算机关运行经费支出预算表"],
      ["部门名称：江城市水务局", null, "单位：万元"],
      ["科目编码", "科目名称", "机关运行经费支出"],
      [null, "合计", 210.5],
      ["302", "商品和服务支出", 210.5],
    ]);
    const text = "2024年机关运行经费预算支出210.50万元。";
    expect(findingsIn([text], [...bureauTables(), running])).toEqual([]);
    expect(findingsIn([text])).toEqual(["narrative-running-cost-within-public-use: fail 210.5/350.05"]);
  });

  test("guests and cars are counted in the units of the sheet", () => {
    const counted = sheetOf("机构", [
      ["机构运行信息表"],
      ["部门名称：江城市水务局", "单位：万元"],
      ["项目", "统计数"],
      ["（一）公务用车保有量（辆）", 5],
      ["（二）国内公务接待批次（批）", 41],
      ["（三）国内公务接待人次（人次）", 367],
    ]);
    const text = "公务接待费3.50万元，全年累计接待41批次、367人次。年末公务用车保有量为5辆。";
    const { outcomes, numbers } = checkText([text], [...bureauTables(), counted]);
    expect(outcomes).toEqual([]);
    expect(numbers.map(({ verdict }) => verdict)).toEqual(["agreed", "agreed", "agreed", "agreed"]);
    expect(findingsIn([text.replace("367", "376")], [...bureauTables(), counted])).toEqual([
      "narrative-other-sheets-agree: fail 376/367",
    ]);
  });
});

describe("changes that are said in parts", () => {
  test("an amount in front of its comparison", () => {
    const text = "2024年支出预算5320.40万元，增加320.00万元，较上年增长6.4%。";
    expect(openIn([text])).toEqual([]);
    expect(findingsIn([text.replace("增加320", "增加230")])).toEqual(["narrative-change-rate-fits: fail 6.4/4.5"]);
  });

  test("what the year before had none of is new as a whole", () => {
    const text = "公务用车购置费18.00万元，上年未安排，增加18.00万元。";
    expect(openIn([text])).toEqual([]);
    expect(findingsIn([text.replace("增加18", "增加16")])).toEqual(["narrative-change-rate-fits: fail 16/18"]);
  });

  test("what is left of several changes", () => {
    const text =
      "2024年支出预算5320.40万元，较上年增加20.00万元。其中：基本支出3100.25万元，较上年增加50.00万元；" +
      "项目支出2220.15万元，较上年减少30.00万元。以上增减相抵，净增加20.00万元。";
    expect(findingsIn([text])).toEqual([]);
    expect(findingsIn([text.replace("净增加20", "净增加80")])).toContain("narrative-changes-add-up: fail 80/20");
  });

  test("items that make up their whole and its change agree with each other", () => {
    const text = (amount: string): string[] => [
      "2024年支出预算5320.40万元，较上年增加20.00万元。其中：",
      `（1）社会保障和就业支出420.10万元，较上年增加${amount}万元；`,
      "（2）城乡社区支出300.00万元，较上年减少30.00万元；",
      "（3）农林水支出4600.30万元，较上年增加40.00万元。",
    ];
    expect(openIn(text("10.00"))).toEqual([]);
    expect(findingsIn(text("12.00"))).toEqual([]);
  });

  test("the change of a whole behind its parts is the one said before", () => {
    const text =
      "2024年收入预算5320.40万元，较上年增加320.00万元；2024年支出预算5320.40万元，" +
      "其中基本支出3100.25万元、项目支出2220.15万元，较上年增加320.00万元。";
    expect(openIn([text])).toEqual([]);
  });
});

test("国有资本经营预算支出 behind other classes is a class of expenditure", () => {
  const text = "按支出功能分类，社会保障和就业支出420.10万元，城乡社区支出300.00万元，国有资本经营预算支出12.00万元。";
  expect(findingsIn([text])).not.toContain("narrative-figures-equal-tables: fail 12/0");
});

describe("money that is managed by its targets, without a table of targets", () => {
  const sheets = bureauTables().filter(({ name }) => name !== "项目支出绩效目标表");

  test("整体支出 is all expenditure, projects may be all of them", () => {
    const text = "2024年整体支出纳入绩效目标管理，涉及资金5320.40万元；项目7个纳入绩效目标管理，涉及资金2220.15万元。";
    const { outcomes, numbers } = checkText([text], sheets);
    expect(outcomes).toEqual([]);
    expect(numbers.filter(({ verdict }) => verdict === "agreed").map(({ words }) => words)).toEqual([
      "5320.40万元",
      "2220.15万元",
    ]);
  });

  test("another amount is of some of them", () => {
    expect(checkText(["项目7个纳入绩效目标管理，涉及资金1220.15万元。"], sheets).outcomes).toEqual([]);
  });
});

test("a part that a reason names in full is the row of that name", () => {
  const projects = sheetOf("项目", [
    ["2024年专项经费支出表"],
    ["部门名称：江城市水务局", "单位：万元"],
    ["项目名称", "金额"],
    ["合计", 1900.15],
    ["小型水库巡查管护补助", 1500.15],
    ["农村饮水水质监测", 400],
  ]);
  const sheets = [...bureauTables(), projects];
  const text =
    "农林水支出（类）水利（款）水利工程运行与维护（项）1900.15万元，较上年增加100.00万元，增长5.56%，原因是管护面扩大，" +
    "其中小型水库巡查管护补助1500.15万元、农村饮水水质监测400.00万元。";
  expect(findingsIn([text], sheets)).toEqual([]);
  expect(findingsIn([text.replace("400.00万元", "400.00元")], sheets)).toEqual([
    "narrative-other-sheets-agree: fail 400/4000000",
  ]);
});
