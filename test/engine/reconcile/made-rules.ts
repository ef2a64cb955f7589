import { parseRules, type CheckRegistry, type Rule } from "../../../src/engine/reconcile";

/** A rule as a file would hold it, with the fields that do not matter to a test filled in. */
export function madeRule(rule: Partial<Rule> & Pick<Rule, "check">, checks?: CheckRegistry): Rule {
  const content = {
    id: "made-rule",
    title: "测试规则",
    tables: ["made"],
    severity: "error",
    source: "测试",
    explanation: "测试",
    ...rule,
  };
  const { rules, problems } = parseRules([{ name: `${content.id}.json`, content }], checks);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return rules[0]!;
}

export const linesAddUp = madeRule({ check: "lines-add-up" });
