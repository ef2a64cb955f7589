import { defaultRangeExtractor, measureElement, observeElementRect, useVirtualizer } from "@tanstack/react-virtual";
import type { Range, Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { GoTo } from "./go-to";
import { ScrollerContext } from "./scroller-context";
import { useRovingRows } from "./use-roving-rows";

interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  readonly label: string;
  /** Usual height of an item with the gap below it, in pixels. */
  readonly estimate: number;
  /** A new object each time that the list is to go somewhere. */
  readonly goTo?: GoTo | null;
}

/** Items beyond the window, so that the keyboard finds the next one. */
const SPARE = 4;
/** Where nothing can be measured (no layout), this much is drawn. */
const LEAST_WINDOW = 600;
/** Frames to wait for an item to be drawn that was scrolled to. */
const MOST_FRAMES = 20;
/** Frames in which an item that was drawn comes to its height: it may be opened by the way to it. */
const GROWING = 4;

type ListVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

/** A list of which only what is in view is in the page: ten thousand items scroll like ten. */
export function VirtualList<Item>(props: VirtualListProps<Item>): ReactNode {
  const { items, idOf, children, label, estimate, goTo = null } = props;
  const scroller = useContext(ScrollerContext);
  const [list, setList] = useState<HTMLElement | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const scrollMargin = useTopInside(scroller, list);
  const rows = useRovingRows(list, ids, goTo);
  const kept = [rows.stop, focused === null ? -1 : ids.indexOf(focused)];
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => scroller,
    getItemKey: (index) => ids[index]!,
    estimateSize: () => estimate,
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || estimate,
    observeElementRect: observeWindow,
    initialRect: { width: 0, height: LEAST_WINDOW },
    useFlushSync: false,
    overscan: SPARE,
    scrollMargin,
    rangeExtractor: (range) => withKept(range, kept),
  });
  useGoTo(virtualizer, scroller, list, ids, goTo);
  useGoTo(virtualizer, scroller, list, ids, rows.to);
  return (
    <div
      ref={setList}
      role="list"
      aria-label={label}
      style={{ position: "relative", height: virtualizer.getTotalSize() }}
      onBlur={() => setFocused(null)}
      onKeyDown={rows.onKeyDown}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => (
        <div
          key={ids[index]}
          ref={virtualizer.measureElement}
          data-index={index}
          role="listitem"
          aria-posinset={index + 1}
          aria-setsize={items.length}
          style={{ position: "absolute", top: start - scrollMargin, left: 0, right: 0 }}
          onFocus={(event) => {
            event.stopPropagation();
            setFocused(ids[index]!);
            rows.noteRow(ids[index]!);
          }}
        >
          {children(items[index]!)}
        </div>
      ))}
    </div>
  );
}

/** What is in view, and the items at which the keyboard is or comes in, wherever they stand. */
function withKept(range: Range, kept: readonly number[]): number[] {
  const places = new Set([...defaultRangeExtractor(range), ...kept.filter((place) => place >= 0)]);
  return [...places].sort((a, b) => a - b);
}

/** The size of the window; a page without layout has one of a usual height. */
function observeWindow(
  instance: ListVirtualizer,
  report: (rect: { width: number; height: number }) => void,
): ReturnType<typeof observeElementRect> {
  return observeElementRect(instance, ({ width, height }) => report({ width, height: height || LEAST_WINDOW }));
}

/** How far below the top of what scrolls a list begins, in pixels. */
function useTopInside(scroller: HTMLElement | null, list: HTMLElement | null): number {
  const [top, setTop] = useState(0);
  const look = useCallback(() => {
    if (scroller && list)
      setTop(list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop);
  }, [scroller, list]);
  // What stands above the list may have grown: look again after every drawing, and when somebody scrolls.
  useLayoutEffect(look);
  useEffect(() => {
    scroller?.addEventListener("scroll", look, { passive: true });
    return () => scroller?.removeEventListener("scroll", look);
  }, [scroller, look]);
  return top;
}

/** Brings an item into view, once for every time that it is asked for: all of it, or its top where it is too high. */
function useGoTo(
  virtualizer: ListVirtualizer,
  scroller: HTMLElement | null,
  list: HTMLElement | null,
  ids: readonly string[],
  goTo: GoTo | null,
): void {
  const gone = useRef<GoTo | null>(null);
  useEffect(() => {
    const index = goTo === null ? -1 : ids.indexOf(goTo.id);
    if (goTo === null || goTo === gone.current || index < 0) return undefined;
    gone.current = goTo;
    virtualizer.scrollToIndex(index, { align: "auto" });
    let frame = 0;
    let wanted = goTo.focus;
    const settle = (left: number): void => {
      const item = list?.querySelector<HTMLElement>(`[data-index="${index}"]`);
      const button = item?.querySelector<HTMLElement>("[data-goal]") ?? item?.querySelector<HTMLElement>("button");
      if (button && wanted) button.focus({ preventScroll: true });
      if (button) wanted = false;
      if (item && scroller) showWhole(item, scroller);
      const more = button ? Math.min(left, GROWING) : left;
      if (more > 0) frame = requestAnimationFrame(() => settle(more - 1));
    };
    settle(MOST_FRAMES);
    return () => {
      cancelAnimationFrame(frame);
      // A list that is drawn anew meanwhile goes on.
      if (wanted) gone.current = null;
    };
  }, [virtualizer, scroller, list, ids, goTo]);
}

function showWhole(item: HTMLElement, scroller: HTMLElement): void {
  const [inside, window] = [item.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const hidden = Math.min(inside.bottom - window.bottom, inside.top - window.top);
  if (hidden > 0) scroller.scrollTop += hidden;
}
