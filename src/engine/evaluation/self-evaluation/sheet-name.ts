/** Longest name Excel takes. */
const longest = 31;

/**
 * Sheet names of a workbook, those that are there and those that are given out. Excel does not tell capitals from small
 * letters.
 */
export class SheetNames {
  private readonly used: Set<string>;

  constructor(names: readonly string[]) {
    this.used = new Set(names.map((name) => name.toLowerCase()));
  }

  /** A name that Excel takes and nobody has: forbidden letters left out, cut, numbered where need be. */
  free(wanted: string): string {
    const plain = wanted.replace(/[\\/?*[\]:：']/g, "").trim() || "自评表";
    let name = plain.slice(0, longest);
    for (let number = 2; this.used.has(name.toLowerCase()); number++) {
      const suffix = `(${number})`;
      name = plain.slice(0, longest - suffix.length) + suffix;
    }
    this.used.add(name.toLowerCase());
    return name;
  }
}
