import { normalise, purposeOf, type Line, type Table } from "../../tables";
import { CellKind, type CellId } from "../../workbook";

/** A row that prints a code and a name, in a table whose codes no template reads. */
export interface CodedRow {
  readonly line: Line;
  readonly code: string;
  readonly name: string;
  readonly codeCell: CellId;
}

/** Codes of subjects and units are digits, those of projects longer, with letters among them. */
const codeWord = /^(?=(?:[A-Z]*\d){5})[\dA-Z]{5,24}$/;

/**
 * The rows of a list that no template knows (or of a 自评汇总表) with the code in them and the words behind it. Rows of
 * wholes and rows with several codes say nothing.
 */
export function codedRows(table: Table): CodedRow[] {
  return table.sections.flatMap(({ lines, pages, transposed }) =>
    transposed === true
      ? []
      : lines.flatMap((line): CodedRow[] => {
          if (line.repeats !== null || line.roles.includes("grand-total")) return [];
          const { sheet } = pages[line.page]!;
          const from = line.position * sheet.columns.length;
          const words = Array.from(sheet.columns, (_, column) => column).flatMap((column) =>
            sheet.kinds[from + column] === CellKind.Text
              ? [{ cell: sheet.base + from + column, word: normalise(sheet.texts[from + column]!) }]
              : [],
          );
          const codes = words.filter(({ word }) => codeWord.test(word));
          const [code] = codes;
          const name = words.find(({ cell, word }) => code !== undefined && cell > code.cell && !codeWord.test(word));
          return code === undefined || codes.length > 1 || name === undefined
            ? []
            : [{ line, code: code.word, name: name.word, codeCell: code.cell }];
        }),
  );
}

/** A project that a form names, with the code beside it. */
export interface CodedProject {
  readonly name: string;
  readonly code: string;
  readonly codeCell: CellId;
}

export function codedProjects(table: Table): CodedProject[] {
  if (purposeOf(table) === null) return [];
  return table.blocks.flatMap(({ name, subject, fields }) => {
    const field = fields.find(({ role, text }) => role === "project-code" && text !== "");
    const code = field === undefined ? "" : normalise(field.text);
    return subject === "project" && name !== "" && field !== undefined && codeWord.test(code)
      ? [{ name: normalise(name), code, codeCell: field.cell }]
      : [];
  });
}
