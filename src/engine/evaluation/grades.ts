import { normalise } from "../tables";
import { CellKind, Exact } from "../workbook";
import type { ExactDecimal, Sheet } from "../workbook";

/** A grade and the lowest score that earns it. */
export interface GradeBand {
  readonly grade: string;
  readonly least: number;
}

/** 优, 良, 中, 差 of 财预〔2020〕10号 第二十条. */
export const officialBands: readonly GradeBand[] = [
  { grade: "优", least: 90 },
  { grade: "良", least: 80 },
  { grade: "中", least: 60 },
  { grade: "差", least: 0 },
];

const gradeWord = /不合格|基本合格|合格|不达标|达标|优秀|优|良好|良|中等|中|一般|较差|差/;
/** Fewer bands are no scale. */
const fewestBands = 3;

/** "优秀" and "优", "良好" and "良", "中等" and "中" are one. */
export function plainGrade(text: string): string {
  const word = normalise(text).replace(/[""'级等档次]$/g, "");
  const known = /^(优|良|中|差)(?:秀|好|等)?$/.exec(word)?.[1];
  return known ?? (word === "较差" ? "差" : word);
}

/**
 * The bands that a sheet itself states, from the highest: "90（含）-100分为优、80（含）-90分为良…", "优：90分以上；良：80≤得分<90…". Null
 * where no text states at least three that reach down to 0.
 */
export function statedBands(sheet: Sheet): readonly GradeBand[] | null {
  for (let index = 0; index < sheet.kinds.length; index++) {
    if (sheet.kinds[index] !== CellKind.Text) continue;
    const bands = bandsIn(sheet.texts[index] ?? "");
    if (bands) return bands;
  }
  return null;
}

function bandsIn(text: string): readonly GradeBand[] | null {
  if (text.length < 15 || !/\d/.test(text)) return null;
  const found = new Map<string, number>();
  for (const clause of text.split(/[,，、;；。\n]/).map(normalise)) {
    const grade = gradeWord.exec(clause)?.[0];
    const numbers = [...clause.matchAll(/\d+(?:\.\d+)?/g)]
      .map((match) => Number(match[0]))
      .filter((number) => number <= 100);
    if (grade === undefined || numbers.length === 0 || numbers.length > 2 || !/分|以上|以下|含|[-~<>≥≤]/.test(clause))
      continue;
    const upperOnly = numbers.length === 1 && /以下|[<≤]|低于|不足|小于/.test(clause);
    if (!found.has(plainGrade(grade))) found.set(plainGrade(grade), upperOnly ? 0 : Math.min(...numbers));
  }
  const bands = [...found].map(([grade, least]) => ({ grade, least })).sort((a, b) => b.least - a.least);
  return bands.length >= fewestBands &&
    bands.at(-1)!.least === 0 &&
    new Set(bands.map(({ least }) => least)).size === bands.length
    ? bands
    : null;
}

/** The grade that a score earns. */
export function gradeOf(score: ExactDecimal, bands: readonly GradeBand[]): string {
  return (bands.find(({ least }) => score.greaterThanOrEqualTo(new Exact(least))) ?? bands.at(-1)!).grade;
}
