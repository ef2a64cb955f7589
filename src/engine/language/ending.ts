/**
 * Takes words off the end of a text, as many as stand there in a row: `/(?:预算|的)*$/`, which as a pattern begins anew at
 * every word of a text that ends otherwise, in time by the length of what is taken.
 */
export function withoutEnding(...words: readonly string[]): (text: string) => string {
  return (text) => {
    // Every place from which such words lead to the end: where one is the end of another, more than one.
    const places = new Set([text.length]);
    let first = text.length;
    for (let end = text.length; end >= first; end--) {
      if (!places.has(end)) continue;
      for (const word of words) {
        if (!text.endsWith(word, end)) continue;
        places.add(end - word.length);
        first = Math.min(first, end - word.length);
      }
    }
    return text.slice(0, first);
  };
}
