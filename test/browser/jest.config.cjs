/** Tests in a real browser over the built pages: `npm run test:browser`. */
const { moduleNameMapper, transform, transformIgnorePatterns } = require("../../jest.config.cjs");

module.exports = {
  rootDir: "../..",
  testEnvironment: "node",
  roots: ["<rootDir>/test/browser"],
  testMatch: ["**/*.test.ts"],
  moduleNameMapper,
  transform,
  transformIgnorePatterns,
  testTimeout: 60_000,
};
