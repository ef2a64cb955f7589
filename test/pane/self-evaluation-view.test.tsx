/** @jest-environment jsdom */
/** 自评表 as a person uses it. */
import { fireEvent, screen, within } from "@testing-library/react";
import { SelfEvaluationView } from "../../src/pane/views/self-evaluation/SelfEvaluationView";
import { expectNoUnknownMembers, makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { closeSessions } from "./clerk-session";
import type { ClerkSession } from "./clerk-session";
import { showView, until } from "./pane-page";
import { openPerformance, performanceSheets, targetSheets } from "./performance-session";

const FORM = "项目自评表";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

async function show(sheets: Parameters<typeof openPerformance>[0]): Promise<ClerkSession> {
  const clerk = await openPerformance(sheets);
  clerk.session.store.dispatch({ type: "view-chosen", view: "self-evaluation" });
  await showView(clerk, <SelfEvaluationView />);
  return clerk;
}

/** Lets an edit be told; nothing that follows it after a while has begun when the next line runs. */
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const sheetNames = ({ excel }: ClerkSession): string[] => excel.workbook.sheets.map(({ name }) => name);

test("all projects are ticked, with the sheets they will get; one that is not wanted is left out", async () => {
  const clerk = await show(targetSheets());
  expect(screen.getAllByRole("checkbox", { checked: true }).length).toBe(3);
  expect(screen.getByRole("checkbox", { name: /^档案整理经费 → 工作表“自评-档案整理经费”/ })).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: /^查阅服务经费/ }));
  fireEvent.click(screen.getByRole("button", { name: "生成 1 张" }));
  await until(() => screen.queryByText("撤销") !== null);
  expect(sheetNames(clerk)).toEqual(["绩效目标表", "自评-档案整理经费"]);
  expect(screen.getByRole("group", { name: "刚才的改动" }).textContent).toContain("已生成工作表“自评-档案整理经费”");
  expect(screen.getByRole("button", { name: "“自评-档案整理经费”" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "撤销" }));
  await until(() => sheetNames(clerk).length === 1);
  expect(sheetNames(clerk)).toEqual(["绩效目标表"]);
});

test("the weights that the points follow are shown", async () => {
  await show(targetSheets());
  expect(screen.getByText("符合“有成本指标”权重的 2 个。")).toBeTruthy();
});

test("other weights are chosen after a look at what they change; the rule of 执行率 is kept in the workbook", async () => {
  const clerk = await show(targetSheets(["绩效目标表", "M10", 30], ["绩效目标表", "M12", 10]));
  fireEvent.change(screen.getByLabelText("分值"), { target: { value: "by-levels" } });
  await until(() => screen.queryByText(/^1 张表的分值与批复不同/) !== null);
  expect(screen.getByText(/^1 张表的分值与批复不同/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "看改了什么（1 张）" }));
  expect(screen.getByText(/^查阅服务经费：/).textContent).toBe("查阅服务经费：产出指标 50 → 40，效益指标 10 → 20");
  fireEvent.click(screen.getByRole("radio", { name: /^分档/ }));
  await until(() => clerk.state().settings.conventions["execution-rate"] === "steps");
  expect(clerk.state().settings.conventions["execution-rate"]).toBe("steps");
});

test("actual values out of another workbook; one without any says what it wants", async () => {
  await show(targetSheets());
  const input = screen.getByLabelText("有实际完成值的工作簿");
  const pick = async (name: string, bytes: Uint8Array): Promise<void> => {
    const file = Object.assign(new File([new Uint8Array(bytes)], name), {
      arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
    });
    fireEvent.change(input, { target: { files: [file] } });
    await until(() => screen.queryByRole("alert") !== null || screen.queryByText(/^用“监控/) !== null);
  };
  await pick("空的.xlsx", makeWorkbook([{ name: "Sheet1", cells: { A1: 1 } }]));
  expect(screen.getByRole("alert").textContent).toBe("“空的.xlsx”里没有找到“项目、三级指标、实际完成值”这几栏。");
  await pick(
    "监控.xlsx",
    makeWorkbook([
      {
        name: "监控",
        cells: {
          A1: "项目名称",
          B1: "三级指标",
          C1: "实际完成值",
          A2: "档案整理经费",
          B2: "整理档案卷数",
          C2: "900卷",
        },
      },
    ]),
  );
  await until(() => screen.queryByRole("alert") === null);
  expect((screen.getByRole("radio", { name: "用“监控.xlsx”里的 1 条" }) as HTMLInputElement).checked).toBe(true);
  // Forms are prepared beside the person, in steps.
  await until(() => screen.queryByText(/个得分中能算出 1 个，其余留给人填写/) !== null);
  expect(screen.getByText(/个得分中能算出 1 个，其余留给人填写/)).toBeTruthy();
});

