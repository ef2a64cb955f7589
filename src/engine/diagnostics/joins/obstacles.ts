import type { Outcome } from "../../reconcile";
import { AmountState, CellKind, locate, type Amounts, type CellId, type Workbook } from "../../workbook";
import { isOfAmounts, type Description } from "../describe";
import { withMembers, type Group } from "../group";

/**
 * The fault of a figure (a 分值 of 0) that a failing check makes use of; undefined where it uses none, or names a cause
 * itself.
 */
function usedFault(
  { members: [outcome, ...others] }: Group,
  faultAt: ReadonlyMap<CellId, Group>,
  context: Description,
): Group | undefined {
  if (
    !outcome ||
    others.length > 0 ||
    outcome.outcome !== "fail" ||
    outcome.equation !== null ||
    outcome.cause !== undefined
  )
    return undefined;
  const used = outcome.operands.filter(({ role }) => role !== "reported").map(({ cell }) => faultAt.get(cell));
  return used.find(
    (group) =>
      group !== undefined &&
      group.members.every(
        (member) =>
          member.reported === null &&
          member.equation === null &&
          member.lookedAt === undefined &&
          !isOfAmounts(member, context),
      ),
  );
}

/**
 * What cannot be told because of cells that a failing check reports (分值 left blank, a score that is a percentage), or
 * that stop other checks too, is no finding of its own: it is told as soon as they are put right. Neither is a check
 * that stumbles over a figure which another says is none.
 */
export function joinObstructed(groups: readonly Group[], context: Description): Group[] {
  const { workbook, amounts } = context;
  const faultAt = new Map<CellId, Group>();
  for (const group of groups) {
    for (const outcome of group.members) {
      if (outcome.outcome !== "fail" || outcome.equation !== null || outcome.severity !== "error") continue;
      for (const { cell, role } of outcome.operands)
        if (role === "reported" && !faultAt.has(cell)) faultAt.set(cell, group);
    }
  }
  for (const group of groups)
    if (group.obstacle !== null && group.obstacle.cell !== null && !faultAt.has(group.obstacle.cell))
      faultAt.set(group.obstacle.cell, group);
  const joined = new Map<Group, Outcome[]>();
  const kept = groups.filter((group) => {
    const cells = obstaclesOf(group, workbook, amounts);
    const obstructing =
      cells.length > 0 && cells.every((cell) => faultAt.get(cell) === faultAt.get(cells[0]!))
        ? faultAt.get(cells[0]!)
        : undefined;
    const fault = obstructing ?? usedFault(group, faultAt, context);
    if (!fault || fault === group) return true;
    joined.set(fault, [...(joined.get(fault) ?? []), ...group.members]);
    return false;
  });
  return kept.map((group) => withMembers(group, joined.get(group) ?? []));
}

/**
 * The cells that stop a group that cannot be told: the one that is unreadable, or those that its checks found blank or
 * unreadable.
 */
function obstaclesOf({ members, obstacle }: Group, workbook: Workbook, amounts: Amounts): CellId[] {
  if (obstacle !== null && obstacle.cell !== null) return [obstacle.cell];
  if (!members.every(({ outcome, equation }) => outcome === "cannot-tell" && equation === null)) return [];
  const cells = members.flatMap(({ operands }) => operands.map(({ cell }) => cell));
  return [...new Set(cells)].filter(
    (cell) => amounts.state[cell] === AmountState.Unreadable || isBlank(workbook, cell),
  );
}

function isBlank(workbook: Workbook, cell: CellId): boolean {
  const { sheet, index } = locate(workbook, cell);
  return (
    sheet.kinds[index] === CellKind.Blank ||
    (sheet.kinds[index] === CellKind.Text && (sheet.texts[index] ?? "").trim() === "")
  );
}
