import type { CheckContext } from "../../reconcile";
import type { Claim } from "../claim";
import { resolve } from "../resolve";
import type { NarrativeText } from "../text";
import { bestOf } from "./figures";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/** How a figure of the text stands to the tables; null where they have nothing to hold against it. */
export function standingOf(claim: Claim, text: NarrativeText, context: Sources): "agrees" | "differs" | null {
  if (claim.quantity.dimension !== "money") return null;
  const found = resolve(claim, text, context);
  const readable = "missing" in found ? [] : found.facts.filter(({ value }) => value !== null);
  if (readable.length === 0) return null;
  return bestOf(claim, readable).outcome === "fail" ? "differs" : "agrees";
}

/**
 * How sure it is that a relation between figures of the text is broken by one of them. "wrong": one is not that of the
 * tables, or the tables know none of them. "none": each is that of the tables, so that the relation is not theirs.
 * "open": of some nobody knows whether they belong to it.
 */
export function certaintyOf(
  claims: readonly Claim[],
  text: NarrativeText,
  context: Sources,
): "wrong" | "open" | "none" {
  const standings = claims.map((claim) => standingOf(claim, text, context));
  if (standings.includes("differs") || standings.every((one) => one === null)) return "wrong";
  return standings.includes(null) ? "open" : "none";
}
