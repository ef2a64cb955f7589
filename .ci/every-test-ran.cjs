/** Reads Jest's JSON results (argument 1) and fails unless every test file ran, and every test in it. */
const { readFileSync, readdirSync } = require("node:fs");

const results = JSON.parse(readFileSync(process.argv[2], "utf8"));
const files = readdirSync("test", { recursive: true }).filter(
  (name) => /\.test\.tsx?$/.test(name) && !/^browser[/\\]/.test(name),
);
const ran = results.testResults.filter(({ assertionResults }) => assertionResults.length > 0);

const faults = [
  [ran.length === 0, "no test ran"],
  [ran.length < files.length, `${files.length} test files, ${ran.length} ran`],
  [results.numPendingTests > 0, `${results.numPendingTests} tests were skipped`],
  [results.numTodoTests > 0, `${results.numTodoTests} tests are only announced`],
  [results.numRuntimeErrorTestSuites > 0, `${results.numRuntimeErrorTestSuites} test files could not be run`],
].filter(([found]) => found);

for (const [, message] of faults) console.error(message);
process.exitCode = faults.length > 0 ? 1 : 0;
