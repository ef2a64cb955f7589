import { paced, pausesOf } from "../../src/pane/session/paced";
import type { Pace } from "../../src/pane/session/paced";

/** Time that passes 40 ms at each look: every pause is due. */
function work(): { pace: Pace<number>; told: number[]; leave: () => void } {
  const told: number[] = [];
  let time = 0;
  let goesOn = true;
  const pace: Pace<number> = {
    now: () => (time += 40),
    painted: () => Promise.resolve(),
    progressed: (share) => told.push(share),
    goesOn: () => goesOn,
  };
  return { pace, told, leave: () => (goesOn = false) };
}

test("work that was left while another carried a part out tells of no progress any more", async () => {
  const { pace, told, leave } = work();
  const pause = pausesOf(pace);
  expect(await pause(0.2)).toBe(true);
  leave();
  expect(await pause(0.4)).toBe(false);
  expect(told).toEqual([0.2]);
});

test("steps that are left in the midst have no result", async () => {
  const { pace, told, leave } = work();
  function* steps(): Generator<number, string, void> {
    yield 0.5;
    leave();
    yield 0.9;
    return "完成";
  }
  expect(await paced(steps(), pace)).toBeNull();
  expect(told).toEqual([0.5]);
});
