import fc from "fast-check";
import { compileCriterion, printRule, score, withoutPlaces } from "../../../src/engine/criteria";

const points = fc.integer({ min: 1, max: 30 });
const target = fc.integer({ min: 1, max: 200 });
const actuals = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 12 });

/** Criteria that by their text are the better the more. */
const rising = fc
  .record({ points, target, cost: fc.constantFrom("0.5", "1", "2"), step: fc.integer({ min: 1, max: 5 }) })
  .chain(({ points: p, target: t, cost, step }) =>
    fc
      .constantFrom(
        `完成${t}次得满分，每少${step}次扣${cost}分，扣完为止`,
        `达到${t}次及以上计${p}分，每缺${step}次扣${cost}分`,
        `完成率小于60%不得分，大于等于60%，得分=（完成率-60%）/（1-60%）×指标分值`,
        `完成率90%以上得满分，80%-90%得分值的80%，60%-80%得分值的60%，60%以下不得分`,
        `完成${t}次得满分，其他按比例扣分`,
        `按完成比例计分`,
        `完成目标得满分，否则不得分`,
        ``,
      )
      .map((criterion) => ({ criterion, target: t, unit: "次", type: "≥", points: p })),
  );

/** Criteria that by their text are the better the less. */
const falling = fc
  .record({ points, target })
  .chain(({ points: p, target: t }) =>
    fc
      .constantFrom(
        `不超过${t}万元得满分，每超1%扣1分，扣完为止`,
        `控制在预算内得${p}分，每超1个百分点扣0.5分`,
        `小于等于${t}万元得满分，大于${t}万元不得分`,
      )
      .map((criterion) => ({ criterion, target: t, unit: "万元", type: "≤", points: p })),
  );

function scores(
  given: { criterion: string; target: number; points: number },
  values: readonly number[],
): readonly number[] {
  return [...values]
    .sort((a, b) => a - b)
    .map((actual) => score({ ...given, actual }))
    .map((result) => {
      expect(result.status).toBe("scored");
      return result.score!;
    });
}

it("得分不小于 0，不大于分值", () => {
  fc.assert(
    fc.property(fc.oneof(rising, falling), actuals, (given, values) => {
      for (const value of scores(given, values)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(given.points);
      }
    }),
  );
});

it("完成得越多，得分不会越低；成本越低，得分不会越低", () => {
  fc.assert(
    fc.property(rising, actuals, (given, values) => {
      const given1 = scores(given, values);
      expect([...given1].sort((a, b) => a - b)).toEqual(given1);
    }),
  );
  fc.assert(
    fc.property(falling, actuals, (given, values) => {
      const given1 = scores(given, values);
      expect([...given1].sort((a, b) => b - a)).toEqual(given1);
    }),
  );
});

it("达到指标值恰好得满分", () => {
  fc.assert(
    fc.property(fc.oneof(rising, falling), (given) => {
      expect(score({ ...given, actual: given.target }).score).toBe(given.points);
    }),
  );
});

/** The same sentence in another hand: full-width signs, other verbs, blanks. */
const hands: readonly ((text: string) => string)[] = [
  (t) => t.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  (t) => t.replace(/，/gu, ",").replace(/（/gu, "(").replace(/）/gu, ")"),
  (t) => t.replace(/%/gu, "％"),
  (t) => t.replace(/×/gu, "*"),
  (t) => t.replace(/得满分/gu, "计满分"),
  (t) => t.replace(/得满分/gu, "给满分"),
  (t) => t.replace(/扣完为止/gu, "扣完即止"),
  (t) => [...t].join(" "),
  (t) => `${t}。`,
];

it("换一种写法（全角、标点、空格、同义的动词），读出来一样", () => {
  fc.assert(
    fc.property(fc.oneof(rising, falling), fc.subarray(hands.map((_, i) => i)), ({ criterion }, chosen) => {
      const other = chosen.reduce<string>((text, i) => hands[i]!(text), criterion);
      expect(withoutPlaces(compileCriterion(other).rule)).toEqual(withoutPlaces(compileCriterion(criterion).rule));
    }),
  );
});

const pieces = [
  "完成",
  "率",
  "90%",
  "60%",
  "-",
  "以上",
  "以下",
  "得",
  "10分",
  "满分",
  "不得分",
  "每",
  "少",
  "超",
  "1次",
  "一次",
  "扣",
  "0.5分",
  "，",
  "；",
  "。",
  "扣完为止",
  "（含）",
  "其他",
  "按比例",
  "若",
  "发生",
  "否则",
  "偏离",
  "目标值",
  "得分=",
  "/",
  "×",
  "(",
  ")",
  "指标分值",
  "优秀",
  "前三",
  "12月底前",
  "各占",
  "1/3",
  "1.",
  "2.",
  "、",
  "最多",
  "不足",
  "且",
  "或",
  "≥",
  "<",
  "酌情",
  "未",
];
const jumble = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((p) => p.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

it("任何文字都不会让它出错，得分仍在 0 与分值之间，位置都在原文之内", () => {
  fc.assert(
    fc.property(
      jumble,
      fc.oneof(fc.double(), fc.constantFrom("95%", "全年", "优秀", "第3名", "2025年1月1日", "≥3家", "")),
      (criterion, actual) => {
        const result = score({ criterion, target: 10, unit: "次", type: "≥", points: 5, actual });
        if (result.status === "scored") {
          expect(result.score).toBeGreaterThanOrEqual(0);
          expect(result.score).toBeLessThanOrEqual(5);
        } else expect(result.score).toBeNull();
        const { rule, source } = compileCriterion(criterion);
        for (const { span } of rule.statements)
          expect(span.start >= 0 && span.end <= source.text.length && span.start <= span.end).toBe(true);
      },
    ),
    { numRuns: 1500 },
  );
});

it("写出来再读回去，读法不变", () => {
  fc.assert(
    fc.property(fc.oneof(rising, falling), ({ criterion }) => {
      const { rule } = compileCriterion(criterion);
      expect(withoutPlaces(compileCriterion(printRule(rule)).rule)).toEqual(withoutPlaces(rule));
    }),
  );
});

it("反复同一个词的长文字也读得完，说得出没有读懂", () => {
  const words = [
    "全部分数",
    "实际完成",
    "完成率×",
    "超支率=",
    "一二三四五六七八九十",
    "(",
    "每",
    "90%-",
    "不小于两",
    "视情况酌情",
    "得分=min(",
  ];
  for (const word of words) {
    const text = word.repeat(1000).slice(0, 1000);
    const { rule } = compileCriterion(text);
    expect(compileCriterion(`${text}${text}`).rule.statements.at(-1)).toMatchObject({ kind: "residue" });
    for (const statement of rule.statements) expect(statement.span.end).toBeLessThanOrEqual(text.length);
  }
});
