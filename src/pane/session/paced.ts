/** The longest that a page is kept from drawing and from hearing its buttons, in milliseconds. */
const SLICE = 30;

/** What paced work needs of its surroundings. */
export interface Pace<Progress> {
  /** Milliseconds that pass. */
  now(): number;
  /** Resolves when the page has had time to draw. */
  painted(): Promise<void>;
  /** Told before each pause how far the work has come. */
  progressed(progress: Progress): void;
  /** Asked after each pause. */
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
  for (let begun = pace.now(); ;) {
    const { done, value } = steps.next();
    if (done) return { result: value };
    if (pace.now() - begun < SLICE) continue;
    pace.progressed(value);
    await pace.painted();
    if (!pace.goesOn()) return null;
    begun = pace.now();
  }
}
