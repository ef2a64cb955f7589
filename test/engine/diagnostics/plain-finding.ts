import type { Check, Finding } from "../../../src/engine/diagnostics";

/** A finding as plain data, to compare or to make another of: what is worked out when somebody asks is asked for. */
export function plainFinding(finding: Finding): Finding {
  const { code, outcome, severity, title, lines, cells, reported, computed, difference, unit } = finding;
  const { message, suspects, witnesses, accepted, key, group, certain, alike } = finding;
  return {
    ...{ code, outcome, severity, title, lines, cells, reported, computed, difference, unit },
    ...{ message, suspects, accepted, key, group, certain, alike },
    detail: plainDetail(finding),
    witnesses: witnesses.map((witness) => ({ ...witness, detail: plainDetail(witness) })),
  };
}

function plainDetail({ detail: { code, parameters } }: Pick<Check, "detail">): Check["detail"] {
  return { code, parameters } as Check["detail"];
}
