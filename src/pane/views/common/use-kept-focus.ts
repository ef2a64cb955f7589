import { useEffect } from "react";

const FOCUSABLE = "button:enabled, input:enabled, select:enabled, textarea:enabled, a[href], [tabindex='0']";

/** Frames in which whatever takes the place of what is gone may take the focus itself. */
const PATIENCE = 2;

/**
 * The focus is never lost: where what has it is taken out or switched off, and nothing takes its place, what stands
 * nearest around it gets it. Who leaves by herself (a click beside everything) is left alone.
 */
export function useKeptFocus(pane: HTMLElement | null): void {
  useEffect(() => {
    if (!pane) return undefined;
    /** What has the focus, and all that is around it up to the pane. */
    let around: readonly HTMLElement[] = [];
    let frame = 0;
    const onFocusIn = ({ target }: FocusEvent): void => {
      around = target instanceof HTMLElement ? upTo(target, pane) : [];
    };
    const onFocusOut = ({ target }: FocusEvent): void => {
      // A browser may tell of it while what had the focus is being taken out.
      setTimeout(() => {
        if (around[0] === target && !isLost(around[0]) && document.hasFocus()) around = [];
      });
    };
    const look = (waits: number): void => {
      const { activeElement } = document;
      if (!isLost(around[0]) || (activeElement !== document.body && activeElement !== around[0])) return;
      cancelAnimationFrame(frame);
      if (waits > 0) frame = requestAnimationFrame(() => look(waits - 1));
      else nearest(around)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => look(PATIENCE));
    observer.observe(pane, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
    pane.addEventListener("focusin", onFocusIn);
    pane.addEventListener("focusout", onFocusOut);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      pane.removeEventListener("focusin", onFocusIn);
      pane.removeEventListener("focusout", onFocusOut);
    };
  }, [pane]);
}

function isLost(element: HTMLElement | undefined): boolean {
  return element !== undefined && (!element.isConnected || element.matches(":disabled"));
}

function upTo(element: HTMLElement, pane: HTMLElement): HTMLElement[] {
  const chain: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one !== null && one !== pane; one = one.parentElement) chain.push(one);
  return chain;
}

/** The first thing in what is left around a place; the view itself for a long list, whose first row may be far away. */
function nearest([, ...around]: readonly HTMLElement[]): HTMLElement | null {
  for (const place of around) {
    if (!place.isConnected) continue;
    const view = place.closest<HTMLElement>("[role=tabpanel]");
    if (place.matches("[role=list], [role=tabpanel]")) return view;
    const first = place.querySelector<HTMLElement>(FOCUSABLE);
    if (first) return first;
  }
  return null;
}
