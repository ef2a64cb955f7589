/** The one direction of the data as rules: each forbids an import and says why. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle hides which of two modules knows the other.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "engine-is-pure",
      comment: "The engine runs in Excel, in a page, in a terminal and in a test: it imports nothing above it.",
      severity: "error",
      from: { path: "^src/engine" },
      to: { path: "^src/(hosts|pane|commands|functions|workbench|cli|catalogue)" },
    },
    {
      name: "engine-libraries",
      comment: "The engine may use a decimal library and zod, nothing else.",
      severity: "error",
      from: { path: "^src/engine" },
      to: { dependencyTypes: ["npm", "core"], pathNot: "node_modules/(decimal\\.js|zod)/" },
    },
    {
      name: "catalogue-is-data",
      comment: "The catalogue is handed to the engine; it may only know the engine's schema of rules and templates.",
      severity: "error",
      from: { path: "^src/catalogue" },
      to: { path: "^src/(hosts|pane|commands|functions|workbench|cli)" },
    },
    {
      name: "hosts-know-no-budget",
      comment: "A host reads workbooks and applies edits; what a budget is, it never learns.",
      severity: "error",
      from: { path: "^src/hosts" },
      to: { path: "^src/(engine/(?!workbook)|catalogue|pane|cli|workbench|commands|functions)" },
    },
    {
      name: "pane-knows-the-port",
      comment: "Views talk to hosts/host.ts, never to a concrete host.",
      severity: "error",
      from: { path: "^src/pane" },
      to: { path: "^src/(hosts/(excel|file|simulated)|cli|workbench)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
