import type { Check, Finding } from "../diagnostics";

/**
 * Findings that a person treats as one thing: the same fault for the same reason in several places, or a single one.
 */
export interface Problem {
  /** The first speaks for the others. */
  readonly first: Finding;
  readonly findings: readonly Finding[];
}

/** A finding accepted for the figures that stand there now. */
export function isExplained({ accepted }: Pick<Finding, "accepted">): boolean {
  return accepted !== null && !accepted.stale;
}

/** Findings folded by their group, in the order of the first of each; explained ones apart from open ones. */
export function problemsOf(findings: readonly Finding[]): Problem[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${isExplained(finding)} ${finding.group}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => ({ first: group[0], findings: group }));
}

/** How many things there are to look at, and how many checks they are about: what passes or is explained is neither. */
export function countProblems(findings: readonly Finding[]): { readonly problems: number; readonly checks: number } {
  const open = findings.filter((finding) => finding.outcome !== "pass" && !isExplained(finding));
  return {
    problems: problemsOf(open).length,
    checks: open.reduce((sum, { witnesses }) => sum + 1 + witnesses.length, 0),
  };
}

/**
 * "28 处问题，涉及 147 项核对": the same words in the pane, the sheet 核对结果 and the terminal. Where there is nothing but
 * 尾差 nobody has to act, and it is not called a problem.
 */
export function problemsText(findings: readonly Finding[]): string {
  const { problems, checks } = countProblems(findings);
  if (problems === 0) return "没有发现需要处理的问题";
  const open = findings.filter((finding) => finding.outcome !== "pass" && !isExplained(finding));
  const word = open.every(({ outcome }) => outcome === "rounding") ? "尾差" : "问题";
  return `${problems} 处${word}，涉及 ${checks} 项核对`;
}

/** Other checks of a finding, with what they are to it. */
export interface Followers {
  /** "另有 2 项核对因此不符". */
  readonly words: string;
  readonly checks: readonly Check[];
}

/**
 * The checks that fail because of what some findings say: neither other places of the same fault, nor what cannot be
 * told.
 */
export function consequencesOf(findings: readonly Finding[]): Followers {
  const checks = findings.flatMap(({ witnesses }) => witnesses.filter(({ follows }) => follows));
  return { words: `另有 ${checks.length} 项核对因此不符`, checks };
}

/** All other checks of a finding, by what they are to it. */
export function followersOf(finding: Finding): Followers[] {
  const consequences = consequencesOf([finding]);
  const others = finding.witnesses.filter(({ follows }) => !follows);
  const words = finding.alike === true ? `同样的另有 ${others.length} 项核对` : `同时涉及 ${others.length} 项核对`;
  return [consequences, { words, checks: others }].filter(({ checks }) => checks.length > 0);
}
