/** Do the marks in the text agree with the 分值 and with each other? */

import { namedMarks } from "../scoring/marks";
import { shown } from "../scoring/run";
import type { RuleStatement, ScoreRule } from "../rule/rule";
import type { CompiledCriterion } from "../compile";
import type { Span } from "../../language";
import { Exact } from "../exact";
import { pointsIn } from "./points";
import type { Diagnostic } from "./diagnostic";
import { finding } from "./pass";
import type { Pass } from "./pass";

/** What the awards come to together, where they are not bands of one quantity ("开工得2分，完工得3分"). */
function sideBySide(statements: readonly RuleStatement[]): Exact {
  const awards = statements.flatMap((s) =>
    s.kind === "band" && s.then.kind === "points" ? [{ when: s.when, points: s.then.points }] : [],
  );
  const names = new Set(awards.flatMap(({ when }) => ("name" in when && when.name !== "" ? [when.name] : [])));
  const ladder =
    names.size < awards.length && awards.every(({ when }) => ["interval", "reached", "grade"].includes(when.kind));
  return ladder || awards.length < 2 ? new Exact(0) : awards.reduce((sum, a) => sum.plus(a.points), new Exact(0));
}

export const reportMarks: Pass = (compiled, input) => {
  const found: Diagnostic[] = [];
  const points = pointsIn(input.points);
  if (points === null) found.push(finding(compiled, "error", { code: "criterion-points-missing" }));
  if (compiled.state !== "rule") return found;
  if (points !== null && sideBySide(compiled.rule.statements).equals(points)) return found;
  const { best, total, unnamedFull } = namedMarks(compiled.rule);
  if (total !== null && best !== null && !total.equals(best) && !unnamedFull)
    found.push(
      finding(
        compiled,
        "error",
        { code: "criterion-total-differs", total: shown(total), best: shown(best) },
        placeOfTotal(compiled.rule),
      ),
    );
  return points === null ? found : [...found, ...againstPoints(compiled, points)];
};

/** The most marks that the text names, or where it names none its total, against the 分值. */
function againstPoints(compiled: CompiledCriterion, points: Exact): readonly Diagnostic[] {
  const { best, total, unnamedFull } = namedMarks(compiled.rule);
  const differ = (marks: Exact, place: Span | undefined): readonly Diagnostic[] => [
    finding(compiled, "error", { code: "criterion-marks-differ", best: shown(marks), points: shown(points) }, place),
  ];
  if (best !== null) {
    const fits = unnamedFull ? !best.gt(points) : best.equals(points);
    return fits ? [] : differ(best, placeOfMarks(compiled.rule));
  }
  return total === null || total.equals(points) ? [] : differ(total, placeOfTotal(compiled.rule));
}

const placeOfTotal = (rule: ScoreRule): Span | undefined => rule.statements.find((s) => s.kind === "total")?.span;

/** Where the text first names marks that are earned. */
function placeOfMarks(rule: ScoreRule): Span | undefined {
  return rule.statements.find(
    (s) => s.kind === "band" && (s.then.kind === "points" || (s.then.kind === "full" && s.then.named !== null)),
  )?.span;
}
