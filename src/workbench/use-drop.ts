import { useRef, useState } from "react";
import type { DragEvent } from "react";

interface DropTarget {
  /** A file is being held over the page. */
  readonly dragging: boolean;
  onDragEnter(event: DragEvent): void;
  onDragLeave(event: DragEvent): void;
  onDragOver(event: DragEvent): void;
  onDrop(event: DragEvent): void;
}

/** Takes files that are dropped on the page, save where something on it has taken them. */
export function useDrop(open: (files: readonly File[]) => void): DropTarget {
  const [dragging, setDragging] = useState(false);
  /** Elements that were entered and not left: the pointer goes from one to the next. */
  const entered = useRef(0);
  const hasFile = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");
  const step = (by: number): void => {
    entered.current = Math.max(0, entered.current + by);
    setDragging(entered.current > 0);
  };
  return {
    dragging,
    onDragEnter: (event) => {
      if (hasFile(event)) step(1);
    },
    onDragLeave: (event) => {
      if (hasFile(event)) step(-1);
    },
    onDragOver: (event) => event.preventDefault(),
    onDrop: (event) => {
      step(-entered.current);
      if (event.defaultPrevented) return;
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      if (files.length > 0) open(files);
    },
  };
}
