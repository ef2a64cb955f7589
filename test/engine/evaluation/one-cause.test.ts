import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { Change } from "./made-workbook";
import { performanceWorkbook } from "./made-workbook";

const form = "项目自评表";
const targets = "绩效目标表";

/** Codes of each finding: its own, then those of its witnesses, each once. */
function findings(...changes: readonly Change[]): string[][] {
  const { findings: all } = checkWorkbook("工作簿.xlsx", performanceWorkbook(...changes), catalogue, allChecks);
  return all.map(({ code, witnesses }) => [...new Set([code, ...witnesses.map((witness) => witness.code)])]);
}

test("全年执行数 that is wrong is one finding with the 执行率, its score and the totals made from it", () => {
  expect(findings([form, "E8", 60])).toEqual([
    [
      "project-self-evaluation-funds",
      "self-evaluation-projects-in-base-data",
      "self-evaluation-projects-make-whole",
      "self-evaluation-execution-rate",
      "self-evaluation-execution-score",
    ],
  ]);
});

test("执行率 that is wrong is one finding with the 得分 that follows from it", () => {
  expect(findings([form, "G8", 0.8], [form, "H8", 8], [form, "H17", 98])).toEqual([
    ["self-evaluation-execution-rate", "self-evaluation-execution-score"],
  ]);
});

test("a 得分 that follows from neither is a finding beside a wrong 执行率", () => {
  expect(findings([form, "G8", 0.9], [form, "H8", 8.2], [form, "H17", 98.2])).toEqual([
    ["self-evaluation-execution-rate"],
    ["self-evaluation-execution-score"],
  ]);
});

test("全年执行数 left blank is one finding with the 执行率 that cannot be told", () => {
  expect(findings([form, "E8", null]).filter((codes) => codes.includes("self-evaluation-execution-rate"))).toHaveLength(
    1,
  );
  expect(findings([form, "E8", null])[0]).toContain("self-evaluation-execution-rate");
});

test("分值 left blank in a form are one finding with the sums and scores that cannot be told", () => {
  const [one, ...others] = findings(...["G11", "G12", "G13"].map((address): Change => [form, address, null]));
  expect(others).toEqual([]);
  expect(one![0]).toBe("self-evaluation-points-present");
  expect(one).toEqual(expect.arrayContaining(["self-evaluation-points-total", "self-evaluation-score-within-points"]));
});

test("a target's 分值 that was mistyped is one finding, the sum with what was approved", () => {
  expect(findings([targets, "M5", 15])).toEqual([
    ["self-evaluation-points-as-approved", "performance-target-points-total"],
  ]);
});

test("a sum that is off by another amount stays a finding of its own", () => {
  expect(findings([targets, "M5", 15], [targets, "M6", 30]).flat()).toContain("performance-target-points-total");
  expect(findings([targets, "M5", 15], [targets, "M6", 30]).length).toBeGreaterThan(1);
});
