import titles from "../../seeds/titles.json";

/**
 * Workbooks that come with the page, so that there is something to check: each a part of the page, loaded when it is
 * opened.
 */
const files = import.meta.webpackContext("../../seeds", { regExp: /^\.\/[^/]+\.xlsx$/, mode: "lazy" });

/** Slips are planted in it: what the page opens with, for it shows what the tool is for. */
export const PRACTICE = "practice.xlsx";

/** That for practice first, the others by name. */
export const seedNames: readonly string[] = files
  .keys()
  .map((key) => key.slice(2))
  .sort((one, other) => Number(other === PRACTICE) - Number(one === PRACTICE));

/** What a person calls a workbook that comes with the page. */
export function seedTitle(name: string): string {
  return new Map(Object.entries(titles)).get(name) ?? name;
}

/** The bytes of a workbook that comes with the page. */
export async function openSeed(name: string): Promise<Uint8Array> {
  const url = await files(`./${name}`);
  const text = atob(url.slice(url.indexOf(",") + 1));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
