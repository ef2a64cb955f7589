/** Does the text state a rule, all of one, and is all of it read? */

import { finding } from "./pass";
import type { Pass } from "./pass";

export const reportRule: Pass = (compiled) => {
  switch (compiled.state) {
    case "empty":
      return [finding(compiled, "hint", { code: "criterion-empty" })];
    case "none":
      return [finding(compiled, "error", { code: "criterion-no-rule" })];
    case "half":
      return [finding(compiled, "error", { code: "criterion-half-rule" })];
    case "rule": {
      const unread = compiled.rule.statements.flatMap((s) =>
        s.kind === "residue" || s.kind === "likewise"
          ? [
              finding(
                compiled,
                "explain",
                { code: "criterion-unread-part", text: compiled.source.text.slice(s.span.start, s.span.end) },
                s.span,
              ),
            ]
          : [],
      );
      const pasted = compiled.rule.statements.flatMap((s) =>
        s.kind === "pasted" ? [finding(compiled, "hint", { code: "criterion-residue", text: s.text }, s.span)] : [],
      );
      return [...unread, ...pasted];
    }
  }
};
