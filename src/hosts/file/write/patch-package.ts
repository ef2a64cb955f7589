import type { Steps } from "../../../engine/steps";
import { finish, within } from "../../../engine/steps";
import type { AuthoredSheet, Edit, MarkLevel } from "../../../engine/workbook";
import { a1 } from "../../../engine/workbook";
import { extractInSteps } from "../archive/extract";
import { recalculateInSteps } from "../calculate/recalculate";
import type { CellWrite, Recalculation } from "../calculate/recalculate";
import type { PackageSheet, WorkbookPackage } from "../package/package";
import { authoredSheetMarkup } from "./authored-sheet";
import { removeFromChain } from "./calculation-chain";
import type { CellContent } from "./cell-markup";
import { PackageDraft } from "./draft";
import { planEdits } from "./edit-plan";
import { addMarks, dropUnusedMarkStyles, removeMarks } from "./marks";
import { writeSettings } from "./settings-part";
import type { CellChanges } from "./sheet-cells";
import { changeCells } from "./sheet-cells";
import { quotedSheetName, uniqueSheetName } from "../../sheet-names";
import type { SheetSurvey } from "./sheet-survey";
import { moveToMergeAnchors, orphanedFormulas, refuseArrayCells, surveySheet } from "./sheet-survey";
import { StyleSheetDraft, emptyStyleSheet } from "./style-sheet";
import { hasViews, withCalculationOnLoad, withListedSheets, withPrintTitles } from "./workbook-markup";

/** What a patch may do beside its edits. */
export interface PatchOptions {
  /** The XML of settings and exceptions (root in `urn:hedui:1`); null takes it out, undefined leaves it as it is. */
  readonly settings?: string | null;
  /** An authored sheet takes the place of an earlier one of ours with the same name; otherwise it is numbered. */
  readonly replaceAuthored?: boolean;
}

/**
 * The file with the edits applied: all of them, or an error and no file. Parts that no edit concerns are copied as they
 * stand, byte for byte, in their order. Calculated values of formulas that depend on written cells are brought up to
 * date; those that cannot be calculated here lose theirs, and Excel is asked to calculate when it opens the file.
 * @throws WorkbookFileError
 */
export function patchPackage(source: WorkbookPackage, edits: readonly Edit[], options: PatchOptions = {}): Uint8Array {
  return finish(patchPackageInSteps(source, edits, options));
}

/** The same in steps, for a page that has to draw meanwhile. @throws WorkbookFileError as `patchPackage` */
export function* patchPackageInSteps(
  source: WorkbookPackage,
  edits: readonly Edit[],
  options: PatchOptions = {},
): Steps<Uint8Array> {
  const { archive } = source;
  yield* forEach(archive.entries, 0, CHECKED, (entry) => extractInSteps(archive, entry));
  const patch = new Patch(source, edits, options);
  yield* within(CHECKED, PREPARED, patch.prepare());
  return yield* within(PREPARED, 1, patch.bytes());
}

/**
 * What the edits would do to the calculated values of the formulas that depend on the cells they write.
 * @throws WorkbookFileError
 */
export function recalculateEdits(source: WorkbookPackage, edits: readonly Edit[]): Recalculation {
  const patch = new Patch(source, edits, {});
  finish(patch.prepare());
  return patch.recalculation;
}

/** The shares of the work that are done when every part has been checked, and when it is known what is written. */
const CHECKED = 0.2;
const PREPARED = 0.5;

/** Does something with each of them, as the work from one share to another. */
function* forEach<Item>(
  items: readonly Item[],
  from: number,
  to: number,
  work: (item: Item) => Steps<unknown>,
): Steps<void> {
  const share = (at: number): number => from + ((to - from) * at) / items.length;
  for (const [at, item] of items.entries()) {
    yield* within(share(at), share(at + 1), work(item));
    yield share(at + 1);
  }
}

