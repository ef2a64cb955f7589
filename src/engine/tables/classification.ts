import { z } from "zod/mini";
import { foldedName, namesAlike } from "./subject-names";

/** A name of a code, and the budget years in which it held; a bound that is left out is open or not known. */
const nameSchema = z.strictObject({
  name: z.string().check(z.minLength(1)),
  from: z.optional(z.number()),
  to: z.optional(z.number()),
});

/**
 * One national list of codes (《政府收支分类科目》), as data: one file in `catalogue/classifications`, named after `id`. Only
 * what is certain stands in it: a code that is not listed says nothing.
 */
export const classificationSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** Which tables it is for: those whose template says the same of its codes. */
  codes: z.enum(["function", "economic"]),
  /** What a clerk calls it: "支出功能分类科目". */
  name: z.string(),
  /** Numbers that a 类 can have, first and last of each stretch; no other 类 has ever been, listed or not. */
  classes: z.array(z.tuple([z.number(), z.number()])),
  /** Regulation it comes from. */
  source: z.string(),
  /** By code (类 of three digits, 款 of five): its name, or its names with their years. */
  names: z.record(
    z.string().check(z.regex(/^\d{3}(?:\d{2})?$/)),
    z.union([z.string(), z.array(nameSchema).check(z.minLength(1))]),
  ),
});

export type ClassificationList = z.infer<typeof classificationSchema>;
export type DatedName = z.infer<typeof nameSchema>;

/**
 * What a row's name says of its code. `own`: one of its names; `near`: nearly one; `other`: the name of other codes of
 * that level, and not of this one; `strange`: no name that is listed; `unknown`: the list does not have the code, or
 * the row no name.
 */
export type NameFit = "own" | "near" | "other" | "strange" | "unknown";

/** The national lists for one kind of codes, as they are asked. */
export class Classification {
  private readonly byCode = new Map<string, readonly DatedName[]>();
  private readonly foldedByCode = new Map<string, readonly string[]>();
  private readonly byName = new Map<string, string[]>();
  /** By number: 1 where a 类 can have it. A table, because every row of a workbook is asked. */
  private readonly classes = new Uint8Array(1000);
  /** What a clerk calls the lists: "支出功能分类科目". */
  readonly name: string;

  constructor(lists: readonly ClassificationList[]) {
    this.name = lists[0]?.name ?? "";
    for (const [first, last] of lists.flatMap(({ classes }) => classes)) this.classes.fill(1, first, last + 1);
    for (const [code, names] of lists.flatMap((list) => Object.entries(list.names))) {
      const dated = typeof names === "string" ? [{ name: names }] : names;
      this.byCode.set(code, dated);
      this.foldedByCode.set(
        code,
        dated.map(({ name }) => foldedName(name)),
      );
      for (const { name } of dated) {
        const key = foldedName(name);
        const known = this.byName.get(key);
        if (known) known.push(code);
        else this.byName.set(key, [code]);
      }
    }
  }

  /** False where no 类 has ever had the digits that a code begins with. */
  hasClassOf(code: string): boolean {
    if (code.length < 3) return false;
    const number = 100 * digitAt(code, 0) + 10 * digitAt(code, 1) + digitAt(code, 2);
    return this.classes[number] === 1;
  }

  /** Names of a code, the oldest first; none where it is not listed. */
  namesOf(code: string): readonly DatedName[] {
    return this.byCode.get(code) ?? [];
  }

  /** Codes of this many digits that a row's name stands for. */
  codesNamed(label: string, digits: number): readonly string[] {
    return (this.byName.get(foldedName(label)) ?? []).filter((code) => code.length === digits);
  }

  /** What a row's name says of its code. */
  fit(code: string, label: string): NameFit {
    const names = this.foldedByCode.get(code);
    const folded = names === undefined ? "" : foldedName(label);
    if (names === undefined || folded === "") return "unknown";
    if (names.includes(folded)) return "own";
    if (this.isNamedOtherwise(code, label)) return "other";
    return names.some((name) => namesAlike(name, label)) ? "near" : "strange";
  }

  /** Whether a row's name is that of other codes of its level, and not of its own. */
  isNamedOtherwise(code: string, label: string): boolean {
    const names = this.foldedByCode.get(code);
    if (names === undefined) return false;
    const folded = foldedName(label);
    const codes = names.includes(folded) ? undefined : this.byName.get(folded);
    return codes !== undefined && codes.some((other) => other.length === code.length);
  }

  /**
   * The name that a code has in a year, where the row has one that it had before; null where the row's name is not
   * known to be an old one.
   */
  newerName(code: string, label: string, year: number): { readonly old: DatedName; readonly now: DatedName } | null {
    const names = this.byCode.get(code);
    // Most codes have had one name only.
    if (names === undefined || names.length < 2) return null;
    const folded = foldedName(label);
    const old = names.filter(({ name }) => foldedName(name) === folded);
    if (old.length === 0 || !old.every(({ to }) => to !== undefined && to < year)) return null;
    const now = names.filter(({ from, to }) => (from ?? 0) <= year && (to ?? year) >= year).at(-1);
    return now === undefined ? null : { old: old.at(-1)!, now };
  }

  /** Whether a row may have its name from a list of codes at all: "308 社会保障和就业支出" is no body. */
  isListedName(label: string): boolean {
    return this.byName.has(foldedName(label));
  }
}

function digitAt(code: string, at: number): number {
  return code.charCodeAt(at) - 0x30;
}
