/** Findings that a person has accepted, apart from how findings are told: the settings of a workbook need no more. */

import type { Acceptance, Finding } from "./finding";

/** A finding whose words are made when somebody asks for them: it makes its own copies. */
interface Copying extends Finding {
  with(accepted: Acceptance | null): Finding;
}

const copies = (finding: Finding): finding is Copying => "with" in finding;

/** A finding as it is, accepted for a reason, or (null) no longer. */
export function withAcceptance(finding: Finding, accepted: Acceptance | null): Finding {
  if (finding.accepted === accepted) return finding;
  return copies(finding) ? finding.with(accepted) : { ...finding, accepted };
}
