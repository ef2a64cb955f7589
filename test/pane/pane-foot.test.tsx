/** @jest-environment jsdom */
/** What stays in sight below the list. */
import { act, fireEvent, screen } from "@testing-library/react";
import { SUMMARY, closeSessions, openSession } from "./clerk-session";
import { showView, until } from "./pane-page";

afterEach(closeSessions);

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
