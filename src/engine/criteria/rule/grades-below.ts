/** Which grades "一级及以下" and "三星级以下" are: those on the far side of what the other clauses name. */

import type { Condition, PlacedClause } from "../tree";
import { GRADE_SCALES, NUMBERED_GRADES } from "../words";

type Grade = Extract<Condition, { kind: "grade" }>;

/** Every clause with the grades that it means in so many words. */
export function withGradesBelow(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const named = new Set(clauses.flatMap((c) => (gradeOf(c)?.below === undefined ? (gradeOf(c)?.grades ?? []) : [])));
  return clauses.map((c) => {
    const grade = gradeOf(c);
    if (grade?.below === undefined || (c.kind !== "arm" && c.kind !== "step")) return c;
    const { below, ...rest } = grade;
    return { ...c, when: { ...rest, grades: gradesBelow(grade.grades[0]!, below, named) } };
  });
}

const gradeOf = (clause: PlacedClause): Grade | null =>
  (clause.kind === "arm" || clause.kind === "step") && clause.when?.kind === "grade" ? clause.when : null;

/**
 * The grades from one on, or under it. Of grades by number, of which either end may be the worse, those that no other
 * clause names: "三级得满分，二级得5分，一级及以下不得分".
 */
function gradesBelow(grade: string, below: "from" | "under", named: ReadonlySet<string>): readonly string[] {
  const scale = GRADE_SCALES.find((s) => s.includes(grade)) ?? [grade];
  const at = scale.indexOf(grade);
  const downwards = scale.slice(below === "from" ? at : at + 1);
  const upwards = scale.slice(0, below === "from" ? at + 1 : at);
  const claims = (grades: readonly string[]): boolean => grades.some((one) => one !== grade && named.has(one));
  const found = scale === NUMBERED_GRADES && claims(downwards) && !claims(upwards) ? upwards : downwards;
  // Nothing lies under the last of them: it is meant itself.
  return found.length === 0 ? [grade] : found;
}
