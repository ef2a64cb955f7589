import type { Description } from "../describe";
import type { Group } from "../group";
import { withMembers } from "../group";

/** Groups that a table in another unit explains are one, whatever rules they break. */
export function joinTableScales(groups: readonly Group[], { figures }: Description): Group[] {
  const joined: Group[] = [];
  const places = new Map<string, number>();
  for (const group of groups) {
    const [cause] = group.causes;
    const table = cause?.kind === "table-scale" ? figures.tableOf(cause.cell) : null;
    if (!table) {
      joined.push(group);
      continue;
    }
    const key = `${figures.tables.indexOf(table)} ${cause!.power}`;
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, joined.length);
      joined.push(group);
    } else
      joined[place] = {
        ...withMembers(joined[place]!, group.members),
        crowd: joined[place]!.crowd === true || group.crowd === true,
      };
  }
  return joined;
}
