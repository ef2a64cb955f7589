import type { ColumnChoices } from "./chosen-columns";

/**
 * What a person decided about a sheet: the id of a template (null: as recognised), or that it takes no part; its
 * columns.
 */
export interface SheetUse {
  readonly as: string | null;
  readonly columns: ColumnChoices;
}

/** By sheet name; the id alone where nothing was decided about columns. */
export type Choices = Readonly<Record<string, string | SheetUse>>;

/** In the place of a template's id: the sheet takes no part. */
export const excluded = "excluded";
