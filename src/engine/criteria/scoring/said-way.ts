/** What words say of the way that something went: up, down, or not at all. */

import { tokenise } from "../../language";
import type { Test } from "../rule/rule";

export type Way = "up" | "down" | "level";

type OnInterval = Extract<Test, { kind: "interval" }>;

/** Whether a band ends at no change: "持平", "增长", "不下降". */
export const isFromNothing = ({ low, high }: OnInterval): boolean =>
  [low, high].every((end) => end === null || end.number === "0");

/** Whether a band asks for nothing but the way. */
export const isOfWay = (test: OnInterval): boolean =>
  (test.measure === "change" || test.measure === "fall") && isFromNothing(test);

/** Words beside a change that say nothing of its way. */
const BESIDE_CHANGE = ["change", "partly", "scope", "noun", "measure", "prior", "actual"] as const;

/** Whether words say that something rose, fell or stayed as it was. */
export function wayOf(text: string): Way | null {
  let way: Way | null = null;
  for (const token of tokenise(text)) {
    const grown = token.classes.get("grow")?.way;
    const side = token.classes.get("comparator");
    const said =
      grown === "up" || grown === "down" || grown === "level"
        ? grown
        : side !== undefined && side.inclusive !== true
          ? side.side === "low"
            ? "up"
            : "down"
          : null;
    if (said === null) {
      if (!BESIDE_CHANGE.some((cls) => token.classes.has(cls))) return null;
    } else if (way !== null) return null;
    else way = said;
  }
  return way;
}
