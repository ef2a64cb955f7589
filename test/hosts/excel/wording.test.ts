import { describeHostProblem } from "../../../src/hosts/host-wording";
import { problems } from "../one-of-each-problem";

describe.each(Object.values(problems).map((problem) => [problem.code, problem] as const))("%s", (_, problem) => {
  test("is told in three sentences: what happened, what it means for the figures, what to do", () => {
    for (const part of Object.values(describeHostProblem(problem)))
      expect(part).toMatch(/^(?:Excel |[\p{sc=Han}“])[^]*。$/u);
  });

  test("is told in office words", () => {
    expect(Object.values(describeHostProblem(problem)).join("")).not.toMatch(
      /解析|引擎|接口|异常|JSON|API|同步|请求|会话|代码|undefined|null|\[object/i,
    );
  });
});

test("where Excel does not say which sheet it is about, none is named", () => {
  expect(describeHostProblem({ code: "too-large", sheet: "" }).happened).toBe("内容太多，Excel 一次传不过来。");
  expect(describeHostProblem({ code: "sheet-gone", sheet: "" }).happened).toBe("有工作表已被删除。");
  expect(describeHostProblem({ code: "sheet-protected", sheets: [] }).happened).toBe("有工作表设有保护，不能写入。");
});

test("a cell being edited says how to end it", () => {
  expect(describeHostProblem({ code: "cell-being-edited" }).remedy).toContain("请先按回车结束单元格编辑");
});

test("of many cells that have changed three are named and the others counted", () => {
  const cells = Array.from({ length: 5 }, (_, row) => ({
    sheet: "表1",
    address: `A${row + 1}`,
    was: row,
    now: row + 1,
  }));
  expect(describeHostProblem({ code: "changed-meanwhile", cells }).happened).toBe(
    "读取之后，“表1”A1 由 0 变为 1，“表1”A2 由 1 变为 2，“表1”A3 由 2 变为 3，等共 5 处。",
  );
});
