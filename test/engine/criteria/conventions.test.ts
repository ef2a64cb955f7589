import { CONVENTIONS, DEFAULT_CONVENTIONS, sayConvention, score, withConvention } from "../../../src/engine/criteria";
import type { ConventionName, ScoreCase } from "../../../src/engine/criteria";

/** For a convention: a case that leans on it, its score by default and under the other value. */
const rate = { target: 95, unit: "%", type: "≥", points: 10 };
const cost = { target: 100, unit: "万元", type: "≤", points: 20 };
const LEANING: readonly (readonly [string, ScoreCase, number | null, number | null])[] = [
  ["bound-words=exclusive", { ...rate, criterion: "95%以上得10分，90%-95%得8分，90%以下不得分", actual: 95 }, 10, 8],
  ["shared-bound=lower", { ...rate, criterion: "95%以上得10分，90%-95%得8分，90%以下不得分", actual: 90 }, 8, 0],
  [
    "deviation=over-only",
    { ...cost, criterion: "偏离10%以内得满分，10%-20%得15分，20%以上不得分", actual: 85 },
    15,
    20,
  ],
  ["steps=exact", { ...rate, criterion: "≥95%得满分，每低1个百分点扣1分", actual: 92.5 }, 8, 7.5],
  ["percent-step=of-target", { ...rate, target: 50, criterion: "≥50%得满分，每低1%扣1分", actual: 49 }, 9, 8],
  ["completion-of-at-most=met", { ...cost, criterion: "得分=完成率×分值", actual: 80 }, null, 20],
  ["completion-of-at-most=ratio", { ...cost, criterion: "得分=完成率×分值", actual: 80 }, null, 16],
  ["completion-of-rate=value", { ...rate, target: 80, criterion: "得分=完成率×分值", actual: 60 }, 7.5, 6],
  [
    "marks=literal",
    { target: "前五", unit: "名", type: "定性", points: 10, criterion: "前五得20分，每落后一名扣4分", actual: "第7名" },
    6,
    10,
  ],
  ["general-rule=all-or-nothing", { ...rate, target: 100, criterion: "", actual: 90 }, 9, 0],
  ["proportion-base=whole", { ...rate, target: 80, criterion: "≥80%得满分，其他按比例扣分", actual: 60 }, 7.5, 6],
  [
    "proportion-of-completion=mark",
    {
      target: "≥60户",
      unit: "户",
      type: "≥",
      points: 10,
      criterion: "完成目标任务90%及以上得满分，不足90%按实际完成比例得分",
      actual: "48户",
    },
    8,
    8.89,
  ],
  [
    "working-days=calendar",
    {
      target: "2023年4月14日前",
      type: "≤",
      points: 5,
      criterion: "按时完成得满分，每延后1个工作日扣0.5分",
      actual: "2023年4月19日",
    },
    3.5,
    2.5,
  ],
  ["verdict-by-target=ask", { ...rate, criterion: "完成得满分，否则不得分", actual: 96 }, 10, null],
  [
    "stated-fact=ask",
    { target: "公开", type: "定性", points: 5, criterion: "公开得满分，未公开不得分", actual: "已公开" },
    5,
    null,
  ],
  [
    "stated-judgement=accept",
    { target: "提升", type: "定性", points: 5, criterion: "提升得满分，未提升不得分", actual: "提升" },
    null,
    5,
  ],
  [
    "type-contradicts=at-least",
    {
      target: 20,
      unit: "次",
      type: "≤",
      points: 5,
      indicator: "企业帮扶",
      criterion: "符合要求得满分，不符合要求不得分",
      actual: 18,
    },
    null,
    0,
  ],
  [
    "type-contradicts=at-most",
    {
      target: 20,
      unit: "次",
      type: "≤",
      points: 5,
      indicator: "企业帮扶",
      criterion: "符合要求得满分，不符合要求不得分",
      actual: 18,
    },
    null,
    5,
  ],
  [
    "missing-type=at-most",
    { target: 20, unit: "次", points: 5, criterion: "达到目标得满分，否则不得分", actual: 18 },
    0,
    5,
  ],
  ["percent-as-fraction=as-written", { ...rate, criterion: "", actual: 0.96 }, 10, 0.1],
  ["unit-left-out=ask", { target: "≥32%", points: 6, criterion: "", actual: "37.4" }, 6, null],
  [
    "range-target=high-end",
    { target: "4-5家", type: "≥", points: 10, criterion: "得分=完成率×分值", actual: "2家" },
    5,
    4,
  ],
  [
    "points-from-text=ask",
    { target: 95, unit: "%", type: "≥", criterion: "共10分，95%以上得满分，95%以下不得分", actual: 96 },
    10,
    null,
  ],
  [
    "occurrences=ask",
    { target: 0, unit: "起", type: "=", points: 5, criterion: "每发生一起扣1分", actual: 2 },
    3,
    null,
  ],
  [
    "equal-target=exact",
    { target: 90, unit: "%", type: "=", points: 5, criterion: "达到目标得满分，否则不得分", actual: 95 },
    5,
    null,
  ],
];

describe("约定", () => {
  it.each(LEANING.map((l) => [l[0], l] as const))("%s 改变得分，并写明", (setting, [, given, byDefault, changed]) => {
    expect(score(given).score).toBe(byDefault);
    const other = score(given, withConvention(DEFAULT_CONVENTIONS, setting)!);
    expect(other.score).toBe(changed);
    if (byDefault !== null) {
      const name = setting.split("=")[0]!;
      const standing = DEFAULT_CONVENTIONS[name as ConventionName];
      expect(score(given).assumptions.join()).toContain(`${name}=${standing}`);
      if (changed !== null)
        expect(score(given).alternatives).toContainEqual({
          assumption: expect.stringContaining(setting),
          score: changed,
        });
    }
  });

  it("每个约定的每个取值都有一句话，互不相同", () => {
    for (const [name, values] of Object.entries(CONVENTIONS)) {
      const said = values.map((value) => sayConvention(name as ConventionName, value));
      expect(new Set(said).size).toBe(values.length);
      for (const text of said) expect(text).toMatch(/\p{Script=Han}/u);
    }
  });

  it("没有的名称、没有的取值都不接受", () => {
    expect(withConvention(DEFAULT_CONVENTIONS, "shared-bound=middle")).toBeNull();
    expect(withConvention(DEFAULT_CONVENTIONS, "no-such=1")).toBeNull();
    expect(withConvention(DEFAULT_CONVENTIONS, "far-above=90")).toBeNull();
    expect(withConvention(DEFAULT_CONVENTIONS, "far-above=200")).toMatchObject({ "far-above": 200 });
  });
});

it("界限值写明“含”的，归写明的那一档", () => {
  expect(score({ ...rate, criterion: "90%以上得10分，90%（含）以下得6分", actual: 90 }).score).toBe(6);
  expect(score({ ...rate, criterion: "90%（不含）以上得10分，60%-90%得6分", actual: 90 }).score).toBe(6);
});

it("只在最后四舍五入一次，五入，两位小数", () => {
  const thirds = score({ target: 3, unit: "次", type: "≥", points: 10, criterion: "按完成比例计分", actual: 2 });
  expect(thirds.score).toBe(6.67);
  expect(thirds.assumptions.join()).toContain("四舍五入");
  expect(score({ target: 8, unit: "次", type: "≥", points: 1, criterion: "按完成比例计分", actual: 1 }).score).toBe(
    0.13,
  );
});
