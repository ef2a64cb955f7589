/** Excel's limit, in UTF-16 units. */
const MAX_LENGTH = 31;

/** Characters that a sheet's name may not have, and what stands for them. */
const STAND_INS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ":": "：",
    "\\": "＼",
    "/": "／",
    "?": "？",
    "*": "＊",
    "[": "［",
    "]": "］",
  }),
);

/**
 * A name that Excel accepts and no other sheet has: forbidden characters in their full-width form, cut to 31, and
 * numbered "核对结果 (2)" where it is taken. Case does not tell names apart.
 */
export function uniqueSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base = allowedSheetName(wanted);
  if (!used.has(base.toLowerCase())) return base;
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const name = cut(base, MAX_LENGTH - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

function allowedSheetName(wanted: string): string {
  const clean = wanted
    .replace(/[:\\/?*[\]]/g, (character) => STAND_INS.get(character)!)
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .replace(/^'+|'+$/g, "");
  const name = cut(clean, MAX_LENGTH).replace(/'+$/, "");
  // Excel keeps the name History for itself.
  return name === "" ? "工作表" : /^history$/i.test(name) ? `${name}_` : name;
}

function cut(name: string, length: number): string {
  const short = name.slice(0, length);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short.trimEnd();
}

/** A sheet's name as formulas and links write it: '表 1'. */
export function quotedSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
