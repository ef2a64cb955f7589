import { kinds } from "./kinds";
import { limited } from "./limited";
import { Random } from "./random";

/** A case that should not have ended so. `seed` runs it again. */
export interface Failure {
  readonly kind: string;
  readonly seed: number;
  readonly milliseconds: number;
  readonly what: "crash" | "inner error" | "stopped" | "slow";
  readonly detail: string;
}

export interface Tally {
  readonly kind: string;
  cases: number;
  failures: Failure[];
  /** Of the slowest case. */
  longest: number;
}

/** A case takes no longer than this. */
export const LIMIT = 1000;
/** One that takes so long is stopped. */
const STOP = 20_000;

/** Runs a case of a kind. */
export function runCase(kind: string, seed: number): Failure | { readonly milliseconds: number } {
  const run = kinds.find(({ name }) => name === kind)!.kind(new Random(seed));
  const { milliseconds, error, stopped } = limited(run, STOP);
  const failed = (what: Failure["what"], detail: string): Failure => ({ kind, seed, milliseconds, what, detail });
  if (stopped) return failed("stopped", "");
  if (error !== null) {
    const detail =
      error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 6).join("\n") : String(error);
    return failed(/^Error: (?:a check broke|shown)/.test(detail) ? "inner error" : "crash", detail);
  }
  return milliseconds > LIMIT ? failed("slow", "") : { milliseconds };
}

/** Runs so many cases, parted among the kinds; the same seed runs the same ones. `each` is told of every failure. */
export function fuzz(
  cases: number,
  seed: number,
  only: string | undefined,
  each: (failure: Failure) => void,
  until: () => boolean = () => false,
): Tally[] {
  return kinds
    .filter(({ name }) => only === undefined || name === only)
    .map(({ name, share }, place) => {
      const tally: Tally = { kind: name, cases: 0, failures: [], longest: 0 };
      const wanted = only === undefined ? Math.ceil((cases * share) / 100) : cases;
      const from = Math.imul(seed, 0x9e3779b1) + place * 0x51ed27;
      for (; tally.cases < wanted && !until(); tally.cases++) {
        const ended = runCase(name, (from + tally.cases) >>> 0);
        tally.longest = Math.max(tally.longest, ended.milliseconds);
        if (!("what" in ended)) continue;
        tally.failures.push(ended);
        each(ended);
      }
      return tally;
    });
}
