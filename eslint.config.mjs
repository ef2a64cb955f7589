import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/** Data of tests and seeds, a row of a sheet a line: what .prettierignore leaves alone as well. */
const rowsOfSheets = [
  "seeds/*/**",
  "test/engine/tables/cities/**",
  "test/engine/tables/cities-performance/**",
  "test/golden/cities/**",
  "test/engine/criteria/spellings.ts",
];

/**
 * Functions that are one switch over a union whose members are each worded: a member, a case, a sentence. The compiler
 * holds them complete; taken apart they would only be harder to read through.
 */
const switchesThatWord = [
  "src/hosts/file/wording.ts", // describeFileProblem
  "src/hosts/host-wording.ts", // describeHostProblem
  "src/engine/criteria/locale.ts", // say, sayConvention
  "src/engine/criteria/passes/locale.ts", // sayDiagnostic
  "src/engine/diagnostics/wording/zh.ts", // faultOf, sentence
];

/** A table that is asked by a text: `const units: Readonly<Record<string, Unit>> = { … }`, or such a one that is filled. */
const plainObjectsAsMaps = [
  "> TSTypeReference",
  "> TSTypeReference > TSTypeParameterInstantiation > TSTypeReference",
].map((path) => ({
  selector:
    `VariableDeclarator[init.type="ObjectExpression"] > Identifier > TSTypeAnnotation ${path}[typeName.name="Record"]` +
    " > TSTypeParameterInstantiation > TSStringKeyword:first-child",
  message: "What is looked up by a text is a Map, or an object without a prototype: every object has a constructor.",
}));

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "coverage/**", "out/**", "**/*.cjs", "webpack.config.js"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      // A type that is imported as one costs nothing in a bundle and makes no cycle when it runs.
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A file has one subject.
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      // Short files do not make short lines. Prettier leaves strings and regular expressions alone: this does not.
      "max-len": ["error", { code: 120 }],
      // What branches more often has more than one subject.
      complexity: ["error", 15],
      // A host prints, the engine answers.
      "no-console": "error",
      // 0, "" and null are three things in a table.
      eqeqeq: ["error", "always"],
    },
  },
  { files: rowsOfSheets, rules: { "max-len": "off" } },
  { files: switchesThatWord, rules: { complexity: "off" } },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "bench/**/*.ts", "docs/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A promise that nobody waits for loses its error, and a test that does not wait passes.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      // A member that is added to a union must be met by everyone who tells its members apart.
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // A member that another one swallows says what is not so.
      "@typescript-eslint/no-redundant-type-constituents": "error",
      // What the compiler knows already is not said again, and not asked again: it hides what it does not know.
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      // An any switches the compiler off for everything that it touches: say what `new Map()` and `JSON.parse` hold.
      "@typescript-eslint/no-unsafe-argument": "error",
      "@typescript-eslint/no-unsafe-assignment": "error",
      "@typescript-eslint/no-unsafe-return": "error",
      "@typescript-eslint/no-unsafe-call": "error",
      "@typescript-eslint/no-unsafe-member-access": "error",
      // "[object Object]" is no text of a cell.
      "@typescript-eslint/no-base-to-string": "error",
      // "constructor" and "__proto__" are words of a cell like any other, and members of every plain object.
      "no-restricted-syntax": ["error", ...plainObjectsAsMaps],
      // Without a comparison numbers are sorted as texts: 10 before 9.
      "@typescript-eslint/require-array-sort-compare": ["error", { ignoreStringArrays: true }],
    },
  },
  // Wherever Office's client is spoken to. Not call-sync-before-read and load-object-before-read: they look no further
  // than one function, where here one asks and another reads; and Office's client throws in either case.
  {
    files: ["src/{hosts/excel,commands,functions,selftest}/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  // A line a file of the catalogue, written by write-lists.ts.
  { files: ["src/catalogue/*/index.ts"], rules: { "max-lines": "off" } },
  // What these print is what they are run for.
  {
    files: ["bench/**/*.ts", "seeds/*.ts", "docs/*.ts", "assets/*.ts", "test/browser/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["src/engine/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        {
          name: "Date",
          message: "The engine has no clock: what it needs to know of the time comes in as an argument.",
        },
        { name: "window", message: "The engine knows no page." },
        { name: "document", message: "The engine knows no page." },
        { name: "process", message: "The engine knows no machine." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The engine gives the same answer every time." },
      ],
    },
  },
);
