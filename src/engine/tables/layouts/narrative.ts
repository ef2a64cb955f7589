import { CellKind } from "../../workbook";
import { gridOf, textAt } from "../grid";
import type { LayoutInput, TableContent } from "../layout";
import { normalise } from "../normalise";
import { matchesAny } from "../patterns";
import { readYear } from "../preamble";
import { contentArea, regionOf } from "../reading";

/** A sentence of prose: so many letters up to its full stop. A label, however long, has none. */
const sentence = /[^。；\n]{14,}[。；]|[^。；\n]{40,}/g;
const fewestSentences = 2;
/** What only leads to the text. */
const noText = /^(?:目录|封面|扉页|封皮)$/;

/**
 * A sheet of running text, whatever it is called (编制说明, 其他相关情况说明, 名词解释 …): whole sentences in one cell or many, few
 * figures. The claims in it are read by `engine/narrative`, which looks at the sheet again; here it is only told apart
 * from tables.
 */
export function readNarrative(input: LayoutInput): TableContent | null {
  const { sheet, template } = input;
  if (noText.test(normalise(sheet.name))) return null;
  const grid = gridOf(sheet);
  const region = regionOf(input, grid);
  let sentences = 0;
  let numbers = 0;
  let labels = 0;
  let year: number | null = null;
  const words: string[] = [];
  for (let row = region.top; row <= region.bottom; row++)
    for (let column = region.left; column <= region.right; column++) {
      const index = row * grid.width + column;
      if (sheet.kinds[index] === CellKind.Number) numbers += 1;
      if (sheet.kinds[index] !== CellKind.Text) continue;
      const text = textAt(grid, row, column);
      if (year === null && text.length < 60) year = readYear(text);
      const found = sheet.texts[index]!.match(sentence)?.length ?? 0;
      sentences += found;
      if (found > 0) continue;
      labels += 1;
      if (labels === 1 && noText.test(normalise(text))) return null;
      if (words.length < 4 && matchesAny(template.titles, text)) words.push(text);
    }
  const named = words.length > 0 || matchesAny(template.titles, normalise(sheet.name));
  if (sentences < (named ? 1 : fewestSentences) || numbers > 2 * sentences) return null;
  // A form with some sentences in it is no text.
  if (!named && labels > 2 * sentences + 4) return null;
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
