import type { ReactNode } from "react";
import type { Phrase } from "../../pane";

/** The text of a cell, with the phrases marked that are wrong in it. */
export function CellText({ text, phrases }: { readonly text: string; readonly phrases: readonly Phrase[] }): ReactNode {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of [...phrases].sort((a, b) => a.start - b.start)) {
    if (start < from || end > text.length) continue;
    pieces.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <span>
      {pieces}
      {text.slice(from)}
    </span>
  );
}
