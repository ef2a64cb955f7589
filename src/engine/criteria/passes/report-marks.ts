/** Do the marks in the text agree with the 分值 and with each other? */

import { namedMarks } from "../scoring/marks";
import { shown } from "../scoring/run";
import { pointsIn } from "./points";
import type { Diagnostic } from "./diagnostic";
import { finding } from "./pass";
import type { Pass } from "./pass";

export const reportMarks: Pass = (compiled, input) => {
  const found: Diagnostic[] = [];
  const points = pointsIn(input.points);
  if (points === null) found.push(finding(compiled, "error", { code: "criterion-points-missing" }));
  if (compiled.state !== "rule") return found;
  const { best, total, unnamedFull } = namedMarks(compiled.tree);
  const place = compiled.tree.statements.find((s) => s.kind === "arm" && (s.then.kind === "points" || (s.then.kind === "full" && s.then.named !== null)))?.span;
  if (total !== null && best !== null && !total.equals(best) && !unnamedFull) {
    found.push(finding(compiled, "error", { code: "criterion-total-differs", total: shown(total), best: shown(best) }, compiled.tree.statements.find((s) => s.kind === "total")!.span));
  }
  if (points !== null && best !== null && (unnamedFull ? best.gt(points) : !best.equals(points))) {
    found.push(finding(compiled, "error", { code: "criterion-marks-differ", best: shown(best), points: shown(points) }, place));
  } else if (points !== null && best === null && total !== null && !total.equals(points)) {
    found.push(finding(compiled, "error", { code: "criterion-marks-differ", best: shown(total), points: shown(points) }, compiled.tree.statements.find((s) => s.kind === "total")!.span));
  }
  return found;
};
