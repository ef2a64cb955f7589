import type { Shade } from "../../engine/report";
import { isExplained, shadeOf, shades } from "../../engine/report";
import { placeOf } from "./findings";
import type { PaneState } from "./state";

/** What a sheet has for a person to see to: how many findings, and the most serious of them. */
export interface SheetCount {
  readonly count: number;
  readonly shade: Shade;
}

/** A stretch of a cell's text, in letters. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
}

/** What a page around the pane may show at its sheets. */
export interface FoundOnSheets {
  /** By name of the sheet; 尾差 and what is explained count nowhere. */
  readonly counts: ReadonlyMap<string, SheetCount>;
  /** Numbers of texts that the tables contradict, by "sheet!address"; none where the marks have been cleared. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

export const NOTHING_FOUND: FoundOnSheets = { counts: new Map(), phrases: new Map() };

export function foundOnSheets({ checked, marks }: Pick<PaneState, "checked" | "marks">): FoundOnSheets {
  if (checked === null) return NOTHING_FOUND;
  const counts = new Map<string, SheetCount>();
  for (const finding of checked.findings) {
    const shade = shadeOf(finding);
    const sheet = placeOf(finding)?.sheet;
    if (sheet === undefined || shade === "rounding" || isExplained(finding)) continue;
    const there = counts.get(sheet) ?? { count: 0, shade };
    const worse = shades.indexOf(shade) < shades.indexOf(there.shade) ? shade : there.shade;
    counts.set(sheet, { count: there.count + 1, shade: worse });
  }
  const phrases = new Map<string, Phrase[]>();
  if (marks !== "none") {
    for (const { sheet, address, start, end, verdict } of checked.result.text) {
      if (verdict !== "contradicted") continue;
      const key = `${sheet}!${address}`;
      phrases.set(key, [...(phrases.get(key) ?? []), { start, end }]);
    }
  }
  return { counts, phrases };
}
