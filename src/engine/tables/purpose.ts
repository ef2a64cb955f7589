import type { Layout } from "./template";

/** Approved targets, what became of them (自评), what became of them so far (监控), the year's base data. */
export type Purpose = "targets" | "results" | "monitoring" | "base-data";

/** What tables of a layout hold: figures of a budget, what people write about projects, running text. */
export type Holding = "figures" | "forms" | "text";

interface Held {
  readonly holds: Holding;
  readonly purpose: Purpose | null;
  /** Whether its totals say what they take in: the year alone, or what was carried over with it. */
  readonly extent?: true;
}

const held: Readonly<Record<Layout, Held>> = {
  matrix: { holds: "figures", purpose: null },
  ledger: { holds: "figures", purpose: null, extent: true },
  targets: { holds: "forms", purpose: "targets" },
  "evaluation-form": { holds: "forms", purpose: "results" },
  "evaluation-summary": { holds: "forms", purpose: null },
  monitoring: { holds: "forms", purpose: "monitoring" },
  "base-data": { holds: "forms", purpose: "base-data" },
  narrative: { holds: "text", purpose: null },
  "unknown-sums": { holds: "forms", purpose: null },
};

interface WithLayout {
  readonly template: { readonly layout: Layout };
}

/** What a table's form is for; null where it is none of a year's performance. */
export function purposeOf({ template }: WithLayout): Purpose | null {
  return held[template.layout].purpose;
}

/** Whether a table holds figures of a budget, not forms or text. */
export function holdsFigures({ template }: WithLayout): boolean {
  return held[template.layout].holds === "figures";
}

/** Whether its totals say what they take in (the year alone, or what was carried over with it), as an account's do. */
export function totalsTellExtent({ template }: WithLayout): boolean {
  return held[template.layout].extent === true;
}

/** Whether tables of a template are running text. */
export function holdsText({ layout }: WithLayout["template"]): boolean {
  return held[layout].holds === "text";
}
