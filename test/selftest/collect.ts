/**
 * Waits for the file that the self-test sends from Excel and puts it where it is a test: `npm run selftest:collect`.
 * The server is office-addin-test-server, with the certificate of `npm run dev-server`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync, strFromU8 } from "fflate";
import { TestServer, defaultPort } from "office-addin-test-server";
import type { SelfTestFile } from "../../src/selftest/report";

async function collect(): Promise<void> {
  const server = new TestServer(defaultPort);
  await server.startTestServer();
  process.stdout.write(`waiting on https://localhost:${defaultPort}\n`);
  const { deflated } = (await server.getTestResults()) as unknown as { deflated: string };
  const text = strFromU8(inflateSync(new Uint8Array(Buffer.from(deflated, "base64"))));
  const { excel } = JSON.parse(text) as SelfTestFile;
  const folder = join(__dirname, "recordings");
  mkdirSync(folder, { recursive: true });
  const name = join(folder, `${excel.platform}-${excel.version}.json`.replace(/[^\w.-]/g, "_"));
  writeFileSync(name, text);
  process.stdout.write(`${name}\n`);
  await server.stopTestServer();
}

void collect();
