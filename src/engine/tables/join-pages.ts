import { finish } from "../steps";
import type { Sheet } from "../workbook";
import type { Candidate } from "./candidate";
import { withChosenColumns, type ColumnChoices } from "./chosen-columns";
import type { LayoutInput, Stretch, TableContent } from "./layout";
import { layoutOf } from "./layouts";
import { continues, printedTotals } from "./pages";

/** What a person said of the columns of a sheet. */
type ChosenFor = (sheet: Sheet) => ColumnChoices;

/** A table and the pages that were found to go on with it. */
interface Chain {
  readonly first: Candidate;
  readonly further: readonly Candidate[];
  /** What the next page is compared with: the first page, the one that has the total, and the last. */
  readonly seen: Candidate;
  /** The first of the further pages that has the total. */
  readonly totalled: Stretch | null;
}

/**
 * Puts tables together that were cut into pages. Whether a page goes on is asked of the table as its first page, the
 * page with its total and its last page say it; the whole is read once, when its pages are known: each page is read a
 * number of times that does not depend on how many there are. What a person said of the columns of any of its sheets is
 * said of the table.
 */
export function joinPages(candidates: readonly Candidate[], chosenFor: ChosenFor): Candidate[] {
  const joined: Candidate[] = [];
  let chain: Chain | null = null;
  for (const candidate of candidates) {
    const longer: Chain | null = chain && extended(chain, candidate);
    if (chain && !longer) joined.push(...tablesOf(chain, chosenFor));
    chain = longer ?? { first: candidate, further: [], seen: candidate, totalled: null };
  }
  return chain ? [...joined, ...tablesOf(chain, chosenFor)] : joined;
}

/** The chain with one more page; null where that is a table of its own. */
function extended({ first, further, seen, totalled }: Chain, next: Candidate): Chain | null {
  if (next.joins !== true && !continues(seen, next)) return null;
  const last = stretchOf(next);
  const pages = totalled === null ? [last] : [totalled, last];
  const content = contentOf(first, pages);
  if (content === null) return null;
  return {
    first,
    further: [...further, next],
    seen: { ...seen, content },
    totalled: totalled ?? (hasTotalOn(content, last) ? last : null),
  };
}

function hasTotalOn({ sections }: TableContent, { sheet, rows: [from, to] }: Stretch): boolean {
  return sections.some((section) =>
    printedTotals(section).some(
      ({ page, position }) => section.pages[page]!.sheet === sheet && position >= from && position <= to,
    ),
  );
}

/** One table; should it not be read as a whole, its pages one by one. */
function tablesOf({ first, further }: Chain, chosenFor: ChosenFor): readonly Candidate[] {
  if (further.length === 0) return [first];
  const pages = further.map(stretchOf);
  const whole = withChoicesOf(pages, first, chosenFor);
  const content = contentOf(whole, pages);
  if (content === null) return [first, ...further];
  const words = further.map((page) => ({ code: "continues", words: [page.input.sheet.name] }) as const);
  return [{ ...whole, input: inputOf(whole, pages), content, evidence: [...first.evidence, ...words] }];
}

/** The first page, to be read with what was chosen for the sheets of the others as well. */
function withChoicesOf(pages: readonly Stretch[], first: Candidate, chosenFor: ChosenFor): Candidate {
  const { sheet } = first.input;
  const chosen = new Map([...pages].flatMap((page) => (page.sheet === sheet ? [] : [...chosenFor(page.sheet)])));
  if (chosen.size === 0) return first;
  const template = withChosenColumns(first.template, chosen);
  return { ...first, template, input: { ...first.input, template } };
}

function contentOf(first: Candidate, pages: readonly Stretch[]): TableContent | null {
  return finish(layoutOf(first.template).read(inputOf(first, pages)))[0] ?? null;
}

function inputOf({ input }: Candidate, pages: readonly Stretch[]): LayoutInput {
  return { ...input, pages: [...(input.pages ?? []), ...pages] };
}

function stretchOf({ input: { sheet, rows, columns, titleRow } }: Candidate): Stretch {
  return { sheet, rows, columns, titleRow };
}
