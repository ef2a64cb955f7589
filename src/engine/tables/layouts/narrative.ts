import type { Steps } from "../../steps";
import { CellKind } from "../../workbook";
import type { Area } from "../../workbook";
import type { Grid } from "../grid";
import { gridOf, textAt } from "../grid";
import { ROWS_A_STEP } from "../layout";
import type { LayoutInput, TableContent } from "../layout";
import { normalise } from "../normalise";
import { matchesAny } from "../patterns";
import { readYear } from "../preamble";
import { contentArea, regionOf } from "../reading";

/** A sentence of prose: so many letters up to its full stop. A label, however long, has none. */
const sentence = /[^。；\n]{14,}[。；]|[^。；\n]{40,}/g;
const fewestSentences = 2;
/** So many titles are named as evidence. */
const MOST_TITLES = 4;
/** A label in which a year is looked for is no longer than this. */
const LONGEST_HEADING = 60;
/** What only leads to the text. */
const noText = /^(?:目录|封面|扉页|封皮)$/;

/**
 * A sheet of running text, whatever it is called (编制说明, 其他相关情况说明, 名词解释 …): whole sentences in one cell or many, few
 * figures. The claims in it are read by `engine/narrative`, which looks at the sheet again; here it is only told apart
 * from tables. In steps.
 */
export function* readNarrative(input: LayoutInput): Steps<TableContent | null> {
  const { sheet, template } = input;
  if (noText.test(normalise(sheet.name))) return null;
  const grid = gridOf(sheet);
  const region = regionOf(input, grid);
  const contents = yield* contentsOf(input, grid, region);
  const { year, labels } = contents;
  if (labels.length > 0 && noText.test(normalise(labels[0]!))) return null;
  const words = labels.filter((text) => matchesAny(template.titles, text)).slice(0, MOST_TITLES);
  const named = words.length > 0 || matchesAny(template.titles, normalise(sheet.name));
  if (!isProse(contents, named)) return null;
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

/** What the cells of a sheet hold: whole sentences, numbers, and texts that are none, in their order. */
interface Contents {
  readonly sentences: number;
  readonly numbers: number;
  readonly labels: readonly string[];
  /** The first year that a short text names. */
  readonly year: number | null;
}

function* contentsOf({ sheet }: LayoutInput, grid: Grid, region: Area): Steps<Contents> {
  const found = { sentences: 0, numbers: 0, labels: [] as string[], year: null as number | null };
  for (let row = region.top; row <= region.bottom; row++) {
    if (row % ROWS_A_STEP === 0) yield 0;
    for (let column = region.left; column <= region.right; column++) {
      const index = row * grid.width + column;
      if (sheet.kinds[index] === CellKind.Number) found.numbers += 1;
      if (sheet.kinds[index] !== CellKind.Text) continue;
      const text = textAt(grid, row, column);
      if (text.length < LONGEST_HEADING) found.year ??= readYear(text);
      const sentences = sheet.texts[index]!.match(sentence)?.length ?? 0;
      found.sentences += sentences;
      if (sentences === 0) found.labels.push(text);
    }
  }
  return found;
}

/** A form with some sentences in it is no text, nor is a table with remarks. */
function isProse({ sentences, numbers, labels }: Contents, named: boolean): boolean {
  if (sentences < (named ? 1 : fewestSentences) || numbers > 2 * sentences) return false;
  return named || labels.length <= 2 * sentences + 4;
}
