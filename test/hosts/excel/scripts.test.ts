/**
 * Scripts in the manner of those that add-ins publish, over the members that this one uses and some that it does not:
 * the simulated Excel gives what a real one gives. Their text is our own.
 */
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";
import { formatScripts } from "../scripts/formats";
import { rangeScripts } from "../scripts/ranges";
import type { Script } from "../scripts/script";
import { sheetScripts } from "../scripts/sheets";

const scripts = [...rangeScripts, ...formatScripts, ...sheetScripts];
const bytes = makeWorkbook([
  { name: "Data", cells: { A1: "Name", B1: 1, B2: 2 } },
  { name: "Draft", cells: { A1: 1 }, hidden: true },
  { name: "Secret", cells: { A1: 1 }, hidden: "veryHidden" },
]);

/** What a script gives, or the code of the error with which it ends. */
async function outcome({ run }: Script): Promise<unknown> {
  const { Excel, excel } = simulate(bytes);
  try {
    return await Excel.run((context) => run(context, excel));
  } catch (error) {
    if (error instanceof Error && "code" in error) return error.code;
    throw error;
  }
}

test.each(scripts.filter(({ needs }) => needs === undefined).map((script) => [script.about, script] as const))(
  "%s",
  async (_, script) => {
    expect(await outcome(script)).toEqual(script.gives);
    expectNoUnknownMembers();
  },
);

test.each(scripts.filter(({ needs }) => needs !== undefined).map((script) => [script.about, script] as const))(
  "does not run: %s",
  async (_, script) => {
    expect(await outcome(script)).toBe("ApiNotFound");
    expect(expectNoUnknownMembers).toThrow(script.needs);
  },
);

test("each says something else, and how many run is said", () => {
  expect(new Set(scripts.map(({ about }) => about)).size).toBe(scripts.length);
  const missing = scripts.flatMap(({ needs }) => needs ?? []);
  if (globalThis.adapterTarget === undefined)
    process.stdout.write(
      `scripts over the simulated Excel: ${scripts.length - missing.length} of ${scripts.length} run; ` +
        `missing there, and not used here: ${missing.join(", ")}\n`,
    );
  expect(missing.length / scripts.length).toBeLessThan(0.2);
});
