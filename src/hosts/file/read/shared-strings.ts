import type { Steps } from "../../../engine/steps";
import { MarkupScanner, Token, openRoot } from "../markup/scanner";
import { unescapeCellText } from "../markup/text";

const { End, Open, Close } = Token;

/** Texts that are read between two places where the work can be left off. */
const TEXTS_A_STEP = 4_096;

/**
 * The texts of xl/sharedStrings.xml, by index, in steps. Runs of rich text are joined; phonetic guides are left out.
 */
export function* parseSharedStrings(text: string, part: string): Steps<string[]> {
  const scanner = new MarkupScanner(text, part);
  const prefix = openRoot(scanner, "sst");
  const item = `${prefix}si`;
  const strings: string[] = [];
  while (scanner.next() !== End) {
    if (scanner.token !== Open || scanner.name !== item) continue;
    if (strings.push(readStringItem(scanner, prefix)) % TEXTS_A_STEP === 0) yield scanner.end / text.length;
  }
  return strings;
}

/** The text of the `si` or `is` element just opened; stands on its closing tag afterwards. */
export function readStringItem(scanner: MarkupScanner, prefix: string): string {
  if (scanner.selfClosing) return "";
  const item = scanner.name;
  let text = "";
  while (scanner.next() !== End) {
    if (scanner.token === Close && scanner.name === item) break;
    if (scanner.token !== Open) continue;
    if (scanner.name === `${prefix}t`) text += scanner.textContent();
    else if (scanner.name === `${prefix}rPh`) scanner.skip();
  }
  return unescapeCellText(text);
}
