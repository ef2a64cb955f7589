/**
 * How many decimals a number format shows: "#,##0.00" → 2, "0" → 0, "0.00%" → 4 (of the stored value), "0.0," → -2
 * (thousands with one decimal). Null where the format does not fix them: General, text, dates, fractions, scientific.
 * With several sections the first one that shows digits counts; with conditions, the one that shows most decimals.
 */
export function formatDecimals(format: string): number | null {
  const known = cache.get(format);
  if (known !== undefined) return known;
  const decimals = decimalsOf(format);
  cache.set(format, decimals);
  return decimals;
}

/** True for a format that shows percentages. */
export function isPercentFormat(format: string): boolean {
  return bare(format).includes("%");
}

/** True for a format that shows a date: with a year or a day, for an m alone may be minutes. */
export function isDateFormat(format: string): boolean {
  return /[yd年日]/i.test(bare(format));
}

const cache = new Map<string, number | null>();

/** The format without literals, colours, paddings and fillers: only what shapes the digits. */
function bare(format: string): string {
  return format
    .replace(/\[(?![<>=])[^[\]]*\]/g, "")
    .replace(/"[^"]*"/g, "")
    .replace(/[\\!_*]./gu, "");
}

function decimalsOf(format: string): number | null {
  const sections = bare(format).split(";");
  const conditional = sections.some((section) => /\[[<>=]/.test(section));
  const found: number[] = [];
  for (const section of sections) {
    const decimals = decimalsOfSection(section.replace(/\[[^[\]]*\]/g, ""));
    if (decimals === null) continue;
    if (!conditional) return decimals;
    found.push(decimals);
  }
  return found.length > 0 ? Math.max(...found) : null;
}

function decimalsOfSection(section: string): number | null {
  if (/general|g\/通用格式|[ymdhs@]|e[+-]/i.test(section) || section.includes("/")) return null;
  if (!/[0#?]/.test(section)) return null;
  const [, fraction = ""] = section.split(".");
  const shown = fraction.match(/[0#?]/g)?.length ?? 0;
  const thousands = /[0#?](,+)(?!.*[0#?])/.exec(section)?.[1]?.length ?? 0;
  const percent = section.match(/%/g)?.length ?? 0;
  return shown + 2 * percent - 3 * thousands;
}
