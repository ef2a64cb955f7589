import type { PartLayout, PlacedElement } from "../markup/layout";
import {
  applySplices,
  childNamed,
  childrenOf,
  emptyTag,
  insertionPoint,
  layoutOf,
  openTag,
  withAttribute,
  withPrefix,
} from "../markup/layout";

/** Children of styleSheet in the order of the schema (ECMA-376 part 1, 18.8.39). */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

export type StyleCollection = "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** xl/styles.xml with items appended to its collections, or taken off their ends; everything else stays as it is. */
export class StyleSheetDraft {
  private readonly layout: PartLayout;
  private readonly items = new Map<StyleCollection, string[]>();

  constructor(text: string, part: string) {
    this.layout = layoutOf(text, part, "styleSheet");
  }

  /** The items of a collection, as markup. */
  list(collection: StyleCollection): readonly string[] {
    return this.mutable(collection);
  }

  /** Index of an item with exactly this markup (written without prefix); appended where there is none. */
  indexOf(collection: StyleCollection, markup: string): number {
    const items = this.mutable(collection);
    const item = withPrefix(markup, this.layout.prefix);
    const known = items.indexOf(item);
    return known >= 0 ? known : items.push(item) - 1;
  }

  /** Takes the last item off a collection. */
  dropLast(collection: StyleCollection): void {
    this.mutable(collection).pop();
  }

  /** Markup of the whole part. */
  text(): string {
    const splices = [...this.items.keys()]
      .filter((collection) => this.isChanged(collection))
      .map((collection) => this.splice(collection));
    return applySplices(this.layout.text, splices);
  }

  private mutable(collection: StyleCollection): string[] {
    let items = this.items.get(collection);
    if (!items) {
      items = this.original(collection);
      this.items.set(collection, items);
    }
    return items;
  }

  private original(collection: StyleCollection): string[] {
    return this.children(collection).map(({ start, end }) => this.layout.text.slice(start, end));
  }

  private children(collection: StyleCollection): PlacedElement[] {
    const element = childNamed(this.layout, collection);
    return element ? childrenOf(this.layout, element) : [];
  }

  private isChanged(collection: StyleCollection): boolean {
    const [items, original] = [this.items.get(collection)!, this.original(collection)];
    return items.length !== original.length || items.some((item, index) => item !== original[index]);
  }

  /**
   * The collection anew. One that the file does not have is written without a count, one that it has keeps its count:
   * so taking everything out again leaves nothing, or the empty collection that was there.
   */
  private splice(collection: StyleCollection): { start: number; end: number; text: string } {
    const { layout } = this;
    const items = this.items.get(collection)!;
    const element = childNamed(layout, collection);
    const name = layout.prefix + collection;
    if (!element) {
      const at = insertionPoint(layout, ORDER, collection);
      return { start: at, end: at, text: `<${name}>${items.join("")}</${name}>` };
    }
    const tag = layout.text.slice(element.start, element.contentStart);
    const counted = /\scount\s*=/.test(tag);
    if (items.length === 0)
      return {
        start: element.start,
        end: element.end,
        text: counted ? emptyTag(withAttribute(tag, "count", "0")) : "",
      };
    const open = openTag(counted ? withAttribute(tag, "count", String(items.length)) : tag);
    const children = this.children(collection);
    const original = this.original(collection);
    // Items may have been dropped and others appended: only what both begin with stays in place.
    const firstOther = items.findIndex((item, index) => item !== original[index]);
    const kept = firstOther < 0 ? items.length : firstOther;
    const keptEnd = kept > 0 ? children[kept - 1]!.end : element.contentStart;
    const tail =
      kept < children.length
        ? layout.text.slice(children.at(-1)!.end, element.contentEnd)
        : layout.text.slice(keptEnd, element.contentEnd);
    const ours = layout.text.slice(element.contentStart, keptEnd) + items.slice(kept).join("");
    return { start: element.start, end: element.end, text: `${open}${ours}${tail}</${name}>` };
  }
}

/** The least that a style sheet can be, for a file that has none. */
export function emptyStyleSheet(namespace: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<styleSheet xmlns="${namespace}">`,
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '<dxfs count="0"/></styleSheet>',
  ].join("");
}
