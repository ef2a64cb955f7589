/**
 * @jest-environment jsdom
 */
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SettingsView } from "../../src/pane/views/settings/SettingsView";
import { closeSessions, openSession } from "./clerk-session";
import { pause, showView } from "./pane-page";

afterEach(async () => {
  cleanup();
  await closeSessions();
});

const isOn = (): boolean => screen.getByRole<HTMLInputElement>("switch", { name: "边改边核对" }).checked;

test("where reading takes the person's steps away, following is off and says why; she may ask for it", async () => {
  const clerk = openSession(undefined, { apiSet: "1.14" });
  await clerk.session.check();
  await showView(clerk, <SettingsView />);
  expect(isOn()).toBe(false);
  expect(screen.getByText(/撤销步骤就清空一次，所以不主动打开/)).toBeTruthy();
  await userEvent.click(screen.getByRole("switch", { name: "边改边核对" }));
  await pause();
  expect([isOn(), clerk.session.followsEdits()]).toEqual([true, true]);
});

test("where it does not, following is on and no reason is given", async () => {
  const clerk = openSession(undefined, { apiSet: "1.19" });
  await clerk.session.check();
  await showView(clerk, <SettingsView />);
  expect(isOn()).toBe(true);
  expect(screen.queryByText(/不主动打开/)).toBeNull();
});
