import type { BlankCells } from "./blank-cells";

/** What Excel tells of a call beside its values. */
export type CallInfo = Pick<CustomFunctions.Invocation, "parameterAddresses">;

/** A zero of which nobody can say whether it is a number or a blank cell. */
export const UNCLEAR = Symbol("zero or blank");

/**
 * The values of a call as their cells hold them. Excel of before mid-2024 hands a blank cell over as 0 (office-js
 * #4702, #5262, #1951), and nothing tells such an Excel from a later one: a zero that comes from a cell is looked up
 * there.
 * @param info undefined where Excel tells no addresses
 * @returns null for a blank cell; UNCLEAR where it cannot be looked up: no score is better than a wrong one
 */
export function asCellsHold(
  values: readonly unknown[],
  info: CallInfo | undefined,
  cells: BlankCells,
): Promise<unknown[]> {
  return Promise.all(
    values.map(async (value, position) => {
      if (value !== 0) return value;
      const addresses = info?.parameterAddresses;
      if (!addresses) return UNCLEAR;
      const address = addresses[position];
      // What is written in the formula itself has no address.
      if (typeof address !== "string" || !address.includes("!")) return value;
      const blank = await cells.isBlank(address);
      return blank === null ? UNCLEAR : blank ? null : value;
    }),
  );
}
