import { MarkupScanner, Token } from "../markup/scanner";
import { escapeXml } from "../markup/text";
import type { WorkbookPackage } from "../package/package";
import { partText, relationshipsOf } from "../package/package";
import { findEntry } from "../archive/archive";
import { refuse, WorkbookFileError } from "../problem";
import type { PackageDraft } from "./draft";

/** Namespace of the custom XML part in which settings and exceptions live; Excel keeps such parts. */
export const SETTINGS_NAMESPACE = "urn:hedui:1";

/** The XML of the workbook's settings, root element included; null where it has none. */
export function readSettings(source: WorkbookPackage): string | null {
  const part = settingsPart(source);
  return part === null ? null : partText(source.archive, part);
}

function settingsPart(source: WorkbookPackage): string | null {
  for (const { kind, part } of source.workbookRelationships) {
    if (
      kind === "customXml" &&
      part &&
      findEntry(source.archive, part) &&
      rootNamespace(partText(source.archive, part)) === SETTINGS_NAMESPACE
    )
      return part;
  }
  return null;
}

/** Namespace of the root element; null where the text is no XML. Anybody's custom XML may stand here. */
function rootNamespace(text: string): string | null {
  try {
    const scanner = new MarkupScanner(text, "");
    while (scanner.next() === Token.Text) if (scanner.value().trim() !== "") return null;
    const { name } = scanner;
    const colon = name.indexOf(":");
    const namespace = colon < 0 ? scanner.attribute("xmlns") : scanner.attribute(`xmlns:${name.slice(0, colon)}`);
    while (scanner.next() !== Token.End);
    return namespace ?? null;
  } catch (error) {
    if (error instanceof WorkbookFileError) return null;
    throw error;
  }
}

/**
 * Writes the settings, or takes them out for null.
 * @throws WorkbookFileError bad-settings where the text is no XML with its root in `urn:hedui:1`
 */
export function writeSettings(draft: PackageDraft, settings: string | null): void {
  const { source } = draft;
  const existing = settingsPart(source);
  if (settings === null) {
    if (existing !== null) removeSettings(draft, existing);
    return;
  }
  if (rootNamespace(settings) !== SETTINGS_NAMESPACE) refuse({ code: "bad-settings" });
  if (existing !== null) return draft.set(existing, settings);
  let number = 1;
  while (draft.has(`customXml/item${number}.xml`) || draft.has(`customXml/itemProps${number}.xml`)) number++;
  const [item, properties] = [`customXml/item${number}.xml`, `customXml/itemProps${number}.xml`];
  draft.set(item, settings);
  draft.set(properties, propertiesMarkup(number, draft.strict));
  draft.relate(source.workbookPart, "customXml", item);
  draft.relate(item, "customXmlProps", properties);
  draft.addDefaultContentType("xml", "application/xml");
  draft.addContentType(properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
}

function removeSettings(draft: PackageDraft, item: string): void {
  for (const { part } of relationshipsOf(draft.source.archive, item)) if (part && draft.has(part)) draft.remove(part);
  draft.unrelate(draft.source.workbookPart, item);
  draft.remove(item);
}

function propertiesMarkup(number: number, strict: boolean): string {
  const namespace = strict
    ? "http://purl.oclc.org/ooxml/officeDocument/customXml"
    : "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  const id = `{6B6D2F0E-8D5A-4E0B-9C57-48454455${String(number).padStart(4, "0")}}`;
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';
  const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${escapeXml(SETTINGS_NAMESPACE)}"/></ds:schemaRefs>`;
  return `${declaration}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${namespace}">${schema}</ds:datastoreItem>`;
}
