import type { Outcome } from "../../reconcile";
import { withMembers, type Group } from "../group";

/** Groups with each that has a host moved into it. */
export function moveToHosts(groups: readonly Group[], hostOf: (group: Group) => Group | undefined): Group[] {
  const moved = new Map<Group, Outcome[]>();
  const kept = groups.filter((group) => {
    const host = hostOf(group);
    if (host === undefined || host === group) return true;
    moved.set(host, [...(moved.get(host) ?? []), ...group.members]);
    return false;
  });
  return kept.map((group) => withMembers(group, moved.get(group) ?? []));
}
