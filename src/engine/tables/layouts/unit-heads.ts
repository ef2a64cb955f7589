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

/**
 * "局机关｜小计" over or under what the unit spends: the row is the unit's. So is "局机关｜合计" where another unit has one,
 * too, or the table a total without a unit; and a 合计 under each unit's rows, though it is named beside the first only.
 */
export function withUnitTotals(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  const ownTotals = totalsUnderUnits(rows);
  const named = new Set(rows.flatMap(({ totalOf }) => totalOf?.name ?? []));
  if (named.size === 0 && ownTotals.size === 0) return rows;
  const several = named.size > 1 || rows.some(({ isTotal, totalOf }) => isTotal && totalOf === undefined);
  return rows.map((row, index) => {
    const own = ownTotals.get(index) ?? (row.isTotal && !several ? undefined : row.totalOf);
    if (own === undefined) return row;
    return { ...row, label: own.name, column: own.column, codeOf: "unit", isTotal: false, roles: [] };
  });
}

/** A 合计 under the rows of every unit, and one of them all below: by index, the unit of each. */
function totalsUnderUnits(rows: readonly MatrixRow[]): ReadonlyMap<number, NonNullable<MatrixRow["totalOf"]>> {
  const found = new Map<number, NonNullable<MatrixRow["totalOf"]>>();
  const units = new Set<string>();
  let unit: string | null = null;
  rows.forEach(({ unit: own, isTotal, totalOf, column }, index) => {
    if (own !== null) units.add((unit = own));
    if (!isTotal || totalOf !== undefined) return;
    if (unit !== null) found.set(index, { column, name: unit });
    unit = null;
  });
  return units.size > 1 && found.size === units.size ? found : new Map();
}

function isHead({ code, codeOf, isTotal, ofWhich, label, pageTop }: MatrixRow): boolean {
  return code === null && codeOf !== "subject" && !isTotal && !ofWhich && !pageTop && label !== "";
}

function isCode(unit: string): boolean {
  return /^\d+$/.test(unit);
}
