/** Jest without native parts: ts-jest turns TypeScript into CommonJS, and hucre (ESM only) along with it. */
const transpile = [
  "ts-jest",
  {
    tsconfig: {
      module: "CommonJS",
      moduleResolution: "node10",
      ignoreDeprecations: "6.0",
      jsx: "react-jsx",
      esModuleInterop: true,
      isolatedModules: true,
      target: "ES2022",
      allowJs: true,
      resolveJsonModule: true,
    },
    diagnostics: false,
  },
];

module.exports = {
  testEnvironment: "node",
  // By default one core is left idle: of two, that is half of the time.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/test/slow-files-first.cjs",
  // Nothing is asserted of time: on a slow machine a view takes seconds to draw for the first time.
  testTimeout: 120_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "/test/browser/"],
  // Inside a test's context a global is looked up each time it is named, thirty times slower than what a module is given.
  sandboxInjectedGlobals: ["Math", "Number", "String", "Object", "Array", "Map", "Set", "RegExp", "Float64Array"],
  // The package names entry files that it does not have.
  moduleNameMapper: { "^numfmt$": "<rootDir>/node_modules/numfmt/dist/index.js" },
  transform: { "\\.tsx?$": transpile, "hucre/.+\\.mjs$": transpile },
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
};
