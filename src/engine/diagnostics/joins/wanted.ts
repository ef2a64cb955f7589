import type { Outcome, Want } from "../../reconcile";
import { Exact, type CellId } from "../../workbook";
import { declarationOf, type Description } from "../describe";
import type { Group } from "../group";
import { moveToHosts } from "./moved";

/**
 * A sum that is off by the very amount by which another check would have one of its parts changed (the approved 分值 is
 * another, the criterion gives that mark as the highest) is no finding of its own.
 */
export function joinWanted(groups: readonly Group[], context: Description): Group[] {
  const wants = new Map<CellId, { readonly want: Want; readonly group: Group }[]>();
  for (const group of groups)
    for (const outcome of group.members)
      for (const want of outcome.outcome === "fail" ? (outcome.wants ?? []) : [])
        wants.set(want.cell, [...(wants.get(want.cell) ?? []), { want, group }]);
  if (wants.size === 0) return [...groups];
  return moveToHosts(groups, (group) => {
    const [sum, ...others] = group.members;
    if (!sum || others.length > 0 || !isWrongSum(sum, context)) return undefined;
    const fitting = sum.operands
      .filter(({ role }) => role === "part")
      .flatMap(({ cell }) => wants.get(cell) ?? [])
      .filter(({ want }) => new Exact(want.from).minus(want.to).equals(sum.difference!));
    const hosts = new Set(fitting.map((one) => one.group));
    return hosts.size === 1 ? fitting[0]!.group : undefined;
  });
}

/** A sum worked out from its parts that is not what it should be. */
function isWrongSum(outcome: Outcome, context: Description): boolean {
  return outcome.outcome === "fail" && outcome.difference !== null && declarationOf(outcome, context).sums === true;
}
