/** @jest-environment jsdom */
/** The keyboard's way through the pane: few stops of Tab, arrow keys within each, and a focus that is never lost. */
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import type { ReactNode } from "react";
import { RowHead, escapeToHead } from "../../src/pane/views/check/RowHead";
import { ScrollerContext } from "../../src/pane/views/common/scroller-context";
import { Toolbar } from "../../src/pane/views/common/Toolbar";
import { useKeptFocus } from "../../src/pane/views/common/use-kept-focus";
import { VirtualList } from "../../src/pane/views/common/VirtualList";

class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: NoResizes });

const focused = (): string => document.activeElement?.textContent ?? "";

/** What has the focus after each of some keys. */
async function press(keys: readonly string[]): Promise<string[]> {
  const user = userEvent.setup();
  const passed: string[] = [];
  for (const key of keys) {
    await user.keyboard(key);
    passed.push(focused());
  }
  return passed;
}

test("a row of buttons is one stop of Tab; arrow keys go round it, and Tab comes back to its place", async () => {
  render(
    <>
      <button type="button">前</button>
      <Toolbar label="之后">
        <button type="button">报告</button>
        <button type="button" disabled>
          不能
        </button>
        <button type="button">打印</button>
        <button type="button">另存</button>
      </Toolbar>
      <button type="button">后</button>
    </>,
  );
  expect(await press(["{Tab}", "{Tab}", "{ArrowRight}", "{Tab}", "{Shift>}{Tab}{/Shift}"])).toEqual([
    "前",
    "报告",
    "打印",
    "后",
    "打印",
  ]);
  expect(await press(["{End}", "{ArrowRight}", "{ArrowLeft}", "{Home}"])).toEqual(["另存", "报告", "另存", "报告"]);
});

test("a button of the row that is taken out leaves the row a stop of Tab", async () => {
  const row = (all: boolean): ReactNode => (
    <Toolbar label="之后">
      {all && <button type="button">撤销</button>}
      <button type="button">打印</button>
    </Toolbar>
  );
  const page = render(row(true));
  await press(["{Tab}"]);
  page.rerender(row(false));
  act(() => document.body.focus());
  expect(await press(["{Tab}"])).toEqual(["打印"]);
});

const rows = ["一", "二", "三"];
const idOf = (row: string): string => row;

function Row({ row }: { readonly row: string }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <article onKeyDown={escapeToHead}>
      <RowHead shade="error" title={row} room={30} where="" open={open} onToggle={() => setOpen(!open)} />
      {open && <button type="button">看{row}</button>}
    </article>
  );
}

function List(): ReactNode {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <div ref={setScroller}>
      <ScrollerContext.Provider value={scroller}>
        <button type="button">前</button>
        <VirtualList items={rows} idOf={idOf} label="问题" estimate={60}>
          {(row) => <Row row={row} />}
        </VirtualList>
        <button type="button">后</button>
      </ScrollerContext.Provider>
    </div>
  );
}

test("the list is one stop of Tab: ↑ ↓ go from row to row, → ← open and fold, Esc leads back", async () => {
  render(<List />);
  const [one, two, three] = rows.map((row) => screen.getByText(row).closest("button")!.textContent);
  expect(await press(["{Tab}", "{Tab}", "{ArrowDown}", "{ArrowUp}", "{End}", "{Tab}"])).toEqual([
    "前",
    one,
    two,
    one,
    three,
    "后",
  ]);
  expect(await press(["{Shift>}{Tab}{/Shift}", "{ArrowUp}"])).toEqual([three, two]);
  const opened = await press(["{ArrowRight}", "{Tab}", "{Escape}", "{ArrowLeft}", "{Tab}"]);
  expect(opened).toEqual([two!.replace("▸", "▾"), "看二", two!.replace("▸", "▾"), two, "后"]);
});

test("where what has the focus is taken out or switched off, what stands nearest gets it", async () => {
  function Place({ step }: { readonly step: number }): ReactNode {
    const [pane, setPane] = useState<HTMLElement | null>(null);
    useKeptFocus(pane);
    return (
      <main ref={setPane}>
        <button type="button">上面</button>
        <section>
          <div>{step === 0 && <button type="button">确定</button>}</div>
          <button type="button" disabled={step > 1}>
            填写
          </button>
          <button type="button">别的</button>
        </section>
      </main>
    );
  }
  const page = render(<Place step={0} />);
  act(() => screen.getByText("确定").focus());
  page.rerender(<Place step={1} />);
  await waitFor(() => expect(focused()).toBe("填写"));
  page.rerender(<Place step={2} />);
  await waitFor(() => expect(focused()).toBe("别的"));
});

test("who leaves everything by herself is not called back", async () => {
  function Place({ more }: { readonly more: boolean }): ReactNode {
    const [pane, setPane] = useState<HTMLElement | null>(null);
    useKeptFocus(pane);
    return (
      <main ref={setPane}>
        <button type="button">填写</button>
        {more && <button type="button">别的</button>}
      </main>
    );
  }
  const page = render(<Place more />);
  act(() => screen.getByText("填写").focus());
  act(() => screen.getByText("填写").blur());
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  page.rerender(<Place more={false} />);
  await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(document.activeElement).toBe(document.body);
});
