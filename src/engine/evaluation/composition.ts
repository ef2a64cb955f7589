import { selectCells } from "../reconcile";
import type { CheckContext } from "../reconcile";
import type { Table } from "../tables";
import type { CellId, ExactDecimal } from "../workbook";

/** Columns of the funds block. */
export type Basis = "initial-budget" | "annual-budget" | "executed";

/**
 * 基本支出, 项目支出 and what other natures are printed (经营支出 …) of a self-evaluation of the whole, beside or inside their
 * labels.
 */
export function natureCells(context: CheckContext<unknown>, table: Table): CellId[] {
  return selectCells(context.figures, table, {
    table: table.template.kind,
    sections: ["composition"],
    lines: [{ roles: ["basic", "project", "other-nature"] }],
  });
}

/** 年度资金总额 in one column of the funds; undefined where the form has none. */
export function fundsTotal(context: CheckContext<unknown>, table: Table, basis: Basis): CellId | undefined {
  return selectCells(context.figures, table, {
    table: table.template.kind,
    sections: ["funds"],
    lines: [{ roles: ["grand-total"] }],
    columns: [{ roles: [basis] }],
  })[0];
}

/**
 * The candidate whose value is nearest to a figure; between equals the one that comes first. Null where there is none.
 */
export function nearestTo<Candidate>(
  figure: ExactDecimal,
  candidates: readonly Candidate[],
  valueOf: (candidate: Candidate) => ExactDecimal,
): Candidate | null {
  const distance = (candidate: Candidate): ExactDecimal => valueOf(candidate).minus(figure).abs();
  return candidates.reduce(
    (best: Candidate | null, one) => (best === null || distance(one).lessThan(distance(best)) ? one : best),
    null,
  );
}
