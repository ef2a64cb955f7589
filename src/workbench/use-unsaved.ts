import { useEffect, useRef } from "react";
import type { SimulatedExcel } from "../hosts/simulated";

/** Whether the open workbook has changes that have not been saved; the browser asks before it closes such a page. */
export function useUnsaved(excel: SimulatedExcel | null): { current: () => boolean; saved: () => void } {
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = false;
    return excel?.workbook.listen(({ type }) => {
      if (type === "changed" || type === "sheet-added" || type === "sheet-deleted") unsaved.current = true;
    });
  }, [excel]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  return { current: () => unsaved.current, saved: () => void (unsaved.current = false) };
}