const MAIN_TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet whose cells change: the changes, and what was found out about it. */
interface ChangedSheet {
  readonly sheet: PackageSheet;
  readonly changes: CellChanges;
  readonly survey: SheetSurvey;
}

/** An authored sheet with the name that it gets, and the sheet whose place it takes. */
interface PlacedSheet {
  readonly sheet: AuthoredSheet;
  readonly name: string;
  readonly earlier: PackageSheet | undefined;
}

class Patch {
  recalculation: Recalculation = { changed: [], complete: true };
  private readonly draft: PackageDraft;
  private readonly plan: ReturnType<typeof planEdits>;
  private readonly changedSheets: ChangedSheet[] = [];
  private styleDraft: StyleSheetDraft | null = null;
  /** Number of the last part that was given to a new sheet. */
  private lastNumber: number;

  constructor(
    private readonly source: WorkbookPackage,
    edits: readonly Edit[],
    private readonly options: PatchOptions,
  ) {
    this.draft = new PackageDraft(source);
    this.plan = planEdits(source, edits);
    this.lastNumber = source.sheets.length;
  }

  /** Finds out what the cells that are to be written do to the others: comes first. */
  *prepare(): Steps<void> {
    yield* forEach(this.source.sheets, 0, 0.3, (sheet) => this.survey(sheet));
    const writes = new Map(this.changedSheets.map(({ sheet, changes }) => [sheet.name, writesOf(changes)]));
    this.recalculation = yield* within(0.3, 1, recalculateInSteps(this.source, writes));
  }

  *bytes(): Steps<Uint8Array> {
    yield* within(0, 0.3, this.writeCells());
    yield* within(0.3, 0.6, this.writeMarks());
    const pending = this.writeSheets();
    if (this.styleDraft) this.draft.set(this.stylePart(), this.styleDraft.text());
    const { workbookPart } = this.source;
    if (pending || !this.recalculation.complete)
      this.draft.set(workbookPart, withCalculationOnLoad(this.draft.text(workbookPart), workbookPart));
    if (this.options.settings !== undefined) writeSettings(this.draft, this.options.settings);
    yield 0.6;
    return yield* within(0.6, 1, this.draft.bytes());
  }

  private *survey(sheet: PackageSheet): Steps<void> {
    const wanted = this.plan.cells.get(sheet.name);
    if (!wanted) return;
    const text = yield* within(0, 0.5, this.draft.textInSteps(sheet.part));
    const survey = yield* within(0.5, 1, surveySheet(text, sheet.part));
    const changes = moveToMergeAnchors(wanted, survey);
    for (const [row, cells] of changes)
      for (const column of cells.keys()) refuseArrayCells(survey, sheet.name, row, column);
    this.changedSheets.push({ sheet, changes, survey });
  }

  private *writeCells(): Steps<void> {
    const gone = new Map<string, ReadonlySet<string>>();
    for (const { sheet, changes, survey } of this.changedSheets) {
      const lost = survey.formulas.filter(({ row, column }) => changes.get(row)?.get(column)?.type === "value");
      if (lost.length > 0) gone.set(sheet.sheetId, new Set(lost.map(({ row, column }) => a1(row, column))));
    }
    const surveys = new Map(this.changedSheets.map(({ sheet, survey }) => [sheet.name, survey]));
    const all = this.allChanges();
    const changed = this.source.sheets.filter(({ name }) => all.has(name));
    yield* forEach(changed, 0, 1, ({ name, part }) => this.writeCellsOf(part, all.get(name)!, surveys.get(name)));
    removeFromChain(this.draft, gone);
  }

