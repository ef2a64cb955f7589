import { createContext, Script } from "node:vm";

/** What became of a case: how long the processor was at it, whatever else the machine did, and what it threw. */
export interface Ending {
  readonly milliseconds: number;
  /** Null where it went through. */
  readonly error: unknown;
  readonly stopped: boolean;
}

const context = createContext({ run: null as (() => void) | null });
const script = new Script("run()");

/** Runs a case and stops it after so many milliseconds, wherever it stands. */
export function limited(run: () => void, milliseconds: number): Ending {
  (context as { run: (() => void) | null }).run = run;
  const start = process.cpuUsage();
  const spent = (): number => process.cpuUsage(start).user / 1000;
  try {
    script.runInContext(context, { timeout: milliseconds });
    return { milliseconds: spent(), error: null, stopped: false };
  } catch (error) {
    const stopped = (error as { code?: string } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    return { milliseconds: spent(), error, stopped };
  }
}
