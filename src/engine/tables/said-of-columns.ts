import { basisOf } from "./column-basis";
import { budgetYearOf, yearOf } from "./column-years";
import type { Column, Line, Section } from "./table";

const ofWhich = /^[（(]?其中/;

/**
 * A section that says what the words over its columns and in front of its lines mean beside their roles: of which year
 * and of which budget a column is, whose budget the whole is, and where a list of parts begins. What the layout has
 * said of a column stands.
 */
export function withSaid(section: Section): Section {
  const budgetYear = budgetYearOf(section);
  return {
    ...section,
    columns: section.columns.map(saidOfColumn),
    lines: section.lines.map(saidOfLine),
    ...(budgetYear === null ? {} : { budgetYear }),
  };
}

function saidOfColumn(column: Column): Column {
  const { path } = column;
  const year = column.year ?? yearOf(path);
  const basis = basisOf(path);
  const opensList = ofWhich.test(path.at(-1) ?? "");
  return {
    ...column,
    ...(year === undefined ? {} : { year }),
    ...(basis === undefined ? {} : { basis }),
    ...(opensList ? { opensList } : {}),
  };
}

function saidOfLine(line: Line): Line {
  return ofWhich.test(line.label) ? { ...line, opensList: true } : line;
}
