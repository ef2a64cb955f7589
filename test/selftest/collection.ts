import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync, strFromU8 } from "fflate";
import { TestServer } from "office-addin-test-server";
import type { SelfTestFile } from "../../src/selftest/report";

/** What the self-test sends: its file, deflated, as base64 (src/selftest/send.ts). */
interface Sent {
  readonly deflated: string;
}

/**
 * Waits for the file that the self-test sends from Excel and puts it into a folder, named after that Excel.
 * @param onListening is called when the page can send
 * @returns where the file is
 * @throws where the port is taken or there is no certificate
 */
export async function collectRecording(folder: string, port: number, onListening: () => void): Promise<string> {
  const server = new TestServer(port);
  // It begins with a promise that is refused already, at which Node ends a program that nobody has told.
  server.getTestResults().catch(() => undefined);
  await server.startTestServer();
  onListening();
  const { deflated } = (await server.getTestResults()) as unknown as Sent;
  const text = strFromU8(inflateSync(new Uint8Array(Buffer.from(deflated, "base64"))));
  const { excel } = JSON.parse(text) as SelfTestFile;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${excel.platform}-${excel.version}.json`.replace(/[^\w.-]/g, "_"));
  writeFileSync(path, text);
  await server.stopTestServer();
  return path;
}
