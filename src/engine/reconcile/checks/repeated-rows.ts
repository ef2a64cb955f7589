import { z } from "zod/mini";
import type { CellId } from "../../workbook";
import { defineCheck } from "../check";
import { equalFigures } from "../equation-sayings";
import type { Outcome } from "../outcome";

/**
 * A row repeated at a page top is one fact and must say the same. Where the two differ, both figures are disputed: what
 * depends on them cannot be told. A blank in one of them says nothing.
 */
export const repeatedRowsAgree = defineCheck({
  scope: "table",
  first: true,
  parameters: z.strictObject({}),
  run({ figures, table, amounts, rule }) {
    const outcomes: Outcome[] = [];
    const differing: [CellId, CellId][] = [];
    for (const section of figures.sectionsOf(table)) {
      section.section.lines.forEach((line, index) => {
        if (line.repeats === null) return;
        for (let column = 0; column < section.width; column++) {
          const here = section.cell(index, column);
          const there = section.cell(line.repeats, column);
          if (here < 0 || there < 0) continue;
          const value = amounts.value(here);
          const original = amounts.value(there);
          if (value === null || original === null) continue;
          const agrees = value.equals(original);
          outcomes.push({
            rule: rule.id,
            outcome: agrees ? "pass" : "fail",
            severity: rule.severity,
            operands: [
              { cell: here, role: "reported" },
              { cell: there, role: "other" },
            ],
            reported: value.toFixed(),
            computed: original.toFixed(),
            difference: value.minus(original).toFixed(),
            detail: equalFigures.with({ left: figures.name(here), right: figures.name(there) }),
            equation: null,
          });
          if (!agrees) differing.push([here, there]);
        }
      });
    }
    for (const pair of differing) for (const cell of pair) amounts.dispute(cell);
    return outcomes;
  },
});
