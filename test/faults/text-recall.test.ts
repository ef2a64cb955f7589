import { join } from "node:path";
import { faultKinds, faultsOf, isFound, readText, sampled, type FaultKind } from "./text-faults";

const workbooks = join(__dirname, "..", "workbooks");
const seeds = join(__dirname, "..", "..", "seeds");
const texts = [
  ...["fuliyuan-2024-unit", "wanli-2023-dept", "wanli-2024-dept", "wanli-2025-dept"].map((name) =>
    join(workbooks, name),
  ),
  ...["changsha-industry-budget-2025", "changsha-enterprise-service-budget-2025"].map((name) => join(seeds, name)),
].map((path) => `${path}.xlsx`);

/** Faults tried of each kind in each text; RECALL=all tries every one. The seed is fixed. */
const MOST = process.env["RECALL"] === "all" ? Number.POSITIVE_INFINITY : 6;
const SEED = 13;
/** What share of each kind is found at least. Of directions many stand in reasons, which no table knows. */
const least: Readonly<Record<FaultKind, number>> = {
  digit: 0.8,
  unit: 0.8,
  direction: 0.6,
  "year of comparison": 0.75,
  rate: 0.85,
  "item dropped": 0.95,
  "amount copied": 0.85,
  "class renamed": 0.95,
  "reason emptied": 0.9,
};

test("faults put into the texts are found, most of every kind", () => {
  const tallies = new Map<FaultKind, { tried: number; found: number }>(
    faultKinds.map((kind) => [kind, { tried: 0, found: 0 }]),
  );
  for (const text of texts.map(readText))
    for (const kind of faultKinds)
      for (const fault of sampled(faultsOf(text, kind), MOST, SEED)) {
        const tally = tallies.get(kind)!;
        tally.tried += 1;
        if (isFound(text, fault)) tally.found += 1;
      }
  const lines = [...tallies].map(([kind, { tried, found }]) => `  ${kind}: ${found} of ${tried}`);
  process.stdout.write(`faults put into six texts, seed ${SEED}\n${lines.join("\n")}\n`);
  for (const [kind, { tried, found }] of tallies) {
    expect(tried).toBeGreaterThan(0);
    expect([kind, found / tried >= least[kind]]).toEqual([kind, true]);
  }
}, 300_000);
