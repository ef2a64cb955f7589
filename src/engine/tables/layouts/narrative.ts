import { CellKind } from "../../workbook";
import { gridOf, textAt } from "../grid";
import type { LayoutInput, TableContent } from "../layout";
import { normalise } from "../normalise";
import { matchesAny } from "../patterns";
import { readYear } from "../preamble";
import { contentArea, regionOf } from "../reading";

/** A cell of prose has a sentence in it; a label, however long, has none. */
const sentence = /.{18,}[。；]|.{40,}/;
const fewestSentences = 2;

/**
 * A sheet of running text (部门预算公开说明): mostly cells with whole sentences, few figures. The claims in it are read by
 * `engine/narrative`, which looks at the sheet again; here it is only told apart from tables.
 */
export function readNarrative(input: LayoutInput): TableContent | null {
  const { sheet, template } = input;
  const grid = gridOf(sheet);
  const region = regionOf(input, grid);
  let sentences = 0;
  let numbers = 0;
  let year: number | null = null;
  const words: string[] = [];
  for (let row = region.top; row <= region.bottom; row++)
    for (let column = region.left; column <= region.right; column++) {
      const index = row * grid.width + column;
      if (sheet.kinds[index] === CellKind.Number) numbers += 1;
      if (sheet.kinds[index] !== CellKind.Text) continue;
      const text = textAt(grid, row, column);
      if (year === null && text.length < 60) year = readYear(text);
      if (sentence.test(text)) sentences += 1;
      else if (words.length < 4 && matchesAny(template.titles, text)) words.push(text);
    }
  const named = words.length > 0 || matchesAny(template.titles, normalise(sheet.name));
  if (sentences < (named ? 1 : fewestSentences) || numbers > 2 * sentences) return null;
  const area = contentArea(grid, region, region.bottom);
  return {
    sections: [],
    fields: [],
    blocks: [],
    embedded: new Map(),
    title: null,
    year,
    unit: null,
    body: null,
    bodyCode: null,
    evidence: [{ code: "row-labels", words }],
    confidence: named ? 1 : 0.7,
    area,
  };
}
