import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";

/** The key by which a person goes on from a cell, as an arrow; null where they stay. */
export type Leaving = "ArrowDown" | "ArrowUp" | "ArrowRight" | "ArrowLeft" | null;

interface CellEditorProps {
  readonly address: string;
  readonly box: { readonly top: number; readonly left: number; readonly width: number; readonly height: number };
  readonly zoom: number;
  readonly text: string;
  /** The text to keep, or null where it was given up. */
  readonly onDone: (text: string | null, leaving: Leaving) => void;
}

/** The cell in which a person types. Leaving it keeps what was typed, as in Excel; Enter goes on below, Tab beside. */
export function CellEditor({ address, box, zoom, text, onDone }: CellEditorProps): ReactNode {
  const [typed, setTyped] = useState(text);
  const done = useRef(false);
  const finish = (kept: string | null, leaving: Leaving): void => {
    if (done.current) return;
    done.current = true;
    onDone(kept, leaving);
  };
  const leave = useRef<() => void>(() => undefined);
  leave.current = () => finish(typed, null);
  // Where the pane goes to another cell meanwhile the field is gone without being left.
  useEffect(() => () => leave.current(), []);
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") finish(typed, event.shiftKey ? "ArrowUp" : "ArrowDown");
    else if (event.key === "Tab") finish(typed, event.shiftKey ? "ArrowLeft" : "ArrowRight");
    else if (event.key === "Escape") finish(null, null);
    else return;
    event.preventDefault();
  };
  return (
    <input
      className="grid-editor"
      aria-label={`编辑 ${address}`}
      autoFocus
      value={typed}
      style={{
        top: box.top,
        left: box.left,
        minWidth: box.width,
        height: Math.min(box.height, 60),
        fontSize: `${11 * zoom}pt`,
      }}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={press}
      onBlur={() => finish(typed, null)}
    />
  );
}
