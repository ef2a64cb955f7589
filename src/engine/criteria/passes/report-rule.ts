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
      const unread = compiled.tree.statements.flatMap((s) =>
        s.kind === "unread"
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
      const residue = /[。;]((?:%|[个家次人项万元天]{0,2})[≥≤=<>]\d+(?:\.\d+)?)$/u.exec(compiled.source.text);
      return residue === null
        ? unread
        : [
            ...unread,
            finding(
              compiled,
              "hint",
              { code: "criterion-residue", text: residue[1]! },
              { start: residue.index + 1, end: compiled.source.text.length },
            ),
          ];
    }
  }
};
