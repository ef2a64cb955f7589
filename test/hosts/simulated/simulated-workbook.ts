import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { LiveHost } from "../../../src/hosts/host";
import { createExcelHost } from "../../../src/hosts/excel";
import type { SimulationSettings } from "../../../src/hosts/simulated";
import { SimulatedExcel } from "../../../src/hosts/simulated";
import type { GenuineClient } from "./genuine-client";
import { CLIENT_FILES } from "../clients/adapter-tests";
import { genuineClient } from "./genuine-client";

const target = globalThis.adapterTarget ?? { client: "desktop", apiSet: "1.19" };
const DIST = join(__dirname, "../../../node_modules/@microsoft/office-js/dist");
const client = genuineClient(readFileSync(join(DIST, CLIENT_FILES[target.client]), "utf8"));

/** A simulated Excel, Office's genuine client over it, and our adapter over that. */
export interface Simulation {
  readonly excel: SimulatedExcel;
  readonly Excel: GenuineClient["Excel"];
  readonly host: LiveHost;
}

const opened: SimulatedExcel[] = [];

/** Opens a workbook in a simulated Excel. */
export function simulate(bytes: Uint8Array, wanted: SimulationSettings = {}): Simulation {
  const settings = { apiSet: target.apiSet, ...wanted };
  const excel = SimulatedExcel.open(bytes, settings);
  opened.push(excel);
  client.connect(excel);
  const host = createExcelHost(
    { run: (batch) => client.Excel.run(batch) },
    { application: "Excel", savesItself: true, keepsUndoSteps: settings.apiSet !== "1.14" },
  );
  return { excel, Excel: client.Excel, host };
}

/** The client under test, for what puts another Excel behind it. */
export const officeClient = client;

/** Every test that simulates must call this afterwards: one that met an unknown member has failed. */
export function expectNoUnknownMembers(): void {
  const unknown = opened.splice(0).flatMap(({ unknownMembers }) => unknownMembers);
  expect(unknown).toEqual([]);
}

/** One cell of a made sheet: a number, a text, or a formula with its value. */
export type MadeCell = number | string | { readonly formula: string; readonly value: number };

/** A made sheet: cells by address, and markup that comes after the cells. */
export interface MadeSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, MadeCell>>;
  /** Markup before sheetData: sheetViews, cols. */
  readonly before?: string;
  /** Markup between sheetData and the end: sheetProtection, mergeCells, conditionalFormatting. */
  readonly after?: string;
  readonly hidden?: boolean | "veryHidden";
  readonly rowAttributes?: Readonly<Record<number, string>>;
  /** Style index by address: 1 two decimals, 2 unlocked. */
  readonly styles?: Readonly<Record<string, number>>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/**
 * A small .xlsx of these sheets.
 * @param workbookMarkup what stands before the list of sheets
 * @param shared texts stand once in a part of their own, as Excel writes them
 */
export function makeWorkbook(sheets: readonly MadeSheet[], workbookMarkup = "", shared = false): Uint8Array {
  const texts = shared ? new Map<string, number>() : null;
  const numbered = sheets.map((sheet, position) => ({ ...sheet, number: position + 1 }));
  const files: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override("workbook", "sheet.main") +
      override("styles", "styles") +
      (texts ? override("sharedStrings", "sharedStrings") : "") +
      numbered.map(({ number }) => override(`worksheets/sheet${number}`, "worksheet")).join("") +
      "</Types>",
    "_rels/.rels":
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${workbookMarkup}` +
      `<sheets>${numbered.map(declared).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(related).join("")}` +
      (texts ? `<Relationship Id="rId998" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/>` : "") +
      `<Relationship Id="rId999" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill>' +
      '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>' +
      '<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0"/>' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><protection locked="0"/></xf></cellXfs></styleSheet>',
  };
  for (const sheet of numbered) files[`xl/worksheets/sheet${sheet.number}.xml`] = sheetMarkup(sheet, texts);
  if (texts)
    files["xl/sharedStrings.xml"] =
      `<sst xmlns="${MAIN}">${[...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date("1980-01-01T00:00:00Z"),
  });
}

function override(part: string, type: string): string {
  const content = `application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml`;
  return `<Override PartName="/xl/${part}.xml" ContentType="${content}"/>`;
}

type NumberedSheet = MadeSheet & { readonly number: number };

function declared({ name, number, hidden }: NumberedSheet): string {
  const state = hidden ? ` state="${hidden === true ? "hidden" : hidden}"` : "";
  return `<sheet name="${name}" sheetId="${number}"${state} r:id="rId${number}"/>`;
}

function related({ number }: NumberedSheet): string {
  const type = `${RELATIONSHIPS}/worksheet`;
  return `<Relationship Id="rId${number}" Type="${type}" Target="worksheets/sheet${number}.xml"/>`;
}

type SharedTexts = Map<string, number> | null;

function sheetMarkup({ cells, before, after, rowAttributes, styles }: MadeSheet, texts: SharedTexts): string {
  const rows = new Map<number, string[]>();
  for (const [address, cell] of Object.entries(cells)) {
    const row = Number(/\d+$/.exec(address)![0]);
    rows.set(row, [...(rows.get(row) ?? []), cellMarkup(address, cell, styles?.[address] ?? 0, texts)]);
  }
  for (const row of Object.keys(rowAttributes ?? {})) if (!rows.has(Number(row))) rows.set(Number(row), []);
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, inRow]) => `<row r="${row}"${rowAttributes?.[row] ?? ""}>${inRow.join("")}</row>`);
  return `<worksheet xmlns="${MAIN}">${before ?? ""}<sheetData>${data.join("")}</sheetData>${after ?? ""}</worksheet>`;
}

function cellMarkup(address: string, cell: MadeCell, style: number, texts: SharedTexts): string {
  const s = style === 0 ? "" : ` s="${style}"`;
  if (typeof cell === "number") return `<c r="${address}"${s}><v>${cell}</v></c>`;
  if (typeof cell === "string" && texts !== null) {
    if (!texts.has(cell)) texts.set(cell, texts.size);
    return `<c r="${address}"${s} t="s"><v>${texts.get(cell)}</v></c>`;
  }
  if (typeof cell === "string") return `<c r="${address}"${s} t="inlineStr"><is><t>${cell}</t></is></c>`;
  return `<c r="${address}"${s}><f>${cell.formula}</f><v>${cell.value}</v></c>`;
}
