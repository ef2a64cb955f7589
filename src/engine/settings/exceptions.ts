import { withAcceptance, type Finding } from "../diagnostics";
import type { Exception, Settings } from "./settings";

/** What stands in the cells of a finding, blanks left out: the figures an acceptance was given for. */
export function operandValues(finding: Pick<Finding, "cells">): string[] {
  return finding.cells.flatMap(({ value }) =>
    value === null || value === "" ? [] : [typeof value === "number" ? String(value) : value.trim()],
  );
}

/**
 * The findings with what the settings accept of them: an acceptance whose figures have changed since is stale. Findings
 * that pass are left as they are.
 */
export function applyExceptions(findings: readonly Finding[], settings: Pick<Settings, "exceptions">): Finding[] {
  const given = exceptionsByFinding(findings, settings.exceptions);
  return findings.map((finding) => {
    const exception = given.get(finding);
    return withAcceptance(
      finding,
      exception === undefined ? null : { reason: exception.reason, stale: !sameValues(exception, finding) },
    );
  });
}

/**
 * The exception of each finding that has one. Several findings may share a key: figures decide first, then the order.
 */
export function exceptionsByFinding(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
): ReadonlyMap<Finding, Exception> {
  if (exceptions.length === 0) return new Map();
  const open = new Map<string, Exception[]>();
  for (const exception of exceptions) {
    const alike = open.get(exception.key);
    if (alike) alike.push(exception);
    else open.set(exception.key, [exception]);
  }
  const given = new Map<Finding, Exception>();
  const take = (finding: Finding, place: number): void => {
    const alike = open.get(finding.key);
    const [taken] = place < 0 || !alike ? [] : alike.splice(place, 1);
    if (taken) given.set(finding, taken);
  };
  const candidates = findings.filter(({ outcome, key }) => outcome !== "pass" && open.has(key));
  for (const finding of candidates)
    take(
      finding,
      open.get(finding.key)!.findIndex((exception) => sameValues(exception, finding)),
    );
  for (const finding of candidates) if (!given.has(finding)) take(finding, 0);
  return given;
}

/**
 * Settings in which a finding is accepted with a reason; `on` is an ISO date. An earlier reason for the same finding
 * gives way.
 */
export function acceptFinding(
  settings: Settings,
  findings: readonly Finding[],
  finding: Finding,
  reason: string,
  on: string,
): Settings {
  const cleared = withdrawAcceptance(settings, findings, finding);
  const exception: Exception = {
    key: finding.key,
    title: finding.title,
    reason,
    by: cleared.person,
    on,
    values: operandValues(finding),
  };
  return { ...cleared, exceptions: [...cleared.exceptions, exception] };
}

/**
 * Settings in which a finding is no longer accepted. It may be one of an earlier check, and then goes by its figures.
 */
export function withdrawAcceptance(settings: Settings, findings: readonly Finding[], finding: Finding): Settings {
  const known =
    exceptionsByFinding(findings, settings.exceptions).get(finding) ??
    settings.exceptions.find((exception) => exception.key === finding.key && sameValues(exception, finding));
  return { ...settings, exceptions: settings.exceptions.filter((exception) => exception !== known) };
}

function sameValues(exception: Exception, finding: Finding): boolean {
  const now = operandValues(finding);
  return now.length === exception.values.length && now.every((value, place) => value === exception.values[place]);
}
