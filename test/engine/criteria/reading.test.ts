import { compileCriterion, readCriterion, score } from "../../../src/engine/criteria";
import { normaliseText, originalSpan } from "../../../src/engine/language/source-text";

it.each([
  ["完成5次及以上计满分，每少一次扣0.5分，分数扣完为止。", "读作：完成 5 次以上得满分；每少 1 次扣 0.5 分，扣完为止"],
  ["成本小于等于1950万元得2分，大于1950万元不得分。", "读作：成本不高于 1950 万元得 2 分；高于 1950 万元不得分"],
  [
    "每发生一例污染事故扣1分，扣完为止。若发生重大污染事故，本项全扣",
    "读作：每发生 1 例污染事故扣 1 分，扣完为止；若发生重大污染事故不得分",
  ],
  ["共5分，完成17条链得5分，少一条不得分。", "读作：共 5 分；完成 17 条链得 5 分；少 1 条不得分"],
  [
    "完成率小于60%不得分，大于等于60%的，得分=（完成率-60%）/（1-60%）×指标分值",
    "读作：完成率低于 60%不得分；不低于 60%，得分=(完成率-60%)/(1-60%)×指标分值",
  ],
  ["提高服务水平", ""],
])("“%s”%s", (criterion, reading) => {
  expect(readCriterion(criterion)).toBe(reading);
});

it("规则的位置指回原文，全角和空格不错位", () => {
  const original = "完成　１０ 次得满分；每少１次扣１分。";
  const { source, rule } = compileCriterion(original);
  const places = rule.statements
    .map((s) => originalSpan(source, s.span))
    .map(({ start, end }) => original.slice(start, end));
  expect(places).toEqual(["完成　１０ 次得满分", "每少１次扣１分"]);
});

it("换行、星号、乘号、引号归一，数字里的小数点不动", () => {
  expect(normaliseText("得分＝（完成率－60％）÷（1－60％）＊指\n标分值").text).toBe(
    "得分=(完成率-60%)/(1-60%)×指标分值",
  );
  expect(normaliseText("“双创” 0.5分>=1").text).toBe("双创0.5分≥1");
});

it("答案的样子固定：字段一个不少，没有答案的是空", () => {
  expect(
    score({
      id: 7,
      criterion: "完成10次得满分，每少1次扣1分，扣完为止",
      target: 10,
      unit: "次",
      type: "≥",
      actual: "8次",
      points: "10分",
    }),
  ).toEqual({
    id: 7,
    status: "scored",
    score: 8,
    reading: "读作：完成 10 次得满分；每少 1 次扣 1 分，扣完为止",
    steps: ["少 2，计 2 次 × 1 = 扣 2 分，10 − 2 = 8", "得 8 分"],
    assumptions: [],
    problems: [],
    alternatives: [],
    question: null,
    choices: [],
  });
});
