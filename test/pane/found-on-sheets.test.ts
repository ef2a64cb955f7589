/** What the page around the pane shows at its sheets. */
import { foundOnSheets } from "../../src/pane/state/found-on-sheets";
import { expectNoUnknownMembers } from "../hosts/simulated/simulated-workbook";
import { SUMMARY, closeSessions, openSession } from "./clerk-session";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

const TEXT = {
  name: "说明",
  cells: {
    A1: "某市某局2025年部门预算说明",
    A2: "一、支出情况。2025年支出预算61万元，其中：基本支出40万元，项目支出20万元。",
  },
};

test("a sheet counts findings until they are explained; a wrong number of a text is marked to the letter", async () => {
  const { session, state, first } = openSession([SUMMARY, TEXT]);
  await session.start();
  expect(foundOnSheets(state()).counts.size).toBe(0);
  await session.check();
  const { counts, phrases } = foundOnSheets(state());
  expect(counts.get(SUMMARY.name)).toEqual({ count: 1, shade: "error" });
  const [phrase] = phrases.get("说明!A2")!;
  expect(TEXT.cells.A2.slice(phrase!.start, phrase!.end)).toBe("61万元");
  await session.explain([first()], "口径不同");
  const sheets = (): string[] => [...foundOnSheets(state()).counts.keys()];
  expect(sheets().length).toBe(1);
  await session.clearMarks();
  expect(foundOnSheets(state()).phrases.size).toBe(0);
});
