/** Seam C in a page of jsdom: the whole office.js boots over a simulated Excel, as it does in the workbench. */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { JSDOM } from "jsdom";
import { createExcelHost } from "../../../src/hosts/excel";
import { SimulatedExcel, installInPage } from "../../../src/hosts/simulated";
import { makeWorkbook } from "./simulated-workbook";

const DIST = join(__dirname, "../../../node_modules/@microsoft/office-js/dist");

interface OfficePage extends Window {
  Office: typeof Office;
  Excel: typeof Excel;
}

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

test("try page", async () => {
  const excel = SimulatedExcel.open(makeWorkbook([{ name: "表1", cells: { A1: 1, B1: { formula: "A1*2", value: 2 } } }]));
  const dom = new JSDOM(`<html><head></head><body></body></html>`, { url: `${origin}/page.html`, runScripts: "dangerously", resources: "usable", pretendToBeVisual: true });
  const page = dom.window as unknown as OfficePage;
  installInPage(page, excel);
  await new Promise((resolve) => {
    const script = page.document.createElement("script");
    script.src = `${origin}/office.js`;
    script.onload = resolve;
    page.document.head.append(script);
  });
  const info = await page.Office.onReady();
  console.log(info, page.Office.context.requirements.isSetSupported("ExcelApi", "1.13"));
  const host = createExcelHost({ run: (batch) => page.Excel.run(batch) });
  const wb = await host.read();
  const seen: unknown[] = [];
  await host.watch((c) => seen.push(c));
  excel.type("表1", "A1", 5);
  await new Promise((r) => setTimeout(r, 50));
  console.log(JSON.stringify(wb.sheets[0]!.name), seen);
  console.log([...(await host.read()).sheets[0]!.numbers]);
  console.log(JSON.stringify(page.Office.context.officeTheme));
  dom.window.close();
}, 20000);
