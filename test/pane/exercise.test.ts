/** The pane knows the practice workbook, and sees which of its slips still stand. */
import exercise from "../../seeds/practice-slips.json";
import { openSeed } from "../seeds/open-seed";
import { slipsIn } from "../../src/pane/state/exercise";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeSessions, openSession } from "./clerk-session";

afterEach(closeSessions);

test("all slips stand in it as it comes", () => {
  const slips = slipsIn(openSeed("practice"), exercise)!;
  expect(slips).toHaveLength(exercise.slips.length);
  expect(slips.filter(({ stands }) => !stands)).toEqual([]);
});

test("no other workbook is taken for it", () => {
  expect(slipsIn(openSeed("changsha-industry-budget-2025"), exercise)).toBeNull();
});

test("a slip that is mended counts as such, and the pane opens another copy when asked", async () => {
  const bytes = readFileSync(join(__dirname, "../../seeds/practice.xlsx"));
  let opened = 0;
  const { session, state } = openSession([], {}, bytes, {
    exercise: { ...exercise, open: async () => void opened++ },
  });
  await session.start();
  await session.check();
  expect(session.slips()!.filter(({ stands }) => stands)).toHaveLength(8);
  const slip = state().checked!.findings.find(({ certain, suspects: [first] }) => certain && first?.address === "F13")!;
  await session.adopt(slip.suspects[0]!);
  const mended = session.slips()!.filter(({ stands }) => !stands);
  expect(mended.map(({ slip: { address } }) => address)).toEqual(["F13"]);
  await session.openExercise();
  expect(opened).toBe(1);
});
