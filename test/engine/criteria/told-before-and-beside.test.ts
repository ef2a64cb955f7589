/** What is planned is the target told once more; what a cell says beside its figure counts, and so does 再扣. */
import { score } from "../../../src/engine/criteria";

type Given = Readonly<Partial<Record<"target" | "unit" | "type" | "points" | "indicator", string>>>;

const given = (criterion: string, actual: string, more: Given = {}): string => {
  const { status, score: marks } = score({ criterion, actual, points: "10", type: "", unit: "", ...more });
  return status === "scored" ? String(marks) : "asks";
};

describe("规则前面先说计划多少、一共多少的", () => {
  const streets = { target: "6个", unit: "个", type: "=" };
  const rule = "全部达标得满分；5个达标得7分；达标街道不足5个的不得分";

  test("与指标值一致，照后面的规则计分", () => {
    expect(given(`考核对象为6个街道：${rule}`, "5个", streets)).toBe("7");
    expect(given("抽查100户，发现1户不符合扣1分", "3户", { target: "0户不符合", unit: "户", type: "=" })).toBe("7");
  });

  test("与指标值不一致，问人", () => {
    expect(given(`考核对象为8个街道：${rule}`, "5个", streets)).toBe("asks");
    const due = { target: "2024年10月31日前" };
    const late = "按期竣工得满分；逾期30天以内扣2分；逾期30天以上不得分";
    expect(given(`计划于2024年10月31日前竣工。${late}`, "2024年11月20日", due)).toBe("8");
    expect(given(`计划于2024年9月30日前竣工。${late}`, "2024年11月20日", due)).toBe("asks");
  });
});

describe("单元格里除了数，还说了别的", () => {
  const rule = "培训满100人得满分，每少1人扣0.1分；发生安全事故的每起扣2分";
  const people = { target: "100人", unit: "人", type: "≥", indicator: "培训人数" };

  test("规则用得上的，一起计算", () => {
    expect(given(rule, "95人，未发生安全事故", people)).toBe("9.5");
    expect(given(rule, "95人，发生安全事故1起", people)).toBe("7.5");
  });

  test("规则没有提到的，问人", () => expect(given(rule, "95人，费用超支", people)).toBe("asks"));
});

describe("再扣、另扣", () => {
  const rate = { target: "≥95%", unit: "%", type: "≥", indicator: "合格率" };
  test("在别的扣分之外再扣", () => {
    expect(given("每低1个百分点扣0.5分；低于90%的，另扣2分", "89%", rate)).toBe("5");
    expect(given("每低1个百分点扣0.5分；低于90%的，另扣2分", "92%", rate)).toBe("8.5");
  });
});

test("说到目标值的几成：低于目标值但高于目标值80%，不是比目标值多八成", () => {
  const rule = "低于目标值但高于目标值80%的，每低1%扣0.2分；低于目标值80%（含）的不得分";
  const length = { target: "150公里", unit: "公里", type: "≥" };
  expect(given(rule, "138公里", length)).toBe("8.4");
  expect(given(rule, "120公里", length)).toBe("0");
});

test("实际与目标之比，不拿实际的数去比", () => {
  const rule = "实际用时与合同工期之比不大于1的得满分；大于1但不大于1.1的得60%；大于1.1的不得分";
  expect(given(rule, "216天", { target: "合同工期200天", unit: "天", type: "≤" })).toBe("6");
});

test("降幅照下降的方向比", () => {
  const rule = "指数下降的得满分，未下降的不得分；指数下降幅度不足5%的，得分值的70%";
  const index = { target: "下降", unit: "%", indicator: "拥堵指数" };
  expect(given(rule, "下降3.1%", index)).toBe("7");
  expect(given(rule, "下降8%", index)).toBe("10");
  expect(given(rule, "上升0.4%", index)).toBe("0");
});
