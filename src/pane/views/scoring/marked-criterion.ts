import type { CriterionFinding, Span } from "../../../engine/criteria";

/** A stretch of a criterion: the part that was applied, a doubtful place, or neither. */
export interface CriterionPiece {
  readonly text: string;
  readonly kind: "plain" | "applied" | "doubtful";
  /** What is doubtful. */
  readonly note?: string;
}

/**
 * Cuts a criterion where the clauses that were applied begin and end, and at the places of its faults; what was applied
 * goes before a fault.
 */
export function markCriterion(
  criterion: string,
  applied: readonly Span[],
  faults: readonly CriterionFinding[],
): CriterionPiece[] {
  // A fault of the whole sentence would underline all of it and show nothing.
  const places = faults.filter(({ span }) => span.end - span.start < criterion.length);
  const spans = [...applied, ...places.map(({ span }) => span)];
  const cuts = [...new Set([0, criterion.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= criterion.length)
    .sort((one, other) => one - other);
  const pieces: CriterionPiece[] = [];
  cuts.slice(1).forEach((end, at) => {
    const start = cuts[at]!;
    const covers = (span: Span): boolean => span.start <= start && end <= span.end;
    const fault = places.find(({ span }) => covers(span));
    const piece: CriterionPiece = {
      text: criterion.slice(start, end),
      ...(applied.some(covers)
        ? { kind: "applied" }
        : fault
          ? { kind: "doubtful", note: fault.message }
          : { kind: "plain" }),
    };
    const last = pieces[pieces.length - 1];
    if (last && last.kind === piece.kind && last.note === piece.note)
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
  });
  return pieces;
}
