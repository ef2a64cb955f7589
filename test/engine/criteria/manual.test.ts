import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCriterion, CONVENTIONS, score } from "../../../src/engine/criteria";

const manual = readFileSync(join(__dirname, "../../../docs/criteria.md"), "utf8");

/** The rows of all tables whose header begins with these cells. */
function tables(header: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let inside = false;
  for (const line of manual.split("\n")) {
    if (line === header) inside = true;
    else if (!line.startsWith("|")) inside = false;
    else if (inside && !line.startsWith("|---"))
      rows.push(
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
  }
  return rows;
}

const WORDS = { "needs-judgement": "由人判断", incomplete: "缺数据", unreadable: "读不懂" } as const;

describe("说明书里的例子", () => {
  it.each(tables("| 评分标准 | 指标值 | 单位 | 类型 | 分值 | 实际完成值 | 得分 |"))(
    "“%s”（指标值 %s %s %s，分值 %s）实际 %s，得 %s",
    (criterion, target, unit, type, points, actual, expected) => {
      const result = score({ criterion, target, unit, type, points, actual });
      expect(result.status === "scored" ? String(result.score) : WORDS[result.status]).toBe(expected);
    },
  );

  it.each(tables("| 评分标准 | 指标值 | 单位 | 类型 | 分值 | 会提示 |"))(
    "“%s”（指标值 %s %s %s，分值 %s）会提示“%s”",
    (criterion, target, unit, type, points, expected) => {
      expect(
        checkCriterion({ criterion: criterion!, target, unit, type, points })
          .map((f) => f.message)
          .join("；"),
      ).toContain(expected);
    },
  );

  it("约定的名称和取值一个不多、一个不少", () => {
    expect(tables("| 名称 | 取值 |")).toEqual(
      Object.entries(CONVENTIONS).map(([name, values]) => [name, values.join("、")]),
    );
  });
});
