/** @jest-environment jsdom */
/** A page whose frames never come goes on all the same: long work would hang there otherwise. */
import { painted } from "../../src/pane/painted";

const frames: FrameRequestCallback[] = [];
beforeEach(() => {
  frames.length = 0;
  window.requestAnimationFrame = (frame) => frames.push(frame);
});

test("a frame that is drawn is waited for", async () => {
  let resolved = false;
  const waiting = painted().then(() => (resolved = true));
  await Promise.resolve();
  expect(resolved).toBe(false);
  frames[0]!(0);
  await waiting;
});

test("a hidden runtime draws none without saying so: the work goes on, after the first time at once", async () => {
  expect(document.hidden).toBe(false);
  await painted();
  const begun = performance.now();
  for (let slice = 0; slice < 10; slice++) await painted();
  expect(performance.now() - begun).toBeLessThan(400);
});

test("when frames come again they are waited for again", async () => {
  await painted();
  frames.at(-1)!(0);
  let resolved = false;
  const waiting = painted().then(() => (resolved = true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(resolved).toBe(false);
  frames.at(-1)!(0);
  await waiting;
});
