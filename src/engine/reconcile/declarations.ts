import type { CheckRegistry } from "./check";
import type { Declaration } from "./declaration";
import { equationSayings } from "./equation-sayings";

/** Everything that the checks may say, by code. */
export type Declarations = ReadonlyMap<string, Declaration>;

/**
 * What the equations say of themselves and what each check declares, in one map.
 *
 * @throws Error where two declarations share a code
 */
export function declarationsOf(checks: CheckRegistry): Declarations {
  const all = new Map<string, Declaration>();
  const declared = new Set([...equationSayings, ...Object.values(checks).flatMap(({ says }) => says ?? [])]);
  for (const one of declared) {
    if (all.has(one.code)) throw new Error(`two declarations have the code ${one.code}`);
    all.set(one.code, one);
  }
  return all;
}
