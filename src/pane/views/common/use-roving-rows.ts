import { useEffect, useLayoutEffect, useState } from "react";
import type { KeyboardEvent } from "react";
import type { GoTo } from "./go-to";

/** The way of the keyboard through the rows of a list. */
export interface RovingRows {
  /** The row at which Tab comes into the list: it is to be drawn wherever it stands. -1 where there is none. */
  readonly stop: number;
  /** Where the arrow keys lead. */
  readonly to: GoTo | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Told of the row in which somebody works. */
  readonly noteRow: (id: string) => void;
}

/**
 * Rows whose head is marked `data-head` are one stop of Tab: the row where somebody was last, else the first; ↑ ↓, Home
 * and End go from head to head. What is in an open row comes after its head. Lists without such heads are left alone.
 */
export function useRovingRows(list: HTMLElement | null, ids: readonly string[], goTo: GoTo | null): RovingRows {
  const [left, setLeft] = useState<string | null>(null);
  const [to, setTo] = useState<GoTo | null>(null);
  useEffect(() => {
    if (goTo !== null) setLeft(goTo.id);
  }, [goTo]);
  const was = left === null ? -1 : ids.indexOf(left);
  const stop = was >= 0 ? was : Math.min(0, ids.length - 1);
  // After every drawing: rows come and go as the list is scrolled.
  useLayoutEffect(() => {
    for (const head of list?.querySelectorAll<HTMLElement>("[data-head]") ?? [])
      head.tabIndex = rowOf(head) === stop ? 0 : -1;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !target.matches("[data-head]")) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = nextRow(key, rowOf(target), ids.length);
    if (next === null) return;
    event.preventDefault();
    const id = ids[next];
    if (id !== undefined) setTo({ id, focus: true });
  };
  return { stop, to, onKeyDown, noteRow: setLeft };
}

function rowOf(head: HTMLElement): number {
  return Number(head.closest<HTMLElement>("[data-index]")?.dataset.index ?? -1);
}

/** The row to which a key leads, beyond the ends perhaps; null for a key that leads nowhere. */
function nextRow(key: string, at: number, rows: number): number | null {
  switch (key) {
    case "ArrowDown":
      return at + 1;
    case "ArrowUp":
      return at - 1;
    case "Home":
      return 0;
    case "End":
      return rows - 1;
    default:
      return null;
  }
}
