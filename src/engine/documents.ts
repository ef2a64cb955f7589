import type { Steps } from "./steps";
import { finish, within } from "./steps";
import type { Choices, Recognition, Table, TableTemplate } from "./tables";
import { recogniseInSteps } from "./tables";
import type { Workbook } from "./workbook";
import { joinWorkbooks } from "./workbook";

/** A workbook that the one in question is compared with, and what it is to it. */
export interface ComparedWorkbook {
  readonly document: Exclude<NonNullable<Table["document"]>, "main">;
  readonly name: string;
  readonly workbook: Workbook;
}

/** A workbook and those beside it, as one workbook with the tables of all of them. */
export interface Documents {
  /** Sheets of compared workbooks stand behind the workbook's own, called "name：sheet". */
  readonly joined: Workbook;
  /** What the workbook itself holds. */
  readonly own: Recognition;
  /** Tables of all documents; each says which it belongs to. */
  readonly tables: readonly Table[];
}

/**
 * Recognise a workbook and the documents beside it, each on its own: no table goes on from one document into another.
 */
export function recogniseDocuments(
  workbook: Workbook,
  templates: readonly TableTemplate[],
  compared: readonly ComparedWorkbook[] = [],
  choices?: Choices,
): Documents {
  return finish(recogniseDocumentsInSteps(workbook, templates, compared, choices));
}

/** As `recogniseDocuments`, a step for every sheet. */
export function* recogniseDocumentsInSteps(
  workbook: Workbook,
  templates: readonly TableTemplate[],
  compared: readonly ComparedWorkbook[] = [],
  choices?: Choices,
): Steps<Documents> {
  const { workbook: joined, documentOf } = joinWorkbooks(workbook, compared);
  const documents = compared.length + 1;
  const own = yield* within(
    0,
    1 / documents,
    recogniseInSteps(
      onlySheets(joined, (sheet) => !documentOf.has(sheet)),
      templates,
      choices,
    ),
  );
  const others: Table[] = [];
  for (const [index, { document }] of compared.entries()) {
    const { tables } = yield* within(
      (index + 1) / documents,
      (index + 2) / documents,
      recogniseInSteps(
        onlySheets(joined, (sheet) => documentOf.get(sheet) === index),
        templates,
      ),
    );
    for (const table of tables) others.push({ ...table, document });
  }
  return { joined, own, tables: [...own.tables, ...others] };
}

function onlySheets(workbook: Workbook, keep: (sheet: Workbook["sheets"][number]) => boolean): Workbook {
  return { ...workbook, sheets: workbook.sheets.filter(keep) };
}
