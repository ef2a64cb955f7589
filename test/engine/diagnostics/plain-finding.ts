import type { Finding } from "../../../src/engine/diagnostics";

/** A finding as plain data, to make another of: words that are made when somebody asks do not come along by `...`. */
export function plainFinding(finding: Finding): Finding {
  const { code, outcome, severity, title, lines, cells, reported, computed, difference, unit, detail } = finding;
  const { message, suspects, witnesses, accepted, key, group, certain, alike } = finding;
  return {
    ...{ code, outcome, severity, title, lines, cells, reported, computed, difference, unit, detail },
    ...{ message, suspects, witnesses, accepted, key, group, certain, alike },
  };
}
