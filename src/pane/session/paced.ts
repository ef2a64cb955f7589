/** How long work goes on before the page has time to draw and to hear its buttons, in milliseconds. */
const SLICE = 30;

/** How far it is is told no oftener, in milliseconds: telling draws a good part of the page anew. */
const TELLING = 100;

/** What paced work needs of its surroundings. */
export interface Pace<Progress> {
  /** Milliseconds that pass. */
  now(): number;
  /** Resolves when the page has had time to draw. */
  painted(): Promise<void>;
  /** Told before a pause how far the work has come. */
  progressed(progress: Progress): void;
  /** Asked before and after each pause: work that was left tells of no progress any more. */
  goesOn(): boolean;
}

/**
 * Carries work out in slices, with pauses in which the page draws and hears. Null where it was left. @throws what the
 * work throws
 */
export async function paced<Progress, Result>(
  steps: Generator<Progress, Result, void>,
  pace: Pace<Progress>,
): Promise<{ readonly result: Result } | null> {
  const pause = pausing(pace);
  for (let begun = pace.now(); ;) {
    const { done, value } = steps.next();
    if (done) return { result: value };
    if (pace.now() - begun < SLICE) continue;
    if (!(await pause(value))) return null;
    begun = pace.now();
  }
}

/** The same for work that others carry out: to be called between its parts; false where it is to be left. */
export function pausesOf<Progress>(pace: Pace<Progress>): (progress: Progress) => Promise<boolean> {
  const pause = pausing(pace);
  let begun = pace.now();
  return async (progress) => {
    if (pace.now() - begun < SLICE) return pace.goesOn();
    const goesOn = await pause(progress);
    begun = pace.now();
    return goesOn;
  };
}

/** One pause after the other; false where the work is to be left. */
function pausing<Progress>(pace: Pace<Progress>): (progress: Progress) => Promise<boolean> {
  let told = -Infinity;
  return async (progress) => {
    if (!pace.goesOn()) return false;
    const now = pace.now();
    if (now - told >= TELLING) {
      told = now;
      pace.progressed(progress);
    }
    await pace.painted();
    return pace.goesOn();
  };
}
