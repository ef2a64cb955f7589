import { useCallback, useEffect, useState } from "react";
import { usePane } from "../../session-context";
import type { PacedWork } from "./use-paced";

/** A press that waits for what it is about. */
interface Pending<Result> {
  readonly run: (result: Result) => void;
  /** The workbook has been read since the press. */
  readonly read: boolean;
}

/** A way to act on what was worked out of the workbook as it is when a button is pressed, not as it was before. */
export interface WhenCurrent<Result> {
  /** A press has been taken and waits. */
  readonly waiting: boolean;
  /** Runs as soon as all that was asked for before is done and the result is of the workbook as it then stands. */
  readonly whenCurrent: (run: (result: Result) => void) => void;
}

/**
 * Somebody who types and presses faster than the workbook is gone through loses no press, and writes nothing that was
 * worked out before her last figure. Where the workbook cannot be read, the press ends with the problem that is shown.
 */
export function useWhenCurrent<Result>({
  result,
  current,
  goOn,
}: Pick<PacedWork<Result>, "result" | "current" | "goOn">): WhenCurrent<Result> {
  const { session } = usePane();
  const [pending, setPending] = useState<Pending<Result> | null>(null);
  useEffect(() => {
    if (!pending?.read || !current || result === null) return;
    setPending(null);
    pending.run(result);
  }, [pending, current, result]);
  const whenCurrent = useCallback(
    (run: Pending<Result>["run"]) => {
      const press: Pending<Result> = { run, read: false };
      setPending(press);
      goOn();
      void session
        .refresh()
        .then((read) => setPending((now) => (now !== press ? now : read ? { ...press, read } : null)));
    },
    [session, goOn],
  );
  return { waiting: pending !== null, whenCurrent };
}
