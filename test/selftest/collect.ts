/**
 * Waits for the file that the self-test sends from Excel and puts it where it is a test: `npm run selftest:collect`, or
 * into another folder, at another port, where these are named. The server is office-addin-test-server, with the
 * certificate of `npm run dev-server`.
 */
import { join } from "node:path";
import { defaultPort } from "office-addin-test-server";
import { collectRecording } from "./collection";

const [folder = join(__dirname, "recordings"), port = String(defaultPort)] = process.argv.slice(2);

collectRecording(folder, Number(port), () => process.stdout.write(`waiting on https://localhost:${port}\n`)).then(
  (path) => process.stdout.write(`${path}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
