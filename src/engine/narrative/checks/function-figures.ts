import { z } from "zod/mini";
import {
  chooseColumns,
  chooseLines,
  defineCheck,
  figuresSchema,
  sectionsInOrder,
  type CheckContext,
  type Figures,
} from "../../reconcile";
import type { Claim } from "../claim";
import { figureOf, type TableFigure } from "../comparison";
import { normalise } from "../../tables";
import type { NarrativeText } from "../text";
import { agreement, agreementSays, eachClaim, fundOf, headsOf } from "./figures-agree";

const parameters = z.strictObject({
  /**
   * Which column of which table, by what the figure is a part of; the first entry that fits counts, the last has no
   * `under`.
   */
  columns: z
    .array(
      z.strictObject({ under: z.optional(z.array(z.string())), places: z.array(figuresSchema).check(z.minLength(1)) }),
    )
    .check(z.minLength(1)),
});

/** "资源勘探工业信息等支出…万元", "行政运行（项）…万元": the row of that code, in the column of what it is a part of. */
export const functionFiguresAgree = defineCheck({
  scope: "workbook",
  parameters,
  says: agreementSays,
  run(context) {
    return eachClaim(context, (claim, text) => {
      if (
        claim.denial ||
        text.group === null ||
        fundOf(claim) !== null ||
        (claim.head !== null && claim.head.measure === null)
      )
        return null;
      const wanted = codesOf(claim, text, context);
      if (wanted === null) return null;
      const heads = headsOf(claim);
      const columns = context.parameters.columns.find(
        (entry) => entry.under === undefined || entry.under.some((head) => heads[0] === head),
      );
      const figures = (columns?.places ?? []).flatMap((place) =>
        wanted.flatMap((code) => rowsOf(place, code, text, context)),
      );
      return figures.length === 0 ? null : agreement(claim, figures, claim.label.name);
    });
  },
});

/** The classification codes that a name may mean; null where it is no name of the classification. */
function codesOf(claim: Claim, text: NarrativeText, context: CheckContext<unknown>): string[] | null {
  const { measure } = claim;
  if (measure?.startsWith("function-")) return [measure.slice("function-".length)];
  if (measure !== null) return null;
  const name = rowName(claim.label.name);
  if (name.length < 2) return null;
  const codes = new Set<string>();
  for (const table of text.group!.tables) {
    if (table.template.layout !== "matrix" || table.template.codes !== "function") continue;
    for (const { section } of context.figures.sectionsOf(table))
      for (const line of section.lines)
        if (line.code !== null && rowName(normalise(line.label)) === name) codes.add(line.code);
  }
  return codes.size === 0 ? null : [...codes];
}

/** "教育支出(类)普通教育(款)小学教育(项)支出" → "小学教育". */
function rowName(name: string): string {
  const last =
    name
      .replace(/^\d{3,7}/, "")
      .split(/\((?:类|款)\)/)
      .filter((piece) => piece !== "" && piece !== "支出")
      .at(-1) ?? "";
  return last.replace(/\(项\)|项级?科目$/g, "").replace(/(?:科目)?(?:经费)?支出$/, "");
}

function rowsOf(place: Figures, code: string, text: NarrativeText, context: CheckContext<unknown>): TableFigure[] {
  return text
    .group!.tables.filter((table) => table.template.kind === place.table)
    .flatMap((table) => {
      for (const figures of sectionsInOrder(context.figures, table, place.sections)) {
        const lines = chooseLines(figures, [{ codes: [code] }]);
        const columns = chooseColumns(figures, place.columns);
        if (lines.length === 1 && columns.length === 1) {
          const cell = figures.cell(lines[0]!, columns[0]!);
          if (cell >= 0) return [figureOf([cell], table, context)];
        }
      }
      return [];
    });
}
