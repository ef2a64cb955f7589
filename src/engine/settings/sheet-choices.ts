import type { Choices } from "../tables";
import type { Sheet, Workbook } from "../workbook";
import type { ColumnChoice, Settings, SheetChoice } from "./settings";

/** Texts at the top of a sheet that make its sign: title, unit, body and the header of its first columns. */
const MOST_TEXTS = 16;
/** Characters of a sign: enough to tell sheets apart, few enough to keep. */
const LONGEST_SIGN = 240;

/**
 * What a sheet is known by when its name has changed: the first texts in it, without their spaces. Figures are left
 * out: they change more often than names.
 */
export function signOf({ texts }: Pick<Sheet, "texts">): string {
  const first: string[] = [];
  for (const text of texts) {
    const plain = text?.replace(/\s+/g, "") ?? "";
    if (plain !== "") first.push(plain);
    if (first.length === MOST_TEXTS) break;
  }
  return first.join("|").slice(0, LONGEST_SIGN);
}

/**
 * What a person chose for the sheets that are there, by the names that they have now. A choice whose sheet has gone
 * goes to the one sheet without a choice that has its sign; where several have it, nobody can tell which was meant.
 */
export function choicesOf({ sheets }: Workbook, kept: readonly SheetChoice[]): Choices {
  return Object.fromEntries(
    [...choiceBySheet(sheets, kept)].map(([name, { as, columns = [] }]): [string, Choices[string]] => [
      name,
      columns.length === 0
        ? as
        : { as: as === "" ? null : as, columns: new Map(columns.map(({ header, as: role }) => [header, role])) },
    ]),
  );
}

/** What a person chose for the columns of a sheet that is there. */
export function columnsChosenFor(
  { choices }: Pick<Settings, "choices">,
  { sheets }: Workbook,
  sheet: Sheet,
): readonly ColumnChoice[] {
  return choiceBySheet(sheets, choices).get(sheet.name)?.columns ?? [];
}

/**
 * Settings with a choice for a column of a sheet: its header words and a role, or null for what the program makes
 * of it.
 */
export function chooseColumn<Kept extends Pick<Settings, "choices">>(
  settings: Kept,
  workbook: Workbook,
  sheet: Sheet,
  header: string,
  role: string | null,
): Kept {
  const before = choiceBySheet(workbook.sheets, settings.choices).get(sheet.name);
  const columns = (before?.columns ?? []).filter((column) => column.header !== header);
  return withChoice(settings, before, {
    sheet: sheet.name,
    as: before?.as ?? "",
    sign: signOf(sheet),
    columns: role === null ? columns : [...columns, { header, as: role }],
  });
}

/**
 * Settings with a choice for a sheet of the workbook: id of a template, "excluded", or null for what the program
 * recognises.
 */
export function chooseSheet<Kept extends Pick<Settings, "choices">>(
  settings: Kept,
  { sheets }: Workbook,
  sheet: Sheet,
  choice: string | null,
): Kept {
  const before = choiceBySheet(sheets, settings.choices).get(sheet.name);
  const columns = before?.columns;
  const chosen = { sheet: sheet.name, as: choice ?? "", sign: signOf(sheet), ...(columns ? { columns } : {}) };
  return withChoice(settings, before, chosen);
}

/** Settings with this choice in place of the one before; one that says nothing leaves no trace. */
function withChoice<Kept extends Pick<Settings, "choices">>(
  settings: Kept,
  before: SheetChoice | undefined,
  { columns = [], ...chosen }: SheetChoice,
): Kept {
  const others = settings.choices.filter((kept) => kept !== before && kept.sheet !== chosen.sheet);
  const kept = columns.length === 0 ? chosen : { ...chosen, columns };
  return { ...settings, choices: chosen.as === "" && columns.length === 0 ? others : [...others, kept] };
}

/** The choice of each sheet that has one, by its present name. */
function choiceBySheet(sheets: readonly Sheet[], kept: readonly SheetChoice[]): Map<string, SheetChoice> {
  const names = new Set(sheets.map(({ name }) => name));
  const chosen = new Map(kept.filter(({ sheet }) => names.has(sheet)).map((choice) => [choice.sheet, choice]));
  const lost = kept.filter(({ sheet, sign }) => !names.has(sheet) && sign !== "");
  if (lost.length === 0) return chosen;
  const free = sheets
    .filter(({ name }) => !chosen.has(name))
    .map((sheet) => ({ name: sheet.name, sign: signOf(sheet) }));
  for (const choice of lost) {
    const [renamed, ...others] = free.filter(({ sign }) => sign === choice.sign);
    if (renamed && others.length === 0 && !chosen.has(renamed.name)) chosen.set(renamed.name, choice);
  }
  return chosen;
}
