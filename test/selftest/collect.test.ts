/** What the self-test sends is taken in: `npm run selftest:collect`, with what the page sends it by. */
import { globalAgent } from "node:https";
import type { SelfTestFile } from "../../src/selftest/report";
import { sendFile, someoneCollects } from "../../src/selftest/send";
import type { Collector } from "./collector";
import { freePort, startCollector } from "./collector";

let collector: Collector | null = null;
// The person has agreed to trust the certificate of the collector; here nobody has.
beforeAll(() => void (globalAgent.options.rejectUnauthorized = false));
afterAll(() => void delete globalAgent.options.rejectUnauthorized);
afterEach(() => {
  collector?.stop();
  collector = null;
});

/** A file with that many requests, each unlike the others so that they do not pack. */
function fileOf(requests: number): SelfTestFile {
  let seed = 1;
  const noise = (): string =>
    Array.from({ length: 400 }, () => ((seed = (seed * 48271) % 2147483647) % 36).toString(36)).join("");
  return {
    excel: { platform: "PC", version: "16.0.14332.20637", excelApi: "1.14", userAgent: "" },
    results: [],
    recording: {
      requests: Array.from({ length: requests }, () => ({ body: noise(), flags: 0, answer: { body: noise() } })),
      events: [],
    } as unknown as SelfTestFile["recording"],
  };
}

test("nobody collects until somebody does; then the file arrives whole, named after its Excel", async () => {
  const port = await freePort();
  expect(await someoneCollects(port)).toBe(false);
  collector = await startCollector(port);
  expect(await someoneCollects(port)).toBe(true);
  // About a real run's: two hundred requests, some hundred kilobytes in one address.
  const file = fileOf(220);
  await sendFile(file, port);
  expect(await collector.ended).toMatchObject({ code: 0, said: expect.stringMatching(/\.json\n$/) as string });
  const taken = collector.taken();
  expect([...taken.keys()]).toEqual(["PC-16.0.14332.20637.json"]);
  expect(JSON.parse([...taken.values()][0]!)).toEqual(file);
});
