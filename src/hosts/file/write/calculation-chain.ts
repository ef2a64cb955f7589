import { applySplices, layoutOf, withAttribute } from "../markup/layout";
import type { Splice } from "../markup/layout";
import { MarkupScanner, Token } from "../markup/scanner";
import type { PackageDraft } from "./draft";

/**
 * Takes cells out of the calculation chain: Excel calls a file damaged whose chain names a cell without a formula.
 * @param gone sheetId → addresses of cells that hold no formula any more
 */
export function removeFromChain(draft: PackageDraft, gone: ReadonlyMap<string, ReadonlySet<string>>): void {
  const { workbookPart } = draft.source;
  const chain = draft.relationships(workbookPart).find(({ kind }) => kind === "calcChain")?.part;
  if (!chain || !draft.has(chain) || gone.size === 0) return;
  const layout = layoutOf(draft.text(chain), chain, "calcChain");
  const splices: Splice[] = [];
  let kept = 0;
  let statedSheet = "";
  let writtenSheet = "";
  for (const { start, contentStart, end } of layout.children) {
    const tag = layout.text.slice(start, contentStart);
    const scanner = new MarkupScanner(tag, chain);
    if (scanner.next() !== Token.Open) continue;
    // An entry without a sheet belongs to the sheet of the entry before it.
    const own = scanner.attribute("i");
    statedSheet = own ?? statedSheet;
    if (gone.get(statedSheet)?.has(scanner.attribute("r") ?? "") ?? false) {
      splices.push({ start, end, text: "" });
      continue;
    }
    kept++;
    if (own === undefined && writtenSheet !== statedSheet)
      splices.push({ start, end: contentStart, text: withAttribute(tag, "i", statedSheet) });
    writtenSheet = statedSheet;
  }
  if (kept > 0) return draft.set(chain, applySplices(layout.text, splices));
  draft.unrelate(workbookPart, chain);
  draft.remove(chain);
}
