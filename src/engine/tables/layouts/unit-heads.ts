import type { MatrixRow } from "./matrix-rows";

/**
 * "某局机关" without a code over rows that name unit 502301 beside their own code: the row sums up that unit, and its
 * code is the one that the rows below it print. Only where the unit begins there, and has no row of its own.
 */
export function withUnitHeads(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  if (!rows.some((row) => row.unit !== null && isCode(row.unit))) return rows;
  const known = new Set(rows.flatMap(({ codeOf, code }) => (codeOf === "unit" && code !== null ? [code] : [])));
  return rows.map((row, index) => {
    const unit = rows[index + 1]?.unit ?? null;
    if (unit === null || !isHead(row) || !isCode(unit) || known.has(unit)) return row;
    known.add(unit);
    return { ...row, code: unit, codeOf: "unit" };
  });
}

function isHead({ code, codeOf, isTotal, ofWhich, label, pageTop }: MatrixRow): boolean {
  return code === null && codeOf !== "subject" && !isTotal && !ofWhich && !pageTop && label !== "";
}

function isCode(unit: string): boolean {
  return /^\d+$/.test(unit);
}
