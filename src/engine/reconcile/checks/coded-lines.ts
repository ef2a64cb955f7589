import type { Classification } from "../../tables/classification";
import type { Line, Section, Table } from "../../tables/table";
import type { Rule } from "../rule";

/** A line with a code, and where it stands. */
export interface CodedLine {
  readonly table: Table;
  readonly section: Section;
  /** The national list that its code is of. */
  readonly list: Classification;
  readonly line: Line;
}

/** A table that a rule of codes speaks of, with its coded lines. */
export interface CodedTable {
  readonly table: Table;
  readonly lines: readonly CodedLine[];
}

/** The document's own tables of the rule's kinds whose codes have a national list; each line once. */
export function codedTables(tables: readonly Table[], rule: Rule): CodedTable[] {
  return tables
    .filter(
      ({ template, document }) =>
        template.classifications !== undefined &&
        rule.tables.includes(template.kind) &&
        (document === undefined || document === "main"),
    )
    .map((table) => ({
      table,
      lines: sectionsOnce(table).flatMap((section) =>
        section.lines
          .filter((line) => line.code !== null && line.repeats === null && !line.roles.includes("unit"))
          .map((line) => ({
            table,
            section,
            line,
            list: section.classification ?? table.template.classifications![0]!,
          })),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** Sections that divide the same amount have the same lines. */
function sectionsOnce({ sections }: Table): Section[] {
  return sections.filter(
    (section, index) => !sections.slice(0, index).some((earlier) => earlier.lines === section.lines),
  );
}

/** "支出总表、一般公共预算支出表": each once. */
export function tableNames(tables: readonly Table[]): string {
  return listWords([...new Set(tables.map(({ template }) => template.short))], "、");
}

const mostWords = 6;

/** A list that stays readable. */
export function listWords(words: readonly string[], separator: string): string {
  return `${words.slice(0, mostWords).join(separator)}${words.length > mostWords ? "等" : ""}`;
}