test("scores are filled after a look at them; what is missing is walked through", async () => {
  const clerk = await show(performanceSheets([FORM, "H11", null], [FORM, "F13", null], [FORM, "H13", null]));
  await until(() => screen.queryByText("3 份自评表，得分已填 15/17。") !== null);
  expect(screen.getByText("3 份自评表，得分已填 15/17。")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "填写得分（1）" }));
  const preview = within(await screen.findByRole("group", { name: "填写预览" }));
  fireEvent.click(preview.getByRole("button", { name: "逐个看" }));
  expect(preview.getByText(/整理档案卷数：20 分/)).toBeTruthy();
  fireEvent.click(preview.getByRole("button", { name: "确定填写" }));
  await until(() => screen.queryByText("3 份自评表，得分已填 16/17。") !== null);
  expect([
    clerk.excel.sheet(FORM).cell(10, 7).value,
    screen.getByText("3 份自评表，得分已填 16/17。") !== null,
  ]).toEqual([20, true]);
  expect(screen.getByRole("heading", { name: "还缺 1 处" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "逐处填" }));
  await until(() => clerk.excel.workbook.activeSheet!.name === FORM);
  expect([clerk.excel.workbook.activeSheet!.name, clerk.excel.workbook.selection]).toEqual([
    FORM,
    { top: 12, left: 5, bottom: 12, right: 5 },
  ]);
});

test("a figure that comes between two presses is in what is shown, and nothing is written that was not", async () => {
  const clerk = await show(performanceSheets([FORM, "H11", null], [FORM, "F13", null], [FORM, "H13", null]));
  const score = (address: string) => clerk.excel.sheet(FORM).cell(Number(address.slice(1)) - 1, 7).value;
  const preview = () => screen.queryByRole("group", { name: "填写预览" })?.textContent ?? "";
  await until(() => screen.queryByText("3 份自评表，得分已填 15/17。") !== null);
  // Typed and pressed before the forms have been gone through again.
  clerk.excel.type(FORM, "F13", "2100人次");
  await told();
  fireEvent.click(screen.getByRole("button", { name: "填写得分（1）" }));
  await until(() => preview() !== "");
  expect(preview()).toContain("将填写 2 个得分");
  clerk.excel.type(FORM, "F11", "900卷");
  await told();
  fireEvent.click(screen.getByRole("button", { name: "确定填写" }));
  await until(() => preview().includes("刚有变动"));
  expect([preview().includes("刚有变动"), score("H11"), score("H13")]).toEqual([true, null, null]);
  fireEvent.click(screen.getByRole("button", { name: "确定填写" }));
  await until(() => screen.queryByText("3 份自评表，得分已填 17/17。") !== null);
  expect([score("H11"), score("H13"), preview()]).toEqual([18, 20, ""]);
});

test("switched on, a score is there as soon as the actual value is", async () => {
  const clerk = await show(performanceSheets([FORM, "F11", null], [FORM, "H11", null]));
  fireEvent.click(screen.getByRole("switch", { name: /^边填边计分/ }));
  clerk.excel.type(FORM, "F11", "900卷");
  const score = () => clerk.excel.sheet(FORM).cell(10, 7).value;
  await until(() => score() === 18);
  expect(score()).toBe(18);
});

test("points by first level are bars with their maximum, with links to where they were lost", async () => {
  await show(performanceSheets([FORM, "H11", 15]));
  fireEvent.change(screen.getByLabelText("看哪一份自评表"), {
    target: { value: (screen.getByRole("option", { name: /^档案整理经费/ }) as HTMLOptionElement).value },
  });
  const bar = screen.getByRole("meter", { name: "产出指标" });
  expect([bar.getAttribute("aria-valuenow"), bar.getAttribute("aria-valuemax")]).toEqual(["35", "40"]);
  expect(screen.getByRole("button", { name: "整理档案卷数" }).parentElement!.textContent).toMatch(/整理档案卷数 −5/);
});

test("what is missing is filled in where it is named, with its unit, and Enter goes on to the next", async () => {
  const clerk = await show(performanceSheets([FORM, "F11", null], [FORM, "H11", null], [FORM, "F12", null]));
  await until(() => screen.queryAllByRole("textbox", { name: /的实际完成值$/ }).length > 1);
  const [first, second] = screen.getAllByRole("textbox", { name: /的实际完成值$/ });
  fireEvent.change(first!, { target: { value: "900" } });
  fireEvent.submit(first!.closest("form")!);
  const written = () => clerk.excel.sheet(FORM).cell(10, 5).value;
  await until(() => written() !== null);
  expect(written()).toBe("900卷");
  await until(() => document.activeElement === second);
  expect(document.activeElement).toBe(second);
});
