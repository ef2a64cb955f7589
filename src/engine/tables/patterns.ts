/** Patterns of templates and lists of words, compiled once each. */
const compiled = new Map<string, RegExp>();

/** The expression of a pattern that a template holds; it was found to be one when the template was loaded. */
export function expression(source: string): RegExp {
  let known = compiled.get(source);
  if (!known) {
    known = new RegExp(source);
    compiled.set(source, known);
  }
  return known;
}

/** Does one of a template's patterns match? */
export function matchesAny(patterns: readonly string[] | undefined, text: string): boolean {
  return (patterns ?? []).some((pattern) => expression(pattern).test(text));
}

/** A text that is one of these words, each given as a pattern, and nothing else. */
export function oneOf(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join("|")})$`);
}
