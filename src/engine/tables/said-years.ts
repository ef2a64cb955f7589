import { CellKind, type CellId, type Sheet } from "../workbook";
import { normalise } from "./normalise";
import { readYear } from "./preamble";
import { holdsText } from "./purpose";
import type { Table } from "./table";

/** A year that stands in a cell, and the words that say it. */
export interface YearOnCover {
  readonly cell: CellId;
  readonly text: string;
  readonly year: number;
}

const mostOnCover = 40;
const longestTitle = 40;
/** The name of the whole, and no date ("2026年2月") and no document that is referred to. */
const coverTitle = /(?:预算|决算)(?:信息)?(?:公开)?(?:报[告表]|文本|草案|说明|材料|情况|表|书)?$/;

/** The year that the cover of a document names ("2026年某局部门预算"); null where none or several are named. */
export function yearOnCover(sheet: Sheet): YearOnCover | null {
  const filled: number[] = [];
  for (let index = 0; index < sheet.kinds.length; index++) {
    if (sheet.kinds[index] !== CellKind.Blank) filled.push(index);
    if (filled.length > mostOnCover) return null;
  }
  const said = filled.flatMap((index): YearOnCover[] => {
    const text = sheet.texts[index] ?? "";
    const words = normalise(text);
    const year = words.length <= longestTitle && coverTitle.test(words) ? readYear(words) : null;
    return year === null ? [] : [{ cell: sheet.base + index, text, year }];
  });
  return said.length === 1 ? said[0]! : null;
}

/** A cover stands in front. */
export const mostCovers = 2;

/**
 * The year of each table, by its title, else its columns; one that does not say is of the only year that the tables of
 * its stage name, else of that of the texts, else of the cover's. `others` are the sheets without a table, in order.
 */
export function saidYears(tables: readonly Table[], others: readonly Sheet[]): ReadonlyMap<Table, number | null> {
  const own = new Map(tables.map((table) => [table, table.year ?? yearOfColumns(table)]));
  const texts = tables.flatMap((table) => (holdsText(table.template) ? (table.year ?? []) : []));
  const covers = others.slice(0, mostCovers).flatMap((sheet) => yearOnCover(sheet)?.year ?? []);
  const whole = onlyOne(texts) ?? onlyOne(covers);
  const byStage = new Map<string | undefined, number[]>();
  for (const [{ template }, year] of own) {
    const there = byStage.get(template.stage);
    const said = year === null ? [] : [year];
    if (there) there.push(...said);
    else byStage.set(template.stage, said);
  }
  const usual = (stage: string | undefined): number | null => {
    const years = byStage.get(stage) ?? [];
    return years.length > 0 ? onlyOne(years) : whole;
  };
  return new Map([...own].map(([table, year]) => [table, year ?? usual(table.template.stage)]));
}

function yearOfColumns({ sections }: Table): number | null {
  return onlyOne(sections.flatMap(({ budgetYear }) => budgetYear?.year ?? []));
}

function onlyOne(years: readonly number[]): number | null {
  const [year, ...more] = new Set(years);
  return year === undefined || more.length > 0 ? null : year;
}
