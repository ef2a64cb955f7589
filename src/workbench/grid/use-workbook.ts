import { useRef, useSyncExternalStore } from "react";
import type { SimulatedWorkbook } from "../../hosts/simulated/model/workbook";

/** Draws again after everything that happens in the workbook; the number tells one state from the next. */
export function useWorkbook(workbook: SimulatedWorkbook): number {
  const version = useRef(0);
  return useSyncExternalStore(
    (changed) =>
      workbook.listen(() => {
        version.current++;
        changed();
      }),
    () => version.current,
  );
}
