import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "coverage/**", "out/**", "**/*.cjs", "webpack.config.js"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      eqeqeq: ["error", "always"],
    },
  },
  // Lists of productions, and what reads them, that are still to be parted by subject.
  {
    files: ["src/engine/criteria/{grammar,rule,scoring}/*.ts"],
    rules: { "max-lines": ["error", { max: 900, skipBlankLines: true, skipComments: true }] },
  },
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
