/** "有节约的得1分，持平得0.8分，超支不得分": beside what neither saves nor overspends, what saves is less than the target. */

import type { RuleStatement, Test } from "./rule";

const savesOnly = (when: Test): when is Extract<Test, { kind: "target" }> =>
  when.kind === "target" && when.side === "at-most" && when.money && /(?:有|有所)?(?:节约|节支|结余)$/u.test(when.text);

const isEven = (when: Test): when is Extract<Test, { kind: "fact" }> =>
  when.kind === "fact" && !when.denied && /^(?:基本)?持平$/u.test(when.text);

/** The statements with the one as less than the target, the other as the target itself. */
export function savedOrEven(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const told = (is: (when: Test) => boolean): boolean => statements.some((s) => s.kind === "band" && is(s.when));
  if (!told(savesOnly) || !told(isEven)) return statements;
  return statements.map((s): RuleStatement => {
    if (s.kind !== "band") return s;
    if (savesOnly(s.when)) return { ...s, when: { ...s.when, side: "below" } };
    return isEven(s.when) ? { ...s, when: { kind: "target", side: "exact", money: true, text: s.when.text } } : s;
  });
}
