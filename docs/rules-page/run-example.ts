import { exampleNamed, exampleWorkbook } from "../../src/catalogue";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook, type Catalogue } from "../../src/engine/check-workbook";
import type { Check } from "../../src/engine/diagnostics";
import type { Outcome, Rule } from "../../src/engine/reconcile";

/** What a rule says of its example, before and after the changes, in the words a person reads. 一致 is not said. */
export interface ShownExample {
  readonly saidBefore: readonly Check[];
  readonly saidAfter: readonly Check[];
  /** Outcome that the example promises after the changes. */
  readonly promised: Outcome["outcome"];
}

/**
 * Runs the whole catalogue on a rule's example, before and after its changes.
 * @throws Error where the rule has no example
 */
export function runExample(rule: Rule, catalogue: Catalogue): ShownExample {
  const { example } = rule;
  if (!example) throw new Error(`rule ${rule.id} has no example`);
  const sheets = exampleNamed(example);
  const said = (changes: typeof example.changes) =>
    checkWorkbook(rule.id, exampleWorkbook(sheets, changes), catalogue, allChecks)
      .findings.flatMap((finding): Check[] => [finding, ...finding.witnesses])
      .filter((check) => check.code === rule.id);
  return { saidBefore: said([]), saidAfter: said(example.changes), promised: example.then ?? "fail" };
}
