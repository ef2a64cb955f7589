import type { Classification, Line, Section, Table } from "../../tables";
import type { Rule } from "../rule";

/** A line with a code, and where it stands. */
export interface CodedLine {
  readonly table: Table;
  readonly section: Section;
  /** The national list that its code is of. */
  readonly list: Classification;
  readonly line: Line;
}

/** A table that a rule of codes speaks of, with those of its coded lines that the check asked for. */
export interface CodedTable {
  readonly table: Table;
  readonly lines: readonly CodedLine[];
}

/**
 * The document's own tables of the rule's kinds that have codes with a national list, each with the coded lines that
 * are `wanted`. Each line is asked once.
 */
export function codedTables(
  tables: readonly Table[],
  rule: Rule,
  wanted: (line: Line, list: Classification, table: Table) => boolean,
): CodedTable[] {
  return tables.flatMap((table) => {
    const { template, document } = table;
    const isOwn = document === undefined || document === "main";
    if (!isOwn || template.classifications === undefined || !rule.tables.includes(template.kind)) return [];
    let coded = false;
    const lines: CodedLine[] = [];
    for (const section of sectionsOnce(table)) {
      const list = section.classification ?? template.classifications[0]!;
      for (const line of section.lines) {
        if (line.code === null || line.repeats !== null || line.roles.includes("unit")) continue;
        coded = true;
        if (wanted(line, list, table)) lines.push({ table, section, list, line });
      }
    }
    return coded ? [{ table, lines }] : [];
  });
}

/** Sections that divide the same amount have the same lines. */
export function sectionsOnce({ sections }: Table): Section[] {
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
