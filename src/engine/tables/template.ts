import { z } from "zod/mini";
import type { Classification } from "./classification";

/** How the cells of a kind of table are laid out; each layout has its own reader in `layouts/`. */
export const layouts = [
  "matrix",
  "ledger",
  "targets",
  "evaluation-form",
  "evaluation-summary",
  "monitoring",
  "base-data",
  "narrative",
  "unknown-sums",
] as const;

/**
 * A meaning that a header word, a row label or a form label can have. Patterns are regular expressions on normalised
 * text (NFKC, no blanks).
 */
const roleSchema = z.object({
  role: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** What a person who says what a column is calls it: "基本支出". */
  label: z.optional(z.string()),
  /** Patterns tried on the innermost header word, or on the row label without its enumerator. */
  names: z.array(z.string()),
  /** Patterns that must not match. */
  not: z.optional(z.array(z.string())),
  /** Patterns that must match somewhere in the words above (header path) or in an enclosing row. */
  under: z.optional(z.array(z.string())),
  /** Patterns that must not match there. */
  notUnder: z.optional(z.array(z.string())),
  /** In a ledger: the side this line stands on. */
  side: z.optional(z.string()),
  /** Of a column: the role of the column it is a part of, where the header does not show it. */
  partOf: z.optional(z.string()),
  /** Of a column named "其中": the list is complete, so that its parts add up. */
  complete: z.optional(z.boolean()),
  /** Of a column: beside the sum, never a part of it (last year's figure, a change, a share). */
  memo: z.optional(z.boolean()),
  /** Of a group of columns: it says the measures of the others once more (预算数 beside 决算数), in a section of its own. */
  apart: z.optional(z.boolean()),
  /** Of a column: a measure of its own beside the total of a row, never a part of it (年初结转 beside 本年支出小计). */
  beside: z.optional(z.boolean()),
  /** Of a column: with the others of which this is said it divides the total once more (当年安排 and 上年结转安排). */
  again: z.optional(z.boolean()),
  /** Not where its parts have meanings of their own: "其他资金" over 事业收入 and 其他收入 is no 其他收入. */
  undivided: z.optional(z.boolean()),
  /**
   * Such money does not belong into this kind of table: one that has such a column is of another kind; one without
   * a title
   * that has such a line is so rather.
   */
  foreign: z.optional(z.boolean()),
  /** In a text: names that mean this only beside the whole that it is a part of. */
  short: z.optional(z.array(z.string())),
  /** In a text: what the name means. */
  facets: z.optional(z.record(z.string(), z.string())),
  /** Recognition asks for at least the required roles. */
  required: z.optional(z.boolean()),
  /** Required roles that this one does as well for: 人员经费 and 公用经费 where no 基本支出 is printed over them. */
  standsFor: z.optional(z.array(z.string())),
});

/**
 * What a figure means, dimension by dimension: `side` (income, expenditure), `fund` (all, fiscal, general-public …, or
 * the source of an income), `nature` (basic, project …), `item` (三公 and its parts …), `code`, `economic`, `carried`
 * (in, out …), `extent` (year, grand), `version` (plan, prior).
 */
export const facetsSchema = z.record(z.string(), z.string());
export type Facets = z.infer<typeof facetsSchema>;

/** One kind of table, as data: one file in `catalogue/templates`, named after `id`. */
export const templateSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** The kind that is reported; several templates (cities, years) may share one. */
  kind: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** Budgeted (预算) or settled (决算): tables of one stage are never compared with the other's as one. */
  stage: z.optional(z.enum(["budget", "final"])),
  /** Name in Chinese, as the office says it. */
  name: z.string(),
  /** Short name for findings: "收入总表". */
  short: z.string(),
  layout: z.enum(layouts),
  /** What all figures of the table have in common. */
  facets: z.optional(facetsSchema),
  /** Of a ledger: the side that the table is about where a rule asks for its total; the first one where not given. */
  mainSide: z.optional(z.string()),
  /** Tried only where no other template reads the sheet: for tables that nobody described. */
  lastResort: z.optional(z.boolean()),
  /** No other kind of table has such a header: it is one of these whatever its title says that does not refuse it. */
  headerTells: z.optional(z.boolean()),
  /** Patterns on the normalised title or sheet name. */
  titles: z.array(z.string()),
  notTitles: z.optional(z.array(z.string())),
  /** What the row codes are: function classification, economic classification, unit codes, or none. */
  codes: z.optional(z.enum(["function", "economic", "unit", "none"])),
  columns: z.optional(z.array(roleSchema)),
  lines: z.optional(z.array(roleSchema)),
  fields: z.optional(z.array(roleSchema)),
  /** Patterns on row labels that speak for this kind when title and header leave doubt. */
  rowWords: z.optional(z.array(z.string())),
  /** Of a table that nobody described: names that divide a whole completely wherever they stand together. */
  divisions: z.optional(z.array(z.array(z.string()))),
  /** Unit taken where nothing says one. */
  usualUnit: z.optional(z.enum(["元", "千元", "万元", "亿元"])),
  /** Where the form comes from: regulation and place. */
  source: z.string(),
});

export type Role = z.infer<typeof roleSchema>;

/** A template with what it was joined with when the catalogue was loaded. */
export type TableTemplate = z.infer<typeof templateSchema> & {
  /**
   * The national lists, those for its codes first: a table may be printed by another classification than its kind
   * usually is. None where none are handed over; codes then are believed.
   */
  readonly classifications?: readonly Classification[];
  /** What its roles and the names of its sections mean, as the catalogue says for all templates. */
  readonly meanings?: Meanings;
};

/** What roles of lines and columns, and parts of the names of sections, say of the figures in them. */
export interface Meanings {
  readonly roles: ReadonlyMap<string, Facets>;
  readonly sections: ReadonlyMap<string, Facets>;
}
export type Layout = TableTemplate["layout"];
