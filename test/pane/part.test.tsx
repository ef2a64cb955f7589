/** @jest-environment jsdom */
/** Parts of the pane that are fetched when they are first looked at. */
import { FluentProvider } from "@fluentui/react-components";
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { paneTheme } from "../../src/pane/theme";
import { part } from "../../src/pane/views/common/part";
import { pause } from "./pane-page";

const Rules = (): ReactNode => <div>规则</div>;

function show(view: ReactNode): void {
  render(<FluentProvider theme={paneTheme("light")}>{view}</FluentProvider>);
}

test("a part that could not be fetched says so in words, and comes when it is asked for again", async () => {
  let online = false;
  const Fetched = part(() => (online ? Promise.resolve(Rules) : Promise.reject(new Error("loading chunk 7 failed"))));
  show(<Fetched />);
  await pause();
  expect(screen.getByRole("alert").textContent).toMatch(/^这一部分没有取到.*表里的数字没有任何改动/);
  online = true;
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "再试一次" })));
  await pause();
  expect(screen.getByText("规则")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("nothing flashes where a part comes soon; one that keeps a person waiting says that it is coming", async () => {
  let come: (view: typeof Rules) => void = () => undefined;
  const Slow = part(() => new Promise<typeof Rules>((resolve) => (come = resolve)));
  show(<Slow />);
  await pause(20);
  expect(screen.queryByText("正在打开…")).toBeNull();
  await pause(400);
  expect(screen.getByText("正在打开…")).toBeTruthy();
  await act(async () => come(Rules));
  expect(screen.getByText("规则")).toBeTruthy();
});

test("what was fetched before it is shown is drawn at once", async () => {
  const Ready = part(() => Promise.resolve(Rules));
  await Ready.fetch();
  show(<Ready />);
  expect(screen.getByText("规则")).toBeTruthy();
});
