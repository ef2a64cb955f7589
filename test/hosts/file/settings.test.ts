import { WorkbookFileError, openPackage, patchPackage, readSettings } from "../../../src/hosts/file";
import { partsOf, richParts, simpleWorkbook, zipParts } from "./fixture-package";

const rich = zipParts(richParts());
const SETTINGS = '<settings xmlns="urn:hedui:1"><exception rule="甲" reason="调剂"/></settings>';
const write = (bytes: Uint8Array, settings: string | null): Uint8Array =>
  patchPackage(openPackage(bytes), [], { settings });

describe("settings and exceptions live in one custom XML part", () => {
  test("a workbook without it has no settings, whatever other custom XML it has", () => {
    expect(readSettings(openPackage(rich))).toBeNull();
  });

  test("what is written is read back, and nothing else of the workbook changes but the lists of parts", () => {
    const written = write(rich, SETTINGS);
    expect(readSettings(openPackage(written))).toBe(SETTINGS);
    const [before, after] = [partsOf(rich), partsOf(written)];
    expect(Object.keys(after).filter((name) => before[name] !== after[name])).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "customXml/item2.xml",
      "customXml/itemProps2.xml",
      "customXml/_rels/item2.xml.rels",
    ]);
    expect(after["customXml/itemProps2.xml"]).toContain("urn:hedui:1");
  });

  test("written again it is the same part; taken out, the file is as it was", () => {
    const other = SETTINGS.replace("调剂", "上级追加");
    const twice = write(write(rich, SETTINGS), other);
    expect(readSettings(openPackage(twice))).toBe(other);
    expect(Object.keys(partsOf(twice)).filter((name) => name.startsWith("customXml/item"))).toEqual([
      "customXml/item1.xml",
      "customXml/itemProps1.xml",
      "customXml/item2.xml",
      "customXml/itemProps2.xml",
    ]);
    expect(partsOf(write(twice, null))).toEqual(partsOf(rich));
  });

  test("a small workbook gets the part too", () => {
    expect(readSettings(openPackage(write(simpleWorkbook({ sheets: { 表一: "<sheetData/>" } }), SETTINGS)))).toBe(
      SETTINGS,
    );
  });

  test.each(["", "text", "<settings/>", '<settings xmlns="urn:other"/>', '<settings xmlns="urn:hedui:1">'])(
    "%j is no settings and is refused",
    (text) => {
      expect(() => write(rich, text)).toThrow(WorkbookFileError);
    },
  );
});
