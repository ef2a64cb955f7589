const { existsSync } = require("node:fs");
const { readFile } = require("node:fs/promises");
const { join } = require("node:path");
const { gzipSync } = require("node:zlib");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const root = __dirname;

/** What can be done, the words, the marks and the keys: the same on the page of help and in the pane. */
const help = require("./src/pane/views/help/help.json");

/** Package, version and port are said once. */
const { version, config: settings } = require("./package.json");

/**
 * Where the pane gets office.js from (`--env office=cdn`): beside it, from the npm package or from a folder that was
 * copied from Microsoft's servers (`--env office=folder --env officeFolder=…`); Microsoft's servers; those of 21Vianet.
 */
const officeSources = {
  local: { script: "office/office.js", origin: "" },
  folder: { script: "office/office.js", origin: "" },
  cdn: {
    script: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    origin: "https://appsforoffice.microsoft.com",
  },
  "cdn-cn": {
    script: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    origin: "https://appsforoffice.cdn.partner.office365.cn",
  },
};

/** The parts of office.js that Excel needs, in the layout in which it looks for them: about 6 of its 87 MB. */
const officeParts = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "telemetry/oteljs_agave.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];

/** Without these a folder is no copy of office.js. */
const officeNeeds = officeParts.filter((part) => !/telemetry|apptofilemapping|en-us/.test(part));

/** What is copied beside the pane, as patterns of the copy plugin. */
function officeCopies({ office = "local", officeFolder }) {
  if (office === "folder") {
    const missing = officeNeeds.filter((part) => !officeFolder || !existsSync(join(officeFolder, part)));
    if (missing.length > 0) throw new Error(`--env officeFolder: no ${missing.join(", ")} there`);
    return [{ from: "**/*", context: officeFolder, to: "office", info: { minimized: true } }];
  }
  // The workbench has its own Excel and takes office.js from beside it in any case.
  return officeParts.map((part) => ({
    from: `node_modules/@microsoft/office-js/dist/${part}`,
    to: `office/${part}`,
    info: { minimized: true },
  }));
}

/** The origin that manifest.xml names; `--env origin=https://…` puts that of an intranet in its place. */
const DEVELOPMENT_ORIGIN = `https://localhost:${settings.dev_server_port}`;

/** The self-test is an add-in of its own, so that both can be installed. */
const SELFTEST_ID = "7b0a6a52-0f0e-4d0a-9a43-68656475690b";

/** Where office-addin-test-server listens. */
const TEST_SERVER = "https://localhost:4201";

/** Bytes that the pane may have, compressed, without office.js. */
const MOST_PANE_BYTES = 180 * 1024;

/**
 * Nothing is asked of any other server, save office.js itself where it comes from one.
 * @param connections whom else the page may ask
 */
function policy(officeOrigin, connections = "") {
  const sources = (...origins) => ["'self'", ...origins].filter((source) => source !== "").join(" ");
  return `default-src 'none'; script-src ${sources(officeOrigin)}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src ${sources(connections)}; base-uri 'none'; form-action 'none'`;
}

/**
 * The manifest as `manifest.xml` is written, for an origin; that of the self-test opens another page, as another
 * add-in.
 */
