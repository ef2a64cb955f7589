import { checkCriterion, PASSES } from "../../../src/engine/criteria";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const rate = { target: 95, unit: "%", type: "≥", points: 10 };
const codes = (criterion: string, columns: object = rate): readonly string[] =>
  checkCriterion({ criterion, ...columns }).map((f) => f.code);

it("写得清楚的评分标准没有问题可提", () => {
  expect(codes("满意度95%（含）以上得10分，90%（含）—95%得8分，85%（含）—90%得6分，85%以下不得分")).toEqual([]);
  expect(codes("满意度≥95%得满分，每低1个百分点扣0.5分，扣完为止")).toEqual([]);
  expect(
    codes("完成率小于60%不得分，大于等于60%，得分=（完成率-60%）/（1-60%）×指标分值", {
      target: 10,
      unit: "家",
      type: "≥",
      points: 5,
    }),
  ).toEqual([]);
});

it("断档：指出断在哪里，位置在原文里", () => {
  const criterion = "90%以上得10分，60%-80%得5分，60%（不含）以下不得分";
  const [gap] = checkCriterion({ criterion, ...rate }).filter((f) => f.code === "criterion-gap");
  expect(gap).toMatchObject({ severity: "error", message: "80% 与 90% 之间没有规定得分" });
  expect(criterion.slice(gap!.span.start, gap!.span.end)).toContain("60%-80%得5分");
});

it.each([
  ["criterion-overlap", "90%-100%得10分，85%-95%得8分，85%以下不得分"],
  ["criterion-shared-bound", "90%以上得10分，80%-90%得8分，80%以下不得分"],
  ["criterion-marks-differ", "90%以上得8分，90%以下不得分"],
  ["criterion-total-differs", "共10分，90%以上得8分，90%以下不得分"],
  ["criterion-amount-open", "达到目标得满分，未达到酌情扣分"],
  ["criterion-no-rule", "提高满意度"],
  ["criterion-half-rule", "(1-60%)*指标分值"],
  ["criterion-empty", ""],
  ["criterion-residue", "90%以上得10分，90%（不含）以下不得分。 % ≥ 10"],
  ["criterion-target-differs", "90%以上得满分，90%以下不得分"],
])("%s：“%s”", (code, criterion) => {
  expect(codes(criterion)).toContain(code);
});

it("分值空缺、类型相反、单位不符、指标值不是数、年份是旧的，都会指出", () => {
  expect(codes("完成得满分，否则不得分", { ...rate, points: "" })).toContain("criterion-points-missing");
  expect(codes("完成10次得满分，每少1次扣1分", { target: 10, unit: "次", type: "≤", points: 10 })).toContain(
    "criterion-type-contradicts",
  );
  expect(
    codes("符合要求得满分，不符合不得分", { target: 20, unit: "次", type: "≤", points: 10, indicator: "企业帮扶" }),
  ).toContain("criterion-type-contradicts");
  expect(codes("完成10次得满分，每少1次扣1分", { target: 100, unit: "万元", type: "≥", points: 10 })).toContain(
    "criterion-unit-differs",
  );
  expect(
    codes("偏离目标10%以内得满分，10%以上不得分", { target: "节约", unit: "", type: "定性", points: 10 }),
  ).toContain("criterion-target-not-number");
  expect(
    codes("2024年12月31日前完成得满分，否则不得分", { target: "2025年12月31日", unit: "", type: "定性", points: 10 }),
  ).toContain("criterion-stale-year");
});

it("得满分的界限与指标值不同的会指出：够不着的要说明，比指标值宽的只提示", () => {
  const severities = (criterion: string, columns: object) =>
    checkCriterion({ criterion, ...columns })
      .filter(({ code }) => code === "criterion-target-differs")
      .map(({ severity }) => severity);
  const count = { target: 96, unit: "人", type: "≥", points: 15 };
  expect(severities("完成96人及以上得15分，每少1人扣0.3分，扣完为止", count)).toEqual([]);
  expect(severities("完成106人及以上得15分，每少1人扣0.3分，扣完为止", count)).toEqual(["explain"]);
  expect(severities("完成90人及以上得15分，每少1人扣0.3分，扣完为止", count)).toEqual(["hint"]);
  const cost = { target: 300, unit: "元", type: "≤", points: 10 };
  expect(severities("不超过300元得10分，每超出1元扣1分，扣完为止", cost)).toEqual([]);
  expect(severities("不超过280元得10分，每超出1元扣1分，扣完为止", cost)).toEqual(["explain"]);
  const day = { target: "2025年11月30日", unit: "", type: "定性", points: 10 };
  expect(severities("2025年11月30日前完成得10分，未按期完成不得分", day)).toEqual([]);
  expect(severities("2025年8月30日前完成得10分，未按期完成不得分", day)).toEqual(["explain"]);
  expect(severities("完成率达到100%得10分，每低1%扣1分", { ...rate, indicator: "群众满意度" })).toEqual([]);
});

it("评分标准的量词与计量单位不同的提示，同义的不提", () => {
  const unit = (word: string) =>
    codes("完成6场及以上得14分，每少1场扣2分，扣完为止", { target: 6, unit: word, type: "≥", points: 14 });
  expect(unit("场")).toEqual([]);
  expect(unit("次")).toEqual([]);
  expect(unit("人")).toEqual(["criterion-unit-named-otherwise"]);
});

it("类型没有说反时不提方向", () => {
  expect(
    codes("控制在100万元以内得满分，每超1万元扣1分", { target: 100, unit: "万元", type: "≤", points: 10 }),
  ).not.toContain("criterion-type-contradicts");
  expect(
    codes("无投诉得满分，有投诉不得分", { target: 3, unit: "次", type: "≤", points: 10, indicator: "投诉次数" }),
  ).not.toContain("criterion-type-contradicts");
});

it("每个检查一个文件，名称一致", () => {
  const files = readdirSync(join(__dirname, "../../../src/engine/criteria/passes"))
    .filter((f) => f.startsWith("report-"))
    .map((f) => f.replace(/\.ts$/u, ""));
  expect([...PASSES.map((p) => p.name)].sort()).toEqual(files.sort());
});
