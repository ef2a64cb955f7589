import { childNamed, childrenOf, layoutOf, MarkupScanner, Token, parseNumberFormats } from "../../file";
import type { BorderSide, Dress } from "../model/dress";
import type { ThemeColours } from "./colours";
import { colourOf } from "./colours";

/** What a cell style (cellXfs) means. */
export interface CellFormat {
  readonly format: string;
  readonly dress: Dress | undefined;
}

/** The cell styles of xl/styles.xml by their index. */
export function readCellFormats(text: string, part: string, theme: ThemeColours): CellFormat[] {
  const layout = layoutOf(text, part, "styleSheet");
  const pieces = (name: string): string[] => {
    const collection = childNamed(layout, name);
    return collection ? childrenOf(layout, collection).map(({ start, end }) => text.slice(start, end)) : [];
  };
  const fonts = pieces("fonts").map((markup) => fontDress(markup, part, theme));
  const fills = pieces("fills").map((markup) => fillColour(markup, part, theme));
  const borders = pieces("borders").map((markup) => borderDress(markup, part, theme));
  const formats = parseNumberFormats(text, part);
  return pieces("cellXfs").map((markup, position) => {
    const scanner = new MarkupScanner(markup, part);
    scanner.next();
    const fill = fills[Number(scanner.attribute("fillId") ?? 0)];
    const border = borders[Number(scanner.attribute("borderId") ?? 0)];
    let dress: Dress = {
      ...fonts[Number(scanner.attribute("fontId") ?? 0)],
      ...(fill ? { fill } : {}),
      ...(border ? { borders: border } : {}),
    };
    while (scanner.next() !== Token.End) {
      if (scanner.token !== Token.Open) continue;
      const name = local(scanner.name);
      if (name === "alignment") dress = { ...dress, ...alignmentDress(scanner) };
      else if (name === "protection" && isFalse(scanner.attribute("locked"))) dress = { ...dress, locked: false };
    }
    return { format: formats[position] ?? "General", dress: Object.keys(dress).length === 0 ? undefined : dress };
  });
}

function fontDress(markup: string, part: string, theme: ThemeColours): Dress {
  const dress: { -readonly [K in keyof Dress]: Dress[K] } = {};
  eachElement(markup, part, (name, scanner) => {
    const on = !isFalse(scanner.attribute("val"));
    if (name === "b" && on) dress.bold = true;
    else if (name === "i" && on) dress.italic = true;
    else if (name === "u" && scanner.attribute("val") !== "none") dress.underline = true;
    else if (name === "sz") dress.size = Number(scanner.attribute("val"));
    else if (name === "name") dress.font = scanner.attribute("val");
    else if (name === "color") dress.colour = colourOf(scanner, theme) ?? undefined;
  });
  if (dress.colour === undefined || dress.colour === "#000000") delete dress.colour;
  return dress;
}

function fillColour(markup: string, part: string, theme: ThemeColours): string | null {
  let pattern = "none";
  let colour: string | null = null;
  eachElement(markup, part, (name, scanner) => {
    if (name === "patternFill") pattern = scanner.attribute("patternType") ?? "none";
    else if (name === "fgColor") colour = colourOf(scanner, theme);
  });
  return pattern === "solid" ? colour : null;
}

const SIDES: readonly BorderSide[] = ["top", "bottom", "left", "right"];

function borderDress(markup: string, part: string, theme: ThemeColours): Dress["borders"] | null {
  const borders: Partial<Record<BorderSide, { style: string; colour: string }>> = {};
  let side: BorderSide | null = null;
  eachElement(markup, part, (name, scanner) => {
    const found = SIDES.find((candidate) => candidate === name);
    if (found) {
      const style = scanner.attribute("style");
      side = style && style !== "none" ? found : null;
      if (side) borders[side] = { style: style!, colour: "#000000" };
    } else if (name === "color" && side)
      borders[side] = { ...borders[side]!, colour: colourOf(scanner, theme) ?? "#000000" };
    else if (name !== "border") side = null;
  });
  return Object.keys(borders).length === 0 ? null : borders;
}

function alignmentDress(scanner: MarkupScanner): Dress {
  const horizontal = scanner.attribute("horizontal");
  const vertical = scanner.attribute("vertical");
  const wrap = scanner.attribute("wrapText");
  return {
    ...(horizontal ? { horizontal: horizontal[0]!.toUpperCase() + horizontal.slice(1) } : {}),
    ...(vertical ? { vertical: vertical[0]!.toUpperCase() + vertical.slice(1) } : {}),
    ...(wrap === "1" || wrap === "true" ? { wrap: true } : {}),
  };
}

function eachElement(markup: string, part: string, visit: (name: string, scanner: MarkupScanner) => void): void {
  const scanner = new MarkupScanner(markup, part);
  while (scanner.next() !== Token.End) if (scanner.token === Token.Open) visit(local(scanner.name), scanner);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function isFalse(value: string | undefined): boolean {
  return value === "0" || value === "false";
}
