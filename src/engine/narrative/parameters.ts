import { z } from "zod/mini";
import { decimal } from "../reconcile";

/** A figure with the unit and at least the decimals that the text gives it: 4.50 and 万元. */
export const amount = z.strictObject({ value: decimal, unit: z.string() });
export type Amount = z.infer<typeof amount>;

/** Words of the text, quoted. */
export const quoted = { text: z.string() };

/** A figure of the text and what it should be, in the unit of the text. */
export const compared = { ...quoted, stated: amount, expected: amount };

/** The same with the name of the figure that it is compared with. */
export const comparedWith = { ...compared, name: z.string() };

/** "4.50万元". */
export function amountText({ value, unit }: Amount): string {
  return `${value}${unit}`;
}
