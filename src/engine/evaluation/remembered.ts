/** At most so many answers are kept. */
const mostKept = 20000;

/**
 * A pure function that remembers its answers by what it was asked: a workbook that is checked again after an edit asks
 * the same of nearly every indicator. `keyOf` says everything that the answer depends on.
 */
export function remembered<Asked extends object, Answer extends object>(
  keyOf: (asked: Asked) => string,
  answer: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const kept = new Map<string, Answer>();
  // Within one check many rules ask of the same indicator: then the key need not be put together.
  const answered = new WeakMap<Asked, Answer>();
  return (asked) => {
    const same = answered.get(asked);
    if (same !== undefined) return same;
    const key = keyOf(asked);
    let found = kept.get(key);
    if (found === undefined) {
      found = answer(asked);
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, found);
    }
    answered.set(asked, found);
    return found;
  };
}

/** Texts as one key: a letter that no cell holds stands between them. */
export function keyOfTexts(...texts: readonly (string | undefined)[]): string {
  return texts.map((text) => text ?? "").join("\u0000");
}
