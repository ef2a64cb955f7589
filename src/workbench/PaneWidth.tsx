import type { KeyboardEvent, PointerEvent, ReactNode } from "react";

/** As Excel shows the pane, and no wider than leaves room for the sheet. Pixels. */
export const LEAST_WIDTH = 320;
const MOST_WIDTH = 760;
const STEP = 40;

interface PaneWidthProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** The edge between sheet and pane: dragged, or moved with the arrow keys, it makes the pane wider. */
export function PaneWidth({ width, onWidth }: PaneWidthProps): ReactNode {
  const set = (wanted: number): void => onWidth(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round(wanted))));
  const press = (event: KeyboardEvent): void => {
    const steps: ReadonlyMap<string, number> = new Map([
      ["ArrowLeft", width + STEP],
      ["ArrowRight", width - STEP],
      ["Home", LEAST_WIDTH],
      ["End", MOST_WIDTH],
    ]);
    const wanted = steps.get(event.key);
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  return (
    <section className="pane-edge" aria-label="面板的边">
      <div
        className="pane-edge-handle"
        role="separator"
        aria-orientation="vertical"
        aria-label="面板宽度"
        aria-valuemin={LEAST_WIDTH}
        aria-valuemax={MOST_WIDTH}
        aria-valuenow={width}
        tabIndex={0}
        title="拖动或用方向键改变面板宽度"
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
    </section>
  );
}
