import { score } from "../../../src/engine/criteria";

interface Indicator {
  readonly target: string;
  readonly unit?: string;
  readonly type?: string;
  readonly points?: string;
  readonly indicator?: string;
}

/** The score, or how it came to none. */
function given(criterion: string, actual: string, indicator: Indicator): string {
  const result = score({ criterion, actual, unit: "", type: "", points: "10", indicator: "", ...indicator });
  return result.status === "scored" ? String(result.score) : result.status;
}

describe("以此类推", () => {
  const matters = { target: "10", unit: "项", type: "≥" };

  test("写明两档和最后一档的，中间各档照推", () => {
    const ladder = "完成5项得5分，完成6项得6分，以此类推，完成10项及以上得10分，5项以下不得分";
    expect(["8项", "4项", "12项"].map((actual) => given(ladder, actual, matters))).toEqual(["8", "0", "10"]);
  });

  test("往下推的，推到分数用完为止", () => {
    const ladder = "满意度95%以上得10分，90%以上得8分，85%以上得6分，以此类推";
    const rate = { target: "95%", unit: "%", type: "≥" };
    expect(["82%", "76%"].map((actual) => given(ladder, actual, rate))).toEqual(["4", "2"]);
  });

  test("推不出来的，问人", () => {
    const ladder = "完成5项得5分，以此类推，完成10项得9分";
    expect(given(ladder, "8项", { ...matters, points: "9" })).toBe("needs-judgement");
    expect(given(ladder, "5项", { ...matters, points: "9" })).toBe("5");
  });
});

test("一座得多少、全部得多少写在一起的，每座都得", () => {
  const ponds = { target: "20座", unit: "座", type: "≥" };
  expect(given("完成1座得0.5分，完成20座得满分10分", "17座", ponds)).toBe("8.5");
});

test("不足一步的按比例扣，不是另一档", () => {
  const rate = { target: "80%", unit: "%", type: "≥" };
  const criterion = "回访率达80%以上得满分，每低10个百分点扣2分，不足10个百分点按比例扣";
  expect(given(criterion, "65%", rate)).toBe("7");
});

test("“不符合条件”数的是不符合的，不是比目标少的", () => {
  const firms = { target: "50家", unit: "家", type: "≥" };
  const criterion = "支持企业数≥50家，得10分；每少1家扣0.25分；如支持对象不符合条件，发现1家扣1分";
  expect(given(criterion, "46家", firms)).toBe("needs-judgement");
});

test("“少于目标的，1人扣2分”每少一人都扣", () => {
  const people = { target: "6人", unit: "人", type: "≥" };
  expect(given("少于目标的，1人扣2分；多于目标的，不加分", "4人", people)).toBe("6");
});

test("“有投诉且查实的，1次扣2分”数的是查实的投诉", () => {
  const complaints = { target: "0次", unit: "次", type: "=", points: "6" };
  const criterion = "有群众投诉且查实的，1次扣2分";
  expect(["查实投诉1次", "2次", "0次"].map((actual) => given(criterion, actual, complaints))).toEqual(["4", "2", "6"]);
});

test("说明原因不扣分的，先问是不是这个原因", () => {
  const grants = { target: "每学期开学后2个月内", unit: "月", points: "5" };
  const criterion = "按时发放得满分，每推迟一个月扣1分，因银行系统原因推迟的不扣分";
  expect(given(criterion, "推迟2个月发放", grants)).toBe("needs-judgement");
});

test("“超支额”是多花的钱，不是超支率", () => {
  const meetings = { target: "20万元", unit: "万元", type: "≤", points: "5" };
  expect(given("得分=（1-实际超支额/预算额）×分值，未超支得满分", "21万元", meetings)).toBe("4.75");
});

test("基础分上每多一项加分，没有达到基数的问人", () => {
  const projects = { target: "3项", unit: "项", type: "≥" };
  const criterion = "基础分6分，每多完成1项加1分，最多加4分";
  expect(["2项", "5项"].map((actual) => given(criterion, actual, projects))).toEqual(["needs-judgement", "8"]);
});

test("“就高不就低”不妨碍分等给分，几样各得几分的仍问人", () => {
  const prizes = { target: "市级及以上" };
  const grades = "获得国家级表彰得10分，省级表彰得8分，未获表彰不得分（就高不就低，不重复计分）";
  expect(given(grades, "省级表彰", prizes)).toBe("8");
  const each = "国家级每项5分，省级每项3分，不重复计分";
  expect(given(each, "省级2项", { target: "3项", unit: "项" })).toBe("needs-judgement");
});

test("逐条编号紧挨着月份的，照样读作日期", () => {
  const dates = { target: "2023年6月30日前" };
  const criterion = "①6月底前完成得10分；②7-9月完成得6分；③10月以后完成得0分";
  expect(["2023年6月18日", "2023年8月5日", "2023年11月"].map((actual) => given(criterion, actual, dates))).toEqual([
    "10",
    "6",
    "0",
  ]);
});
