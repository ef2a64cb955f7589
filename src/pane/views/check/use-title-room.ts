import { useContext, useEffect, useState } from "react";
import { ScrollerContext } from "../common/scroller-context";

/** What stands beside a title at the width of the pane: the pane's and the row's own edges, the sign, the arrow. */
const BESIDE = 78;
/** A full-width sign of a title; a member of a group stands in by one in each line. */
const SIGN = 14;
export const MEMBER_INDENT = 2;
/** A folded title has two lines, and the first may end early: a number or a closing quote is not parted. */
const LINES = 2;
const LOST = 2;

/** How many full-width signs a folded title can have; a page without layout has room for all. */
export function useTitleRoom(): number {
  const scroller = useContext(ScrollerContext);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!scroller) return undefined;
    const look = (): void => setWidth(scroller.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  return width === 0 ? Infinity : Math.floor((width - BESIDE) / SIGN) * LINES - LOST;
}
