import type { Outcome } from "../../reconcile";

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
    const { cause } = outcome;
    if (cause === undefined) open.push(outcome);
    else byCause.set(cause, [...(byCause.get(cause) ?? []), outcome]);
  }
  const byThing = new Map<string, Outcome[]>();
  const groups = [...byCause.values()];
  for (const outcome of open) {
    const { lookedAt = [] } = outcome;
    const cause = lookedAt.find((key) => byCause.has(key));
    const known =
      cause !== undefined
        ? byCause.get(cause)
        : lookedAt.map((key) => byThing.get(key)).find((group) => group !== undefined);
    const group = known ?? [];
    if (!known) groups.push(group);
    group.push(outcome);
    if (cause === undefined) for (const key of lookedAt) if (!byThing.has(key)) byThing.set(key, group);
  }
  return groups;
}
