import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue } from "../src/catalogue";
import { rulesPage } from "./rules-page/page";

/** Writes rules.md beside this script: `npm run docs`. A test fails while the page is stale. */
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), "rules.md"), rulesPage(catalogue));
