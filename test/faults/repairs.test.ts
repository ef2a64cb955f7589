import { FigureFinder } from "../../src/engine/diagnostics/figures";
import type { CheckedWorkbook } from "../../src/engine/check-workbook";
import type { Outcome } from "../../src/engine/reconcile";
import { Exact, type CellId, type Workbook } from "../../src/engine/workbook";
import { fixedChoices } from "./recall";
import { valueFaults, withValue } from "./injected-faults";
import { plantedWorkbooks, readOther } from "./planted";
import { checkWhole, readSeed } from "./whole-check";

const ALL = process.env.RECALL === "all";
/** Faults tried in each workbook: all of them with RECALL=all, else these many, evenly spread. */
const MOST = ALL ? Infinity : 36;
/** Every fault of a workbook is tens of thousands of whole checks. */
const TIME_LIMIT = ALL ? 10_800_000 : 600_000;
const SEED = 20_261_129;
/** Of the proposals that are made, at least this share must be the value that stood there. */
const LEAST_TRUE = 0.99;

const workbooks: readonly (readonly [string, () => Workbook])[] = [
  ...[
    "changsha-industry-budget-2025.xlsx",
    "changsha-enterprise-service-budget-2025.xlsx",
    "zhuzhou-self-evaluation-2024.xlsx",
    "hengyang-project-targets.xlsx",
    "zhuzhou-targets.xlsx",
  ].map((name) => [name, () => readSeed(name)] as const),
  ...[...plantedWorkbooks.map(({ workbook }) => workbook), "wanli-2024-dept.xlsx", "fuliyuan-2024-unit.xlsx"].map(
    (name) => [name, () => readOther(name)] as const,
  ),
];

/** A proposal to change one cell, with the amount that it would hold. */
interface Proposal {
  readonly cell: CellId;
  readonly value: string;
  readonly words: string;
}

function proposalsOf({ findings }: CheckedWorkbook): Proposal[] {
  return findings.flatMap(({ suspects, title }) =>
    suspects.flatMap(({ cell, proposed, sheet, address }) =>
      proposed === null ? [] : [{ cell, value: proposed, words: `${sheet} ${address} → ${proposed}（${title}）` }],
    ),
  );
}

/** Checks that do not pass, by rule and cells: the same before and after a cell is changed. */
function failing({ reconciliation }: CheckedWorkbook): Set<string> {
  const name = ({ rule, operands }: Outcome): string => `${rule} ${operands.map(({ cell }) => cell).join(" ")}`;
  return new Set(
    reconciliation.outcomes.filter(({ outcome }) => outcome === "fail" || outcome === "cannot-tell").map(name),
  );
}

/**
 * What accepting a proposal does wrong: nothing is settled, or another check fails that did not before (`hidden` failed
 * before the fault was put in, which hid it).
 */
function harmOf(
  workbook: Workbook,
  checked: CheckedWorkbook,
  { cell, value, words }: Proposal,
  hidden: ReadonlySet<string> = new Set(),
): string[] {
  const [before, after] = [failing(checked), failing(checkWhole(withValue(workbook, cell, Number(value))))];
  const added = [...after].filter((name) => !before.has(name) && !hidden.has(name));
  if (added.length > 0) return [`另有核对不符：${words}：${added.join("；")}`];
  return after.size < before.size ? [] : [`没有核对因此一致：${words}`];
}

describe("改为", () => {
  const seen = { faults: 0, proposed: 0, proposals: 0, right: 0 };

  test.each(workbooks)(
    "in %s a repair leaves fewer failing checks and none that is new",
    (name, read) => {
      const workbook = read();
      const clean = checkWhole(workbook);
      const known = new Set(proposalsOf(clean).map(({ words }) => words));
      const harm = proposalsOf(clean).flatMap((proposal) => harmOf(workbook, clean, proposal));
      const figures = new FigureFinder(clean.joined, clean.tables);
      const { store, amounts } = clean.reconciliation;
      const bound = new Set<CellId>();
      for (let equation = 0; equation < store.size; equation++)
        for (const cell of store.cellsOf(equation))
          if (amounts.value(cell)?.isZero() === false && figures.at(cell) && !figures.tableOf(cell)!.embedded.has(cell))
            bound.add(cell);
      const trials = [...bound].sort((a, b) => a - b).flatMap((cell) => valueFaults.map((fault) => ({ cell, fault })));
      const pick = fixedChoices(SEED);
      const step = Math.max(1, trials.length / MOST);
      const wrong: string[] = [];
      for (let at = 0; at < trials.length; at += step) {
        const { cell, fault } = trials[Math.floor(at)]!;
        const present = amounts.value(cell)!.toNumber();
        const around = figures.neighbours(cell).flatMap((other) => amounts.value(other)?.toNumber() ?? []);
        const value = fault.value(present, around, pick);
        if (value === undefined || value === present) continue;
        const faulty = withValue(workbook, cell, value);
        const checked = checkWhole(faulty);
        const proposals = proposalsOf(checked).filter(({ words }) => !known.has(words));
        seen.faults++;
        if (proposals.length > 0) seen.proposed++;
        for (const proposal of proposals) {
          seen.proposals++;
          if (proposal.cell === cell && new Exact(proposal.value).equals(present)) seen.right++;
          else
            wrong.push(`${fault.name} ${figures.nameOf(figures.at(cell)!)} ${present} → ${value}：${proposal.words}`);
          harm.push(...harmOf(faulty, checked, proposal, failing(clean)));
        }
      }
      if (wrong.length > 0) process.stdout.write(`${name}\n${wrong.map((words) => `  ${words}\n`).join("")}`);
      expect(harm).toEqual([]);
    },
    TIME_LIMIT,
  );

  test("what is proposed is what stood there", () => {
    const { faults, proposed, proposals, right } = seen;
    process.stdout.write(
      `改为：${faults} 处差错，${proposed} 处有改法（${Math.round((100 * proposed) / faults)}%）；${proposals} 个改法，${right} 个是原来的数\n`,
    );
    expect(proposals).toBeGreaterThan(0);
    expect(right / proposals).toBeGreaterThanOrEqual(LEAST_TRUE);
  });
});
