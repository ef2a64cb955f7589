/** Writes docs/grammar.md: every production of the criteria grammar with its example. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { grammarPage } from "./grammar-page";

writeFileSync(join(process.cwd(), "docs/grammar.md"), grammarPage());
console.log("docs/grammar.md");
