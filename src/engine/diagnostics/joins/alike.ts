import type { Outcome } from "../../reconcile";
import type { Table } from "../../tables";
import type { Description } from "../describe";
import { accountOf, declarationOf, parametersOf } from "../describe";
import type { Group } from "../group";

/**
 * The same fault at several indicators of one table (thirty criteria that leave a bound open) is one finding with all
 * places: they were written alike and are put right alike.
 */
export function joinAlike(groups: readonly Group[], context: Description): Group[] {
  const byFault = new Map<Table, Map<string, Group[]>>();
  for (const group of groups) {
    const found = sharedFault(group, context);
    if (!found) continue;
    const here = byFault.get(found.table) ?? new Map<string, Group[]>();
    byFault.set(found.table, here);
    here.set(found.fault, [...(here.get(found.fault) ?? []), group]);
  }
  const joined = new Map<Group, Group>();
  const taken = new Set<Group>();
  for (const [first, ...others] of [...byFault.values()].flatMap((faults) => [...faults.values()])) {
    const members = [first!, ...others].flatMap((group) => group.members);
    if (members.length > 1) joined.set(first!, { ...first!, members, alike: true });
    for (const other of others) taken.add(other);
  }
  return groups.filter((group) => !taken.has(group)).map((group) => joined.get(group) ?? group);
}

/** The table and the fault that all members of a group have in common; null where they have none. */
function sharedFault(
  { members, causes, obstacle }: Group,
  context: Description,
): { table: Table; fault: string } | null {
  const [first] = members;
  if (!first || causes.length > 0 || obstacle !== null) return null;
  const fault = faultOf(first, context);
  const cell = placeOf(first);
  const table = cell === null ? null : context.figures.tableOf(cell);
  if (fault === null || table === null || !members.every((member) => faultOf(member, context) === fault)) return null;
  return { table, fault };
}

/** What makes outcomes alike: rule, weight and the words of the fault; null where one stands for itself. */
function faultOf(outcome: Outcome, context: Description): string | null {
  const { alike } = declarationOf(outcome, context);
  if (alike === undefined || outcome.outcome === "pass") return null;
  const fault = alike.fault(parametersOf(outcome), accountOf(outcome, context));
  return [outcome.rule, outcome.severity, outcome.outcome, fault].join(" ");
}

/** The cell that an outcome is about; null where it names none. */
export function placeOf({ operands }: Outcome): number | null {
  return (operands.find(({ role }) => role === "reported") ?? operands[0])?.cell ?? null;
}
