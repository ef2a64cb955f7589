const DAY = 86_400_000;
/** Day 0 of the 1900 system, as it counts from March 1900 on: Excel believes in 29 February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Serial number of a date as strict files write it, "2025-03-01T00:00:00"; NaN where the text is none. */
export function isoDateSerial(text: string, date1904: boolean): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!match) return NaN;
  const part = (group: number): number => Number(match[group] ?? 0);
  const time = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5)) + part(6) * 1000;
  return (time - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY;
}
