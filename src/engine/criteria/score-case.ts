/** A case as it is given to the scorer. */

/** One indicator as the tables give it; every value may be a number or the text of a cell. */
export interface ScoreCase {
  readonly id?: unknown;
  readonly criterion?: unknown;
  readonly target?: unknown;
  readonly unit?: unknown;
  readonly type?: unknown;
  readonly actual?: unknown;
  readonly points?: unknown;
  readonly indicator?: unknown;
}

/** What a cell of words holds; empty for blanks. */
export function text(value: unknown): string {
  return value === null || value === undefined
    ? ""
    : typeof value === "string"
      ? value
      : typeof value === "number"
        ? String(value)
        : "";
}
