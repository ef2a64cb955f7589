/** Seam C in a page of jsdom: the whole office.js boots over a simulated Excel, as it does in the workbench. */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { JSDOM } from "jsdom";
import { createExcelHost } from "../../../src/hosts/excel";
import type { WorkbookChange } from "../../../src/hosts/host";
import type { PageSettings } from "../../../src/hosts/simulated";
import { SimulatedExcel, installInPage } from "../../../src/hosts/simulated";
import { makeWorkbook } from "./simulated-workbook";

const DIST = join(__dirname, "../../../node_modules/@microsoft/office-js/dist");

interface OfficePage extends Window {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
}

const capabilities = { application: "Excel", savesItself: true, keepsUndoSteps: true };

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(DIST, normalize(new URL(request.url ?? "/", "http://localhost").pathname))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

/** A page with a simulated Excel behind it in which office.js has been loaded. */
async function officePage(
  excel: SimulatedExcel,
  settings: PageSettings = {},
): Promise<{ page: OfficePage; connect: (next: SimulatedExcel) => void; close: () => void }> {
  const dom = new JSDOM("<html><head></head><body></body></html>", {
    url: `${origin}/page.html`,
    runScripts: "dangerously",
    resources: "usable",
  });
  const page = dom.window as unknown as OfficePage;
  const connect = installInPage(page, excel, settings);
  await new Promise((resolve) => {
    const script = page.document.createElement("script");
    script.src = `${origin}/office.js`;
    script.onload = resolve;
    page.document.head.append(script);
  });
  await page.Office.onReady();
  // office.js goes on to tell Excel that it is ready for ribbon buttons.
  await soon();
  return { page, connect, close: () => dom.window.close() };
}

const bytes = (value: number): Uint8Array =>
  makeWorkbook([{ name: "表1", cells: { A1: value, B1: { formula: "A1*2", value: value * 2 } } }]);

test("office.js takes it for Excel, and says which sets it supports", async () => {
  const { page, close } = await officePage(SimulatedExcel.open(bytes(1)), { apiSet: "1.12" });
  const { requirements } = page.Office.context;
  expect((await page.Office.onReady()).host).toBe("Excel");
  expect([
    requirements.isSetSupported("ExcelApi", "1.12"),
    requirements.isSetSupported("ExcelApi", "1.13"),
    requirements.isSetSupported("ExcelApi", "1.9"),
  ]).toEqual([true, false, true]);
  close();
});

test("the adapter reads, writes and is told of edits", async () => {
  const excel = SimulatedExcel.open(bytes(1));
  const { page, close } = await officePage(excel);
  const host = createExcelHost({ run: (batch) => page.Excel.run(batch) }, capabilities);
  await host.read();
  const changes: WorkbookChange[] = [];
  const stop = await host.watch((change) => changes.push(change));
  excel.type("表1", "A1", 5);
  await soon();
  await host.read();
  await host.apply([{ type: "set-value", sheet: "表1", address: "A1", value: 7 }]);
  await soon();
  await stop();
  expect(changes).toEqual([{ kind: "cells", remote: false, sheet: "表1", address: "A1" }]);
  expect([...(await host.read()).sheets[0]!.numbers]).toEqual([7, 14]);
  expect(excel.unknownMembers).toEqual([]);
  close();
});

test("another workbook can be put behind the same page", async () => {
  const { page, connect, close } = await officePage(SimulatedExcel.open(bytes(1)));
  const host = createExcelHost({ run: (batch) => page.Excel.run(batch) }, capabilities);
  await host.read();
  connect(SimulatedExcel.open(bytes(30)));
  expect([...(await host.read()).sheets[0]!.numbers]).toEqual([30, 60]);
  close();
});

test("an error of Excel's arrives as the same error", async () => {
  const excel = SimulatedExcel.open(bytes(1));
  const { page, close } = await officePage(excel);
  excel.cellBeingEdited = true;
  const failed = page.Excel.run(async (context) => {
    context.workbook.worksheets.load("items/name");
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  close();
});

test("a ribbon button calls the function that is associated with it", async () => {
  const excel = SimulatedExcel.open(bytes(1));
  const { page, close } = await officePage(excel);
  const pressed: string[] = [];
  page.Office.actions.associate("hedui.check", () => pressed.push("check"));
  excel.press("hedui.check");
  expect(pressed).toEqual(["check"]);
  close();
});

test("the theme's colours are those that were set", async () => {
  const { page, close } = await officePage(SimulatedExcel.open(bytes(1)), {
    theme: { background: "#262626", foreground: "#F0F0F0" },
  });
  expect(page.Office.context.officeTheme).toMatchObject({
    primaryBackgroundColor: "#262626",
    primaryFontColor: "#f0f0f0",
  });
  close();
});
