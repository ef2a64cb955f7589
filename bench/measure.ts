/** Median of some runs' milliseconds; the first ones warm up and do not count. */
export function medianTime(run: () => void, { warm, runs }: { warm: number; runs: number }): number {
  for (let round = 0; round < warm; round++) run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}

/** The least of some runs' milliseconds: whatever else the machine does meanwhile only adds to them. */
export function leastTime(run: () => void, { warm, runs }: { warm: number; runs: number }): number {
  for (let round = 0; round < warm; round++) run();
  let least = Infinity;
  for (let round = 0; round < runs; round++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Keeps a result alive, so that nothing is optimised away. */
export const sink: { value: unknown } = { value: undefined };
