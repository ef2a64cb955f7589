import { useEffect } from "react";

/** Parts of the page in the order in which F6 goes through them; what is not there, or offers nothing, is passed by. */
const REGIONS = [".toolbar", ".grid", ".sheet-tabs", "[role=tabpanel]", "main footer"];

const FOCUSABLE = "button:enabled, input:enabled, select:enabled, a[href], [tabindex='0']";

/** F6 and Shift+F6 go from one part of the page to the next, as in Excel; each gives the focus to what had it last. */
export function useRegions(): void {
  useEffect(() => {
    const last = new Map<string, Element>();
    const regionOf = (target: EventTarget | null): string | undefined =>
      target instanceof Element ? REGIONS.find((region) => target.closest(region) !== null) : undefined;
    const onFocusIn = ({ target }: FocusEvent): void => {
      const region = regionOf(target);
      if (region !== undefined) last.set(region, target as Element);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const at = REGIONS.indexOf(regionOf(document.activeElement) ?? "");
      const step = event.shiftKey ? -1 : 1;
      for (let tries = 1; tries <= REGIONS.length; tries++) {
        const region = REGIONS[(at + step * tries + 2 * REGIONS.length) % REGIONS.length]!;
        const goal = goalIn(region, last.get(region));
        if (!goal) continue;
        goal.focus();
        return;
      }
    };
    // A list keeps the event to itself on its way up.
    window.addEventListener("focusin", onFocusIn, true);
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("focusin", onFocusIn, true);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

/** What had the focus last in a region, else its current row, else the first thing that can have it. */
function goalIn(region: string, last: Element | undefined): HTMLElement | null {
  const place = document.querySelector<HTMLElement>(region);
  if (!place) return null;
  if (last instanceof HTMLElement && place.contains(last) && last.matches(FOCUSABLE)) return last;
  return (
    place.querySelector<HTMLElement>("[aria-current=true] [data-head]") ??
    (place.matches("[tabindex='0']") && !place.matches("[role=tabpanel]") ? place : place.querySelector(FOCUSABLE))
  );
}
