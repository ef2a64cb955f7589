import type { Outcome, OutcomeKind, Severity } from "../reconcile";
import { accountOf, declarationOf, parametersOf, type Description } from "./describe";
import { tablePath } from "./finding-key";
import type { Group } from "./group";

/**
 * What a finding has in common with others that a person would treat alike: the rule and the reason that its check
 * declares; of rounding differences the rule and the tables. `key` where it stands for itself. Findings of different
 * weight are never one group.
 */
export function groupNameOf(
  { causes, obstacle }: Group,
  spokesman: Outcome,
  weight: { readonly outcome: OutcomeKind; readonly severity: Severity },
  key: string,
  context: Description,
): string {
  if (weight.outcome === "pass") return key;
  const reason =
    weight.outcome === "rounding"
      ? tablesOf(spokesman, context)
      : causes.length === 0 && obstacle === null
        ? reasonOf(spokesman, context)
        : null;
  return reason === null ? key : [spokesman.rule, weight.severity, weight.outcome, reason].join(" ");
}

function reasonOf(outcome: Outcome, context: Description): string | null {
  const { code, reason, alike } = declarationOf(outcome, context);
  const parameters = parametersOf(outcome);
  if (reason) return `${code} ${reason(parameters)}`;
  return alike ? `${code} ${alike.fault(parameters, accountOf(outcome, context))}` : null;
}

/** The tables that an outcome speaks of, by their meaning, whatever the order of its cells. */
function tablesOf({ operands }: Outcome, { figures }: Description): string {
  const tables = new Set(operands.map(({ cell }) => figures.tableOf(cell)));
  return [...tables]
    .map((table) => (table === null ? "" : tablePath(table).join("/")))
    .sort()
    .join(" ");
}
