import { Link, Radio, RadioGroup } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { ConventionName } from "../../../engine/criteria";
import { chooseConvention } from "../../../engine/settings";
import type { ScoredRow, ConventionChoice } from "../../../engine/evaluation/scoring";
import { conventionChoices, openConvention } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { useScoringBook } from "./scoring-context";

/**
 * What a score rests on; each can be taken otherwise, once for the whole workbook. What another would give stands
 * below.
 */
export function Assumptions({ row }: { readonly row: ScoredRow }): ReactNode {
  const styles = useCardStyles();
  const [open, setOpen] = useState<ConventionName | null>(null);
  const { correction, understood, otherwise } = row;
  if (understood.length === 0) return null;
  // What was chosen for this sentence alone is changed where it was chosen.
  const own = correction?.kind === "conventions" ? Object.keys(correction.conventions) : [];
  return (
    <div className={styles.small}>
      <div>这样算依据的是：</div>
      <ul className={styles.list}>
        {understood.map((one) => {
          const named = openConvention(one);
          if (!named || own.includes(named.name)) return <li key={one.words}>{one.words}</li>;
          return (
            <li key={one.words}>
              <Link
                as="button"
                inline
                style={{ verticalAlign: "top" }}
                aria-expanded={open === named.name}
                onClick={() => setOpen(open === named.name ? null : named.name)}
              >
                {one.words}
              </Link>
              {open === named.name && <ConventionForm row={row} {...named} />}
            </li>
          );
        })}
      </ul>
      {otherwise.length > 0 && (
        <>
          <div>如果换一种理解：</div>
          <ul className={styles.list}>
            {otherwise.map(({ words, score }) => (
              <li key={words}>
                {words}：得 {score} 分
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ConventionForm({
  row,
  name,
  value,
}: {
  readonly row: ScoredRow;
  readonly name: ConventionName;
  readonly value: string;
}): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { practice } = useScoringBook().scorer;
  const choices = useMemo(() => conventionChoices(row, practice, name), [row, practice, name]);
  return (
    <div className={styles.quiet}>
      <ConventionRadios
        choices={choices}
        value={value}
        onChoose={(chosen) =>
          void session.changeSettings((settings) => chooseConvention(settings, name, chosen), state.checked !== null)
        }
      />
      <div>选定后，本工作簿所有指标都这样算，随工作簿保存。只想改这一条的，用上面的“这样读不对”。</div>
    </div>
  );
}

interface ConventionRadiosProps {
  readonly choices: readonly ConventionChoice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** The ways to take a convention, each with what it gives here. */
export function ConventionRadios({ choices, value, onChoose }: ConventionRadiosProps): ReactNode {
  return (
    <RadioGroup aria-label="换一种理解" value={value} onChange={(_, { value: chosen }) => onChoose(chosen)}>
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          value={choice.value}
          label={`${choice.words}（${choice.score === null ? "由人判断" : `得 ${choice.score} 分`}）`}
        />
      ))}
    </RadioGroup>
  );
}
