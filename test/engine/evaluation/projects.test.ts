import fc from "fast-check";
import { matchProjects } from "../../../src/engine/evaluation/match-projects";
import { likeness } from "../../../src/engine/evaluation/names";
import { Exact } from "../../../src/engine/workbook";
import { findingsOf, performanceWorkbook } from "./made-workbook";

const amount = (name: string, value: number) => ({ name, amount: new Exact(value) });

test("a project is found by its name, then by its amount, then as a sum of lines", () => {
  const lines = [
    amount("信息化改造项目结转资金", 80.96),
    amount("培训外出经费", 17.86),
    amount("业务工作经费", 402.56),
    amount("前期经费", 8.97),
    amount("财源建设经费", 7.32),
  ];
  const projects = [
    amount("行政运行（其他）经费", 418.85),
    amount("走进高校活动", 17.86),
    amount("2023年信息化改造项目结转资金", 80.96),
  ];
  expect(
    matchProjects(projects, lines).map(({ project, by, lines: own }) => [
      project.name,
      by,
      own.map(({ name }) => name).join("+"),
    ]),
  ).toEqual([
    ["行政运行（其他）经费", "sum", "业务工作经费+前期经费+财源建设经费"],
    ["走进高校活动", "amount", "培训外出经费"],
    ["2023年信息化改造项目结转资金", "name", "信息化改造项目结转资金"],
  ]);
});

test("two sums that would fit leave the project unmatched", () => {
  expect(
    matchProjects(
      [amount("甲项目", 10)],
      [amount("子一", 4), amount("子二", 6), amount("丑一", 3), amount("丑二", 7)],
    )[0]!.by,
  ).toBe("none");
});

test("a sure name with another amount is a disagreement, an unsure one is not", () => {
  expect(matchProjects([amount("防汛抗旱经费", 10)], [amount("防汛抗旱经费", 12)])[0]!.by).toBe("name");
  expect(matchProjects([amount("防汛抗旱经费", 10)], [amount("抗旱服务队补助", 12)])[0]!.by).toBe("none");
});

test("no line is used twice", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }),
      (some, others) => {
        const used = matchProjects(
          some.map((value, at) => amount(`项目${at}`, value)),
          others.map((value, at) => amount(`行${at}`, value)),
        ).flatMap(({ lines }) => lines);
        expect(new Set(used).size).toBe(used.length);
      },
    ),
  );
});

test("likeness is between 0 and 1, the same both ways, and 1 for a name itself", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const found = likeness(a, b);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
      expect(likeness(b, a)).toBeCloseTo(found);
    }),
  );
  expect(likeness("2024年 中央“无线电”管理经费", "2024年中央无线电管理经费")).toBe(1);
});

test("a project whose 全年执行数 differs from its line in the base-data table does not agree", () => {
  const changed = performanceWorkbook(["项目自评表", "E5", 63], ["项目自评表", "E8", 63]);
  expect(findingsOf(changed, "self-evaluation-projects-in-base-data")).toEqual(["fail/error 项目自评表!E8"]);
  expect(findingsOf(changed, "self-evaluation-projects-make-whole")).toEqual(["fail/explain 整体自评表!E7"]);
});

test("a line of the base-data table without a self-evaluation cannot be told", () => {
  expect(
    findingsOf(
      performanceWorkbook(
        ["基础数据表", "A17", "展览经费"],
        ["基础数据表", "D17", 12],
        ["基础数据表", "D11", 117],
        ["基础数据表", "D14", 117],
      ),
      "self-evaluation-projects-in-base-data",
    ),
  ).toEqual(["cannot-tell/error 基础数据表!D17"]);
});
