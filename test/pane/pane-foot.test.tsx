/** @jest-environment jsdom */
/** What stays in sight below the list. */
import { act, fireEvent, screen } from "@testing-library/react";
import { SUMMARY, closeSessions, openSession } from "./clerk-session";
import { showView, until } from "./pane-page";

afterEach(closeSessions);

test("what was done without writing a figure is said in the foot until something else is done", async () => {
  const clerk = openSession([SUMMARY]);
  await clerk.session.check();
  await showView(clerk, null);
  const told = (): string | null => screen.queryByRole("group", { name: "刚才的改动" })?.textContent ?? null;
  expect(told()).toBeNull();
  await act(() => clerk.session.explain([clerk.state().checked!.findings[0]!], "按批复口径"));
  expect(told()).toBe("已说明，移到“已说明”一组。知道了");
  await act(() => clerk.session.clearMarks());
  expect(told()).toBe("标记已清除。知道了");
  fireEvent.click(screen.getByRole("button", { name: "知道了" }));
  expect(told()).toBeNull();
});

test("a list that is older than the sheet, because its check was stopped, says so until the next check", async () => {
  const clerk = openSession([SUMMARY], { latency: 5 });
  await clerk.session.start();
  await clerk.session.check();
  await showView(clerk, null);
  const said = () => screen.queryByText(/^核对已停止，清单还是上次核对的/) !== null;
  expect(said()).toBe(false);
  await act(async () => {
    const check = clerk.session.check();
    while (clerk.state().progress?.stage !== "read") await new Promise((resolve) => setTimeout(resolve));
    clerk.session.stop();
    await check;
  });
  await until(said);
  expect([said(), clerk.state().announcement]).toEqual([true, "已停止，清单还是上次核对的"]);
  fireEvent.click(screen.getByRole("button", { name: "重新核对" }));
  await until(() => !said() && clerk.state().progress === null);
  expect([said(), clerk.state().listBehind]).toEqual([false, false]);
});
