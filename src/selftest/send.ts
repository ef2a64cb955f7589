import { deflateSync, strToU8 } from "fflate";
import { defaultPort, pingTestServer, sendTestResults } from "office-addin-test-helpers";
import type { SelfTestFile } from "./report";

/** Whether office-addin-test-server listens on this machine (`npm run selftest:collect`). */
export async function someoneCollects(port = defaultPort): Promise<boolean> {
  const { status } = await pingTestServer(port).catch(() => ({ status: 0 }));
  return status === 200;
}

/** Sends the file to it. It takes everything in an address, hence deflated. */
export async function sendFile(file: SelfTestFile, port = defaultPort): Promise<void> {
  const sent = await sendTestResults({ deflated: base64(deflateSync(strToU8(JSON.stringify(file)))) }, port);
  if (!sent) throw new Error("office-addin-test-server");
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
