import { useCallback, useEffect, useState } from "react";
import type { Steps } from "../../../engine/steps";
import { paced } from "../../session/paced";

/** Work that a view needs, as far as it is. */
export interface PacedWork<Result> {
  /** What came of it last; null before the first time. */
  readonly result: Result | null;
  /** The result is of what the view needs now, not of what it needed before. */
  readonly current: boolean;
  /** The share that is done, once it takes long enough to be worth showing; null where there is nothing to show. */
  readonly share: number | null;
  /** The person has stopped it. */
  readonly stopped: boolean;
  stop(): void;
  goOn(): void;
}

/** What takes less is not worth a bar that comes and goes, in milliseconds. */
const WORTH_SHOWING = 300;

/** Carries work out in slices, beside the person, and anew whenever `begin` is another; null has nothing to do. */
export function usePaced<Result>(begin: (() => Steps<Result>) | null): PacedWork<Result> {
  const [done, setDone] = useState<{ readonly of: () => Steps<Result>; readonly result: Result } | null>(null);
  const [going, setGoing] = useState<{ readonly of: () => Steps<Result>; readonly share: number } | null>(null);
  const [stopped, setStopped] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const current = done !== null && done.of === begin;
  const idle = begin === null || stopped || current;
  useEffect(() => {
    if (begin === null || idle) return;
    let wanted = true;
    const begun = performance.now();
    const pace = {
      now: () => performance.now(),
      painted: () => new Promise<void>((resolve) => setTimeout(resolve)),
      progressed: (share: number) => {
        if (wanted && performance.now() - begun > WORTH_SHOWING) setGoing({ of: begin, share });
      },
      goesOn: () => wanted,
    };
    paced(begin(), pace).then(
      (came) => {
        if (wanted && came) setDone({ of: begin, result: came.result });
      },
      (error: unknown) => setFailure({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [begin, idle]);
  const stop = useCallback(() => setStopped(true), []);
  const goOn = useCallback(() => setStopped(false), []);
  if (failure) throw failure.error;
  return {
    result: done?.result ?? null,
    current,
    share: idle ? null : going?.of === begin ? going.share : null,
    stopped,
    stop,
    goOn,
  };
}
