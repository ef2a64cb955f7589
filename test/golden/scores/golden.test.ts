import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scoresDocument } from "./document";

/** UPDATE_GOLDEN=1 writes the document anew; then each changed line is to be read and judged against the form. */
const update = process.env.UPDATE_GOLDEN === "1";

test("the scores of the real self-evaluations of 2024 differ from the bureau's only where the document says so", () => {
  const path = join(__dirname, "zhuzhou-self-evaluation-2024.md");
  const said = scoresDocument("zhuzhou-self-evaluation-2024", "zhuzhou-targets");
  if (update) writeFileSync(path, said);
  expect(said).toBe(readFileSync(path, "utf8"));
});
