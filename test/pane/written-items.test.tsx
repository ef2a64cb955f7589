/** @jest-environment jsdom */
/** A value that is being written counts as there: the person types on while the workbook is still being read. */
import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { FormProgress, MissingItem } from "../../src/engine/evaluation/self-evaluation";
import { useWritten } from "../../src/pane/views/self-evaluation/use-written";
import type { WrittenItems } from "../../src/pane/views/self-evaluation/use-written";

const item = { id: "actual 7" } as MissingItem;
let items: WrittenItems;

function Reader({ forms }: { readonly forms: readonly FormProgress[] }): ReactNode {
  items = useWritten(forms);
  return null;
}

/** Writes the item, over a list that is gone through anew when that is asked for. */
function write(): { readonly end: (done: boolean) => Promise<void>; readonly goThrough: () => void } {
  const page = render(<Reader forms={[]} />);
  let end!: (done: boolean) => void;
  act(() => items.note(item, new Promise<boolean>((resolve) => (end = resolve))));
  return {
    end: (done) => act(async () => end(done)),
    goThrough: () => page.rerender(<Reader forms={[]} />),
  };
}

test("until it is written and the forms are gone through again", async () => {
  const { end, goThrough } = write();
  goThrough();
  expect(items.written.has(item.id)).toBe(true);
  await end(true);
  expect(items.written.has(item.id)).toBe(true);
  goThrough();
  expect(items.written.has(item.id)).toBe(false);
});

test("what could not be written is missing again at once", async () => {
  const { end } = write();
  await end(false);
  expect(items.written.has(item.id)).toBe(false);
});
