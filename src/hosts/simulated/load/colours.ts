import { MarkupScanner, Token } from "../../file";

/** The colours of the theme by the index that styles use. */
export type ThemeColours = readonly string[];

/** Order in which styles count the colours of a:clrScheme: light and dark change places (ECMA-376 part 1, 18.8.3). */
const ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** The colours of xl/theme/theme1.xml. */
export function readThemeColours(text: string, part: string): ThemeColours {
  const scanner = new MarkupScanner(text, part);
  const found = new Map<string, string>();
  let current = "";
  while (scanner.next() !== Token.End) {
    if (scanner.token !== Token.Open) continue;
    const name = scanner.name.slice(scanner.name.indexOf(":") + 1);
    if (ORDER.includes(name)) current = name;
    else if (name === "srgbClr" && current && !found.has(current))
      found.set(current, `#${scanner.attribute("val") ?? "000000"}`);
    else if (name === "sysClr" && current && !found.has(current))
      found.set(current, `#${scanner.attribute("lastClr") ?? "000000"}`);
    else if (name === "fontScheme") break;
  }
  return ORDER.map((name) => found.get(name) ?? "#000000");
}

/** The colour of an element with rgb, theme or indexed; null for automatic. */
export function colourOf(scanner: MarkupScanner, theme: ThemeColours): string | null {
  const rgb = scanner.attribute("rgb");
  if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
  const index = scanner.attribute("theme");
  if (index !== undefined) return tinted(theme[Number(index)] ?? "#000000", Number(scanner.attribute("tint") ?? 0));
  const indexed = scanner.attribute("indexed");
  return indexed === undefined ? null : (INDEXED[Number(indexed) % 8] ?? null);
}

/** The eight basic colours of the old palette; the others show as the basic colour in their place. */
const INDEXED = ["#000000", "#FFFFFF", "#FF0000", "#00FF00", "#0000FF", "#FFFF00", "#FF00FF", "#00FFFF"];

/** Lighter or darker by a tint of -1 to 1, on each channel. */
function tinted(colour: string, tint: number): string {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const moved = channels.map((channel) =>
    Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint),
  );
  return `#${moved
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}
