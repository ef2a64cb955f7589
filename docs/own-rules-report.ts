import { terminalReport } from "../src/cli/terminal-report";
import { allChecks } from "../src/engine/all-checks";
import { checkWorkbook, type Catalogue } from "../src/engine/check-workbook";
import { openPackage, readWorkbook } from "../src/hosts/file";

/** What the command in own-rules.md prints for its workbook, with a catalogue that has the rules of the example. */
export function ownRulesReport(workbook: Uint8Array, catalogue: Catalogue): string {
  const checked = checkWorkbook(
    "docs/examples/procurement.xlsx",
    readWorkbook(openPackage(workbook)),
    catalogue,
    allChecks,
  );
  return terminalReport(checked, {
    all: false,
    sources: new Map(catalogue.rules.map(({ id, source }) => [id, source])),
  }).trimEnd();
}
