import type { Outcome } from "../../reconcile/outcome";

/**
 * What a check outside the equations names as its cause (`values.cause`: the sentence, the column at fault); null where
 * it names none.
 */
export function statedCause({ detail }: Outcome): string | null {
  return detail.code === "stated" ? (detail.values.cause ?? null) : null;
}

/** Keys of everything that a check looked at (`values.claims`), in the form of causes. */
function claimsOf({ detail }: Outcome): readonly string[] {
  return detail.code === "stated" && detail.values.claims !== undefined
    ? detail.values.claims.split(",").filter((key) => key !== "")
    : [];
}

/**
 * Groups of checks outside the equations: those that name the same cause; with them those that looked at what the
 * others name (a figure of the text that is not the table's breaks its list and its rate too). A check that looked at
 * two faulty things goes with the first. What is left goes together where it looked at the same thing: the figure that
 * breaks its list and its share.
 */
export function groupByStatedCause(outcomes: readonly Outcome[]): Outcome[][] {
  const byCause = new Map<string, Outcome[]>();
  const open: Outcome[] = [];
  for (const outcome of outcomes) {
    const cause = statedCause(outcome);
    if (cause === null) open.push(outcome);
    else byCause.set(cause, [...(byCause.get(cause) ?? []), outcome]);
  }
  const byClaim = new Map<string, Outcome[]>();
  const groups = [...byCause.values()];
  for (const outcome of open) {
    const claims = claimsOf(outcome);
    const cause = claims.find((key) => byCause.has(key));
    const known =
      cause !== undefined
        ? byCause.get(cause)
        : claims.map((key) => byClaim.get(key)).find((group) => group !== undefined);
    const group = known ?? [];
    if (!known) groups.push(group);
    group.push(outcome);
    if (cause === undefined) for (const key of claims) if (!byClaim.has(key)) byClaim.set(key, group);
  }
  return groups;
}
