/** What stands before a rule and decides nothing is read over; what decides something is asked about, anywhere. */
import { score } from "../../../src/engine/criteria";

const given = (criterion: string, actual: string, more: object = {}) => {
  const { status, score: marks } = score({
    criterion,
    target: "95",
    unit: "%",
    type: "≥",
    points: "10",
    actual,
    ...more,
  });
  return status === "scored" ? String(marks) : status;
};
const BANDS = "满意度≥95%得满分，每低1个百分点扣1分，扣完为止";

test.each([
  "考察服务对象的满意程度",
  "该指标用于考核服务对象满意情况",
  "以年末问卷调查数据为准",
  "以第三方问卷调查结果为准",
  "满意度由统计机构测评",
  "根据实际完成情况",
  "采取问卷调查的方式",
  "项目实施期间",
])("“%s”在前面，照后面的规则计分", (words) => {
  expect(given(`${words}。${BANDS}`, "93%")).toBe("8");
  expect(given(`${words}，${BANDS}`, "93%")).toBe("8");
});

test.each([
  "以主管部门核定数为准",
  "最终得分以第三方评价结果为准",
  "剔除无效问卷后",
  "受疫情影响的月份除外",
  "跨年度项目按当年节点计算",
  "仅统计城区",
  "经主管部门认可",
  "样本量不足的另行评定",
])("“%s”决定得分，问人", (words) => {
  expect(given(`${words}。${BANDS}`, "93%")).not.toMatch(/^\d/);
});

test("没有读懂的半句放在规则后面，就不是引言：问人", () => {
  expect(given(`${BANDS}。农村家庭一户两票`, "93%")).not.toMatch(/^\d/);
});

describe("从数里看得出的", () => {
  test("“20日内”是不超过 20 日", () => {
    const inTime = { target: "20日内", unit: "", type: "", points: "2" };
    expect(given("按规定时限公开得满分，逾期公开不得分", "15日", inTime)).toBe("2");
    expect(given("按规定时限公开得满分，逾期公开不得分", "25日", inTime)).toBe("0");
  });

  test("在基础分上加分：达到的次数照加，没有达到基数的问人", () => {
    const firms = { target: "100", unit: "家" };
    expect(given("基础分6分，每增加10家加1分，最高10分", "120家", firms)).toBe("8");
    expect(given("基础分6分，每增加10家加1分，最高10分", "90家", firms)).toBe("needs-judgement");
  });

  test("以 0 为界的偏差率有正负", () => {
    const rule = "偏差率≤0，得5分；0＜偏差率≤5%，得4分；偏差率＞5%，不得分";
    const deviation = { target: "0", type: "≤", points: "5" };
    expect(given(rule, "-3.5%", deviation)).toBe("5");
    expect(given(rule, "3.5%", deviation)).toBe("4");
  });

  test("没有写年份的期限，隔年初完成的，问是哪一年", () => {
    const due = { target: "12月底前", unit: "", type: "" };
    expect(given("12月底前完成得满分，未按时完成不得分", "2026年1月15日", due)).not.toMatch(/^\d/);
  });

  test("较上年的条件，不拿满意度本身去比", () => {
    expect(given(`${BANDS}，较上年提升5个百分点以上的不扣分`, "93%")).not.toMatch(/^\d/);
  });
});
