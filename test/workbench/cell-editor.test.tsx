/** @jest-environment jsdom */
/** The field in which a person types into a cell. */
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { CellEditor } from "../../src/workbench/grid/CellEditor";

afterEach(cleanup);

function edit(): { done: jest.Mock; field: HTMLElement; unmount: () => void } {
  const done = jest.fn();
  const { unmount } = render(
    <CellEditor address="B2" box={{ top: 0, left: 0, width: 80, height: 20 }} zoom={1} text="1" onDone={done} />,
  );
  const field = screen.getByLabelText("编辑 B2");
  fireEvent.change(field, { target: { value: "25" } });
  return { done, field, unmount };
}

test.each([
  ["Enter", {}, ["25", "ArrowDown"]],
  ["Enter", { shiftKey: true }, ["25", "ArrowUp"]],
  ["Tab", {}, ["25", "ArrowRight"]],
  ["Tab", { shiftKey: true }, ["25", "ArrowLeft"]],
  ["Escape", {}, [null, null]],
])("%s %o", (key, keys, told) => {
  const { done, field } = edit();
  fireEvent.keyDown(field, { key, ...keys });
  expect(done.mock.calls).toEqual([told]);
});

test("leaving it keeps what was typed, once", () => {
  const { done, field, unmount } = edit();
  fireEvent.blur(field);
  unmount();
  expect(done.mock.calls).toEqual([["25", null]]);
});

test("where it goes without being left, because the pane went to another sheet, what was typed is kept as well", () => {
  const { done, unmount } = edit();
  unmount();
  expect(done.mock.calls).toEqual([["25", null]]);
});

test("while Chinese is being composed Enter chooses a word and does not leave the cell", () => {
  const { done, field } = edit();
  fireEvent.keyDown(field, { key: "Enter", isComposing: true });
  expect(done).not.toHaveBeenCalled();
});