async function manifestFor(origin, { selftest = false } = {}) {
  const text = (await readFile(join(root, "manifest.xml"), "utf8")).replaceAll(
    DEVELOPMENT_ORIGIN,
    origin.replace(/\/$/, ""),
  );
  if (!selftest) return text;
  return text
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${SELFTEST_ID}</Id>`)
    .replaceAll("/pane.html", "/selftest.html")
    .replaceAll('"预算核对"', '"预算核对自检"')
    .replaceAll('"Hedui.', '"HeduiTest.')
    .replaceAll('"HEDUI"', '"HEDUITEST"');
}

/** Says how large the pages are, and fails where the pane has grown too large. */
class PrintSizes {
  apply(compiler) {
    if (compiler.options.mode !== "production") return;
    compiler.hooks.afterEmit.tapPromise("PrintSizes", async (compilation) => {
      const size = async (files) => {
        let bytes = 0;
        for (const file of new Set(files))
          if (file.endsWith(".js"))
            bytes += gzipSync(await readFile(join(compilation.outputOptions.path, file))).length;
        return bytes;
      };
      for (const [name, entry] of compilation.entrypoints) {
        const first = await size(entry.getFiles());
        const later = await size(
          entry
            .getChildren()
            .flatMap((group) =>
              group.origins.some(({ request }) => /\.xlsx/.test(request ?? "")) ? [] : group.getFiles(),
            ),
        );
        console.log(
          `${name}  ${kilobytes(first)}${later > 0 ? `，随后载入 ${kilobytes(later)}` : ""}（压缩后，不含 office.js）`,
        );
        if (name === "pane" && first > MOST_PANE_BYTES)
          compilation.errors.push(new Error(`the pane is larger than ${kilobytes(MOST_PANE_BYTES)}`));
      }
    });
  }
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;

/** HTTPS for Excel (`npm start -- --env excel`), with a certificate that the person has agreed to trust. */
async function serverFor(env) {
  if (!env.excel) return "http";
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return { type: "https", options: await getHttpsServerOptions() };
}

module.exports = async (env = {}, { mode = "production" } = {}) => {
  const office = officeSources[env.office ?? "local"];
  if (!office) throw new Error(`--env office: ${Object.keys(officeSources).join(", ")}`);
  const origin = env.origin ?? DEVELOPMENT_ORIGIN;
  const isForDevelopers = mode !== "production";
  const page = (name, template, chunk, options) =>
    new HtmlPlugin({
      filename: name,
      template: join(root, template),
      chunks: chunk === null ? [] : [chunk],
      scriptLoading: "defer",
      inject: "body",
      minify: false,
      ...options,
    });
  return {
    mode,
    context: root,
    // No eval: the policy of the pages forbids it, while developing as well.
    devtool: mode === "production" ? false : "source-map",
    entry: {
      pane: "./src/commands/index.ts",
      workbench: "./src/workbench/index.tsx",
      functions: "./src/functions/index.ts",
      ...(isForDevelopers ? { selftest: "./src/selftest/index.ts" } : {}),
    },
    output: {
      path: join(root, "dist/site"),
      filename: ({ chunk }) => (chunk.name === "functions" ? "functions.js" : "[name].[contenthash:8].js"),
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "auto",
      clean: true,
    },
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
      // The package names entry files that it does not have; this one can be taken in parts.
      alias: { numfmt$: join(root, "node_modules/numfmt/dist/index.mjs") },
    },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
        { test: /\.xlsx$/, type: "asset/inline" },
        // What stands in modules of the engine and the pane is only wanted by name: nothing happens on import.
        { test: /src[\\/](?:engine|catalogue|hosts|pane)[\\/]/, sideEffects: false },
        // Examples of rules are for the docs and the tests.
        {
          test: /catalogue[\\/]rules[\\/][^\\/]+\.json$/,
          type: "json",
          parser: { parse: (text) => ({ ...JSON.parse(text), example: undefined }) },
        },
      ],
    },
    plugins: [
      page("index.html", "src/workbench/index.html", "workbench", { policy: policy("") }),
      page("pane.html", "src/commands/pane.html", "pane", {
        policy: policy(office.origin),
        officeScript: office.script,
      }),
      page("help.html", "src/pages/help.html", null, { policy: policy(""), version, help }),
      ...(isForDevelopers
        ? [
            page("selftest.html", "src/selftest/selftest.html", "selftest", {
              policy: policy(office.origin, TEST_SERVER),
              officeScript: office.script,
            }),
          ]
        : []),
      new CopyPlugin({
        patterns: [
          ...officeCopies(env),
          { from: "assets/*.png" },
          { from: "src/workbench/workbench.css", to: "workbench.css" },
          { from: "src/commands/pane.css", to: "pane.css" },
          { from: "src/pages/page.css", to: "page.css" },
          // As it stands: the engines that it is for read nothing newer.
          { from: "src/pages/old-machine.js", to: "old-machine.js", info: { minimized: true } },
          { from: "src/functions/functions.json", to: "functions.json" },
          { from: "manifest.xml", to: "manifest.xml", transform: () => manifestFor(origin) },
          ...(isForDevelopers
            ? [
                {
                  from: "manifest.xml",
                  to: "manifest.selftest.xml",
                  transform: () => manifestFor(origin, { selftest: true }),
                },
              ]
            : []),
        ],
      }),
      new PrintSizes(),
    ],
    performance: { hints: false },
    stats: "errors-warnings",
    devServer: {
      host: "localhost",
      port: env.excel ? settings.dev_server_port : Number(process.env.PORT ?? settings.dev_server_port),
      // Excel on the web reads functions.json from its own origin, and asks for leave.
      headers: { "Access-Control-Allow-Origin": "*" },
      server: await serverFor(env),
      open: !process.env.CI,
      static: false,
      client: { overlay: false },
    },
  };
};
