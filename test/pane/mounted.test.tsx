/** @jest-environment jsdom */
/** What a page that holds the pane hears of it. */
import { act } from "@testing-library/react";
import { settingsToXml, DEFAULT_SETTINGS, chooseConvention } from "../../src/engine/settings";
import type { Settings } from "../../src/engine/settings";
import type { LiveHost } from "../../src/hosts/host";
import { HostError } from "../../src/hosts/host-problem";
import { mountPane } from "../../src/pane";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../hosts/simulated/simulated-workbook";
import { SUMMARY } from "./clerk-session";
import { pause, until } from "./pane-page";

afterEach(expectNoUnknownMembers);

/** What a listener hears of a pane, from when it is put into the page. */
async function heard(connect: () => Promise<LiveHost>): Promise<{ told: Settings[]; unmount: () => void }> {
  const told: Settings[] = [];
  let pane!: ReturnType<typeof mountPane>;
  await act(async () => {
    pane = mountPane(document.createElement("div"), {
      connect,
      loadCatalogue: async () => (await import("../../src/catalogue")).catalogue,
      openFile: () => Promise.reject(new Error("none")),
      openText: () => Promise.reject(new Error("none")),
      theme: "light",
    });
    pane.onSettings((settings) => told.push(settings));
    await pause(0);
  });
  await until(() => told.length > 0);
  return { told, unmount: () => act(() => pane.unmount()) };
}

test("what people decided about the workbook is told once it is known, and not before", async () => {
  const { host } = simulate(makeWorkbook([SUMMARY]));
  const decided = chooseConvention(DEFAULT_SETTINGS, "steps", "exact");
  await host.remember(settingsToXml(decided));
  const { told, unmount } = await heard(() => Promise.resolve(host));
  expect(new Set(told.map(({ conventions }) => JSON.stringify(conventions)))).toEqual(new Set(['{"steps":"exact"}']));
  unmount();
});

test("where no workbook can be opened, the usual is told: nobody waits for ever", async () => {
  const { told, unmount } = await heard(() => Promise.reject(new HostError({ code: "no-excel" })));
  expect(told[0]).toEqual(DEFAULT_SETTINGS);
  unmount();
});
