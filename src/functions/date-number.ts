/** First of January 2000 and last of December 2099, as Excel counts days. */
const [FIRST, LAST] = [36526, 73050];
/** The day that Excel counts as 25569 is the one from which JavaScript counts. */
const EPOCH = 25569;
const DAY = 86_400_000;

/** "2025年12月31日" for a number by which Excel means a day of this century; null for any other value. */
export function dateText(value: unknown): string | null {
  if (typeof value !== "number" || value < FIRST || value >= LAST + 1) return null;
  const date = new Date((Math.floor(value) - EPOCH) * DAY);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
