/** At most so many answers are kept. */
const mostKept = 20000;

/**
 * A pure function that remembers its answers by what it was asked: a workbook that is checked again after an edit asks the same of
 * nearly every indicator. `keyOf` says everything that the answer depends on.
 */
export function remembered<Asked, Answer>(keyOf: (asked: Asked) => string, answer: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const kept = new Map<string, Answer>();
  return (asked) => {
    const key = keyOf(asked);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = answer(asked);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, found);
    return found;
  };
}

/** Texts as one key: a letter that no cell holds stands between them. */
export function keyOfTexts(...texts: readonly (string | undefined)[]): string {
  return texts.map((text) => text ?? "").join("\u0000");
}
