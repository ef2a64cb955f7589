/** An element of a small XML document: names without their prefix, text joined. */
export interface XmlElement {
  readonly name: string;
  /** Namespace of the element, from the declaration in force; "" where there is none. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** What a document is made of: comments and instructions, CDATA, tags, text. */
const ignored = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/;
const cdataSection = /<!\[CDATA\[([\s\S]*?)\]\]>/;
const tag = /<(\/?)([^\s/<>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/;
const plainText = /([^<]+)/;
const token = new RegExp([ignored, cdataSection, tag, plainText].map(({ source }) => source).join("|"), "y");
const attribute = /(?:^|\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Characters that XML 1.0 cannot hold, even as references (section 2.2): a sign that one was there is read for it. */
const unknownToXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const STAND_IN = "\ufffd";

/** The root element of a small XML document without a DTD; null where it is not well-formed. */
export function parseXml(xml: string): XmlElement | null {
  const root: Open = { qualified: "", namespaces: new Map(), attributes: {}, children: [], text: "" };
  const open: Open[] = [root];
  const source = xml.replace(/^\ufeff/, "").replace(unknownToXml, STAND_IN);
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    if (!match) return null;
    const [, cdata, closing, qualified, attributes = "", selfClosing, text] = match;
    const top = open[open.length - 1]!;
    if (cdata !== undefined) top.text += cdata;
    else if (text !== undefined) top.text += unescape(text);
    else if (qualified === undefined) continue;
    else if (closing) {
      if (open.length < 2 || top.qualified !== qualified) return null;
      open.pop();
      open[open.length - 1]!.children.push(closed(top));
    } else {
      const element = opened(qualified, attributes, top);
      if (selfClosing) top.children.push(closed(element));
      else open.push(element);
    }
  }
  const [only, ...others] = root.children;
  return open.length === 1 && only && others.length === 0 && root.text.trim() === "" ? only : null;
}

interface Open {
  readonly qualified: string;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

function opened(qualified: string, written: string, parent: Open): Open {
  const namespaces = new Map(parent.namespaces);
  const attributes = Object.create(null) as Record<string, string>;
  for (const [, name = "", double, single] of written.matchAll(attribute)) {
    const value = unescape(double ?? single ?? "");
    if (name === "xmlns") namespaces.set("", value);
    else if (name.startsWith("xmlns:")) namespaces.set(name.slice(6), value);
    else attributes[name.slice(name.indexOf(":") + 1)] = value;
  }
  return { qualified, namespaces, attributes, children: [], text: "" };
}

function closed({ qualified, namespaces, attributes, children, text }: Open): XmlElement {
  const colon = qualified.indexOf(":");
  return {
    name: qualified.slice(colon + 1),
    namespace: namespaces.get(colon < 0 ? "" : qualified.slice(0, colon)) ?? "",
    attributes,
    children,
    text,
  };
}

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }),
);

function unescape(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code).replace(unknownToXml, STAND_IN) : whole;
    },
  );
}

/** Text as it stands in an attribute or between tags. Characters that XML 1.0 cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(unknownToXml, "").replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
