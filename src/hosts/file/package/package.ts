import type { Steps } from "../../../engine/steps";
import { finish, within } from "../../../engine/steps";
import type { Archive } from "../archive/archive";
import { findEntry, readArchive } from "../archive/archive";
import { extract, extractInSteps } from "../archive/extract";
import { decodeXml, decodeXmlInSteps } from "../markup/text";
import { refuse } from "../problem";
import { refuseForeignFiles, refuseOtherDocuments } from "./guards";
import type { Relationship } from "./relationships";
import { parseRelationships, relationshipsPart } from "./relationships";
import type { ListedSheet, WorkbookPart } from "./workbook-part";
import { parseWorkbookPart } from "./workbook-part";

/** A sheet and the part that holds it. Chart sheets have no cells. */
export interface PackageSheet extends ListedSheet {
  readonly part: string;
  readonly hasCells: boolean;
}

/** An opened .xlsx file: its original bytes, and what its directory says. Parts are inflated when asked for. */
export interface WorkbookPackage {
  readonly archive: Archive;
  /** Name of the workbook part, usually xl/workbook.xml. */
  readonly workbookPart: string;
  readonly workbook: WorkbookPart;
  readonly workbookRelationships: readonly Relationship[];
  readonly sheets: readonly PackageSheet[];
}

/** Relationships whose parts `readWorkbook` inflates, and thereby checks, itself. */
const READ_LATER = new Set(["worksheet", "sharedStrings", "styles"]);

/**
 * Opens a workbook file and checks that it is one, whole and safe to inflate.
 * @param bytes the file
 * @throws WorkbookFileError
 */
export function openPackage(bytes: Uint8Array): WorkbookPackage {
  return finish(openPackageInSteps(bytes));
}

/** The same in steps, for a page that has to draw meanwhile. @throws WorkbookFileError */
export function* openPackageInSteps(bytes: Uint8Array): Steps<WorkbookPackage> {
  refuseForeignFiles(bytes);
  const archive = readArchive(bytes);
  const has = (name: string): boolean => findEntry(archive, name) !== null;
  const mimetype = findEntry(archive, "mimetype");
  refuseOtherDocuments(has, mimetype === null ? null : decodeXml(extract(archive, mimetype)));
  const workbookPart = findWorkbookPart(archive);
  const workbook = parseWorkbookPart(partText(archive, workbookPart), workbookPart);
  const workbookRelationships = relationshipsOf(archive, workbookPart);
  const sheets = workbook.sheets.map((listed): PackageSheet => {
    const target = workbookRelationships.find(({ id }) => id === listed.relationshipId);
    if (!target?.part || !has(target.part))
      return refuse({ code: "missing-part", part: target?.part ?? `${workbookPart} → ${listed.name}` });
    return { ...listed, part: findEntry(archive, target.part)!.name, hasCells: target.kind === "worksheet" };
  });
  if (sheets.length === 0) refuse({ code: "no-sheets" });
  yield* checkOtherParts(archive, workbookRelationships);
  return { archive, workbookPart, workbook, workbookRelationships, sheets };
}

/** The text of an XML part. */
export function partText(archive: Archive, name: string): string {
  return finish(partTextInSteps(archive, name));
}

/** The same in steps, for a page that has to draw meanwhile. */
export function* partTextInSteps(archive: Archive, name: string): Steps<string> {
  const entry = findEntry(archive, name) ?? refuse({ code: "missing-part", part: name });
  const bytes = yield* within(0, 0.8, extractInSteps(archive, entry));
  return yield* within(0.8, 1, decodeXmlInSteps(bytes));
}

/** The relationships of a part; none where it has none. */
export function relationshipsOf(archive: Archive, part: string): Relationship[] {
  const name = relationshipsPart(part);
  return findEntry(archive, name) ? parseRelationships(partText(archive, name), part) : [];
}

function findWorkbookPart(archive: Archive): string {
  const main = relationshipsOf(archive, "").find(({ kind }) => kind === "officeDocument");
  const entry = main?.part ? findEntry(archive, main.part) : findEntry(archive, "xl/workbook.xml");
  if (!entry) return refuse({ code: "no-workbook-part" });
  if (!/<(?:\w+:)?workbook[\s>/]/.test(partText(archive, entry.name))) refuse({ code: "no-workbook-part" });
  return entry.name;
}

/** A flipped bit in a picture or a chart would be copied along unnoticed: every part is checked, whoever reads it. */
function* checkOtherParts(archive: Archive, workbookRelationships: readonly Relationship[]): Steps<void> {
  const later = new Set(workbookRelationships.filter(({ kind }) => READ_LATER.has(kind)).map(({ part }) => part));
  const others = archive.entries.filter(({ name }) => !later.has(name));
  for (const [at, entry] of others.entries())
    yield* within(at / others.length, (at + 1) / others.length, extractInSteps(archive, entry));
}
