/** A short run of `npm run fuzz`: a row of cases of each kind, always the same ones. */
import { kinds } from "./kinds";
import { runCase } from "./run";

const COUNTS: ReadonlyMap<string, number> = new Map([
  ["archive", 30],
  ["markup", 40],
  ["cells-of-files", 40],
  ["cells", 60],
  ["criteria", 400],
  ["texts", 40],
  ["catalogue", 40],
  ["settings", 40],
]);

test.each(kinds.map(({ name }) => name))("odd %s end no run, and no message shows an inner error", (kind) => {
  const ended = Array.from({ length: COUNTS.get(kind)! }, (_, seed) => runCase(kind, seed));
  // How long a case takes is the machine's as well: the run by hand asks for that.
  expect(ended.filter((one) => "what" in one && one.what !== "slow")).toEqual([]);
});