  /** Cells that are written, and those whose calculated value is another one then, by name of the sheet. */
  private allChanges(): Map<string, CellChanges> {
    const all = new Map<string, CellChanges>(
      this.changedSheets.map(({ sheet, changes }) => [
        sheet.name,
        new Map([...changes].map(([row, cells]) => [row, new Map(cells)])),
      ]),
    );
    for (const { sheet, row, column, value } of this.recalculation.changed) {
      const rows = all.get(sheet) ?? (new Map() as CellChanges);
      all.set(sheet, rows);
      const cells = rows.get(row) ?? new Map<number, CellContent>();
      rows.set(row, cells);
      const own = cells.get(column);
      cells.set(column, own?.type === "formula" ? { ...own, value } : { type: "cached", value });
    }
    return all;
  }

  private *writeCellsOf(part: string, changes: CellChanges, survey: SheetSurvey | undefined): Steps<void> {
    const isOverwritten = (row: number, column: number): boolean =>
      (changes.get(row)?.get(column)?.type ?? "cached") !== "cached";
    const orphans = survey ? orphanedFormulas(survey, isOverwritten) : new Map();
    const text = yield* within(0, 0.5, this.draft.textInSteps(part));
    this.draft.set(part, yield* within(0.5, 1, changeCells(text, part, changes, orphans)));
  }

  private *writeMarks(): Steps<void> {
    const { clearMarks, marks } = this.plan;
    const { sheets } = this.source;
    if (clearMarks) yield* within(0, 0.6, this.clearMarks(sheets.filter(({ hasCells }) => hasCells)));
    const marked = sheets.filter(({ name }) => marks.has(name));
    yield* forEach(marked, 0.6, 1, (sheet) => this.markSheet(sheet, marks.get(sheet.name)!));
  }

  private *clearMarks(sheets: readonly PackageSheet[]): Steps<void> {
    const { draft } = this;
    const removed: number[] = [];
    yield* forEach(sheets, 0, 0.5, function* ({ part }): Steps<void> {
      const cleared = removeMarks(yield* draft.textInSteps(part), part);
      if (cleared.styles.length > 0) draft.set(part, cleared.text);
      removed.push(...cleared.styles);
    });
    if (removed.length > 0 && draft.has(this.stylePart()))
      yield* within(0.5, 1, dropUnusedMarkStyles(draft, this.styles(), removed));
  }

  private *markSheet({ part }: PackageSheet, marks: ReadonlyMap<string, MarkLevel>): Steps<void> {
    const text = yield* this.draft.textInSteps(part);
    this.draft.set(part, addMarks(text, part, marks, this.styles()));
  }

  /** Adds the authored sheets; true where one has a formula that still has to be calculated. */
  private writeSheets(): boolean {
    const taken = this.source.sheets.map(({ name }) => name);
    const placed = this.plan.sheets.map((sheet) => {
      const earlier = this.options.replaceAuthored ? this.earlierAuthored(sheet.name) : undefined;
      const name = earlier?.name ?? uniqueSheetName(sheet.name, taken);
      taken.push(name);
      return { sheet, name, earlier };
    });
    const finalNames = new Map(placed.map(({ sheet, name }) => [sheet.name, name]));
    const isOriginal = (name: string): boolean => this.source.sheets.some((sheet) => sheet.name === name);
    const finalName = (sheet: string): string => (isOriginal(sheet) ? sheet : (finalNames.get(sheet) ?? sheet));
    const { workbookPart } = this.source;
    const windowed = hasViews(this.draft.text(workbookPart), workbookPart);
    const written = placed.map((one) => ({ ...one, part: this.writeSheet(one, windowed, finalName) }));
    this.listSheets(written.filter(({ earlier }) => earlier === undefined));
    this.repeatTitles(written);
    return this.plan.sheets.some(({ cells }) =>
      cells.some(({ formula, value }) => formula !== undefined && (value ?? null) === null),
    );
  }

  /** Writes an authored sheet into its part, and names that. */
  private writeSheet({ sheet, earlier }: PlacedSheet, windowed: boolean, finalName: (sheet: string) => string): string {
    const { draft } = this;
    const part = earlier?.part ?? this.freePart();
    const markup = authoredSheetMarkup(sheet, {
      namespace: draft.strict ? MAIN_STRICT : MAIN_TRANSITIONAL,
      codeName: `${CODE_NAME}${part.replace(/\D+/g, "")}`,
      hasViews: windowed,
      styles: this.styles(),
      finalName,
    });
    draft.set(part, markup);
    return part;
  }

