/** @jest-environment jsdom */
/** Work beside the person: it shows how far it is, can be stopped, and goes on when asked. */
import { fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Steps } from "../../src/engine/steps";
import { PacedBar } from "../../src/pane/views/common/PacedBar";
import { usePaced } from "../../src/pane/views/common/use-paced";
import { until } from "./pane-page";

function* busy(milliseconds: number, result: string): Steps<string> {
  const begun = performance.now();
  for (let share = 0; share < 1; share = (performance.now() - begun) / milliseconds) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    yield Math.min(1, share);
  }
  return result;
}

function Shown({ begin }: { readonly begin: () => Steps<string> }): ReactNode {
  const work = usePaced(begin);
  return (
    <>
      <PacedBar work={work} doing="正在准备" stopped="没有准备好。" />
      <output>{`${work.result ?? "还没有"}${work.current ? "" : "，不是现在的"}`}</output>
    </>
  );
}

const output = (): string => screen.getByRole("status").textContent ?? "";

test("what is soon done comes without a bar", async () => {
  const bars: number[] = [];
  const view = render(<Shown begin={() => busy(0, "好了")} key="once" />);
  bars.push(view.container.querySelectorAll("[role=progressbar]").length);
  await until(() => output().startsWith("好了"));
  expect([output().slice(0, 2), ...bars]).toEqual(["好了", 0]);
});

test("stopped, nothing comes of it; asked to, it is begun again", async () => {
  // It lasts as long as the test wants, whatever else the machine does.
  let lasting = true;
  function* begin(): Steps<string> {
    while (lasting) yield 0.4;
    return "好了";
  }
  render(<Shown begin={begin} />);
  await until(() => screen.queryByRole("button", { name: "停止" }) !== null);
  expect(Number(screen.getByRole("progressbar").getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole("button", { name: "停止" }));
  await until(() => screen.queryByText("已停止，没有准备好。") !== null);
  expect([screen.getByText("已停止，没有准备好。") !== null, output()]).toEqual([true, "还没有，不是现在的"]);
  lasting = false;
  fireEvent.click(screen.getByRole("button", { name: "继续" }));
  await until(() => output() === "好了");
  expect(output()).toBe("好了");
});

test("what was wanted before stays in sight, marked as such, until the new one is there", async () => {
  const first = () => busy(0, "旧的");
  const view = render(<Shown begin={first} />);
  await until(() => output() === "旧的");
  let lasting = true;
  function* second(): Steps<string> {
    while (lasting) yield 0.4;
    return "新的";
  }
  view.rerender(<Shown begin={second} />);
  await until(() => output() === "旧的，不是现在的");
  expect(output()).toBe("旧的，不是现在的");
  lasting = false;
  await until(() => output() === "新的");
  expect(output()).toBe("新的");
});
