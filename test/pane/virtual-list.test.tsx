/** @jest-environment jsdom */
/** A list of ten thousand findings is in the page by the dozen. */
import { act, render, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import type { GoTo } from "../../src/pane/views/common/go-to";
import { ScrollerContext } from "../../src/pane/views/common/scroller-context";
import { VirtualList } from "../../src/pane/views/common/VirtualList";

class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: NoResizes });

const items = Array.from({ length: 10_000 }, (_, at) => `第 ${at + 1} 处`);
const idOf = (item: string): string => item;

/** A scroller over the list, which jsdom does not lay out. */
function newScroller(): HTMLElement {
  const scroller = document.createElement("div");
  document.body.append(scroller);
  return scroller;
}

function scrollTo(scroller: HTMLElement, position: number): void {
  scroller.scrollTop = position;
  act(() => void scroller.dispatchEvent(new Event("scroll")));
}

function listIn(scroller: HTMLElement, goTo: GoTo | null): ReactNode {
  return (
    <ScrollerContext.Provider value={scroller}>
      <VirtualList items={items} idOf={idOf} label="问题" estimate={200} goTo={goTo}>
        {(item) => <button type="button">{item}</button>}
      </VirtualList>
    </ScrollerContext.Provider>
  );
}

function show(scroller: HTMLElement) {
  const page = render(listIn(scroller, null));
  page.getByRole("list").getBoundingClientRect = () => ({ top: -scroller.scrollTop }) as DOMRect;
  return page;
}

test("only what is in view is in the page, and says which of how many it is", () => {
  const { getAllByRole } = show(newScroller());
  const drawn = getAllByRole("listitem");
  expect(drawn.length).toBeLessThan(20);
  expect([drawn[0]!.getAttribute("aria-posinset"), drawn[0]!.getAttribute("aria-setsize")]).toEqual(["1", "10000"]);
});

test("scrolled to the end, the last one is there", () => {
  const scroller = newScroller();
  const { getByText } = show(scroller);
  scrollTo(scroller, 2_000_000 - 600);
  expect(getByText("第 10000 处")).toBeTruthy();
});

test("an item in which somebody is working stays when it is scrolled out of view", () => {
  const scroller = newScroller();
  const { getByText, queryByText } = show(scroller);
  act(() => getByText("第 2 处").focus());
  scrollTo(scroller, 1_000_000);
  expect([document.activeElement?.textContent, queryByText("第 1 处")]).toEqual(["第 2 处", null]);
});

test("an item that the list is sent to is drawn, and its button has the focus", async () => {
  const scroller = newScroller();
  scroller.scrollTo = ((options: ScrollToOptions) => scrollTo(scroller, options.top ?? 0)) as typeof scroller.scrollTo;
  Object.defineProperty(scroller, "scrollHeight", { value: items.length * 200 });
  const page = show(scroller);
  page.rerender(listIn(scroller, { id: "第 700 处", focus: true }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("第 700 处"));
});
