import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** Where the build puts the pages. */
export const SITE = join(__dirname, "../../dist/site");

/** By the ending of a file. */
export const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".json": "application/json",
};

/** The built pages from a plain server, as an intranet would serve them. */
export async function serveSite(folder = SITE): Promise<{ origin: string; close: () => void }> {
  if (!existsSync(join(folder, "index.html"))) throw new Error("npm run build comes first");
  const server: Server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const path = asked === "/" ? "/index.html" : asked;
    try {
      const body = readFileSync(join(folder, normalize(path)));
      response
        .writeHead(200, {
          "content-type": contentTypes[extname(path)] ?? "application/octet-stream",
          "access-control-allow-origin": "*",
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
