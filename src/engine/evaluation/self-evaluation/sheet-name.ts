/** Longest name Excel takes. */
const longest = 31;

/** A sheet name that Excel takes and nobody has: forbidden letters left out, cut, numbered where need be. Adds it to `taken`. */
export function freeSheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[\\/?*[\]:：']/g, "").trim() || "自评表";
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  let name = plain.slice(0, longest);
  for (let number = 2; used.has(name.toLowerCase()); number++) {
    const suffix = `(${number})`;
    name = plain.slice(0, longest - suffix.length) + suffix;
  }
  taken.add(name);
  return name;
}
