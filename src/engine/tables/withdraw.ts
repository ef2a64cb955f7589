import { layoutOf } from "./layouts";
import { holdsFigures } from "./purpose";
import type { Section, Table, Unrecognised } from "./table";

/** Tables that were read and take no part after all, with the sheets that hold no other. */
export function withdraw(
  tables: readonly Table[],
  chosen: ReadonlySet<string>,
): { tables: readonly Table[]; unrecognised: readonly Unrecognised[] } {
  const open = tables.filter((table) => !chosen.has(table.sheet.name));
  const strange = open.filter(isStrange);
  const own = tables.filter((table) => !strange.includes(table));
  const copies = open.filter(
    (table) =>
      table.sheet.hidden &&
      own.includes(table) &&
      own.some((other) => !other.sheet.hidden && isSameTable(table, other)),
  );
  const kept = own.filter((table) => !copies.includes(table));
  const left = (
    withdrawn: readonly Table[],
    reason: Unrecognised["reason"],
    word: (table: Table) => string,
  ): Unrecognised[] => {
    const sheets = [...new Set(withdrawn.map(({ sheet }) => sheet))].filter(
      (sheet) => !kept.some((table) => table.sheet === sheet),
    );
    return sheets.map((sheet) => ({
      sheet,
      reason,
      words: withdrawn.filter((table) => table.sheet === sheet).map(word),
    }));
  };
  return {
    tables: kept,
    unrecognised: [
      ...left(strange, "no-template", ({ title, template }) => title ?? template.short),
      ...left(copies, "hidden-copy", ({ template }) => template.short),
    ],
  };
}

/**
 * A budget table on a hidden sheet of which there is one in view, of the same body and year, is an earlier draft. Forms
 * of projects come in numbers; of a budget table a body has one a year.
 */
function isSameTable(one: Table, other: Table): boolean {
  const differ = (a: string | number | null, b: string | number | null): boolean => a !== null && b !== null && a !== b;
  const { kind, stage } = one.template;
  return (
    holdsFigures(one) &&
    other.template.kind === kind &&
    other.template.stage === stage &&
    !differ(one.body, other.body) &&
    !differ(one.year, other.year)
  );
}

/**
 * Fewer known items than this, or less than this share of all, are there by chance: "其他收入" stands in the accounts of a
 * canteen too.
 */
const fewestKnown = 2;
const leastKnownShare = 0.2;
/** What every account has. */
const everywhere: readonly string[] = ["year-total", "grand-total", "carry-over", "carry-out"];

/**
 * A ledger that is called 收支表 and has items of quite another kind. A form without any item may be one that nobody
 * filled in.
 */
function isStrange({ template, sections }: Table): boolean {
  if (!layoutOf(template).wantsKnownItems) return false;
  const items = sections
    .flatMap(({ lines }: Section) => lines)
    .filter(({ roles, code }) => code !== null || !roles.some((role) => everywhere.includes(role)));
  const known = items.filter(({ roles, code }) => code !== null || roles.length > 0).length;
  return items.length > 0 && (known < fewestKnown || known < leastKnownShare * items.length);
}
