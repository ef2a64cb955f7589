import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { ScoreResult } from "../../../engine/criteria";
import type { ScoreTarget } from "../../session/scoring";
import { useCardStyles } from "../common/card-styles";
import { WriteScore } from "./WriteScore";

type Choice = ScoreResult["choices"][number];

interface JudgementProps {
  /** Where the decision goes; null where there is no self-evaluation yet. */
  readonly target: ScoreTarget | null;
  readonly choices: readonly Choice[];
  /** The 分值; "" where it is not known. */
  readonly points: string;
}

/** What a person can decide: the choices of the criterion with their points, or any points within the 分值. */
export function Judgement({ target, choices, points }: JudgementProps): ReactNode {
  const styles = useCardStyles();
  // What a person has given already is where they begin.
  const given = target?.written.kind === "mark" ? target.written.value : null;
  const [picked, setPicked] = useState<number | null>(() =>
    given === null ? null : choices.findIndex(({ min, max }) => given.gte(min) && given.lte(max)),
  );
  const [typed, setTyped] = useState(given === null ? "" : given.toString());
  if (!target) return choices.length > 0 ? <ChoiceList choices={choices} /> : null;
  const choice = picked === null ? null : (choices[picked] ?? null);
  const [least, top] = choice ? [choice.min, choice.max] : [0, Number(points)];
  const free = choice === null ? picked === OTHER || choices.length === 0 : choice.min !== choice.max;
  const number = typed.trim() === "" ? null : Number(typed);
  const fits = number !== null && Number.isFinite(number) && number >= least && (points === "" || number <= top);
  const score = choice && !free ? choice.min : free && fits ? number : null;
  return (
    <div className={styles.quiet}>
      {choices.length > 0 && (
        <RadioGroup
          aria-label="由人判断"
          value={picked === null ? "" : String(picked)}
          onChange={(_, { value }) => {
            setPicked(Number(value));
            setTyped("");
          }}
        >
          {choices.map((one, at) => (
            <Radio key={at} value={String(at)} label={choiceWords(one)} />
          ))}
          <Radio value={String(OTHER)} label="自己填一个分数" />
        </RadioGroup>
      )}
      {free && (
        <Field
          label={points === "" ? "得分" : `得分（${least} 至 ${top}）`}
          validationState={typed === "" || fits ? "none" : "error"}
          validationMessage={typed === "" || fits ? undefined : `请填 ${least} 至 ${top} 的数`}
        >
          <Input inputMode="decimal" value={typed} onChange={(_, { value }) => setTyped(value)} />
        </Field>
      )}
      <WriteScore key={String(score)} target={target} score={score} />
    </div>
  );
}

const OTHER = -1;

function choiceWords({ label, min, max }: Choice): string {
  return `${label}：${min === max ? min : `${min} 至 ${max}`} 分`;
}

function ChoiceList({ choices }: { readonly choices: readonly Choice[] }): ReactNode {
  const styles = useCardStyles();
  return (
    <ul className={styles.list} aria-label="由人判断">
      {choices.map((choice, at) => (
        <li key={at}>{choiceWords(choice)}</li>
      ))}
    </ul>
  );
}
