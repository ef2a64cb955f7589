/** 已说明: a finding that a person accepts stays accepted while its figures stay, wherever its cells move. */
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { Finding } from "../../../src/engine/diagnostics";
import {
  DEFAULT_SETTINGS,
  acceptFinding,
  activeRules,
  applyExceptions,
  operandValues,
  settingsFromXml,
  settingsToXml,
  switchRule,
  withExplained,
  withdrawAcceptance,
} from "../../../src/engine/settings";
import { markEdits, resultSheet } from "../../../src/engine/report";
import { catalogue } from "../../../src/catalogue";
import { exampleNamed, exampleWorkbook } from "../../../src/catalogue/example";
import { plainFinding } from "../diagnostics/plain-finding";

type Rows = (string | number | null)[][];

/** An expenditure summary in which one sum is wrong. */
const ROWS: Rows = [
  ["2025年部门支出总体情况表"],
  ["部门名称：某市某局", null, null, null, null, null, "单位：万元"],
  ["科目编码", null, null, "功能科目", "总计", "基本支出", "项目支出"],
  ["类", "款", "项", null, null, null, null],
  [null, null, null, "合计", 60, 40, 20],
  ["205", null, null, "教育支出", 60, 40, 20],
  [null, "02", null, "普通教育", 60, 40, 20],
  ["205", "02", "01", "学前教育", 25, 15, 10],
  ["205", "02", "02", "小学教育", 36, 25, 11],
];

function findingsOf(rows: Rows, sheet = "支出总表"): Finding[] {
  const workbook = exampleWorkbook([{ name: sheet, rows }]);
  return [...checkWorkbook("某局", workbook, catalogue, allChecks).findings];
}

const changed = (row: number, column: number, value: string | number): Rows =>
  ROWS.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells));

const before = findingsOf(ROWS);
const [first] = before;
const accepted = acceptFinding({ ...DEFAULT_SETTINGS, person: "张三" }, before, first!, "四舍五入到整数", "2025-02-28");
/** Settings as another person opens them. */
const reopened = settingsFromXml(settingsToXml(accepted))!;

const acceptedOf = (findings: readonly Finding[]) =>
  applyExceptions(findings, reopened)
    .filter((finding) => finding.accepted !== null)
    .map((finding) => finding.accepted);

test("the example has something to accept", () => expect(before.length).toBeGreaterThan(0));

test("an accepted finding says why, is not marked, and the others stay as they were", () => {
  const findings = applyExceptions(before, reopened);
  expect(findings[0]!.accepted).toEqual({ reason: "四舍五入到整数", stale: false });
  expect(findings.slice(1).map(plainFinding)).toEqual(before.slice(1).map(plainFinding));
  expect(markEdits(findings, new Set(["支出总表"])).length).toBeLessThan(
    markEdits(before, new Set(["支出总表"])).length,
  );
});

test("it survives inserted rows and a renamed sheet", () => {
  const moved: Rows = [["附件3"], ...ROWS.slice(0, 7), [null], ...ROWS.slice(7)];
  expect(acceptedOf(findingsOf(moved, "附表三"))).toEqual([{ reason: "四舍五入到整数", stale: false }]);
});

test("it goes stale when one of its figures changes, and is well again when the figure comes back", () => {
  const later = findingsOf(changed(8, 4, 37)).filter(({ key }) => key === first!.key);
  expect(applyExceptions(later, reopened).map((finding) => finding.accepted)).toEqual([
    { reason: "四舍五入到整数", stale: true },
  ]);
  expect(acceptedOf(findingsOf(ROWS))).toEqual([{ reason: "四舍五入到整数", stale: false }]);
});

test("two findings of one meaning: the one with the same figures takes the acceptance", () => {
  const twin: Finding = {
    ...plainFinding(first!),
    cells: first!.cells.map((cell) => (typeof cell.value === "number" ? { ...cell, value: cell.value + 1 } : cell)),
  };
  expect(applyExceptions([twin, first!], reopened).map((finding) => finding.accepted)).toEqual([
    null,
    { reason: "四舍五入到整数", stale: false },
  ]);
});

