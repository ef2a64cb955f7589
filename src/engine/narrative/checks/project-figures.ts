import { z } from "zod/mini";
import { bodyKey, chooseColumns, defineCheck, figuresSchema, type CheckContext } from "../../reconcile";
import { normalise } from "../../tables";
import type { Claim } from "../claim";
import { figureOf, type TableFigure } from "../comparison";
import type { NarrativeText } from "../text";
import { agreement, agreementSays, eachClaim } from "./figures-agree";

const shortestName = 4;

/** "2025年中小企业服务专项经费1000万元": the amount of the project of that name in the target table. An unlike name is no check. */
export const projectFiguresAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({ projects: figuresSchema }),
  says: agreementSays,
  run(context) {
    return eachClaim(
      context,
      (claim, text) => {
        if (claim.denial || claim.measure !== null || text.group === null) return null;
        const figures = projectsNamed(claim, text, context);
        return figures.length === 0 ? null : agreement(claim, figures, claim.label.name);
      },
      true,
    );
  },
});

function projectsNamed(
  claim: Claim,
  text: NarrativeText,
  context: CheckContext<{ projects: z.infer<typeof figuresSchema> }>,
): TableFigure[] {
  const wanted = projectName(claim.label.name, text);
  if (wanted.length < shortestName) return [];
  const { projects } = context.parameters;
  return text
    .group!.tables.filter((table) => table.template.kind === projects.table)
    .flatMap((table) =>
      context.figures.sectionsOf(table).flatMap((figures) => {
        const columns = chooseColumns(figures, projects.columns);
        const column = columns[0];
        if (columns.length !== 1 || column === undefined) return [];
        return figures.section.lines.flatMap((line, index) => {
          const cell = figures.cell(index, column);
          const named =
            line.roles.includes("project") &&
            line.repeats === null &&
            cell >= 0 &&
            projectName(normalise(line.label), text) === wanted;
          return named ? [figureOf([cell], table, context)] : [];
        });
      }),
    );
}

/** A project's name without year, body and the word 支出. */
function projectName(name: string, text: NarrativeText): string {
  let rest = bodyKey(name.replace(/20\d{2}年(?:度)?/g, "")) ?? "";
  for (const body of [text.bodies.own, ...text.bodies.others])
    if (body !== null && rest.startsWith(body) && rest.length > body.length) rest = rest.slice(body.length);
  return rest.replace(/^的/, "").replace(/(?:项目)?(?:支出|资金)?$/, "");
}
