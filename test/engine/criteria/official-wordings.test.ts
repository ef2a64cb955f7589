import { score } from "../../../src/engine/criteria";

const given = (criterion: string, actual: string, more: object): string => {
  const { status, score: marks } = score({ criterion, actual, points: "10", ...more });
  return status === "scored" ? String(marks) : status;
};

test("指标数的就是没有完成的，完成的标准按没有完成几项扣", () => {
  const undone = { target: "0项", unit: "项", type: "=", indicator: "未完成绩效目标数" };
  const criterion = "完成年初绩效目标的计满分，每有一项未完成扣1.5分";
  expect(given(criterion, "2项", undone)).toBe("7");
  expect(given(criterion, "0", undone)).toBe("10");
});

test("别的人数没有完成任务，指标的数字回答不了，要问人", () => {
  const jobs = { target: "≥1.5万人", unit: "万人", type: "≥", indicator: "城镇新增就业人数" };
  expect(given("新增就业人数达到1.5万人得10分，每少500人扣0.5分", "1.4万人", jobs)).toBe("9");
  expect(
    given("就业困难人员就业人数未完成任务的扣2分；新增就业人数达到1.5万人得10分，每少500人扣0.5分", "1.4万人", jobs),
  ).toBe("needs-judgement");
});

test("指标数超期的或缺少的，按时、完备与否由数字说明", () => {
  const late = { target: "0件", unit: "件", type: "=", indicator: "信访件按期办结" };
  expect(given("按时办结得满分，每超期1件扣0.2分，超期10件以上不得分", "4件", late)).toBe("9.2");
  const lacking = { target: "0份", unit: "份", type: "=", indicator: "缺少审批手续份数" };
  const criterion = "资产出租出借、处置审批手续完备得10分；缺1份审批手续的，扣1分；缺2份及以上的，不得分";
  expect(given(criterion, "1份", lacking)).toBe("9");
  expect(given(criterion, "2份", lacking)).toBe("0");
});

test("指标数的就是加分的那样，按个数加", () => {
  const pilots = { target: "≥1个", unit: "个", type: "≥", indicator: "获批国家级试点数" };
  expect(given("基础分8分，获得国家级试点的每个加1分，最多加2分", "1", pilots)).toBe("9");
  const others = { target: "≥1个", unit: "个", type: "≥", indicator: "举办活动次数" };
  expect(given("基础分8分，获得国家级试点的每个加1分，最多加2分", "1", others)).toBe("needs-judgement");
});

test("要求就是指标值，换了叫法也不问", () => {
  const days = { target: "≥300天", unit: "天", type: "≥", indicator: "免费开放天数" };
  expect(given("公共图书馆免费开放天数不低于300天；每少5天扣0.5分。", "285", days)).toBe("8.5");
  expect(given("公共图书馆免费开放天数不低于200天；每少5天扣0.5分。", "285", days)).toBe("needs-judgement");
});

test("节约、持平、超支三档，实际完成值写节约多少也能分清", () => {
  const cars = { target: "≤50", unit: "万元", type: "≤", indicator: "公务用车运行维护费" };
  const criterion = "较预算数有节约的，得10分，持平得8分，超支不得分。";
  expect(given(criterion, "节约2万元", cars)).toBe("10");
  expect(given(criterion, "50", cars)).toBe("8");
  expect(given(criterion, "53", cars)).toBe("0");
});

test("没有这类项目的部门得满分：有数就是有，不问", () => {
  const area = { target: "≤100%", unit: "%", type: "≤", indicator: "楼堂馆所面积控制率" };
  const criterion = "楼堂馆所面积控制率100%以下（含100%）计10分，每超出5%扣2分。没有楼堂馆所项目的部门按满分计算。";
  expect(given(criterion, "110%", area)).toBe("6");
});

test("发现的问题写明已整改，按处扣；列了几项、指标就数这几项的，按项加", () => {
  const found = { target: "0项", unit: "项", type: "=", indicator: "资金使用合规性" };
  const criterion = "审计检查未发现违规问题的得满分；发现问题且已整改的，每项扣1分；未整改的，每项扣2分。";
  expect(given(criterion, "0项", found)).toBe("10");
  expect(given(criterion, "2项", found)).toBe("needs-judgement");
  const items = { target: "2项", unit: "项", type: "=", indicator: "信息公开" };
  expect(given("1.编制并公开部门预算的，得6分；2.编制并公开部门决算的，得4分。", "2", items)).toBe("10");
  expect(given("1.编制并公开部门预算的，得6分；2.编制并公开部门决算的，得4分。", "1", items)).toBe("needs-judgement");
});
