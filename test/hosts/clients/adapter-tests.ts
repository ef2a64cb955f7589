import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { SimulationSettings } from "../../../src/hosts/simulated";

/** Files of Office's client, by the Excel that loads them. */
export const CLIENT_FILES = {
  desktop: "excel-win32-16.01.debug.js",
  web: "excel-web-16.00.debug.js",
  mac: "excel-mac-16.00.debug.js",
} as const;

/** Over which client and which ExcelApi set the adapter is tested; see `simulate`. */
export interface Target {
  readonly client: keyof typeof CLIENT_FILES;
  readonly apiSet: SimulationSettings["apiSet"];
}

declare global {
  /** What the tests of this file run over; the desktop's client and a new Excel where absent. */
  var adapterTarget: Target | undefined;
}

/** Runs every test of the adapter over another client or another Excel: they join the tests of the file that asks. */
export function runAdapterTests(target: Target): void {
  globalThis.adapterTarget = target;
  const folder = join(__dirname, "../excel");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".test.ts")))
    jest.requireActual(join(folder, name));
}
