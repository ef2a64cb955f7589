import type { CellId } from "../../workbook";
import { declarationOf, type Description } from "../describe";
import type { Group } from "../group";
import { moveToHosts } from "./moved";

/**
 * Where a check says that several cells stand in the way (分值 left blank), sums and bounds that use them cannot be told:
 * they are no findings beside the one that lists the cells, and none of these can be worked out from its sum. A single
 * one can.
 */
export function joinBlocked(groups: readonly Group[], context: Description): Group[] {
  const blocking = new Map<CellId, Group>();
  for (const group of groups) {
    const cells = group.members
      .filter((outcome) => outcome.outcome === "fail" && declarationOf(outcome, context).relation === "blocks")
      .flatMap(({ operands }) => operands.filter(({ role }) => role === "reported").map(({ cell }) => cell));
    if (cells.length > 1) for (const cell of cells) blocking.set(cell, group);
  }
  if (blocking.size === 0) return [...groups];
  return moveToHosts(groups, (group) => {
    const [first, ...others] = group.members.map((outcome) =>
      outcome.equation === null
        ? undefined
        : outcome.operands.map(({ cell }) => blocking.get(cell)).find((found) => found !== undefined),
    );
    return first !== undefined && others.every((found) => found === first) ? first : undefined;
  });
}
