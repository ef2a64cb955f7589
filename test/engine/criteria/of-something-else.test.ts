import { score } from "../../../src/engine/criteria";

const given = (criterion: string, actual: string, more: object): string => {
  const { status, score: marks } = score({ criterion, actual, points: "10", ...more });
  return status === "scored" ? String(marks) : status;
};

test("只说其中一部分的扣分，指标的数字回答不了，要问人", () => {
  const farmers = { target: "≥1500元", unit: "元", type: "≥", indicator: "带动农户人均增收" };
  expect(given("农户人均增收达到目标值计满分，每少100元扣1分（脱贫户增收未达标的另扣2分）", "1300元", farmers)).toBe(
    "needs-judgement",
  );
  const visitors = { target: "≥300万人次", unit: "万人次", type: "≥", indicator: "接待游客人次" };
  const bands = "≥300万人次，得10分；250万人次≤接待人次<300万人次，得7分；<250万人次，得4分。";
  expect(given(bands, "287.4万人次", visitors)).toBe("7");
  expect(given(`${bands}其中境外游客不足1万人次的扣1分。`, "287.4万人次", visitors)).toBe("needs-judgement");
});

test("对一部分放宽的标准，是不是这一部分要问人", () => {
  const buses = { target: "≥98%", unit: "%", type: "≥", indicator: "建制村通客车覆盖率" };
  expect(given("覆盖率达到98%得满分；每低于目标2个百分点扣1分", "94%", buses)).toBe("8");
  expect(given("覆盖率达到98%得满分；山区县达到90%得满分；每低于目标2个百分点扣1分", "94%", buses)).toBe(
    "needs-judgement",
  );
});

test("只是少说了几个字的同一件事，不问人", () => {
  const data = { target: "≥98%", unit: "%", type: "≥", indicator: "自动站数据可用率" };
  expect(given("设备可用率，低于98%时每下降1个百分点扣1分，低于90%时不得分", "95%", data)).toBe("7");
  const complaints = { target: "0次", unit: "次", type: "=", indicator: "服务投诉次数" };
  expect(given("发生投诉1-2次扣2分；3-5次扣5分；5次以上不得分", "4次", complaints)).toBe("5");
});

test("先写要准确，再写错一个扣多少：数出来的就是错的", () => {
  const grants = { target: "0人", unit: "人", type: "=", indicator: "优抚补助发放差错" };
  expect(given("优抚对象补助发放人数准确，每差错1人扣0.2分", "4人", grants)).toBe("9.2");
});
