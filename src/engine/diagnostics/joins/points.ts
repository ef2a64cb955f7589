import type { Outcome } from "../../reconcile/outcome";
import { CellKind, Exact, exactOf, locate, type CellId, type ExactDecimal, type Workbook } from "../../workbook";
import type { Description } from "../describe";
import { withMembers, type Group } from "../group";

/**
 * Where several 分值 are left blank, sums and bounds that use them cannot be told: they are no findings beside the one
 * that lists the blanks, and none of the blanks can be worked out from its sum.
 */
export function joinToMissingPoints(groups: readonly Group[]): Group[] {
  const missing = new Map<CellId, Group>();
  for (const group of groups) {
    const cells = group.members
      .filter((outcome) => isStated(outcome, "points-missing"))
      .flatMap(({ operands }) => operands.filter(({ role }) => role === "reported").map(({ cell }) => cell));
    if (cells.length > 1) for (const cell of cells) missing.set(cell, group);
  }
  if (missing.size === 0) return [...groups];
  return joined(groups, (group) => {
    const [first, ...others] = group.members.map((outcome) =>
      outcome.equation === null
        ? undefined
        : outcome.operands.map(({ cell }) => missing.get(cell)).find((found) => found !== undefined),
    );
    return first !== undefined && others.every((found) => found === first) ? first : undefined;
  });
}

/**
 * A sum of 分值 that is off by the very amount by which another check says that one of them is wrong (the approved one is
 * another, the criterion gives that mark as the highest) is no finding of its own.
 */
export function joinPointsTotals(groups: readonly Group[], { workbook }: Description): Group[] {
  const wrong = new Map<CellId, Group[]>();
  for (const group of groups)
    for (const outcome of group.members)
      if (outcome.outcome === "fail" && outcome.equation === null && !isStated(outcome, "points-total"))
        for (const { cell } of outcome.operands) wrong.set(cell, [...(wrong.get(cell) ?? []), group]);
  return joined(groups, (group) => {
    const [total, ...others] = group.members;
    if (!total || others.length > 0 || !isStated(total, "points-total") || total.difference === null) return undefined;
    const fitting = total.operands
      .filter(({ role }) => role === "part")
      .flatMap(({ cell }) =>
        (wrong.get(cell) ?? []).filter((other) =>
          other.members.some((outcome) => asksFor(outcome, cell, total.difference!, workbook)),
        ),
      );
    return new Set(fitting).size === 1 ? fitting[0] : undefined;
  });
}

/** Groups with each that has a host moved into it. */
function joined(groups: readonly Group[], hostOf: (group: Group) => Group | undefined): Group[] {
  const moved = new Map<Group, Outcome[]>();
  const kept = groups.filter((group) => {
    const host = hostOf(group);
    if (host === undefined || host === group) return true;
    moved.set(host, [...(moved.get(host) ?? []), ...group.members]);
    return false;
  });
  return kept.map((group) => withMembers(group, moved.get(group) ?? []));
}

function isStated({ detail, outcome }: Outcome, wording: string): boolean {
  return outcome === "fail" && detail.code === "stated" && detail.wording === wording;
}

/** Whether an outcome would have the cell changed by what the sum is off. */
function asksFor(outcome: Outcome, cell: CellId, off: string, workbook: Workbook): boolean {
  const points = pointsIn(workbook, cell);
  if (points === null || outcome.detail.code !== "stated") return false;
  const wanted = points.minus(off);
  const role = outcome.operands.find((operand) => operand.cell === cell)?.role;
  if (outcome.detail.wording === "points-changed")
    return wanted.equals((role === "reported" ? outcome.computed : outcome.reported) ?? Number.NaN);
  const written =
    outcome.detail.wording === "criterion" && role === "other" ? (outcome.detail.values.criterion ?? "") : "";
  return [...written.normalize("NFKC").matchAll(/(\d+(?:\.\d+)?)\s*分/g)].some((match) => wanted.equals(match[1]!));
}

/** "20" and "20分"; null for anything else. */
function pointsIn(workbook: Workbook, cell: CellId): ExactDecimal | null {
  const { sheet, index } = locate(workbook, cell);
  if (sheet.kinds[index] === CellKind.Number) return exactOf(sheet.numbers[index]!);
  const written = /^\s*(\d+(?:\.\d+)?)\s*分?\s*$/.exec(sheet.texts[index] ?? "");
  return written ? new Exact(written[1]!) : null;
}
