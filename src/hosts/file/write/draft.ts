import type { Steps } from "../../../engine/steps";
import { finish, within } from "../../../engine/steps";
import { rewriteArchiveInSteps } from "../archive/rewrite";
import { applySplices, childNamed, layoutOf, openTag, withPrefix } from "../markup/layout";
import { MarkupScanner, Token } from "../markup/scanner";
import { encodeXml, escapeXml } from "../markup/text";
import type { WorkbookPackage } from "../package/package";
import { partTextInSteps } from "../package/package";
import { findEntry } from "../archive/archive";
import { parseRelationships, relationshipsPart, relativeTarget } from "../package/relationships";
import type { Relationship } from "../package/relationships";

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** The share of the work that is done when it is known which parts have changed. */
const COMPARED = 0.3;

/** A package being edited: parts that were touched, over parts that were not. */
export class PackageDraft {
  private readonly changed = new Map<string, string | null>();
  /** Namespace of relationship types and of r:id, in the dialect of this file. */
  readonly relationshipNamespace: string;
  readonly strict: boolean;

  constructor(readonly source: WorkbookPackage) {
    this.strict = source.workbookRelationships.some(({ type }) => type.startsWith(STRICT));
    this.relationshipNamespace = this.strict ? STRICT : TRANSITIONAL;
  }

  has(part: string): boolean {
    const changed = this.changed.get(this.canonical(part));
    return changed === undefined ? findEntry(this.source.archive, part) !== null : changed !== null;
  }

  text(part: string): string {
    return finish(this.textInSteps(part));
  }

  /** The same in steps, for parts that may be large. */
  *textInSteps(part: string): Steps<string> {
    return this.changed.get(this.canonical(part)) ?? (yield* partTextInSteps(this.source.archive, part));
  }

  set(part: string, text: string): void {
    this.changed.set(this.canonical(part), text);
  }

  /** Takes a part out, with its own relationships and its content type; relationships to it are the caller's. */
  remove(part: string): void {
    this.changed.set(this.canonical(part), null);
    if (this.has(relationshipsPart(part))) this.changed.set(this.canonical(relationshipsPart(part)), null);
    this.removeContentType(part);
  }

  /** Names of all parts as they will be written. */
  partNames(): string[] {
    const names = this.source.archive.entries.map(({ name }) => name).filter((name) => this.has(name));
    return [...names, ...[...this.changed.keys()].filter((name) => this.has(name) && !names.includes(name))];
  }

  relationships(part: string): Relationship[] {
    const rels = relationshipsPart(part);
    return this.has(rels) ? parseRelationships(this.text(rels), part) : [];
  }

  /** Adds a relationship of `source` to `part` and returns its id. */
  relate(source: string, kind: string, part: string): string {
    return this.relateAll(source, kind, [part])[0]!;
  }

  /** Adds a relationship of `source` to each part and returns their ids. */
  relateAll(source: string, kind: string, parts: readonly string[]): string[] {
    const rels = relationshipsPart(source);
    if (!this.has(rels))
      this.set(
        rels,
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
          `<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`,
      );
    const taken = new Set(this.relationships(source).map(({ id }) => id));
    const type = `${this.relationshipNamespace}/${kind}`;
    const ids = parts.map(() => {
      let number = taken.size + 1;
      while (taken.has(`rId${number}`)) number++;
      taken.add(`rId${number}`);
      return `rId${number}`;
    });
    this.appendToRoot(
      rels,
      "Relationships",
      ...parts.map(
        (part, at) =>
          `<Relationship Id="${ids[at]}" Type="${type}" Target="${escapeXml(relativeTarget(source, part))}"/>`,
      ),
    );
    return ids;
  }

  /** Takes out the relationships of `source` that point to `part`. */
  unrelate(source: string, part: string): void {
    const ids = new Set(
      this.relationships(source)
        .filter((relationship) => relationship.part?.toLowerCase() === part.toLowerCase())
        .map(({ id }) => id),
    );
    this.removeChildren(relationshipsPart(source), "Relationships", "Id", (id) => ids.has(id));
  }

  addContentType(part: string, type: string): void {
    this.addContentTypes([part], type);
  }

  addContentTypes(parts: readonly string[], type: string): void {
    const overrides = parts.map((part) => `<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`);
    this.appendToRoot(CONTENT_TYPES, "Types", ...overrides);
  }

  /** Sees to it that parts with that extension have a content type. */
  addDefaultContentType(extension: string, type: string): void {
    const layout = layoutOf(this.text(CONTENT_TYPES), CONTENT_TYPES, "Types");
    const known = layout.children.some((child) =>
      new RegExp(`Extension\\s*=\\s*["']${extension}["']`, "i").test(
        layout.text.slice(child.start, child.contentStart),
      ),
    );
    if (known) return;
    const at = layout.root.contentStart;
    this.set(
      CONTENT_TYPES,
      applySplices(layout.text, [
        {
          start: at,
          end: at,
          text: withPrefix(`<Default Extension="${extension}" ContentType="${type}"/>`, layout.prefix),
        },
      ]),
    );
  }

  /**
   * The file with everything that was changed, in steps; parts whose text came out the same are copied raw like any
   * other.
   */
  *bytes(): Steps<Uint8Array> {
    const changes = new Map<string, Uint8Array | null>();
    let done = 0;
    for (const [part, text] of this.changed) {
      const share = (COMPARED * done++) / this.changed.size;
      const existing = findEntry(this.source.archive, part);
      if (text === null) changes.set(existing?.name ?? part, null);
      else if (!existing || (yield* within(share, share, partTextInSteps(this.source.archive, part))) !== text)
        changes.set(existing?.name ?? part, encodeXml(text));
      yield share;
    }
    return yield* within(COMPARED, 1, rewriteArchiveInSteps(this.source.archive, changes));
  }

  /** Appends children to the root of a part. */
  appendToRoot(part: string, rootName: string, ...children: readonly string[]): void {
    const layout = layoutOf(this.text(part), part, rootName);
    const child = children.map((markup) => withPrefix(markup, layout.prefix)).join("");
    const { root, text } = layout;
    if (!root.selfClosing)
      return this.set(part, applySplices(text, [{ start: root.contentEnd, end: root.contentEnd, text: child }]));
    const open = openTag(text.slice(root.start, root.end));
    this.set(
      part,
      applySplices(text, [{ start: root.start, end: root.end, text: `${open}${child}</${layout.prefix}${rootName}>` }]),
    );
  }

  /** Text of a child of the root of a part, "" where it has none. */
  childText(part: string, rootName: string, name: string): string {
    const layout = layoutOf(this.text(part), part, rootName);
    const child = childNamed(layout, name);
    return child ? layout.text.slice(child.start, child.end) : "";
  }

  private removeContentType(part: string): void {
    this.removeChildren(CONTENT_TYPES, "Types", "PartName", (name) => name.toLowerCase() === `/${part}`.toLowerCase());
  }

  private removeChildren(part: string, rootName: string, attribute: string, matches: (value: string) => boolean): void {
    if (!this.has(part)) return;
    const layout = layoutOf(this.text(part), part, rootName);
    const splices = layout.children.flatMap(({ start, contentStart, end }) => {
      const scanner = new MarkupScanner(layout.text.slice(start, contentStart), part);
      return scanner.next() === Token.Open && matches(scanner.attribute(attribute) ?? "")
        ? [{ start, end, text: "" }]
        : [];
    });
    if (splices.length > 0) this.set(part, applySplices(layout.text, splices));
  }

  private canonical(part: string): string {
    return findEntry(this.source.archive, part)?.name ?? part;
  }
}
