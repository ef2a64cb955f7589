/** What a person treats as one thing is told as one thing, and counted alike wherever it is counted. */
import { terminalReport } from "../../../src/cli/terminal-report";
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook, type CheckedWorkbook } from "../../../src/engine/check-workbook";
import { diagnose, toJson, withAcceptance, type Finding } from "../../../src/engine/diagnostics";
import type { Outcome } from "../../../src/engine/reconcile";
import {
  consequencesOf,
  countByShade,
  countProblems,
  followersOf,
  markEdits,
  placesOf,
  problemsOf,
  problemsText,
  problemTitle,
  resultSheet,
} from "../../../src/engine/report";
import { openSeed, seedNames } from "../../seeds/open-seed";
import { checked, madeBudget, type MadeCase, type MadeTable } from "../diagnostics/made-budget";
import { madeSaying, type MadeRelation } from "../diagnostics/made-sayings";

const small = (): MadeTable[] =>
  madeBudget([
    [
      [100_000, 23_456],
      [50_000, 7_000],
    ],
  ]);

function findings(made: MadeCase, outcomes: readonly Outcome[]): Finding[] {
  return diagnose({ ...made, outcomes: [...made.outcomes, ...outcomes] });
}

function says(
  made: MadeCase,
  relation: MadeRelation,
  table: number,
  row: number,
  more: Partial<Outcome> = {},
): Outcome {
  return {
    rule: "made",
    outcome: "fail",
    severity: "error",
    operands: [{ cell: made.cell(table, row, 1), role: "reported" }],
    reported: "1",
    computed: "2",
    difference: "-1",
    detail: madeSaying(relation, `第${row}行`),
    equation: null,
    ...more,
  };
}

const open = { sources: new Map<string, string>(), sheets: new Set(["收入总表", "支出总表"]) };

describe("the same reason at several places", () => {
  const made = checked(small());
  const all = findings(made, [
    says(made, "grouped", 0, 2),
    says(made, "grouped", 0, 3),
    says(made, "grouped", 1, 2),
    says(made, "plain", 1, 3),
    says(made, "plain", 1, 3),
  ]);

  it("is one problem across tables; what stands for itself stays apart, though it stands at one place", () => {
    expect(problemsOf(all).map(({ findings: group }) => group.length)).toEqual([3, 1, 1]);
    expect(problemsText(all)).toBe("3 处问题，涉及 5 项核对");
    expect(new Set(all.map(({ group }) => group)).size).toBe(3);
  });

  it("is no problem where all is 尾差: nobody has to act", () => {
    const rounding = all.map(
      (finding): Finding => Object.create(finding, { outcome: { value: "rounding" } }) as Finding,
    );
    expect(problemsText(rounding)).toBe("3 处尾差，涉及 5 项核对");
    expect(problemsText([...rounding.slice(1), all[0]!])).toMatch(/^\d 处问题，/);
  });

  it("is told with all its places", () => {
    const [problem] = problemsOf(all);
    expect(problemTitle(problem!)).toBe("第2行不符（同样的共 3 处）");
    expect(placesOf(problem!).map(({ sheet, address }) => `${sheet} ${address}`)).toEqual([
      "收入总表 D6",
      "收入总表 D7",
      "支出总表 D6",
    ]);
  });

  it("is another problem where it weighs less", () => {
    const milder = [says(made, "grouped", 0, 2), says(made, "grouped", 0, 3, { severity: "hint" })];
    expect(problemsOf(findings(made, milder))).toHaveLength(2);
  });

  it("is counted apart from what has been explained", () => {
    const accepted = { reason: "已核实", stale: false };
    const explained = all.map((finding, at) => (at === 0 ? withAcceptance(finding, accepted) : finding));
    expect(countProblems(explained)).toEqual({ problems: 3, checks: 4 });
    expect(countProblems(explained.map((finding) => withAcceptance(finding, accepted)))).toEqual({
      problems: 0,
      checks: 0,
    });
  });
});

describe("checks that fail because of a fault", () => {
  it("are its consequences; what says the same again and what cannot be told are not", () => {
    const made = checked(small());
    const same = { cause: "甲" };
    const [finding] = findings(made, [
      says(made, "plain", 0, 2, same),
      says(made, "plain", 0, 3, same),
      says(made, "plain", 1, 2, { ...same, rule: "other" }),
      says(made, "plain", 1, 3, { ...same, rule: "untold", outcome: "cannot-tell" }),
    ]);
    expect(finding!.witnesses).toHaveLength(3);
    expect(consequencesOf([finding!])).toMatchObject({ words: "另有 1 项核对因此不符", checks: [{ code: "other" }] });
    expect(followersOf(finding!).map(({ words }) => words)).toEqual(["另有 1 项核对因此不符", "同时涉及 2 项核对"]);
  });
});

describe("rounding differences", () => {
  const tables = small();
  tables[0]!.rows[1]!.values[0] = (tables[0]!.rows[1]!.values[0] as number) + 0.01;
  const made = checked(tables);
  // Reconciliation weighs them so; the made budget does not ask it.
  const rounding = made.outcomes.map((outcome): Outcome => ({ ...outcome, outcome: "rounding", severity: "hint" }));
  const all = diagnose({ ...made, outcomes: rounding });

  it("are one line for a rule and its tables, in hints, and no mark is red", () => {
    const rules = new Set(rounding.map(({ rule, operands }) => `${rule} ${operands.length === 2}`));
    expect(problemsOf(all).length).toBeLessThanOrEqual(rules.size);
    expect(markEdits(all, open.sheets).map((edit) => edit.type === "mark" && edit.level)).not.toContain("error");
    for (const problem of problemsOf(all).filter(({ findings: group }) => group.length > 1))
      expect(problemTitle(problem)).toMatch(/处尾差/);
  });
});

describe.each(seedNames)("the problems of %s", (name) => {
  let found: CheckedWorkbook;
  beforeAll(() => {
    found = checkWorkbook(name, openSeed(name), catalogue, allChecks);
  });

  it("are counted alike and in the same words by pane, sheet, terminal and JSON", () => {
    const words = problemsText(found.findings);
    const { problems } = countProblems(found.findings);
    const sheet = resultSheet(found, { file: "", date: "", checker: "" }, open.sources, new Set());
    expect(sheet.cells.find(({ row }) => row === 3)!.value).toContain(words);
    expect(sheet.cells.filter(({ column, value }) => column === 0 && typeof value === "number")).toHaveLength(problems);
    const terminal = terminalReport(found, { all: false, sources: open.sources });
    expect(terminal).toContain(words);
    expect(terminal.match(/^ {2}\d+\. /gm) ?? []).toHaveLength(problems);
    expect(Object.values(countByShade(found.findings)).reduce((sum, count) => sum + count, 0)).toBe(problems);
    expect(new Set(toJson(found).findings.map(({ group }) => group)).size).toBe(problems);
  });

  it("are no rounding differences but as hints", () => {
    for (const { outcome, severity } of found.findings.filter((finding) => finding.outcome === "rounding"))
      expect([outcome, severity]).toEqual(["rounding", "hint"]);
  });
});
