/** The drawing of a criterion as it is legible: its words stand inside, the actual value is where it is. */
import { scoreCurve } from "../../src/engine/criteria";
import type { ScoreCase } from "../../src/engine/criteria";
import { drawPlot, plotSize } from "../../src/pane/views/scoring/plot";
import type { Plot } from "../../src/pane/views/scoring/plot";

const CASES: readonly (readonly [
  what: string,
  given: ScoreCase & { actual: string },
  score: number | null,
  target: string,
])[] = [
  [
    "a count",
    {
      criterion: "完成10次得满分，每少1次扣1分，扣完为止",
      target: 10,
      unit: "次",
      type: "≥",
      points: 10,
      actual: "8次",
    },
    8,
    "≥10次",
  ],
  [
    "bands",
    {
      criterion: "90%（含）以上得10分，80%（含）—90%得8分，60%（含）—80%得5分，60%以下不得分",
      target: "95%",
      type: "≥",
      points: 10,
      actual: "86%",
    },
    8,
    "≥95%",
  ],
  [
    "a cost",
    {
      criterion: "控制在100万元以内得满分，每超1万元扣1分，扣完为止",
      target: 100,
      unit: "万元",
      type: "≤",
      points: 20,
      actual: "103万元",
    },
    17,
    "≤100万元",
  ],
  [
    "a deadline",
    {
      criterion: "2025年6月30日前完成得满分，每延迟一天扣1分，扣完为止",
      target: "2025年6月30日",
      points: 5,
      actual: "2025年7月2日",
    },
    3,
    "2025年6月30日前",
  ],
  [
    "a rank",
    { criterion: "全省排名前三得满分，每落后一名扣1分", target: "前三", unit: "名", points: 10, actual: "第5名" },
    8,
    "前三",
  ],
];

function draw(given: ScoreCase & { actual: string }, score: number | null, target: string): Plot {
  return drawPlot(scoreCurve(given)!, { target, score, actual: given.actual, points: String(given.points) })!;
}

describe.each(CASES)("%s", (_, given, score, target) => {
  const plot = draw(given, score, target);

  test("says target, actual and the ends of its axes in words that stand inside the drawing", () => {
    const words = plot.labels.map(({ text }) => text);
    expect(words).toEqual(
      expect.arrayContaining([
        `${String(given.points)}分`,
        "0分",
        "实际完成值",
        `指标值 ${target}`,
        `实际 ${given.actual}`,
      ]),
    );
    for (const { x, y } of plot.labels)
      expect([x >= 0, x <= plotSize.width, y > 8, y < plotSize.height]).toEqual([true, true, true, true]);
  });

  test("puts the actual value on its line", () => {
    const onLine = plot.lines.some((line) =>
      line.split(" ").some((point) => point === `${plot.dot!.x},${plot.dot!.y}`),
    );
    expect(onLine).toBe(true);
  });

  test("is the same in words", () => {
    expect(plot.description).toMatch(
      new RegExp(`最高 ${String(given.points)} 分，指标值 ${target}；实际 ${given.actual}，得 ${score} 分$`),
    );
  });
});

test("an actual value far off stands at the edge and says so", () => {
  const plot = draw({ ...CASES[0]![1], actual: "900次" }, 10, "≥10次");
  expect(plot.dot!.x).toBe(plotSize.right);
  expect(plot.labels.map(({ text }) => text)).toContain("实际 900次（在图外）");
});

test("where a person decides, the drawing says so", () => {
  const plot = draw(
    { criterion: "95%以上得10分，90%以下不得分", target: "95%", type: "≥", points: 10, actual: "92%" },
    null,
    "≥95%",
  );
  expect(plot.open.length).toBe(1);
  expect(plot.description).toMatch(/实际 92%，由人判断；虚线处由人判断$/);
});

test("a long target is shortened in the drawing, not in words", () => {
  const plot = draw(CASES[0]![1], 8, "全年不少于十次（含上级交办的临时任务在内）");
  expect(plot.labels.map(({ text }) => text)).toContain("指标值 全年不少于十次（含上级交办的临…");
  expect(plot.description).toMatch(/全年不少于十次（含上级交办的临时任务在内）/);
});
