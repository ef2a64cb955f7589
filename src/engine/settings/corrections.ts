import type { CorrectedReading, Practice } from "../criteria";
import { correctionsFrom, criterionKey } from "../criteria";
import { conventionsOf } from "./conventions";
import type { Correction, Settings } from "./settings";

/** How this workbook applies criteria. */
export function practiceOf(settings: Pick<Settings, "conventions" | "corrections">): Practice {
  return { conventions: conventionsOf(settings), corrections: correctionsFrom(settings.corrections) };
}

/** Who corrected a sentence, when and how; null where nobody did. */
export function correctionOf({ corrections }: Pick<Settings, "corrections">, criterion: string): Correction | null {
  const key = criterionKey(criterion);
  return key === null ? null : (corrections.findLast((one) => criterionKey(one.criterion) === key) ?? null);
}

/**
 * Settings in which a sentence is read as a person says; `on` is an ISO date. An earlier correction of it gives way. A
 * blank is left as it is.
 */
export function correctReading(settings: Settings, criterion: string, reading: CorrectedReading, on: string): Settings {
  if (criterionKey(criterion) === null) return settings;
  const cleared = withdrawCorrection(settings, criterion);
  return { ...cleared, corrections: [...cleared.corrections, { criterion, reading, by: cleared.person, on }] };
}

/** Settings in which a sentence is again read as the program reads it. */
export function withdrawCorrection(settings: Settings, criterion: string): Settings {
  const key = criterionKey(criterion);
  return { ...settings, corrections: settings.corrections.filter((one) => criterionKey(one.criterion) !== key) };
}