test("a new reason takes the place of the old one; withdrawn, nothing is left", () => {
  const again = acceptFinding(accepted, applyExceptions(before, accepted), first!, "口径不同", "2025-03-01");
  expect(again.exceptions.map(({ reason }) => reason)).toEqual(["口径不同"]);
  const findings = applyExceptions(before, accepted);
  expect(withdrawAcceptance(accepted, findings, findings[0]!).exceptions).toEqual([]);
});

test("blanks are no figures: filling a blank cell changes what was accepted, a blank row does not", () => {
  expect(
    operandValues({
      cells: [
        { ...first!.cells[0]!, value: null },
        { ...first!.cells[0]!, value: 12.5 },
        { ...first!.cells[0]!, value: " 无 " },
      ],
    }),
  ).toEqual(["12.5", "无"]);
});

test("the sheet 核对结果 lists what was explained, by whom and when", () => {
  const findings = applyExceptions(before, reopened);
  const workbook = exampleWorkbook([{ name: "支出总表", rows: ROWS }]);
  const result = checkWorkbook("某局", workbook, catalogue, allChecks);
  const head = { file: "", date: "", checker: "" };
  const sheet = withExplained(resultSheet(result, head, new Map(), new Set(["支出总表"])), findings, reopened);
  const texts = sheet.cells.map(({ value }) => value);
  expect(texts).toEqual(
    expect.arrayContaining(["已说明的事项", first!.title, "四舍五入到整数", "张三", "2025-02-28", "有效"]),
  );
  expect(withExplained(sheet, before, DEFAULT_SETTINGS)).toBe(sheet);
});

test("a rule that was switched off with a reason does not run", () => {
  const off = switchRule(DEFAULT_SETTINGS, first!.code, "本年不适用");
  const workbook = exampleWorkbook([{ name: "支出总表", rows: ROWS }]);
  const { findings } = checkWorkbook("某局", workbook, catalogue, allChecks, { settings: off });
  expect(findings.flatMap((finding) => [finding, ...finding.witnesses]).map(({ code }) => code)).not.toContain(
    first!.code,
  );
  expect(activeRules(catalogue.rules, switchRule(off, first!.code, null))).toEqual(catalogue.rules);
});

test("what was said of a text in a workbook of an earlier version still holds", () => {
  const words = "说明中“收入预算10万元”与各组成部分之和 9万元不相等";
  const earlier = `text-parts {"code":"stated","wording":"narrative-parts","values":{"text":"收入预算10万元"}}`;
  const exception = { key: earlier, title: words, reason: "另有一项未列", by: "", on: "2025-02-28", values: [] };
  const { exceptions } = settingsFromXml(settingsToXml({ ...DEFAULT_SETTINGS, exceptions: [exception] }))!;
  expect(exceptions.map(({ key }) => key)).toEqual([`text-parts ${words}`]);
});

test("a check that is given the settings of a workbook says itself what has been explained", () => {
  const workbook = exampleWorkbook([{ name: "支出总表", rows: ROWS }]);
  const { findings } = checkWorkbook("某局", workbook, catalogue, allChecks, { settings: reopened });
  expect(findings.map(plainFinding)).toEqual(applyExceptions(before, reopened).map(plainFinding));
  expect(findings.filter(({ accepted }) => accepted !== null)).toHaveLength(1);
});

test("the share of a target above which a reason is asked for is the one that was chosen, in every check", () => {
  const { example } = catalogue.rules.find(({ id }) => id === "self-evaluation-excess-reason")!;
  const workbook = exampleWorkbook(exampleNamed(example!), example!.changes);
  const asked = (limit: string): string[] =>
    checkWorkbook("某局", workbook, catalogue, allChecks, {
      settings: { ...DEFAULT_SETTINGS, conventions: { "far-above": limit } },
    }).findings.flatMap(({ code }) => (code === "self-evaluation-excess-reason" ? [code] : []));
  expect(asked("130")).toHaveLength(1);
  expect(asked("100000")).toEqual([]);
});

test("our own sheet of results is left out of every check", () => {
  const own = { name: "核对结果", rows: [["核对结果"], ...ROWS] };
  const workbook = exampleWorkbook([{ name: "支出总表", rows: ROWS }, own]);
  const { tables } = checkWorkbook("某局", workbook, catalogue, allChecks);
  expect(tables.map(({ sheet }) => sheet.name)).toEqual(["支出总表"]);
});
