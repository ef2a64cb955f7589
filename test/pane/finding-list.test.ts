/** The list of findings: what stands in it, what is folded, and the way through it. */
import { problemTitle } from "../../src/engine/report";
import { NO_FILTER, findingAt, findingsIn, listFindings, rowsOf } from "../../src/pane/state/finding-list";
import { shadeOf } from "../../src/engine/report";
import { parseA1 } from "../../src/engine/workbook";
import { plainFinding } from "../engine/diagnostics/plain-finding";
import type { ClerkSession } from "./clerk-session";
import { openPerformance, performanceSheets } from "./performance-session";

const FORM = "项目自评表";

async function checkedForms(): Promise<ClerkSession> {
  const blanks = ["C11", "C12", "C13", "C14", "C15"].map((address) => [FORM, address, null] as const);
  const clerk = await openPerformance(performanceSheets(...blanks, [FORM, "H11", 3]));
  await clerk.session.check();
  return clerk;
}

const listed = (clerk: ClerkSession) => listFindings(clerk.state().checked!.findings, clerk.state().filter);

test("every open finding stands in the list once, whatever is folded", async () => {
  const clerk = await checkedForms();
  const { open, rounding, explained } = listed(clerk);
  const all = [open, rounding, explained].flatMap(findingsIn);
  expect(new Set(all.map(({ id }) => id)).size).toBe(clerk.state().checked!.findings.length);
});

test("下一处 goes through all of them and round the end, opens each and shows its cell; 上一处 goes back", async () => {
  const clerk = await checkedForms();
  const all = findingsIn(listed(clerk).open);
  expect(all.length).toBeGreaterThan(1);
  for (const { id } of [...all, all[0]!]) {
    await clerk.session.step(1);
    const { current, opened } = clerk.state().list;
    expect([current?.id, current?.focus, opened.get(id)]).toEqual([id, true, true]);
  }
  await clerk.session.step(-1);
  expect(clerk.state().list.current?.id).toBe(all.at(-1)!.id);
  expect(clerk.state().list.opened.has(all[0]!.id)).toBe(false);
});

test("what is explained leaves the list, and the next one has the focus", async () => {
  const clerk = await checkedForms();
  const [first, second] = findingsIn(listed(clerk).open);
  clerk.session.leave([first!]);
  await clerk.session.explain([first!.finding], "已批复");
  expect(clerk.state().list.current).toEqual({ id: second!.id, focus: true });
  expect(findingsIn(listed(clerk).explained).map(({ finding }) => finding.title)).toEqual([first!.finding.title]);
});

test("all places of a group are explained at once, with one reason, and come back at once", async () => {
  const clerk = await checkedForms();
  const findings = clerk.state().checked!.findings.slice(0, 2);
  await clerk.session.explain(findings, "同一原因");
  expect(clerk.state().settings.exceptions.map(({ reason }) => reason)).toEqual(["同一原因", "同一原因"]);
  await clerk.session.withdraw(clerk.state().checked!.findings.filter(({ accepted }) => accepted !== null));
  expect(clerk.state().settings.exceptions).toEqual([]);
});

test("a group of more than three places is one row until it is opened; of fewer, its places are there", async () => {
  const clerk = await checkedForms();
  const [one] = clerk.state().checked!.findings;
  const alike = (count: number) =>
    listFindings(
      Array.from({ length: count }, (_, at) => ({ ...plainFinding(one!), key: `${one!.key} ${at}` })),
      NO_FILTER,
    ).open;
  const list = clerk.state().list;
  expect(rowsOf(alike(3), list).map(({ kind }) => kind)).toEqual(["group", "finding", "finding", "finding"]);
  expect(rowsOf(alike(4), list).map(({ kind }) => kind)).toEqual(["group"]);
  const [group] = alike(4);
  const opened = { ...list, opened: new Map([[group!.id, true]]) };
  expect(rowsOf(alike(4), opened)).toHaveLength(5);
  expect(group!.kind === "group" && problemTitle(group!.problem)).toContain("4 处");
});

test("尾差 stands apart: in no counter of the grave ones, and listed only where it is asked for", async () => {
  const clerk = await checkedForms();
  const [one, ...others] = clerk.state().checked!.findings;
  const rounded = { ...plainFinding(one!), outcome: "rounding" as const, severity: "hint" as const, group: "尾差" };
  expect(shadeOf(rounded)).toBe("rounding");
  const lists = listFindings([rounded, ...others], NO_FILTER);
  expect(findingsIn(lists.open).map(({ finding }) => finding)).not.toContain(rounded);
  expect(findingsIn(lists.rounding).map(({ finding }) => finding)).toEqual([rounded]);
  expect(listFindings([rounded, ...others], { ...NO_FILTER, shade: "error" }).rounding).toEqual([]);
});

test("selecting a marked cell brings its finding into view, without opening it or taking the focus", async () => {
  const clerk = await checkedForms();
  const row = findingsIn(listed(clerk).open).find(({ finding }) => finding.suspects.length > 0)!;
  const { sheet, address } = row.finding.suspects[0]!;
  const { row: top, column: left } = parseA1(address)!;
  clerk.excel.workbook.select(clerk.excel.sheet(sheet), { top, left, bottom: top, right: left });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clerk.state().list.current).toEqual({ id: row.id, focus: false });
  expect(clerk.state().list.opened.get(row.id)).toBeUndefined();
});

test("a cell leads to the finding that suspects it before one that only mentions it", async () => {
  const clerk = await checkedForms();
  const { open } = listed(clerk);
  const withSuspect = findingsIn(open).find(({ finding }) => finding.suspects.length > 0)!;
  expect(findingAt(open, withSuspect.finding.suspects[0]!)?.finding.suspects[0]?.cell).toBe(
    withSuspect.finding.suspects[0]!.cell,
  );
  expect(findingAt(open, { sheet: FORM, address: "Z99" })).toBeNull();
});
