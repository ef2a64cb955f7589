import { MarkupScanner, Token, openRoot } from "./scanner";

/** An element and its place in the text of its part. */
export interface PlacedElement {
  /** Name without the root's prefix; elements of other prefixes keep theirs. */
  readonly name: string;
  readonly start: number;
  /** End of the opening tag, where the content begins. */
  readonly contentStart: number;
  /** Start of the closing tag; equals `end` where the element closes itself. */
  readonly contentEnd: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

/** The root of a part and its children, as places in the text. */
export interface PartLayout {
  readonly text: string;
  readonly part: string;
  readonly prefix: string;
  readonly root: PlacedElement;
  readonly children: readonly PlacedElement[];
}

/** A replacement of text.slice(start, end). */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Finds the root element, which must have that name, and its children. */
export function layoutOf(text: string, part: string, rootName: string): PartLayout {
  const scanner = new MarkupScanner(text, part);
  const prefix = openRoot(scanner, rootName);
  const { start, end: contentStart, selfClosing } = scanner;
  const children = selfClosing ? [] : childrenHere(scanner, prefix);
  const [contentEnd, end] = selfClosing ? [contentStart, contentStart] : [scanner.start, scanner.end];
  return { text, part, prefix, root: { name: rootName, start, contentStart, contentEnd, end, selfClosing }, children };
}

/** The children of an element within a layout. */
export function childrenOf(layout: PartLayout, element: PlacedElement): PlacedElement[] {
  if (element.selfClosing) return [];
  const scanner = new MarkupScanner(layout.text.slice(0, element.end), layout.part);
  scanner.end = element.start;
  scanner.next();
  return childrenHere(scanner, layout.prefix);
}

/** The first child of that name. */
export function childNamed(layout: PartLayout, name: string): PlacedElement | undefined {
  return layout.children.find((child) => child.name === name);
}

/** Children of the element just opened; the scanner stands on its closing tag afterwards. */
function childrenHere(scanner: MarkupScanner, prefix: string): PlacedElement[] {
  const children: PlacedElement[] = [];
  while (scanner.next() !== Token.End && scanner.token !== Token.Close) {
    if (scanner.token !== Token.Open) continue;
    const { name, start, end: contentStart, selfClosing } = scanner;
    scanner.skip();
    const contentEnd = selfClosing ? scanner.end : scanner.start;
    children.push({
      name: name.startsWith(prefix) ? name.slice(prefix.length) : name,
      start,
      contentStart,
      contentEnd,
      end: scanner.end,
      selfClosing,
    });
  }
  return children;
}

/** Where a child of that name has to be inserted, given the order that the schema prescribes. */
export function insertionPoint(layout: PartLayout, order: readonly string[], name: string): number {
  const rank = order.indexOf(name);
  const next = layout.children.find((child) => order.indexOf(child.name) > rank);
  return next?.start ?? layout.root.contentEnd;
}

/** The text with all splices applied; they may not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of sorted) {
    pieces.push(text.slice(at, start), replacement);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** Markup written without a prefix, for a part whose elements carry one. */
export function withPrefix(markup: string, prefix: string): string {
  return prefix === "" ? markup : markup.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

/** An opening tag with an attribute set, replaced or added. */
export function withAttribute(tag: string, name: string, value: string): string {
  const present = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
  return present.test(tag)
    ? tag.replace(present, (_, head: string) => `${head}"${value}"`)
    : `${bareTag(tag)} ${name}="${value}"${tag.endsWith("/>") ? "/>" : ">"}`;
}

/** The tag of an element with children, whether it had any or not. */
export const openTag = (tag: string): string => (tag.endsWith("/>") ? `${bareTag(tag)}>` : tag);

/** The tag of an element without children. */
export const emptyTag = (tag: string): string => `${bareTag(tag)}/>`;

/** A tag without its end. */
function bareTag(tag: string): string {
  return tag.slice(0, tag.endsWith("/>") ? -2 : -1).trimEnd();
}
