/** @jest-environment jsdom */
/** 表格: what a person said that a column is, and what became of it. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { chooseColumn, chooseSheet } from "../../src/engine/settings";
import { TablesView } from "../../src/pane/views/tables/TablesView";
import { expectNoUnknownMembers } from "../hosts/simulated/simulated-workbook";
import type { MadeSheet } from "../hosts/simulated/simulated-workbook";
import { closeSessions, openSession, SUMMARY } from "./clerk-session";
import type { ClerkSession } from "./clerk-session";
import { showView, until } from "./pane-page";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

const strange: MadeSheet = {
  ...SUMMARY,
  cells: { ...SUMMARY.cells, H3: "列支渠道三", H5: 7, H6: 7, H7: 7, H8: 3, H9: 4 },
};

/** 表格 of a workbook in which a person chose these columns: header words → role. */
async function show(columns: readonly (readonly [string, string])[], as: string | null = null): Promise<ClerkSession> {
  const clerk = openSession([strange]);
  await clerk.session.start();
  await act(() =>
    clerk.session.changeSettings((settings) => {
      const workbook = clerk.state().workbook!;
      const [sheet] = workbook.sheets;
      const chosen = columns.reduce(
        (kept, [header, role]) => chooseColumn(kept, workbook, sheet!, header, role),
        settings,
      );
      return as === null ? chosen : chooseSheet(chosen, workbook, sheet!, as);
    }, true),
  );
  await showView(clerk, <TablesView />);
  return clerk;
}

const alerts = (): (string | null)[] => screen.queryAllByRole("alert").map(({ textContent }) => textContent);

test("a choice that was used is said nothing of", async () => {
  await show([["列支渠道三", "operating-expenditure"]]);
  const choice = screen.getByRole("combobox", { name: "支出总表的“列支渠道三”是什么" });
  expect([alerts(), choice.getAttribute("aria-invalid")]).toEqual([[], "false"]);
});

test("a choice for a column that has gone is an error with why and what to do; taken back, it is gone", async () => {
  const clerk = await show([["列支渠道四", "operating-expenditure"]]);
  expect(alerts()).toEqual([
    expect.stringMatching(/^“列支渠道四”指定为“.+”，没有用上：表里没有叫这个名字的栏.+请把栏名改回来，或.+重新指定/),
  ]);
  fireEvent.click(screen.getByRole("button", { name: "取消指定：支出总表的“列支渠道四”" }));
  await until(() => alerts().length === 0);
  expect([alerts(), clerk.state().settings.choices]).toEqual([[], []]);
});

test("a use that this kind of table has not is said at the column's own choice, and another one cures it", async () => {
  await show([["列支渠道三", "level3"]]);
  const choice = screen.getByRole("combobox", { name: "支出总表的“列支渠道三”是什么" });
  const why = document.getElementById(choice.getAttribute("aria-describedby")!)!;
  expect([choice.getAttribute("aria-invalid"), alerts()]).toEqual(["true", [why.textContent]]);
  expect(why.textContent).toMatch(/^“列支渠道三”指定为“.+”，没有用上：.*支出总表没有这种用途.+请另选一种用途/);
  fireEvent.change(choice, { target: { value: "operating-expenditure" } });
  await until(() => alerts().length === 0);
  expect(alerts()).toEqual([]);
});

test("a column without figures cannot be what was chosen, and that is said", async () => {
  await show([["功能科目", "operating-expenditure"]]);
  expect(alerts()).toEqual([expect.stringMatching(/没有用上：这一栏照这种用途读不出数/)]);
});

test("where the sheet is no table its columns' choices are said; left out by choice, they are not", async () => {
  const clerk = await show([["列支渠道三", "operating-expenditure"]], "narrative");
  const card = within(screen.getByRole("article", { name: "支出总表" }));
  expect(alerts()).toEqual([expect.stringMatching(/^“列支渠道三”.+没有用上：这张工作表没有单独认成/)]);
  fireEvent.change(card.getByRole("combobox", { name: "支出总表是什么表" }), { target: { value: "excluded" } });
  await until(() => alerts().length === 0);
  expect([alerts(), clerk.state().settings.choices.length]).toEqual([[], 1]);
});

test("a heading that is changed in the sheet after a check loses its choice, and that is said", async () => {
  const clerk = await show([["列支渠道三", "operating-expenditure"]]);
  await act(() => clerk.session.check());
  clerk.excel.type("支出总表", "H3", "列支渠道四");
  await until(() => alerts().length > 0);
  expect(alerts()).toEqual([expect.stringMatching(/^“列支渠道三”指定为“.+”，没有用上/)]);
});

describe("a table that goes on on the next sheet", () => {
  const further: MadeSheet = {
    name: "支出总表（续）",
    cells: Object.fromEntries(
      Object.entries(strange.cells).filter(([address]) => Number(address.replace(/\D/g, "")) < 5),
    ),
  };

  test("takes the choice for its column on the card of either sheet, and is one table", async () => {
    const rows = Object.entries(strange.cells).filter(([address]) => Number(address.replace(/\D/g, "")) > 7);
    const clerk = openSession([strange, { ...further, cells: { ...further.cells, ...Object.fromEntries(rows) } }]);
    await clerk.session.start();
    await showView(clerk, <TablesView />);
    const card = within(screen.getByRole("article", { name: "支出总表（续）" }));
    expect(card.getByText("接前一张表：支出总表")).toBeTruthy();
    const choice = card.getByRole("combobox", { name: "支出总表（续）的“列支渠道三”是什么" });
    fireEvent.change(choice, { target: { value: "operating-expenditure" } });
    await until(() => clerk.state().settings.choices.length > 0);
    expect(clerk.state().settings.choices).toMatchObject([
      { sheet: "支出总表", columns: [{ header: "列支渠道三", as: "operating-expenditure" }] },
    ]);
    await until(() => clerk.state().recognised?.tables[0]?.headerColumns?.every(({ isRead }) => isRead) === true);
    expect([clerk.state().recognised!.tables.length, alerts()]).toEqual([1, []]);
  });
});
