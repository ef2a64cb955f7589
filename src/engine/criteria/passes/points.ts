/** The 分值 of an indicator as a column gives it: 20, "20", "20分". */

import type { Exact } from "../exact";
import { readValue } from "../values";

/** The marks, or null where the cell is blank or holds no number. */
export function pointsIn(raw: unknown): Exact | null {
  const reading = readValue(typeof raw === "string" ? raw.trim().replace(/分$/u, "") : raw);
  return reading.kind === "number" && reading.unit !== "%" ? reading.value : null;
}
