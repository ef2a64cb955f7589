/** Does the text leave the amount to whoever applies it ("或扣相应分数", "酌情扣分")? */

import type { Outcome } from "../tree";
import { finding } from "./pass";
import type { Pass } from "./pass";

function open(outcome: Outcome): boolean {
  return outcome.kind === "discretion" || (outcome.kind === "either" && outcome.of.some(open));
}

export const reportOpenAmounts: Pass = (compiled) =>
  compiled.rule.statements.flatMap((s) =>
    (s.kind === "band" || s.kind === "step") && open(s.then)
      ? [
          finding(
            compiled,
            "hint",
            { code: "criterion-amount-open", text: compiled.source.text.slice(s.span.start, s.span.end) },
            s.span,
          ),
        ]
      : [],
  );
