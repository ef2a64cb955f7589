/** Exact arithmetic with enough places for any office figure. */

import { Decimal } from "decimal.js";

export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;
