/** @jest-environment jsdom */
/** 评分 as a person reads and uses it. */
import { fireEvent, screen, within } from "@testing-library/react";
import { ScoringView } from "../../src/pane/views/scoring/ScoringView";
import { markCriterion } from "../../src/pane/views/scoring/marked-criterion";
import { expectNoUnknownMembers } from "../hosts/simulated/simulated-workbook";
import { closeSessions } from "./clerk-session";
import type { ClerkSession } from "./clerk-session";
import { pause, showView, until } from "./pane-page";
import type { Change } from "./performance-session";
import { openPerformance, performanceSheets } from "./performance-session";

const FORM = "项目自评表";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

async function show(...changes: readonly Change[]): Promise<ClerkSession> {
  const clerk = await openPerformance(performanceSheets(...changes));
  await showView(clerk, <ScoringView />);
  return clerk;
}

/** Opens the card of an indicator. */
function open(name: string): HTMLElement {
  const card = screen.getAllByRole("article").find((one) => one.getAttribute("aria-label")!.startsWith(name))!;
  fireEvent.click(within(card).getByRole("button", { expanded: false }));
  return card;
}

test("each indicator says target, actual, points and status; the list says how many there are of each", async () => {
  await show([FORM, "F11", "850卷"]);
  expect(screen.getByText(/^共 14 条指标：已计分 \d+/)).toBeTruthy();
  const card = screen.getByRole("article", { name: "整理档案卷数，已计分" });
  expect(card.textContent).toMatch(/整理档案卷数18\/20 分≥1000卷 → 850卷/);
  expect(card.textContent).toMatch(/得分栏现在是 20 分/);
});

test("opened: criterion, reading, drawing, steps, and what they rest on", async () => {
  await show([FORM, "F11", "850卷"]);
  const card = within(open("整理档案卷数"));
  expect(card.getByLabelText("评分标准").textContent).toBe("完成1000卷得满分，每少100卷扣2分，扣完为止");
  expect(card.getByText(/^读作：/)).toBeTruthy();
  expect(card.getByRole("img").getAttribute("aria-label")).toMatch(/指标值 ≥1000卷；实际 850卷，得 18 分/);
  expect(within(card.getByRole("list", { name: "计算步骤" })).getAllByRole("listitem").length).toBeGreaterThan(0);
  expect(card.getByText("每满一个单位才扣一次，不足一个单位的不扣")).toBeTruthy();
});

test("an assumption is a link to take it otherwise; all scores follow", async () => {
  const clerk = await show([FORM, "F11", "850卷"]);
  const card = within(open("整理档案卷数"));
  fireEvent.click(card.getByRole("button", { name: "每满一个单位才扣一次，不足一个单位的不扣" }));
  fireEvent.click(card.getByRole("radio", { name: /^不足一个单位的按实际比例扣（得 17 分）/ }));
  await until(() => screen.queryByText("17/20 分") !== null);
  expect(clerk.state().settings.conventions).toEqual({ steps: "exact" });
  expect(screen.getByRole("article", { name: "整理档案卷数，已计分" }).textContent).toMatch(/17\/20 分/);
});

test("only what needs a person, on request", async () => {
  await show([FORM, "F11", null], [FORM, "H11", null]);
  fireEvent.click(screen.getByRole("switch", { name: "只看需要人处理的（1）" }));
  expect(screen.getAllByRole("article").map((card) => card.getAttribute("aria-label"))).toEqual(["整理档案卷数，缺数据"]);
});

test("a judgement is written into its 得分 cell after a look at it, and can be taken back", async () => {
  const clerk = await show([FORM, "F12", "基本按进度推进"], [FORM, "H12", null]);
  const card = within(open("整理完成时间"));
  fireEvent.click(card.getAllByRole("radio")[0]!);
  fireEvent.click(card.getByText(/^写入得分/));
  expect(card.getByLabelText("改动预览").textContent).toMatch(/项目自评表 H12：（空） → 20/);
  fireEvent.click(card.getByText("确定写入"));
  await until(() => screen.queryByText("撤销") !== null);
  expect(clerk.excel.sheet(FORM).cell(11, 7).value).toBe(20);
  fireEvent.click(screen.getByText("撤销"));
  await until(() => clerk.state().undoable === null);
  expect(clerk.excel.sheet(FORM).cell(11, 7).value ?? null).toBeNull();
});

test("points beyond the 分值 are not written", async () => {
  await show([FORM, "F12", "基本按进度推进"], [FORM, "H12", null]);
  const card = within(open("整理完成时间"));
  fireEvent.click(card.getByRole("radio", { name: "自己填一个分数" }));
  fireEvent.change(card.getByRole("textbox"), { target: { value: "21" } });
  expect([card.getByText("请填 0 至 20 的数") !== null, card.queryByRole("button", { name: /^写入得分/ })]).toEqual([true, null]);
  fireEvent.change(card.getByRole("textbox"), { target: { value: "12.5" } });
  expect(card.getByRole("button", { name: "写入得分 12.5" })).toBeTruthy();
});

test("读错了: the person sees every word of the report, and copies it in Excel", async () => {
  await show();
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
  const card = within(open("整理档案卷数"));
  fireEvent.click(card.getByText("读错了"));
  fireEvent.change(card.getByLabelText("应该怎样读（可以不填）"), { target: { value: "不足100卷也扣" } });
  const report = (card.getByLabelText("要交给维护人员的文字") as HTMLTextAreaElement).value;
  fireEvent.click(card.getByText("复制"));
  await pause(10);
  expect(copied).toEqual([report]);
  expect(report).toMatch(/应读作：不足100卷也扣/);
  expect(card.getByRole("status").textContent).toMatch(/^已复制/);
});

test("the part of a criterion that was applied stands out, its faults are underlined, no letter is lost", () => {
  const criterion = "满意度 90%以上得 10分，80%-90%得8分。";
  const pieces = markCriterion(criterion, ["实际完成值 85%，适用“80%-90%”"], [{ code: "criterion-gap", severity: "explain", message: "80%以下没有写", span: { start: 0, end: 3 } }]);
  expect(pieces.map(({ text }) => text).join("")).toBe(criterion);
  expect(pieces.filter(({ kind }) => kind !== "plain")).toEqual([{ text: "满意度", kind: "doubtful", note: "80%以下没有写" }, { text: "80%-90%", kind: "applied", note: undefined }]);
});
