import { z } from "zod/mini";
import { Exact } from "../workbook";

/** A block (project, unit) as `nameOfBlock` names it. */
export const ofBlock = { name: z.string() };

/** An indicator of a block, as `nameOfIndicator` names it. */
export const ofIndicator = { ...ofBlock, indicator: z.string() };

/** An indicator with what was aimed at and what was achieved, as written. */
export const ofResult = { ...ofIndicator, target: z.string(), actual: z.string() };

/** At most three names, and whether there are more. */
export function shortList(names: readonly string[]): string {
  return names.length <= 3 ? names.join("、") : `${names.slice(0, 3).join("、")}等`;
}

/** A share as percent, "96.5%"; at most `decimals` decimals. */
export function percentText(share: string, decimals = 4): string {
  return `${new Exact(share).times(100).toDecimalPlaces(decimals).toString()}%`;
}

/** Of several places with the same fault: each is an indicator of a block. */
export const ofIndicators = {
  subject: ({ name }: { readonly name: string }): string => name,
  place: ({ indicator }: { readonly indicator: string }): string => indicator,
};
