/** The samples for a web server: what Excel needs of one, and cache rules that are true of each file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";

const HOSTING = join(__dirname, "../../docs/hosting");
const nginx = readFileSync(join(HOSTING, "nginx.conf"), "utf8");
const iis = new JSDOM(readFileSync(join(HOSTING, "web.config"), "utf8"), { contentType: "text/xml" }).window.document;

const HASHED = ["pane.1a2b3c4d.js", "src_engine_all-checks_ts.42d2e18d.js"];
const NAMED = [
  "index.html",
  "pane.html",
  "help.html",
  "functions.js",
  "functions.json",
  "manifest.xml",
  "old-machine.js",
  "page.css",
  "pane.css",
  "office/office.js",
  "office/excel-web-16.00.js",
  "assets/icon-32.png",
];
/** What of a file's address makes a server let it be kept for ever. */
const patterns = {
  nginx: new RegExp(/location ~ "([^"]+)"/.exec(nginx)![1]!),
  iis: new RegExp(iis.querySelector("conditions add")!.getAttribute("pattern")!),
};

test.each(Object.entries(patterns))(
  "%s lets just the files be kept whose name changes with their content",
  (_, kept) => {
    expect([...HASHED, ...NAMED].filter((name) => kept.test(`/${name}`))).toEqual(HASHED);
  },
);

test("both let Excel on the web read functions.json, and neither forbids frames", () => {
  expect(nginx.match(/add_header Access-Control-Allow-Origin "\*" always;/g)).toHaveLength(2);
  expect(nginx).not.toMatch(/add_header (?:X-Frame-Options|Content-Security-Policy)/i);
  const added = [...iis.querySelectorAll("customHeaders add")].map((header) => header.getAttribute("name"));
  expect(added).toEqual(["Access-Control-Allow-Origin"]);
  expect(iis.querySelector("customHeaders remove")!.getAttribute("name")).toBe("X-Frame-Options");
});

test("the server of developers lets it, too", () => {
  const config = readFileSync(join(__dirname, "../../webpack.config.js"), "utf8");
  expect(config).toContain('headers: { "Access-Control-Allow-Origin": "*" }');
});
