import { addressOf, type CellId } from "../workbook";
import type { Cause } from "./cause";
import type { Description } from "./describe";
import type { Suspect, SuspectKind } from "./finding";
import { reasonOf } from "./wording/zh";

/**
 * A cause as a person is shown it: where to look and what may have happened; what would repair it only where the
 * figures force that.
 */
export function suspectOf(cause: Cause, forced: boolean, context: Description): Suspect {
  const { workbook, amounts } = context;
  const kind = kindOf(cause);
  const present = amounts.value(cause.cell);
  const proposed = forced ? (cause.proposed?.toString() ?? null) : null;
  const change = cause.changes.get(cause.cell);
  const reason = reasonOf(kind, cause, {
    present: present?.toString() ?? null,
    proposed,
    explains: cause.explains.length,
    copiedFrom: cause.copiedFrom === null ? null : addressOf(workbook, cause.copiedFrom).address,
    bound: change ? change.plus(present ?? 0).toString() : null,
    rises: change?.isPositive() ?? false,
  });
  return {
    cell: cause.cell,
    ...addressOf(workbook, cause.cell),
    kind,
    reason,
    proposed,
    text: textWith(cause.cell, proposed, context),
  };
}

/**
 * The text of a label with another amount in it; null where the figure has the cell to itself or there is no one
 * amount.
 */
export function textWith(cell: CellId, proposed: string | null, { figures, amounts }: Description): string | null {
  const inside = figures.tableOf(cell)?.embedded.get(cell);
  if (inside === undefined || proposed === null) return null;
  const content = amounts.content(cell);
  const at = content.lastIndexOf(inside);
  return inside === ""
    ? content + proposed
    : at < 0
      ? null
      : content.slice(0, at) + proposed + content.slice(at + inside.length);
}

/** What the contract calls a cause. A strong slip of the pen says more than a like figure beside it. */
function kindOf(cause: Cause): SuspectKind {
  if (cause.kind === "row-omitted" || cause.kind === "row-doubled") return cause.kind;
  if (cause.kind === "table-scale") return "scale";
  const { slip, copiedFrom } = cause;
  if (copiedFrom !== null && (slip === null || slip.strength < 3)) return "neighbour-copied";
  return slip?.kind ?? "common-cell";
}
