import { useLayoutEffect, useRef } from "react";
import type { FocusEvent, KeyboardEvent, ReactNode } from "react";

interface ToolbarProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * Buttons that are one stop of Tab: ← and → go from one to the next, Home and End to the ends (the pattern “toolbar” of
 * the ARIA Authoring Practices). Tab comes back to the one that was left.
 */
export function Toolbar({ label, className, children }: ToolbarProps): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  const stop = useRef<Element | null>(null);
  const buttons = (): HTMLElement[] => [...(bar.current?.querySelectorAll<HTMLElement>("button:enabled") ?? [])];
  const settle = (): void => {
    const all = buttons();
    if (!all.some((one) => one === stop.current)) stop.current = all[0] ?? null;
    for (const one of all) one.tabIndex = one === stop.current ? 0 : -1;
  };
  // Buttons come and go with what can be done.
  useLayoutEffect(settle);
  const onFocus = ({ target }: FocusEvent): void => {
    stop.current = target;
    settle();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = buttons();
    const next = nextOf(event.key, all.indexOf(event.target as HTMLElement), all.length);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div ref={bar} role="toolbar" aria-label={label} className={className} onFocus={onFocus} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

/** Where a key leads from the place `at` among so many, round the ends; null for a key that leads nowhere. */
function nextOf(key: string, at: number, all: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % all;
    case "ArrowLeft":
      return (at - 1 + all) % all;
    case "Home":
      return 0;
    case "End":
      return all - 1;
    default:
      return null;
  }
}
