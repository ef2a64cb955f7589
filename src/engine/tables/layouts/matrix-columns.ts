import type { ColumnUse } from "../columns";
import type { Grid, Region } from "../grid";
import type { Header } from "../header";

/** One page of a matrix: where its body stands and what its columns are for. */
export interface MatrixPage {
  readonly grid: Grid;
  readonly region: Region;
  readonly header: Header;
  readonly uses: readonly ColumnUse[];
  /** One of several lists beside each other. */
  readonly beside: boolean;
  /** What 合计 in this list is called, where it is not the table's. */
  readonly ownTotal: string | null;
}

/** Grid columns of a page by what they hold; -1 where there is none. */
export interface MatrixColumns {
  readonly classCode: number;
  readonly sectionCode: number;
  readonly itemCode: number;
  /** 类, 款, 项 stand in columns of their own. */
  readonly stepwise: boolean;
  /** The whole code in one column. */
  readonly subjectCode: number;
  readonly unitCode: number;
  readonly unitName: number;
  /** Of subjects, of units. */
  readonly names: readonly number[];
  /** The last column before the amounts. */
  readonly lastName: number;
}

/** Where a page has its codes and names. */
export function matrixColumns({ uses, region }: MatrixPage): MatrixColumns {
  const column = (test: (use: ColumnUse) => boolean): number => {
    const slot = uses.findIndex(test);
    return slot < 0 ? -1 : slot + region.left;
  };
  const codeColumn = (level: string): number =>
    column((use) => use.use === "code" && use.of === "subject" && use.level === level);
  const [classCode, sectionCode, itemCode] = [codeColumn("class"), codeColumn("section"), codeColumn("item")];
  const subjectName = column((use) => use.use === "name" && use.of === "subject");
  const unitName = column((use) => use.use === "name" && use.of === "unit");
  const leading = uses.findIndex((use) => use.use === "amount");
  return {
    classCode,
    sectionCode,
    itemCode,
    stepwise: classCode >= 0 || itemCode >= 0,
    subjectCode: codeColumn("full"),
    unitCode: column((use) => use.use === "code" && use.of === "unit"),
    unitName,
    names: [subjectName, unitName].filter((found) => found >= 0),
    lastName: leading < 0 ? region.right : region.left + leading - 1,
  };
}
