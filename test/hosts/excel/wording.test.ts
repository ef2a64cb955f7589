import type { HostProblem } from "../../../src/hosts/host-problem";
import { describeHostProblem } from "../../../src/hosts/host-wording";

/** One of each; a code that is missing here does not compile. */
const problems: { readonly [Code in HostProblem["code"]]: Extract<HostProblem, { code: Code }> } = {
  "cell-being-edited": { code: "cell-being-edited" },
  "dialog-open": { code: "dialog-open" },
  "sheet-protected": { code: "sheet-protected", sheets: ["收入总表", "支出总表"] },
  "workbook-protected": { code: "workbook-protected" },
  "read-only": { code: "read-only" },
  "too-large": { code: "too-large", sheet: "明细" },
  "session-lost": { code: "session-lost" },
  busy: { code: "busy" },
  "changed-meanwhile": { code: "changed-meanwhile", cells: [{ sheet: "收入总表", address: "B1", was: 1, now: null }] },
  "sheet-gone": { code: "sheet-gone", sheet: "收入总表" },
  "sheet-hidden": { code: "sheet-hidden", sheet: "底稿" },
  "bad-address": { code: "bad-address", sheet: "收入总表", address: "A0" },
  "bad-value": { code: "bad-value", sheet: "收入总表", address: "A1" },
  "unsupported-excel": { code: "unsupported-excel", needed: "1.13" },
  "no-excel": { code: "no-excel" },
  "excel-silent": { code: "excel-silent" },
  "nothing-to-undo": { code: "nothing-to-undo" },
  "bad-settings": { code: "bad-settings" },
  "half-done": { code: "half-done", cells: [{ sheet: "收入总表", address: "B1" }], sheets: ["核对结果"] },
  refused: { code: "refused", detail: "GeneralException" },
};

describe.each(Object.values(problems).map((problem) => [problem.code, problem] as const))("%s", (_, problem) => {
  test("is told in three sentences: what happened, what it means for the figures, what to do", () => {
    for (const part of Object.values(describeHostProblem(problem))) expect(part).toMatch(/^(?:Excel |[\p{sc=Han}“])[^]*。$/u);
  });

  test("is told in office words", () => {
    expect(Object.values(describeHostProblem(problem)).join("")).not.toMatch(/解析|引擎|接口|异常|JSON|API|同步|请求|会话|代码|undefined|null|\[object/i);
  });
});

test("a cell being edited says how to end it", () => {
  expect(describeHostProblem({ code: "cell-being-edited" }).remedy).toContain("请先按回车结束单元格编辑");
});

test("of many cells that have changed three are named and the others counted", () => {
  const cells = Array.from({ length: 5 }, (_, row) => ({ sheet: "表1", address: `A${row + 1}`, was: row, now: row + 1 }));
  expect(describeHostProblem({ code: "changed-meanwhile", cells }).happened).toBe("读取之后，“表1”A1 由 0 变为 1，“表1”A2 由 1 变为 2，“表1”A3 由 2 变为 3，等共 5 处。");
});
