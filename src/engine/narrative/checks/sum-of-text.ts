/** A figure that the text's own arithmetic explains: no item of its own, nor the amount of the item before it. */

import { Exact } from "../../workbook";
import type { Claim, Reading } from "../claim";
import { absolute, halfPlace } from "../quantity";

/** So many figures in front of one are looked at. */
const around = 6;

/**
 * "群众文化预算203.74万元，…；基本支出118.24万元、项目支出85.50万元", "…14.72万元、…25.48万元、…9.86万元，共50.06万元": what the text's
 * own arithmetic explains is the sum of what stands before it, or with its neighbour makes a figure said before.
 */
export function isSumOfText(claim: Claim, { claims }: Reading): boolean {
  const said = claims.filter(
    ({ passage, quantity, label }) => passage === claim.passage && quantity.dimension === "money" && !label.lastYear,
  );
  const at = said.indexOf(claim);
  const before = said.slice(Math.max(0, at - around), at);
  const whole = absolute(claim.quantity);
  // Each of them is rounded by itself.
  const slack = halfPlace(claim.quantity).times(2);
  let sum = new Exact(0);
  for (let nearest = before.length - 1; nearest >= 0; nearest--) {
    sum = sum.plus(absolute(before[nearest]!.quantity));
    if (nearest < before.length - 1 && sum.minus(whole).abs().lessThanOrEqualTo(slack)) return true;
  }
  const beside = [said[at - 1], said[at + 1]].filter((one) => one !== undefined);
  return beside.some((one) => {
    const both = whole.plus(absolute(one.quantity));
    return before.some((other) => other !== one && both.minus(absolute(other.quantity)).abs().lessThanOrEqualTo(slack));
  });
}
