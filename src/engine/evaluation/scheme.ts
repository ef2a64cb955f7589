import { z } from "zod/mini";
import { firstLevels } from "./levels";
import type { FirstLevel } from "./levels";

/** A weight scheme, as data: a parameter of the rule that asks for it, so that a place can put its own there. */
export const schemeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** What a person picks it by: "有成本指标". */
  name: z.string(),
  /** Points by first level in a target table; levels that are not named must not be there. */
  levels: z.partialRecord(z.enum(firstLevels), z.number()),
  /** Points that 预算执行率 has in the self-evaluation, beside those of the levels. */
  execution: z.number(),
});
export type WeightScheme = z.infer<typeof schemeSchema>;

/**
 * The scheme for the levels that are there: the chosen one, else the one that names just these levels; null where there
 * is none.
 */
export function schemeFor(
  schemes: readonly WeightScheme[],
  levels: ReadonlySet<FirstLevel>,
  chosen: string | null,
): WeightScheme | null {
  if (chosen !== null) return schemes.find((scheme) => scheme.id === chosen) ?? null;
  const wanted = [...levels].filter((level) => level !== "execution");
  return (
    schemes.find(
      (scheme) =>
        wanted.length === Object.keys(scheme.levels).length &&
        wanted.every((level) => scheme.levels[level] !== undefined),
    ) ?? null
  );
}
