import { catalogue } from "../../src/catalogue";
import { allChecks } from "../../src/engine/all-checks";
import { checkInSteps, checkStages, checkWorkbook } from "../../src/engine/check-workbook";
import type { CheckProgress } from "../../src/engine/check-workbook";
import type { Steps } from "../../src/engine/steps";
import { finish, within } from "../../src/engine/steps";
import { openSeed, seedNames } from "../seeds/open-seed";
import { plainFinding } from "./diagnostics/plain-finding";

function* counted(times: number): Steps<string> {
  for (let time = 0; time < times; time++) yield time / times;
  return "done";
}

test("finishing carries out every step and gives the result", () => {
  expect(finish(counted(5))).toBe("done");
});

test("a part of some work says how far the whole is", () => {
  expect([...within(0.5, 1, counted(4))]).toEqual([0.5, 0.625, 0.75, 0.875]);
});

test.each(seedNames)(
  "%s: a check in steps passes every stage in order, never goes back, and finds what a check at once finds",
  (name) => {
    const workbook = openSeed(name);
    const steps = checkInSteps(name, workbook, catalogue, allChecks);
    const passed: CheckProgress[] = [];
    let next = steps.next();
    for (; !next.done; next = steps.next()) passed.push(next.value);
    const places = passed.map(({ stage, share }) => checkStages.indexOf(stage) + share);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([...new Set(passed.map(({ stage }) => stage))]).toEqual(checkStages);
    expect(passed.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
    const whole = checkWorkbook(name, workbook, catalogue, allChecks);
    expect(next.value.findings.map(plainFinding)).toEqual(whole.findings.map(plainFinding));
  },
);
