import { parseArea } from "../../../engine/workbook";
import type { WorkbookPackage } from "../../file";
import { MarkupScanner, openRoot, partText, relationshipsOf } from "../../file";
import type { SimulatedTable } from "../model/sheet";

/** The tables (ListObjects) of a worksheet part. */
export function readTables({ archive }: WorkbookPackage, part: string): SimulatedTable[] {
  return relationshipsOf(archive, part).flatMap((related): SimulatedTable[] => {
    if (related.kind !== "table" || related.part === null) return [];
    const scanner = new MarkupScanner(partText(archive, related.part), related.part);
    openRoot(scanner, "table");
    const area = parseArea(scanner.attribute("ref") ?? "");
    const headings = scanner.attribute("headerRowCount") !== "0";
    return area && headings ? [{ name: scanner.attribute("displayName") ?? "", area }] : [];
  });
}
