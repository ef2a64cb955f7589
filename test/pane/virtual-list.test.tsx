/** @jest-environment jsdom */
/** A list of ten thousand findings is in the page by the dozen. */
import { act, render } from "@testing-library/react";
import { ScrollerContext, VirtualList } from "../../src/pane/views/common/VirtualList";

class NoResizes {
  observe(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: NoResizes });

const items = Array.from({ length: 10_000 }, (_, at) => `第 ${at + 1} 处`);
const idOf = (item: string): string => item;

/** A scroller of 800 pixels over the list, as jsdom lays nothing out. */
function scrollerAt(position: number): HTMLElement {
  const scroller = document.createElement("div");
  Object.defineProperty(scroller, "clientHeight", { value: 800 });
  scroller.getBoundingClientRect = () => ({ top: position }) as DOMRect;
  document.body.append(scroller);
  return scroller;
}

function show(scroller: HTMLElement) {
  return render(
    <ScrollerContext.Provider value={scroller}>
      <VirtualList items={items} idOf={idOf} label="问题" estimate={200}>
        {(item) => <button type="button">{item}</button>}
      </VirtualList>
    </ScrollerContext.Provider>,
  );
}

test("only what is in view is in the page, and says which of how many it is", () => {
  const { getAllByRole } = show(scrollerAt(0));
  const drawn = getAllByRole("listitem");
  expect(drawn.length).toBeLessThan(20);
  expect([drawn[0]!.getAttribute("aria-posinset"), drawn[0]!.getAttribute("aria-setsize")]).toEqual(["1", "10000"]);
});

test("scrolled to the end, the last one is there", () => {
  const scroller = scrollerAt(0);
  const { getByText } = show(scroller);
  scroller.getBoundingClientRect = () => ({ top: 2_000_000 - 800 }) as DOMRect;
  act(() => void scroller.dispatchEvent(new Event("scroll")));
  expect(getByText("第 10000 处")).toBeTruthy();
});

test("an item in which somebody is working stays when it is scrolled out of view", () => {
  const scroller = scrollerAt(0);
  const { getByText, queryByText } = show(scroller);
  act(() => getByText("第 2 处").focus());
  scroller.getBoundingClientRect = () => ({ top: 1_000_000 }) as DOMRect;
  act(() => void scroller.dispatchEvent(new Event("scroll")));
  expect([document.activeElement?.textContent, queryByText("第 1 处")]).toEqual(["第 2 处", null]);
});
