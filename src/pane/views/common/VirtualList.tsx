import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import type { FocusEvent, ReactNode } from "react";
import { placeItems, visibleItems } from "./virtual-range";

/** The element in which the pane scrolls; a long list draws what stands in its window. */
export const ScrollerContext = createContext<HTMLElement | null>(null);

interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  readonly label: string;
  /** Usual height of an item with the gap below it, in pixels. */
  readonly estimate: number;
}

/** Items beyond the window, so that the keyboard finds the next one. */
const SPARE = 4;
/** Where nothing can be measured (no layout), this much is drawn. */
const LEAST_WINDOW = 600;

/** A list of which only what is in view is in the page: ten thousand items scroll like ten. */
export function VirtualList<Item>({ items, idOf, children, label, estimate }: VirtualListProps<Item>): ReactNode {
  const scroller = useContext(ScrollerContext);
  const [list, setList] = useState<HTMLElement | null>(null);
  const heights = useRef(new Map<string, number>());
  const [measured, remeasured] = useReducer((version: number) => version + 1, 0);
  const view = useWindow(scroller, list);
  const [focused, setFocused] = useState<string | null>(null);
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  // `measured` stands for what is in `heights`.
  const placement = useMemo(
    () => placeItems(items.length, (index) => heights.current.get(ids[index]!), estimate),
    [items, ids, estimate, measured],
  );
  const range = visibleItems(placement, view.from, view.to, SPARE);
  const drawn: number[] = [];
  if (range) for (let index = range.first; index <= range.last; index++) drawn.push(index);
  const kept = focused === null ? -1 : ids.indexOf(focused);
  if (kept >= 0 && range && (kept < range.first || kept > range.last)) drawn.push(kept);

  const measure = useCallback((id: string, height: number) => {
    if (height === 0 || heights.current.get(id) === height) return;
    heights.current.set(id, height);
    remeasured();
  }, []);

  return (
    <div
      ref={setList}
      role="list"
      aria-label={label}
      style={{ position: "relative", height: placement.tops[items.length] }}
      onBlur={() => setFocused(null)}
    >
      {drawn.map((index) => (
        <VirtualItem
          key={ids[index]}
          id={ids[index]!}
          top={placement.tops[index]!}
          position={index + 1}
          count={items.length}
          onMeasure={measure}
          onFocus={setFocused}
        >
          {children(items[index]!)}
        </VirtualItem>
      ))}
    </div>
  );
}

interface VirtualItemProps {
  readonly id: string;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  readonly onMeasure: (id: string, height: number) => void;
  readonly onFocus: (id: string) => void;
  readonly children: ReactNode;
}

function VirtualItem({ id, top, position, count, onMeasure, onFocus, children }: VirtualItemProps): ReactNode {
  const item = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = item.current;
    if (!element) return;
    onMeasure(id, element.offsetHeight);
    const observer = new ResizeObserver(() => onMeasure(id, element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, onMeasure]);
  const focus = (event: FocusEvent): void => {
    event.stopPropagation();
    onFocus(id);
  };
  return (
    <div
      ref={item}
      role="listitem"
      aria-posinset={position}
      aria-setsize={count}
      style={{ position: "absolute", top, left: 0, right: 0 }}
      onFocus={focus}
    >
      {children}
    </div>
  );
}

/** The part of the list that the scroller shows, in pixels from the list's top. */
function useWindow(scroller: HTMLElement | null, list: HTMLElement | null): { from: number; to: number } {
  const [view, setView] = useState({ from: 0, to: LEAST_WINDOW });
  const look = useCallback(() => {
    if (!scroller || !list) return;
    const from = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
    const to = from + (scroller.clientHeight || LEAST_WINDOW);
    setView((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [scroller, list]);
  // What stands above the list may have grown: look again after every drawing.
  useLayoutEffect(look);
  useEffect(() => {
    if (!scroller) return;
    scroller.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      scroller.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, [scroller, look]);
  return view;
}
