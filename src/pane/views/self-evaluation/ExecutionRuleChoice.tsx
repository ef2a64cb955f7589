import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ExecutionRule } from "../../../engine/evaluation";
import { chooseExecutionRule, executionRuleOf } from "../../../engine/settings";
import { usePane } from "../../session-context";

/** How 执行率 is scored in this workbook: kept with it, and held to by the checks as well. */
export function ExecutionRuleChoice(): ReactNode {
  const { state, session } = usePane();
  const choose = (rule: string): void =>
    void session.changeSettings((settings) => chooseExecutionRule(settings, rule as ExecutionRule), true);
  return (
    <Field label="预算执行率怎样得分">
      <RadioGroup value={executionRuleOf(state.settings)} onChange={(_, { value }) => choose(value)}>
        <Radio value="proportion" label="按比例：执行率 × 分值" />
        <Radio value="steps" label="分档：完成的项目得满分；没完成的，80%以上得七成，60%以上得五成，再低不得分" />
      </RadioGroup>
    </Field>
  );
}
