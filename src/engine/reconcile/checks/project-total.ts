import { z } from "zod/mini";
import { normalise, type Table } from "../../tables";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import { figuresSchema } from "../rule";
import { selectCells } from "../select";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import { addComparison, type UnitCell } from "./compare";
import { fundOf, totalsOf } from "./unknown-links";

/** The name of a list of all projects, and of nothing less: "2026年某局项目支出预算表", "项目支出明细表". */
const allProjects = /^.{0,30}?项目支出(?:预算|决算)?(?:总|明细|汇总|情况)?(?:情况)?表$/;
const someProjects = /绩效|采购|购买|重点|专项|债|转移|结转|基建|信息化|特定|其他运转|对下|市级|重大|上级/;
/** A list that lacks more than this share of the projects, or has more, is of other projects. */
const largestShare = new Exact("0.25");

/**
 * The total of a list of all projects that no template knows is the 项目支出 of the table that the rule names. Where it is
 * another figure of that table's total (a fund's projects alone), or far from it, the list is about something else.
 */
export const projectTotalAgrees = defineCheck({
  scope: "group",
  parameters: z.strictObject({ project: figuresSchema, whole: figuresSchema }),
  run(context) {
    const { project, whole } = context.parameters;
    const [known] = context.tablesOf(project.table);
    if (known === undefined) return;
    const unitExponent = known.unitExponent;
    const cells = selectCells(context.figures, known, project).map((cell): UnitCell => ({ cell, unitExponent }));
    const others = selectCells(context.figures, known, whole).map((cell): UnitCell => ({ cell, unitExponent }));
    const [own, ...more] = cells;
    if (own === undefined || more.length > 0) return;
    const wanted = inYuan(context, own);
    const lists = context.tables.filter(isListOfAll);
    if (lists.length !== 1 || wanted === null || wanted.isZero()) return;
    const [total] = totalsOf(context, lists[0]!);
    const said = total === undefined ? null : inYuan(context, total);
    if (total === undefined || said === null) return;
    const isAnother = others.some((other) => other.cell !== own.cell && inYuan(context, other)?.equals(said) === true);
    if (isAnother || said.minus(wanted).abs().greaterThan(wanted.abs().times(largestShare))) return;
    addComparison(context, Relation.Equal, [total], [own]);
  },
});

/** Is it a list of all projects of the workbook's body, by its title? */
export function isListOfAll(table: Table): boolean {
  const title = normalise(table.title ?? "");
  const isOwn = (table.document ?? "main") === "main" && table.template.lastResort === true;
  return isOwn && allProjects.test(title) && !someProjects.test(title) && fundOf(table) === "";
}

function inYuan({ amounts }: CheckContext<unknown>, { cell, unitExponent }: UnitCell): ExactDecimal | null {
  return amounts.value(cell)?.times(powerOfTen(unitExponent)) ?? null;
}
