import { useRef, useSyncExternalStore } from "react";
import type { SimulatedWorkbook } from "../../hosts/simulated";

/** Draws again after everything that happens in the workbook; the numbers tell one state from the next. */
export function useWorkbook(workbook: SimulatedWorkbook): { readonly version: number; readonly contents: number } {
  const version = useRef(0);
  /** Grows only where contents change, not where something is selected or marked. */
  const contents = useRef(0);
  const now = useSyncExternalStore(
    (changed) =>
      workbook.listen(({ type }) => {
        version.current++;
        if (type === "changed") contents.current++;
        changed();
      }),
    () => version.current,
  );
  return { version: now, contents: contents.current };
}
