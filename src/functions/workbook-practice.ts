import type { Settings } from "../engine/settings";

/** What settings say of how criteria are applied. */
export type KeptPractice = Pick<Settings, "conventions" | "corrections">;

/**
 * How the open workbook applies criteria, as the page that has it open tells. Until it has told for the first time,
 * functions wait: a score by the usual conventions that is another one a second later would be worse than none.
 */
export class WorkbookPractice {
  private told: (kept: KeptPractice) => void = () => undefined;
  private known = new Promise<KeptPractice>((resolve) => (this.told = resolve));
  private latest: string | null = null;
  private answered = false;

  /** What holds now. */
  now(): Promise<KeptPractice> {
    this.answered = true;
    return this.known;
  }

  /** Tells what holds from now on. True where cells were answered by something else and want working out anew. */
  tell({ conventions, corrections }: KeptPractice): boolean {
    const kept = { conventions, corrections };
    const told = JSON.stringify(kept);
    if (told === this.latest) return false;
    const outdated = this.latest !== null && this.answered;
    this.latest = told;
    this.told(kept);
    this.known = Promise.resolve(kept);
    return outdated;
  }
}

/** A practice of which nobody has decided anything, for a page that has no workbook open. */
export function usualPractice(): WorkbookPractice {
  const practice = new WorkbookPractice();
  practice.tell({ conventions: {}, corrections: [] });
  return practice;
}
