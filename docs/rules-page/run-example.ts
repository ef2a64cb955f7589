import { besideExample, exampleNamed, exampleWorkbook } from "../../src/catalogue/example";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook, type Catalogue } from "../../src/engine/check-workbook";
import type { Check } from "../../src/engine/diagnostics";
import type { Outcome, Rule, RuleExample } from "../../src/engine/reconcile";

/** What a rule says of its example, before and after the changes, in the words a person reads. 一致 is not said. */
export interface ShownExample {
  readonly saidBefore: readonly Check[];
  readonly saidAfter: readonly Check[];
  /** Outcome that the example promises after the changes. */
  readonly promised: Outcome["outcome"];
}

/** Runs a rule's example. Throws where the rule has none. */
export type ExampleRunner = (rule: Rule) => ShownExample;

/** A runner that checks examples with a whole catalogue; tables that several rules share are checked once. */
export function exampleRunner(catalogue: Catalogue): ExampleRunner {
  const unchanged = new Map<string, readonly Check[]>();
  const shown = new Map<string, ShownExample>();

  const check = (example: RuleExample, changes: RuleExample["changes"]): Check[] =>
    checkWorkbook("example", exampleWorkbook(exampleNamed(example), changes), catalogue, allChecks, {
      compared: besideExample(example),
    }).findings.flatMap((finding): Check[] => [finding, ...finding.witnesses]);

  const run = ({ id, example }: Rule): ShownExample => {
    if (!example) throw new Error(`rule ${id} has no example`);
    const tables = JSON.stringify([example.of, example.sheets, example.beside]);
    const before = unchanged.get(tables) ?? check(example, []);
    unchanged.set(tables, before);
    const own = (checks: readonly Check[]) => checks.filter(({ code }) => code === id);
    return {
      saidBefore: own(before),
      saidAfter: own(check(example, example.changes)),
      promised: example.then ?? "fail",
    };
  };

  return (rule) => {
    const known = shown.get(rule.id) ?? run(rule);
    shown.set(rule.id, known);
    return known;
  };
}
