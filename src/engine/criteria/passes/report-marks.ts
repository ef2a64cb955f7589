/** Do the marks in the text agree with the 分值 and with each other? */

import { namedMarks } from "../scoring/marks";
import { shown } from "../scoring/run";
import type { RuleStatement } from "../rule/rule";
import { Exact } from "../exact";
import { pointsIn } from "./points";
import type { Diagnostic } from "./diagnostic";
import { finding } from "./pass";
import type { Pass } from "./pass";

/** What the awards come to together, where they are not bands of one quantity ("开工得2分，完工得3分"). */
function sideBySide(statements: readonly RuleStatement[]): Exact {
  const awards = statements.flatMap((s) =>
    s.kind === "band" && s.then.kind === "points" ? [{ when: s.when.kind, points: s.then.points }] : [],
  );
  const ladder = awards.every((a) => ["interval", "reached", "grade"].includes(a.when));
  return ladder || awards.length < 2 ? new Exact(0) : awards.reduce((sum, a) => sum.plus(a.points), new Exact(0));
}

export const reportMarks: Pass = (compiled, input) => {
  const found: Diagnostic[] = [];
  const points = pointsIn(input.points);
  if (points === null) found.push(finding(compiled, "error", { code: "criterion-points-missing" }));
  if (compiled.state !== "rule") return found;
  const { best, total, unnamedFull } = namedMarks(compiled.rule);
  if (points !== null && sideBySide(compiled.rule.statements).equals(points)) return found;
  const place = compiled.rule.statements.find(
    (s) => s.kind === "band" && (s.then.kind === "points" || (s.then.kind === "full" && s.then.named !== null)),
  )?.span;
  if (total !== null && best !== null && !total.equals(best) && !unnamedFull) {
    found.push(
      finding(
        compiled,
        "error",
        { code: "criterion-total-differs", total: shown(total), best: shown(best) },
        compiled.rule.statements.find((s) => s.kind === "total")!.span,
      ),
    );
  }
  if (points !== null && best !== null && (unnamedFull ? best.gt(points) : !best.equals(points))) {
    found.push(
      finding(compiled, "error", { code: "criterion-marks-differ", best: shown(best), points: shown(points) }, place),
    );
  } else if (points !== null && best === null && total !== null && !total.equals(points)) {
    found.push(
      finding(
        compiled,
        "error",
        { code: "criterion-marks-differ", best: shown(total), points: shown(points) },
        compiled.rule.statements.find((s) => s.kind === "total")!.span,
      ),
    );
  }
  return found;
};
