import { useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { HEADER_HEIGHT, HEADER_WIDTH } from "./headers";

interface CellEditorProps {
  readonly address: string;
  readonly box: { readonly top: number; readonly left: number; readonly width: number; readonly height: number };
  readonly text: string;
  /** The text to keep, or null where it was given up; Enter moves on. */
  readonly onDone: (text: string | null, move: "down" | null) => void;
}

/** The cell in which a person types. Leaving it keeps what was typed, as in Excel. */
export function CellEditor({ address, box, text, onDone }: CellEditorProps): ReactNode {
  const [typed, setTyped] = useState(text);
  const done = useRef(false);
  const finish = (kept: string | null, move: "down" | null): void => {
    if (done.current) return;
    done.current = true;
    onDone(kept, move);
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") finish(typed, "down");
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
      style={{ top: HEADER_HEIGHT + box.top, left: HEADER_WIDTH + box.left, minWidth: box.width, height: Math.min(box.height, 60) }}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={press}
      onBlur={() => finish(typed, null)}
    />
  );
}
