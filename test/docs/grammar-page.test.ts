/** The page of the grammar is the one that its productions make. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { grammarPage } from "../../docs/grammar-page";

test("docs/grammar.md says what the grammar says", () => {
  expect(readFileSync(join(__dirname, "../../docs/grammar.md"), "utf8")).toBe(grammarPage());
});
