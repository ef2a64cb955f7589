import type { CriterionFinding } from "../../../engine/criteria";

/** A stretch of a criterion: the part that was applied, a doubtful place, or neither. */
export interface CriterionPiece {
  readonly text: string;
  readonly kind: "plain" | "applied" | "doubtful";
  /** What is doubtful. */
  readonly note?: string;
}

/** Cuts a criterion where the part that a step names ("适用“…”") begins and ends, and at the places of its faults. */
export function markCriterion(criterion: string, steps: readonly string[], faults: readonly CriterionFinding[]): CriterionPiece[] {
  const kinds: CriterionPiece["kind"][] = Array.from(criterion, () => "plain" as const);
  const letters = Array.from(criterion);
  const notes: (string | undefined)[] = [];
  const paint = (start: number, end: number, kind: CriterionPiece["kind"], note?: string): void => {
    for (let at = start; at < end && at < letters.length; at++) {
      if (kinds[at] === "applied") continue;
      kinds[at] = kind;
      notes[at] = note;
    }
  };
  const applied = appliedSpan(criterion, steps);
  if (applied) paint(...applied, "applied");
  for (const { span, message } of faults) if (span.end - span.start < criterion.length) paint(span.start, span.end, "doubtful", message);
  const pieces: CriterionPiece[] = [];
  letters.forEach((letter, at) => {
    const last = pieces[pieces.length - 1];
    if (last && last.kind === kinds[at] && last.note === notes[at]) pieces[pieces.length - 1] = { ...last, text: last.text + letter };
    else pieces.push({ text: letter, kind: kinds[at]!, note: notes[at] });
  });
  return pieces;
}

/** Where the words of the applied band stand in the criterion, spellings and blanks aside; null where they do not stand there once. */
function appliedSpan(criterion: string, steps: readonly string[]): [number, number] | null {
  const band = steps.map((step) => /适用“(.+)”$/u.exec(step)?.[1]).find((found) => found !== undefined);
  if (band === undefined) return null;
  const folded: { letter: string; at: number }[] = [];
  Array.from(criterion).forEach((letter, at) => {
    for (const plain of letter.normalize("NFKC").replace(/\s/g, "")) folded.push({ letter: plain, at });
  });
  const text = folded.map(({ letter }) => letter).join("");
  const wanted = band.normalize("NFKC").replace(/\s/g, "");
  const first = text.indexOf(wanted);
  if (first < 0 || wanted === "" || text.indexOf(wanted, first + 1) >= 0) return null;
  return [folded[first]!.at, folded[first + wanted.length - 1]!.at + 1];
}