  /** Lists new sheets in the workbook, all in one go: of hundreds each would read what the others have written. */
  private listSheets(sheets: readonly { readonly part: string; readonly name: string }[]): void {
    if (sheets.length === 0) return;
    const { draft, source } = this;
    const parts = sheets.map(({ part }) => part);
    draft.addContentTypes(parts, `${SPREADSHEET_TYPE}.worksheet+xml`);
    const ids = draft.relateAll(source.workbookPart, "worksheet", parts);
    const listed = sheets.map(({ name }, at) => ({ name, relationshipId: ids[at]! }));
    const text = draft.text(source.workbookPart);
    draft.set(source.workbookPart, withListedSheets(text, source.workbookPart, listed, draft.relationshipNamespace));
  }

  /** Has the title rows of authored sheets repeated on every printed page. */
  private repeatTitles(sheets: readonly PlacedSheet[]): void {
    const { draft, source } = this;
    let last = source.sheets.length - 1;
    const titles = sheets.flatMap(({ sheet, name, earlier }) => {
      const place = earlier ? source.sheets.indexOf(earlier) : ++last;
      const titleRow = sheet.print?.titleRow;
      if (titleRow === undefined) return [];
      return [{ place, rows: `${quotedSheetName(name)}!$${titleRow + 1}:$${titleRow + 1}` }];
    });
    if (titles.length === 0) return;
    const { workbookPart } = source;
    draft.set(workbookPart, withPrintTitles(draft.text(workbookPart), workbookPart, titles));
  }

  private earlierAuthored(name: string): PackageSheet | undefined {
    const same = this.source.sheets.find(
      (sheet) => sheet.hasCells && sheet.name.toLowerCase() === uniqueSheetName(name, []).toLowerCase(),
    );
    const isOurs =
      same && new RegExp(`<(?:\\w+:)?sheetPr\\b[^>]*codeName="${CODE_NAME}\\d+"`).test(this.draft.text(same.part));
    return isOurs ? same : undefined;
  }

  private freePart(): string {
    const folder = this.source.workbookPart.slice(0, this.source.workbookPart.lastIndexOf("/") + 1);
    do this.lastNumber++;
    while (this.draft.has(`${folder}worksheets/sheet${this.lastNumber}.xml`));
    return `${folder}worksheets/sheet${this.lastNumber}.xml`;
  }

  private stylePart(): string {
    const related = this.draft.relationships(this.source.workbookPart).find(({ kind }) => kind === "styles")?.part;
    return related ?? `${this.source.workbookPart.slice(0, this.source.workbookPart.lastIndexOf("/") + 1)}styles.xml`;
  }

  private styles(): StyleSheetDraft {
    const part = this.stylePart();
    if (!this.draft.has(part)) {
      this.draft.set(part, emptyStyleSheet(this.draft.strict ? MAIN_STRICT : MAIN_TRANSITIONAL));
      this.draft.relate(this.source.workbookPart, "styles", part);
      this.draft.addContentType(part, `${SPREADSHEET_TYPE}.styles+xml`);
    }
    this.styleDraft ??= new StyleSheetDraft(this.draft.text(part), part);
    return this.styleDraft;
  }
}

/** Beginning of the VBA name of every sheet that we author. */
const CODE_NAME = "Hedui";

function writesOf(changes: CellChanges): CellWrite[] {
  return [...changes].flatMap(([row, cells]) =>
    [...cells].map(([column, content]): CellWrite => {
      if (content.type === "formula")
        return { row, column, value: content.value as string | number | undefined, formula: content.formula };
      return { row, column, value: content.type === "value" ? content.value : undefined };
    }),
  );
}
