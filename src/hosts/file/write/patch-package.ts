import type { AuthoredSheet, Edit } from "../../../engine/workbook";
import { a1 } from "../../../engine/workbook";
import { extract } from "../archive/extract";
import { recalculate } from "../calculate/recalculate";
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
  for (const entry of source.archive.entries) extract(source.archive, entry);
  return new Patch(source, edits, options).bytes();
}

/**
 * What the edits would do to the calculated values of the formulas that depend on the cells they write.
 * @throws WorkbookFileError
 */
export function recalculateEdits(source: WorkbookPackage, edits: readonly Edit[]): Recalculation {
  return new Patch(source, edits, {}).recalculation;
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
  readonly recalculation: Recalculation;
  private readonly draft: PackageDraft;
  private readonly plan: ReturnType<typeof planEdits>;
  private readonly changedSheets: ChangedSheet[];
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
    this.changedSheets = source.sheets.flatMap((sheet) => this.prepare(sheet));
    const writes = new Map(this.changedSheets.map(({ sheet, changes }) => [sheet.name, writesOf(changes)]));
    this.recalculation = writes.size > 0 ? recalculate(source, writes) : { changed: [], complete: true };
  }

  bytes(): Uint8Array {
    this.writeCells();
    this.writeMarks();
    const pending = this.writeSheets();
    if (this.styleDraft) this.draft.set(this.stylePart(), this.styleDraft.text());
    const { workbookPart } = this.source;
    if (pending || !this.recalculation.complete)
      this.draft.set(workbookPart, withCalculationOnLoad(this.draft.text(workbookPart), workbookPart));
    if (this.options.settings !== undefined) writeSettings(this.draft, this.options.settings);
    return this.draft.bytes();
  }

  private prepare(sheet: PackageSheet): ChangedSheet[] {
    const wanted = this.plan.cells.get(sheet.name);
    if (!wanted) return [];
    const survey = surveySheet(this.draft.text(sheet.part), sheet.part);
    const changes = moveToMergeAnchors(wanted, survey);
    for (const [row, cells] of changes)
      for (const column of cells.keys()) refuseArrayCells(survey, sheet.name, row, column);
    return [{ sheet, changes, survey }];
  }

  private writeCells(): void {
    const gone = new Map<string, ReadonlySet<string>>();
    for (const { sheet, changes, survey } of this.changedSheets) {
      const lost = survey.formulas.filter(({ row, column }) => changes.get(row)?.get(column)?.type === "value");
      if (lost.length > 0) gone.set(sheet.sheetId, new Set(lost.map(({ row, column }) => a1(row, column))));
    }
    const surveys = new Map(this.changedSheets.map(({ sheet, survey }) => [sheet.name, survey]));
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
    for (const { name, part } of this.source.sheets) {
      const changes = all.get(name);
      if (!changes) continue;
      const isOverwritten = (row: number, column: number): boolean =>
        (changes.get(row)?.get(column)?.type ?? "cached") !== "cached";
      const survey = surveys.get(name);
      const orphans = survey ? orphanedFormulas(survey, isOverwritten) : new Map();
      this.draft.set(part, changeCells(this.draft.text(part), part, changes, orphans));
    }
    removeFromChain(this.draft, gone);
  }

  private writeMarks(): void {
    if (this.plan.clearMarks) {
      const removed: number[] = [];
      for (const { part, hasCells } of this.source.sheets) {
        if (!hasCells) continue;
        const cleared = removeMarks(this.draft.text(part), part);
        if (cleared.styles.length > 0) this.draft.set(part, cleared.text);
        removed.push(...cleared.styles);
      }
      if (removed.length > 0 && this.draft.has(this.stylePart()))
        dropUnusedMarkStyles(this.draft, this.styles(), removed);
    }
    for (const { name, part } of this.source.sheets) {
      const marks = this.plan.marks.get(name);
      if (marks) this.draft.set(part, addMarks(this.draft.text(part), part, marks, this.styles()));
    }
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
