/** Columns and rows of a sheet (ECMA-376 part 1, 18.3.1.13 and 18.3.1.73; Excel's limits). */
export const COLUMNS = 16_384;
export const ROWS = 1_048_576;

/** Zero-based column of "B12" without allocating; -1 where the text is no address in a sheet. */
export function cellColumn(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return at > 0 && column <= COLUMNS ? column - 1 : -1;
}

/** Zero-based row of "B12"; -1 where the text is no address in a sheet. */
export function cellRow(reference: string): number {
  let row = 0;
  let digits = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      row = row * 10 + code - 48;
      digits++;
    } else if (digits > 0 || (code & ~32) < 65 || (code & ~32) > 90) return -1;
  }
  return digits > 0 && row >= 1 && row <= ROWS ? row - 1 : -1;
}
