import { refuse } from "../problem";
import { unescapeXml } from "./text";

/** What the scanner stands on. Comments, declarations and processing instructions are passed over. */
export const Token = { End: 0, Open: 1, Close: 2, Text: 3 } as const;
export type Token = (typeof Token)[keyof typeof Token];

const LESS = 60;
const GREATER = 62;
const SLASH = 47;

/**
 * Walks over an XML part token by token and knows where each stands in the text, so that a part can be read and edited
 * in place without being rebuilt. It checks that tags close in order; it does not validate.
 */
export class MarkupScanner {
  token: Token = Token.End;
  /** Qualified name of an opening or closing tag. */
  name = "";
  /** The token's place in the text: text.slice(start, end). */
  start = 0;
  end = 0;
  /** The element has no content: `<a/>`; no closing token follows. */
  selfClosing = false;
  private attributesStart = 0;
  private attributesEnd = 0;
  private readonly open: string[] = [];

  constructor(
    readonly text: string,
    /** Name of the part, for errors. */
    readonly part: string,
  ) {
    if (text.charCodeAt(0) === 0xfeff) this.end = 1;
  }

  /** Number of elements open around the current token, itself included when it is an opening tag. */
  get depth(): number {
    return this.open.length + (this.token === Token.Open && this.selfClosing ? 1 : 0);
  }

  /** Moves to the next token and returns it. */
  next(): Token {
    const { text } = this;
    for (;;) {
      this.start = this.end;
      if (this.start >= text.length) {
        if (this.open.length > 0) this.malformed();
        return (this.token = Token.End);
      }
      if (text.charCodeAt(this.start) !== LESS) return this.scanText();
      const second = text.charCodeAt(this.start + 1);
      if (second === SLASH) return this.scanClose();
      if (second === 33 || second === 63) {
        if (text.startsWith("<![CDATA[", this.start)) return this.scanCData();
        const closing = text.startsWith("<!--", this.start) ? "-->" : second === 63 ? "?>" : ">";
        this.end = this.after(closing);
        continue;
      }
      return this.scanOpen();
    }
  }

  /** Value of an attribute of the current opening tag, by its name without prefix; undefined where absent. */
  attribute(name: string): string | undefined {
    return this.findAttribute(name, false);
  }

  /** Value of an attribute that carries any prefix, such as r:id, by its local name. */
  prefixedAttribute(local: string): string | undefined {
    return this.findAttribute(local, true);
  }

  /**
   * The text between here and the closing tag of the element just opened, tags left out; stands on the closing tag
   * afterwards.
   */
  textContent(): string {
    if (this.selfClosing) return "";
    const depth = this.open.length;
    let content = "";
    while (this.next() !== Token.End) {
      if (this.token === Token.Text) content += this.value();
      else if (this.token === Token.Close && this.open.length < depth) break;
    }
    return content;
  }

  /** Passes over the content of the element just opened; stands on its closing tag afterwards. */
  skip(): void {
    if (this.selfClosing) return;
    const depth = this.open.length;
    while (this.next() !== Token.End) if (this.token === Token.Close && this.open.length < depth) return;
  }

  /** The characters of a text token. */
  value(): string {
    const { text } = this;
    if (text.charCodeAt(this.start) === LESS) return text.slice(this.start + 9, this.end - 3);
    return unescapeXml(text.slice(this.start, this.end));
  }

  malformed(): never {
    return refuse({ code: "malformed-part", part: this.part, position: this.start });
  }

  private scanText(): Token {
    const next = this.text.indexOf("<", this.start);
    this.end = next < 0 ? this.text.length : next;
    return (this.token = Token.Text);
  }

  private scanCData(): Token {
    this.end = this.after("]]>");
    return (this.token = Token.Text);
  }

  private scanClose(): Token {
    this.end = this.after(">");
    const expected = this.open.pop();
    if (expected === undefined) this.malformed();
    if (this.end - this.start === expected.length + 3 && this.text.startsWith(expected, this.start + 2))
      this.name = expected;
    else {
      this.name = this.text.slice(this.start + 2, this.end - 1).trim();
      if (this.name !== expected) this.malformed();
    }
    return (this.token = Token.Close);
  }

  private scanOpen(): Token {
    const { text } = this;
    let at = this.start + 1;
    for (let code = text.charCodeAt(at); code > 32 && code !== GREATER && code !== SLASH; code = text.charCodeAt(at))
      at++;
    this.name = text.slice(this.start + 1, at);
    this.attributesStart = at;
    let close = text.indexOf(">", at);
    // A ">" may stand inside a quoted value; then the quotes before it do not pair up.
    while (close >= 0 && insideQuotes(text, at, close)) close = text.indexOf(">", close + 1);
    if (close < 0 || this.name === "") this.malformed();
    this.selfClosing = text.charCodeAt(close - 1) === SLASH;
    this.attributesEnd = this.selfClosing ? close - 1 : close;
    this.end = close + 1;
    if (!this.selfClosing) this.open.push(this.name);
    return (this.token = Token.Open);
  }

  private after(closing: string): number {
    const found = this.text.indexOf(closing, this.start);
    return found < 0 ? this.malformed() : found + closing.length;
  }

  private findAttribute(wanted: string, prefixed: boolean): string | undefined {
    const { text, attributesEnd: end } = this;
    let at = this.attributesStart;
    while (at < end) {
      at = skipSpace(text, at);
      const equals = text.indexOf("=", at);
      if (equals < 0 || equals >= end) return undefined;
      const quoteAt = skipSpace(text, equals + 1);
      const close = this.closingQuote(quoteAt);
      if (isNamed(text, at, equals, wanted, prefixed)) return unescapeXml(text.slice(quoteAt + 1, close));
      at = close + 1;
    }
    return undefined;
  }

  /** Where the value ends whose quotation mark stands there. */
  private closingQuote(at: number): number {
    const quote = this.text[at];
    const close = quote === '"' || quote === "'" ? this.text.indexOf(quote, at + 1) : -1;
    return close < 0 || close >= this.attributesEnd ? this.malformed() : close;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}

/** Is what stands from `at` to the equals sign this name, or any prefix and this name? */
function isNamed(text: string, at: number, equals: number, wanted: string, prefixed: boolean): boolean {
  let end = equals;
  while (text.charCodeAt(end - 1) <= 32) end--;
  const start = prefixed ? text.lastIndexOf(":", end) + 1 : at;
  return end - start === wanted.length && text.startsWith(wanted, start) && (!prefixed || start > at);
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
  }
  return quote !== 0;
}

/** Stands on the root element's opening tag and gives the prefix of its name ("" or "x:"). */
export function openRoot(scanner: MarkupScanner, local: string): string {
  while (scanner.next() === Token.Text) if (scanner.value().trim() !== "") scanner.malformed();
  const { name } = scanner;
  const colon = name.indexOf(":");
  if (scanner.token !== Token.Open || name.slice(colon + 1) !== local) scanner.malformed();
  return name.slice(0, colon + 1);
}
