/**
 * Work that can be left off between its steps: yields the share of it that is done (0 to 1, never less than before) and
 * returns its result. Whoever carries it out decides whether to go on, to let others go first, or to leave it; nothing
 * it was given is changed meanwhile.
 */
export type Steps<Result> = Generator<number, Result, void>;

/** Carries work out without a pause. @throws what the work throws */
export function finish<Result>(steps: Iterator<unknown, Result, void>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A part of some work, as one from `from` to `to` of the whole. */
export function* within<Result>(from: number, to: number, part: Steps<Result>): Steps<Result> {
  for (;;) {
    const { done, value } = part.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}
