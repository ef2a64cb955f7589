import { readFileSync } from "node:fs";
import { catalogue } from "../../src/catalogue";
import { narrativeChecks } from "../../src/engine/narrative";
import { reconcile, type Outcome } from "../../src/engine/reconcile";
import { recogniseTables, type Table } from "../../src/engine/tables";
import { CellKind, type Sheet, type Workbook } from "../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../src/hosts/file";

/** What can go wrong in a 说明, as a change of the text of one cell. */
export const faultKinds = [
  "digit",
  "unit",
  "direction",
  "year of comparison",
  "rate",
  "item dropped",
  "amount copied",
  "class renamed",
  "reason emptied",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A workbook with its tables recognised, whose texts can be changed one cell at a time. */
export interface CheckedText {
  readonly name: string;
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  /** What is said of it unchanged, and how often. */
  readonly before: ReadonlyMap<string, number>;
}

export interface TextFault {
  readonly kind: FaultKind;
  readonly sheet: Sheet;
  readonly index: number;
  readonly text: string;
  /** The words around the change, for reading. */
  readonly near: string;
}

const rules = catalogue.rules.filter((rule) => Object.hasOwn(narrativeChecks, rule.check));

/** Reads a workbook and what its texts already say wrongly. */
export function readText(path: string): CheckedText {
  const workbook = readWorkbook(openPackage(new Uint8Array(readFileSync(path))));
  const { tables } = recogniseTables(workbook, catalogue.templates);
  const name = path.replace(/^.*\//, "").replace(/\.xlsx$/, "");
  return { name, workbook, tables, before: counted(said(workbook, tables)) };
}

/** Whether the checks of the text say anything new of a changed text. */
export function isFound({ workbook, tables, before }: CheckedText, { sheet, index, text }: TextFault): boolean {
  const changed: Sheet = { ...sheet, texts: sheet.texts.map((old, at) => (at === index ? text : old)) };
  const swap = (one: Sheet): Sheet => (one === sheet ? changed : one);
  const outcomes = said(
    { ...workbook, sheets: workbook.sheets.map(swap) },
    tables.map((table) => (table.sheet === sheet ? { ...table, sheet: changed } : table)),
  );
  return [...counted(outcomes)].some(([key, times]) => times > (before.get(key) ?? 0));
}

function said(workbook: Workbook, tables: readonly Table[]): readonly Outcome[] {
  return reconcile(workbook, tables, rules, narrativeChecks).outcomes.filter(({ outcome }) => outcome !== "rounding");
}

function counted(outcomes: readonly Outcome[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const key of outcomes.map(keyOf)) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

function keyOf({ rule, detail, operands }: Outcome): string {
  return JSON.stringify([rule, detail, operands.map(({ cell }) => cell)]);
}

/** Every place of the texts where a fault of a kind can be put, with the changed text. */
export function faultsOf({ tables }: CheckedText, kind: FaultKind): TextFault[] {
  return tables
    .filter(({ template }) => template.layout === "narrative")
    .flatMap(({ sheet }) =>
      sheet.texts.flatMap((text, index) =>
        sheet.kinds[index] === CellKind.Text && text !== undefined
          ? changesOf(kind, text, index === 0 ? "" : previous(sheet, index)).map(({ changed, at }) => ({
              kind,
              sheet,
              index,
              text: changed,
              near: text.slice(Math.max(0, at - 16), at + 12).replace(/\s+/g, " "),
            }))
          : [],
      ),
    );
}

/** The text of the cell before. */
function previous(sheet: Sheet, index: number): string {
  for (let at = index - 1; at >= 0; at--) if (sheet.kinds[at] === CellKind.Text) return sheet.texts[at]!;
  return "";
}

/** Amounts of the budget: "单价50万元以上" is a limit of the form, and no figure. */
const amount = /\d[\d,]*(?:\.\d+)?(?=万元(?!（?含?）?以上))/g;

function changesOf(kind: FaultKind, text: string, before: string): { changed: string; at: number }[] {
  const at = (pattern: RegExp, change: (match: RegExpExecArray) => string | null) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const changed = change(match);
      if (changed === null || changed === match[0]) return [];
      return [
        { at: match.index, changed: text.slice(0, match.index) + changed + text.slice(match.index + match[0].length) },
      ];
    });
  switch (kind) {
    case "digit":
      return at(amount, ([written]) => (/[1-9]/.test(written) ? otherDigit(written) : null));
    case "unit":
      return at(/(\d[\d,]*(?:\.\d+)?)万元(?!（?含?）?以上)/g, ([, number]) =>
        /[1-9]/.test(number!) ? `${number!}元` : null,
      );
    case "direction":
      return at(/增加(?=\d)|减少(?=\d)/g, ([word]) => (word === "增加" ? "减少" : "增加"));
    case "year of comparison":
      return at(/(?<=[比与较])20\d\d(?=年)/g, ([year]) => String(Number(year) - 3));
    case "rate":
      return at(/\d+(?:\.\d+)?(?=%)/g, ([written]) =>
        written === "0" || /^0\.0+$/.test(written) ? null : otherDigit(written),
      );
    case "item dropped":
      return /（项）”/.test(text) ? [{ at: 0, changed: "" }] : [];
    case "amount copied": {
      const other = [...before.matchAll(amount)][0]?.[0];
      const own = amount.exec(text)?.[0];
      amount.lastIndex = 0;
      return other === undefined || other === own ? [] : at(amount, () => other).slice(0, 1);
    }
    case "class renamed":
      return at(/(?<=“)[^“”（）]{2,20}?支出（类）/g, ([name]) => `${name.slice(0, 1)}${name.slice(3)}`);
    case "reason emptied":
      return at(/((?:主要)?原因是：?)[^。；]+(?=[。；])/g, ([, lead]) => lead!);
  }
}

/** The written number with its first digit other than 0 changed. */
function otherDigit(written: string): string {
  return written.replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1));
}

/** A sample of a list by a fixed seed: the same for every run. */
export function sampled<Item>(items: readonly Item[], most: number, seed: number): Item[] {
  const order = items.map((item, index) => ({ item, key: Math.imul(index + 1, 2654435761) ^ Math.imul(seed, 40503) }));
  return order
    .sort((a, b) => (a.key >>> 0) - (b.key >>> 0))
    .slice(0, most)
    .map(({ item }) => item);
}
