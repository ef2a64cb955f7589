/** Does the type column say the opposite of the text, or of what the indicator measures? */

import { directionOfType, typeContradictsMeaning } from "../scoring/direction";
import { resolveFigures } from "../scoring/figures";
import { ratesIn } from "../scoring/thresholds";
import { DEFAULT_CONVENTIONS } from "../conventions";
import { finding } from "./pass";
import type { Pass } from "./pass";

export const reportDirection: Pass = (compiled, input) => {
  const figures = resolveFigures(
    {
      target: input.target,
      actual: null,
      unit: input.unit ?? "",
      type: input.type ?? "",
      indicator: input.indicator ?? "",
      rates: ratesIn(compiled.rule),
    },
    (name) => DEFAULT_CONVENTIONS[name],
  );
  const { sign, target } = figures;
  if (sign === null || sign === "=" || target.kind !== "number") return [];
  const meaning = {
    sign,
    indicator: input.indicator || input.criterion,
    dimension: target.dimension,
    targetIsZero: target.value.isZero(),
  };
  const byType = directionOfType(meaning, (name) => DEFAULT_CONVENTIONS[name]);
  if (compiled.better !== null && byType !== null && compiled.better !== byType)
    return [finding(compiled, "error", { code: "criterion-type-contradicts", type: sign, says: compiled.better })];
  if (compiled.better === null && typeContradictsMeaning(meaning))
    return [
      finding(compiled, "error", {
        code: "criterion-type-contradicts",
        type: sign,
        says: byType === "less" ? "more" : "less",
      }),
    ];
  return [];
};
