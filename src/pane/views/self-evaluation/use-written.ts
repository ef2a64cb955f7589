import { useCallback, useEffect, useState } from "react";
import type { FormProgress, MissingItem } from "../../../engine/evaluation/self-evaluation";

/** What was written counts as there until the forms are gone through again: a person types faster than they are. */
export interface WrittenItems {
  /** By id. */
  readonly written: { has(id: string): boolean };
  /** Notes an item whose value is being written; the promise ends with the write, its answer is whether it was done. */
  readonly note: (item: MissingItem, writing: Promise<boolean>) => void;
}

/** @param forms as they were last gone through */
export function useWritten(forms: readonly FormProgress[]): WrittenItems {
  /** By id: whether the write is over. */
  const [written, setWritten] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => setWritten((before) => new Map([...before].filter(([, over]) => !over))), [forms]);
  const note = useCallback(({ id }: MissingItem, writing: Promise<boolean>) => {
    setWritten((before) => new Map([...before, [id, false]]));
    void writing.then((done) =>
      setWritten((before) => {
        if (done) return new Map([...before, [id, true]]);
        return new Map([...before].filter(([one]) => one !== id));
      }),
    );
  }, []);
  return { written, note };
}
