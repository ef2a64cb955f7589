import { useCallback, useRef, useState } from "react";
import type { Steps } from "../engine/steps";
import { paced, painted } from "../pane";

/** Milliseconds after which a person is told that it goes on, and can stop it. */
const PATIENCE = 300;

/** Work for which a person may have to wait: one at a time. */
export interface LongWork {
  /** What goes on and how far it is, where it takes long enough to be told. */
  readonly shown: { readonly title: string; readonly share: number } | null;
  /** Carries work out in slices; null where it was left for another, or stopped. @throws what the work throws */
  carryOut<Result>(title: string, begin: () => Promise<Steps<Result>>): Promise<{ readonly result: Result } | null>;
  stop(): void;
}

export function useLongWork(): LongWork {
  const [shown, setShown] = useState<LongWork["shown"]>(null);
  /** Counts what was begun or left: what is not the latest is dropped. */
  const runs = useRef(0);
  const carryOut = useCallback(async <Result>(title: string, begin: () => Promise<Steps<Result>>) => {
    const run = ++runs.current;
    const begun = performance.now();
    try {
      return await paced(await begin(), {
        now: () => performance.now(),
        painted,
        progressed: (share) => performance.now() - begun > PATIENCE && setShown({ title, share }),
        goesOn: () => run === runs.current,
      });
    } finally {
      if (run === runs.current) setShown(null);
    }
  }, []);
  const stop = useCallback(() => {
    runs.current++;
    setShown(null);
  }, []);
  return { shown, carryOut, stop };
}
