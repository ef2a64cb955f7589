const { existsSync } = require("node:fs");
const { readFile } = require("node:fs/promises");
const { join } = require("node:path");
const { gzipSync } = require("node:zlib");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const root = __dirname;

/** Where the pane gets office.js from (`--env office=cdn`): beside it, Microsoft's servers, or those of 21Vianet. */
const officeSources = {
  local: { script: "office/office.js", origin: "" },
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

/** The origin that manifest.xml names; `--env origin=https://…` puts that of an intranet in its place. */
const DEVELOPMENT_ORIGIN = "https://localhost:3000";

/** Bytes that the pane may have, compressed, without office.js. */
const MOST_PANE_BYTES = 250 * 1024;

/** Nothing is asked of any other server, save office.js itself where it comes from one. */
function policy(officeOrigin) {
  const scripts = ["'self'", officeOrigin].filter((source) => source !== "").join(" ");
  return `default-src 'none'; script-src ${scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'`;
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
  const page = (name, template, chunk, options) =>
    new HtmlPlugin({
      filename: name,
      template: join(root, template),
      chunks: [chunk],
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
      ...(existsSync(join(root, "src/functions/index.ts")) ? { functions: "./src/functions/index.ts" } : {}),
    },
    output: {
      path: join(root, "dist/site"),
      filename: ({ chunk }) => (chunk.name === "functions" ? "functions.js" : "[name].[contenthash:8].js"),
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "auto",
      clean: true,
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
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
      new CopyPlugin({
        patterns: [
          ...officeParts.map((part) => ({
            from: `node_modules/@microsoft/office-js/dist/${part}`,
            to: `office/${part}`,
            info: { minimized: true },
          })),
          { from: "assets/*.png" },
          { from: "src/workbench/workbench.css", to: "workbench.css" },
          { from: "src/commands/pane.css", to: "pane.css" },
          { from: "src/functions/functions.json", to: "functions.json", noErrorOnMissing: true },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: async () =>
              (await readFile(join(root, "manifest.xml"), "utf8")).replaceAll(
                DEVELOPMENT_ORIGIN,
                origin.replace(/\/$/, ""),
              ),
          },
        ],
      }),
      new PrintSizes(),
    ],
    performance: { hints: false },
    stats: "errors-warnings",
    devServer: {
      host: "localhost",
      port: env.excel ? 3000 : Number(process.env.PORT ?? 3000),
      server: await serverFor(env),
      open: !process.env.CI,
      static: false,
      client: { overlay: false },
    },
  };
};
