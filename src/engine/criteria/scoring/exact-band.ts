/** The band whose words, all of them, are what the cell states. */

import type { PlacedBand } from "../rule/rule";
import { isJudged } from "../words";
import { factsIn, testWords } from "./facts";
import type { Run } from "./run";
import { use } from "./run";

const bare = (text: string): string => text.replace(/[且并,、]|同时|并且|已经?/gu, "");

/** Only for a band that asks for several facts at once; null where none is stated word for word, or a person judges. */
export function exactBand(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" || isJudged(actual.text)) return null;
  const graded = bands.some((b) => b.when.kind === "grade");
  const found = bands.find(
    (b) =>
      ((b.when.kind === "all" && factsIn(b.when).length > 1) || (graded && b.when.kind === "fact")) &&
      bare(testWords(b.when)) === bare(actual.text),
  );
  if (found === undefined || use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: actual.text, verdict: testWords(found.when) });
  return found;
}
