/** The drawing of a criterion: points over the actual value, wherever there is a value to draw them over. */
import { DEFAULT_CONVENTIONS, score, scoreCurve } from "../../../src/engine/criteria";
import type { ScoreCase, ScoreCurve } from "../../../src/engine/criteria";

const PER_TIME: ScoreCase = {
  criterion: "完成10次得满分，每少1次扣1分，扣完为止",
  target: 10,
  unit: "次",
  type: "≥",
  points: 10,
};
const BANDS: ScoreCase = {
  criterion: "90%（含）以上得10分，80%（含）—90%得8分，60%（含）—80%得5分，60%以下不得分",
  target: "95%",
  type: "≥",
  points: 10,
};
const COST: ScoreCase = {
  criterion: "控制在100万元以内得满分，每超1万元扣1分，扣完为止",
  target: "100",
  unit: "万元",
  type: "≤",
  points: 20,
};
const LATE: ScoreCase = {
  criterion: "2025年6月30日前完成得满分，每延迟一天扣1分，扣完为止",
  target: "2025年6月30日",
  points: 5,
};
const RANK: ScoreCase = {
  criterion: "全省排名前三得满分，每落后一名扣1分",
  target: "前三",
  unit: "名",
  type: "定性",
  points: 10,
};

const curve = (given: ScoreCase): ScoreCurve => scoreCurve(given)!;
const at = ({ points }: ScoreCurve, actual: number): number | null | undefined =>
  points.find((point) => point.actual === actual)?.score;

test("a count is drawn number by number, from half to one and a half of its target", () => {
  const { points, discrete, target } = curve(PER_TIME);
  expect([discrete, target, points.map(({ actual }) => actual)]).toEqual([
    true,
    10,
    [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  ]);
  expect(points.map(({ score: marks }) => marks)).toEqual([5, 6, 7, 8, 9, 10, 10, 10, 10, 10, 10]);
});

test("it reaches as far as the actual value, unless that is far off", () => {
  expect([
    curve({ ...PER_TIME, actual: "2次" }).points[0]!.actual,
    curve({ ...PER_TIME, actual: "2次" }).actual,
  ]).toEqual([2, 2]);
  expect([
    curve({ ...PER_TIME, actual: "900次" }).points.at(-1)!.actual,
    curve({ ...PER_TIME, actual: "900次" }).actual,
  ]).toEqual([15, 900]);
});

test("a band begins where the text says: the leap stands within a hair of its bound", () => {
  const { points, discrete } = curve(BANDS);
  expect(discrete).toBe(false);
  const leaps = points.flatMap((point, place) =>
    place > 0 && points[place - 1]!.score !== point.score ? [[points[place - 1]!.actual, point.actual]] : [],
  );
  expect(leaps.map(([from, to]) => [Math.round(from!), Math.round(to!), to! - from! < 0.1])).toEqual([
    [60, 60, true],
    [80, 80, true],
    [90, 90, true],
  ]);
});

test("a rate ends at 100%, a cost falls to the right", () => {
  expect(curve(BANDS).points.at(-1)!.actual).toBe(100);
  expect([at(curve(COST), 100), at(curve(COST), 150)]).toEqual([20, 0]);
});

test("a rate that is to stay below its target is drawn beyond 100%", () => {
  const drawn = curve({
    criterion: "控制在预算内得20分，每超出一个百分点扣1分",
    target: "≤100%",
    type: "≤",
    points: 20,
  });
  expect([at(drawn, 100), drawn.points.at(-1)]).toEqual([20, { actual: 150, score: 0 }]);
});

test("a few are counted from 0, and a unit may be shortened", () => {
  const drawn = curve({
    criterion: "完成3场次得满分，每少1场次扣2分，扣完为止",
    target: "≥3场次",
    points: 6,
    actual: "1场",
  });
  expect([drawn.points.map(({ actual }) => actual), drawn.actual, at(drawn, 1)]).toEqual([[0, 1, 2, 3, 4, 5], 1, 2]);
});

test("a share in a cell is a percentage", () => {
  expect(curve({ ...BANDS, actual: 0.86 }).actual).toBe(86);
});

test("a deadline is drawn day by day, as far as the deduction goes", () => {
  const drawn = curve({ ...LATE, actual: "2025年7月2日" });
  expect([drawn.write(drawn.target), drawn.write(drawn.actual!), drawn.discrete]).toEqual([
    "2025年6月30日",
    "2025年7月2日",
    true,
  ]);
  expect([
    at(drawn, drawn.target),
    at(drawn, drawn.target + 1),
    at(drawn, drawn.actual!),
    drawn.points.at(-1)!.score,
  ]).toEqual([5, 4, 3, 0]);
  expect(drawn.points.at(-1)!.actual - drawn.target).toBeLessThan(60);
});

test("a rank is drawn place by place", () => {
  const drawn = curve({ ...RANK, actual: "第5名" });
  expect(drawn.points.slice(0, 6).map(({ actual, score: marks }) => [drawn.write(actual), marks])).toEqual([
    ["第1名", 10],
    ["第2名", 10],
    ["第3名", 10],
    ["第4名", 9],
    ["第5名", 8],
    ["第6名", 7],
  ]);
});

test("a target in words, or a criterion that leaves everything to a person, gives nothing to draw", () => {
  expect(scoreCurve({ criterion: "完成得满分", target: "提升", points: 5 })).toBeNull();
  expect(scoreCurve({ criterion: "酌情给分", target: 10, points: 5 })).toBeNull();
  expect(scoreCurve({ ...LATE, criterion: "6月底前完成得满分", target: "6月30日前" })).toBeNull();
});

test.each([PER_TIME, BANDS, COST, LATE, RANK])("every point is what that actual value would be given: %j", (given) => {
  const { points, write } = curve(given);
  for (const { actual, score: marks } of points)
    expect([actual, score({ ...given, actual: write(actual) }, DEFAULT_CONVENTIONS).score]).toEqual([actual, marks]);
});
