/**
 * A number as its format shows it, for the workbench's grid and Range.text: General, decimals, thousands, percentages,
 * literals, sections for negatives and zero, and dates. Fractions, exponents and conditions show as General.
 * Follows ECMA-376 part 1, 18.8.31, as far as budget tables use it.
 */
export function numberText(value: number, format: string): string {
  const sections = splitSections(format);
  const section =
    value < 0 && sections.length > 1
      ? sections[1]!
      : value === 0 && sections.length > 2
        ? sections[2]!
        : (sections[0] ?? "General");
  const shown = value < 0 && sections.length > 1 ? -value : value;
  if (/^(?:general|@|g\/通用格式)?$/i.test(section.trim()) || /[<>]|[eE][+-]|[#?0]\s*\/\s*[#?0]/.test(section))
    return generalText(shown);
  const bare = section.replace(/"[^"]*"|\\./g, "");
  return /[ymdhs年]/i.test(bare.replace(/\[[^\]]*\]/g, "")) ? dateText(shown, section) : digitsText(shown, section);
}

/** A number as General shows it: at most eleven digits. */
export function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const text = String(Number(value.toPrecision(10)));
  return text.replace("e+", "E+").replace("e-", "E-");
}

function splitSections(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+/g) ?? [];
}

function digitsText(value: number, section: string): string {
  const shape = digitShape(section);
  if (shape === null) return literalText(section, "");
  const { whole, fraction, percents, thousands } = shape;
  const fixed = roundedText((Math.abs(value) * 100 ** percents) / 1000 ** thousands, fraction.length);
  const [digits = "0", decimals = ""] = fixed.split(".");
  const number = wholeText(digits, whole) + (fraction === "" ? "" : `.${trimOptional(decimals, fraction)}`);
  return (value < 0 && Number(fixed) !== 0 ? "-" : "") + literalText(section, number);
}

/** Where a section puts the digits of a number, and by what it is scaled before. */
interface DigitShape {
  /** Placeholders in front of the decimal point and behind it. */
  readonly whole: string;
  readonly fraction: string;
  /** Signs of per cent: each is a hundredfold. */
  readonly percents: number;
  /** Commas behind the last digit: each is a thousandth. */
  readonly thousands: number;
}

/** Null where a section shows no digits. */
function digitShape(section: string): DigitShape | null {
  const pattern = /[#0?][#0?,]*(?:\.[#0?]*)?,*/.exec(withoutLiterals(section))?.[0] ?? "";
  if (pattern === "") return null;
  const [whole = "", fraction = ""] = pattern.replace(/,+$/, "").split(".");
  return {
    whole,
    fraction,
    percents: section.replace(/"[^"]*"/g, "").match(/%/g)?.length ?? 0,
    thousands: /,+$/.exec(pattern)?.[0].length ?? 0,
  };
}

/** The digits in front of the decimal point: as many as there are zeros at least, in threes where commas ask for it. */
function wholeText(digits: string, pattern: string): string {
  const least = pattern.replace(/[^0]/g, "").length;
  const padded = (digits === "0" && least === 0 ? "" : digits).padStart(least, "0");
  return /[#0?],[#0?]/.test(pattern) ? padded.replace(/\B(?=(?:\d{3})+$)/g, ",") : padded;
}

/** Rounds half away from zero by the decimal digits that a person sees. */
function roundedText(value: number, places: number): string {
  const plain = Number(`${Math.round(Number(`${Number(value.toPrecision(15))}e${places}`))}e-${places}`);
  return Number.isFinite(plain) ? plain.toFixed(places) : value.toFixed(places);
}

function trimOptional(decimals: string, pattern: string): string {
  let end = decimals.length;
  while (end > 0 && pattern[end - 1] === "#" && decimals[end - 1] === "0") end--;
  return decimals.slice(0, end);
}

function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, (whole) => " ".repeat(whole.length));
}

/** The section with the number in place of its digits and literals as they show. */
function literalText(section: string, number: string): string {
  let placed = false;
  const shown = section.replace(
    /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|[#0?][#0?,.]*/g,
    (whole: string, quoted?: string, escaped?: string) => {
      if (quoted !== undefined) return quoted;
      if (escaped !== undefined) return escaped;
      if (whole.startsWith("_")) return " ";
      if (whole.startsWith("*")) return "";
      if (whole.startsWith("[")) return /^\[\$([^-\]]*)/.exec(whole)?.[1] ?? "";
      if (placed) return "";
      placed = true;
      return number;
    },
  );
  return shown.trim();
}

const DAY = 86_400_000;

/** Days are counted from 1899-12-30 (the 1900 system; its false 29 February only matters before March 1900). */
function dateText(serial: number, section: string): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * DAY));
  const two = (part: number): string => String(part).padStart(2, "0");
  const parts: ReadonlyMap<string, string> = new Map(
    Object.entries({
      yyyy: String(date.getUTCFullYear()),
      yy: two(date.getUTCFullYear() % 100),
      mm: two(date.getUTCMonth() + 1),
      m: String(date.getUTCMonth() + 1),
      dd: two(date.getUTCDate()),
      d: String(date.getUTCDate()),
      hh: two(date.getUTCHours()),
      h: String(date.getUTCHours()),
      ss: two(date.getUTCSeconds()),
      s: String(date.getUTCSeconds()),
    }),
  );
  let afterHours = false;
  return section.replace(
    /"([^"]*)"|\\(.)|\[[^\]]*\]|y{4}|y{2}|m{1,2}|d{1,2}|h{1,2}|s{1,2}/gi,
    (whole: string, quoted?: string, escaped?: string) => {
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? "";
      if (whole.startsWith("[")) return "";
      const key = whole.toLowerCase();
      if (key.startsWith("h")) afterHours = true;
      if (key.startsWith("m") && afterHours)
        return key === "mm" ? two(date.getUTCMinutes()) : String(date.getUTCMinutes());
      return parts.get(key) ?? whole;
    },
  );
}
