import { Link, Radio, RadioGroup } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { ConventionName, Conventions } from "../../../engine/criteria";
import { chooseConvention } from "../../../engine/settings";
import type { ScoredRow } from "../../session/scoring";
import { conventionChoices, conventionIn, plainAssumption } from "../../session/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";

/** What a score rests on; each can be taken otherwise, once for the whole workbook. What another would give stands below. */
export function Assumptions({ row, conventions }: { readonly row: ScoredRow; readonly conventions: Conventions }): ReactNode {
  const styles = useCardStyles();
  const [open, setOpen] = useState<ConventionName | null>(null);
  const { assumptions, alternatives } = row.result;
  if (assumptions.length === 0) return null;
  return (
    <div className={styles.small}>
      <div>这样算依据的是：</div>
      <ul className={styles.list}>
        {assumptions.map((assumption) => {
          const named = conventionIn(assumption);
          if (!named) return <li key={assumption}>{plainAssumption(assumption)}</li>;
          return (
            <li key={assumption}>
              <Link as="button" inline style={{ verticalAlign: "top" }} aria-expanded={open === named.name} onClick={() => setOpen(open === named.name ? null : named.name)}>
                {plainAssumption(assumption)}
              </Link>
              {open === named.name && <ConventionForm row={row} conventions={conventions} name={named.name} />}
            </li>
          );
        })}
      </ul>
      {alternatives.length > 0 && (
        <>
          <div>如果换一种理解：</div>
          <ul className={styles.list}>
            {alternatives.map(({ assumption, score }) => (
              <li key={assumption}>
                {plainAssumption(assumption)}：{score} 分
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ConventionFormProps {
  readonly row: ScoredRow;
  readonly conventions: Conventions;
  readonly name: ConventionName;
}

function ConventionForm({ row, conventions, name }: ConventionFormProps): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const choices = useMemo(() => conventionChoices(row, conventions, name), [row, conventions, name]);
  return (
    <div className={styles.quiet}>
      <RadioGroup aria-label="换一种理解" value={conventions[name]} onChange={(_, { value }) => void session.changeSettings((settings) => chooseConvention(settings, name, value), true)}>
        {choices.map(({ value, words, score }) => (
          <Radio key={value} value={value} label={`${words}（${score === null ? "由人判断" : `得 ${score} 分`}）`} />
        ))}
      </RadioGroup>
      <div>选定后，本工作簿所有指标都这样算，随工作簿保存。</div>
    </div>
  );
}
