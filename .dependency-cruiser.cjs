/** The one direction of the data as rules: each forbids an import and says why. */

/** The engine's rooms, lower ones first: a room may import those of the lines above its own. */
const engineOrder = [
  ["workbook"],
  ["language"],
  ["tables"],
  ["reconcile", "criteria"],
  ["narrative"],
  ["evaluation"],
  ["diagnostics"],
  ["report", "settings"],
];

const rooms = (names) => `^src/engine/(?:${names.join("|")})/`;

/** For each line of the order: it imports nothing of the lines below it, nor of the rooms beside it. */
const engineOrderRules = engineOrder.flatMap((line, place) => {
  const later = engineOrder.slice(place + 1).flat();
  return line.flatMap((room) => {
    const forbidden = [...line.filter((other) => other !== room), ...later];
    return forbidden.length === 0
      ? []
      : {
          name: `engine-order-${room}`,
          comment: `The engine's way is one: ${engineOrder.map((names) => names.join(", ")).join(" → ")}.`,
          severity: "error",
          from: { path: rooms([room]) },
          to: { path: rooms(forbidden) },
        };
  });
});

/** A room is a folder with a face: one of the engine's, one of the hosts', or one beside them. */
const room = "src/(?:engine/|hosts/)?(?!engine/|hosts/)[^/]+";
/**
 * What a room shows: its index, and that of a folder in it. What of the file host runs on Node only has a face of its
 * own; the index of the functions is run by Excel, and what the commands share with it stands beside it.
 */
const faces = ["/index\\.tsx?$", "^src/hosts/file/node\\.ts$", "^src/functions/(?:associate|workbook-practice)\\.ts$"];

/** What is run or loaded from outside: nobody imports it. */
const entryPoints = [
  "^src/(?:cli|commands|functions|selftest)/index\\.ts$",
  "^src/workbench/index\\.tsx$",
  "^src/catalogue/write-lists\\.ts$",
  "^src/pages/old-machine\\.js$",
  "\\.d\\.ts$",
  // A process of its own, begun by check-pool.
  "^src/cli/check-worker\\.ts$",
  // What starts the command line.
  "^src/cli/packed\\.cjs$",
];

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
      name: "no-orphans",
      comment: "A module that nobody imports is read, tested and mended for nothing.",
      severity: "error",
      from: {},
      module: { path: "^src/", pathNot: entryPoints, numberOfDependentsLessThan: 1 },
    },
    {
      name: "through-the-face",
      comment: "What a room does inside is its own: others import its index, so that it can be rebuilt behind it.",
      severity: "error",
      from: { path: `^(${room})/` },
      to: { path: `^${room}/`, pathNot: ["^$1/", ...faces] },
    },
    {
      name: "own-face-not-within",
      comment: "A room that imports its own index goes in a circle, and loads all of itself for a part.",
      severity: "error",
      from: { path: `^(${room})/` },
      to: { path: "^$1/index\\.tsx?$" },
    },
    {
      name: "engine-root-through-the-face",
      comment: "What joins the engine's rooms (check-workbook, all-checks, documents) knows them by their faces.",
      severity: "error",
      from: { path: "^src/(?:engine|hosts)/[^/]+$" },
      to: { path: `^${room}/`, pathNot: faces },
    },
    {
      name: "engine-rooms-below-the-root",
      comment:
        "The root joins the rooms; they know nothing of it but steps.ts, the way in which long work tells how far it is, and mishap.ts, how what broke is named.",
      severity: "error",
      from: { path: "^src/engine/[^/]+/" },
      to: { path: "^src/engine/[^/]+$", pathNot: "^src/engine/(?:steps|mishap)\\.ts$" },
    },
    ...engineOrderRules,
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
      comment: "A host reads workbooks, in steps, and applies edits; what a budget is, it never learns.",
      severity: "error",
      from: { path: "^src/hosts" },
      to: { path: "^src/(engine/(?!workbook/|steps\\.ts$)|catalogue|pane|cli|workbench|commands|functions)" },
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
