import { useEffect, useRef } from "react";
import type { SimulatedExcel } from "../hosts/simulated";

/**
 * Whether the open workbook has changes that have not been saved; the browser asks before it closes such a page.
 * `saving` is told when saving begins, and returns what is to be told when it is done: what was changed meanwhile is
 * not in the file.
 */
export function useUnsaved(excel: SimulatedExcel | null): { current: () => boolean; saving: () => () => void } {
  const changes = useRef(0);
  const saved = useRef(0);
  useEffect(() => {
    saved.current = changes.current;
    return excel?.workbook.listen(({ type }) => {
      if (type === "changed" || type === "sheet-added" || type === "sheet-deleted") changes.current++;
    });
  }, [excel]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (changes.current !== saved.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  const saving = (): (() => void) => {
    const { current } = changes;
    return () => void (saved.current = current);
  };
  return { current: () => changes.current !== saved.current, saving };
}
