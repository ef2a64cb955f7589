/** Wording of a check that is not an equation: `{name}` stands for a parameter of the outcome. */
export interface StatedWording {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Wordings by the id that an outcome's `detail.wording` names. A test fills in each of them. */
export const statedWordings: Readonly<Record<string, StatedWording>> = {};

/** The wording with its parameters filled in; an id that nobody worded shows its parameters, so that nothing is hidden. */
export function statedTitle(id: string, values: Readonly<Record<string, string>>): { title: string; lines: string[] } {
  const wording = statedWordings[id];
  if (!wording) return { title: Object.values(values).join("，"), lines: [] };
  const fill = (text: string): string => text.replace(/\{([\w-]+)\}/g, (_, name: string) => values[name] ?? "");
  return { title: fill(wording.title), lines: wording.lines.map(fill).filter((line) => line !== "") };
}
