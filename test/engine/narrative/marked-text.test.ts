/** The texts of published workbooks with their numbers told apart. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { markedParagraphs } from "../../../src/engine/narrative";
import { gridIndex, parseA1 } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";

const SEEDS = join(__dirname, "../../../seeds");

test.each(readdirSync(SEEDS).filter((name) => name.endsWith("budget-2025.xlsx")))(
  "%s: every number of the ledger stands once in its paragraph, and the pieces are the text word for word",
  (name) => {
    const workbook = readWorkbook(openPackage(readFileSync(join(SEEDS, name))));
    const { joined, allTables, text } = checkWorkbook(name, workbook, catalogue, allChecks);
    const paragraphs = markedParagraphs(joined, allTables, text);
    expect(paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ entry }) => entry ?? []))).toEqual(text);
    expect(text.length).toBeGreaterThan(50);
    for (const { sheet, address, start, pieces } of paragraphs) {
      const written = pieces.map((piece) => piece.text).join("");
      const { row, column } = parseA1(address)!;
      const holding = joined.sheets.find((one) => one.name === sheet)!;
      expect(holding.texts[gridIndex(holding, row, column)]!.slice(start, start + written.length)).toBe(written);
      for (const piece of pieces) if (piece.entry) expect(piece.text).toBe(piece.entry.words);
    }
  },
);
