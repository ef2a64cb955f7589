import { Button, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { ScoreResult } from "../../../engine/criteria";
import type { ScoreTarget } from "../../../engine/evaluation/scoring";
import { useCardStyles } from "../common/card-styles";
import { WriteScore } from "./WriteScore";

type Choice = ScoreResult["choices"][number];

interface JudgementProps {
  /** Where the decision goes; null where there is no self-evaluation yet. */
  readonly target: ScoreTarget | null;
  readonly choices: readonly Choice[];
  /** The 分值; "" where it is not known. */
  readonly points: string;
  /** Where the score goes at once, without a look at what changes: the cell is blank. */
  readonly onScore?: (score: number) => void;
}

/** What a person can decide: the choices of the criterion with their points, or any points within the 分值. */
export function Judgement({ target, choices, points, onScore }: JudgementProps): ReactNode {
  if (target) return <Decision target={target} choices={choices} points={points} onScore={onScore} />;
  return choices.length > 0 ? <ChoiceList choices={choices} /> : null;
}

function Decision({ target, choices, points, onScore }: JudgementProps & { readonly target: ScoreTarget }): ReactNode {
  const styles = useCardStyles();
  // What a person has given already is where they begin.
  const given = target.written.kind === "mark" ? target.written.value : null;
  const [picked, setPicked] = useState<number | null>(() =>
    given === null ? null : choices.findIndex(({ min, max }) => given.gte(min) && given.lte(max)),
  );
  const pick = (choice: number): void => {
    setPicked(choice);
    setTyped("");
  };
  const [typed, setTyped] = useState(given === null ? "" : given.toString());
  const choice = choices[picked ?? OTHER] ?? null;
  const range = rangeOf(choice, points);
  const free = choice === null ? picked === OTHER || choices.length === 0 : choice.min !== choice.max;
  const number = numberWithin(typed, range);
  const score = free ? number : (choice?.min ?? null);
  const Place = onScore ? "form" : "div";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (score !== null) onScore?.(score);
  };
  return (
    <Place className={styles.quiet} onSubmit={submit}>
      {choices.length > 0 && <ChoiceRadios choices={choices} picked={picked} onPicked={pick} />}
      {free && <PointsField typed={typed} fits={number !== null} range={range} onTyped={setTyped} />}
      {onScore ? (
        <div>
          <Button size="small" appearance="primary" type="submit" disabled={score === null}>
            写入{score === null ? "得分" : ` ${score} 分`}
          </Button>
        </div>
      ) : (
        <WriteScore key={String(score)} target={target} score={score} />
      )}
    </Place>
  );
}

interface ChoiceRadiosProps {
  readonly choices: readonly Choice[];
  /** A choice by its place, `OTHER`, or null before anything is picked. */
  readonly picked: number | null;
  readonly onPicked: (picked: number) => void;
}

function ChoiceRadios({ choices, picked, onPicked }: ChoiceRadiosProps): ReactNode {
  return (
    <RadioGroup
      aria-label="由人判断"
      value={picked === null ? "" : String(picked)}
      onChange={(_, { value }) => onPicked(Number(value))}
    >
      {choices.map((one, at) => (
        <Radio key={at} value={String(at)} label={choiceWords(one)} data-goal={at === 0 ? "" : undefined} />
      ))}
      <Radio value={String(OTHER)} label="自己填一个分数" />
    </RadioGroup>
  );
}

interface Range {
  readonly min: number;
  /** Infinity where the 分值 is not known. */
  readonly max: number;
}

/** What may be given for a choice, or without one. */
function rangeOf(choice: Choice | null, points: string): Range {
  const { min, max } = choice ?? { min: 0, max: Number(points) };
  return { min, max: points === "" ? Infinity : max };
}

/** The number that is typed; null where it is none, or lies outside. */
function numberWithin(typed: string, { min, max }: Range): number | null {
  const number = Number(typed);
  return typed.trim() !== "" && Number.isFinite(number) && number >= min && number <= max ? number : null;
}

interface PointsFieldProps {
  readonly typed: string;
  /** What is typed is a number in the range. */
  readonly fits: boolean;
  readonly range: Range;
  readonly onTyped: (typed: string) => void;
}

function PointsField({ typed, fits, range: { min, max }, onTyped }: PointsFieldProps): ReactNode {
  const known = Number.isFinite(max);
  const fault = known ? `请填 ${min} 至 ${max} 的数` : `请填 ${min} 以上的数`;
  const faulty = typed !== "" && !fits;
  return (
    <Field
      label={known ? `得分（${min} 至 ${max}）` : "得分"}
      validationState={faulty ? "error" : "none"}
      validationMessage={faulty ? fault : undefined}
    >
      <Input data-goal="" inputMode="decimal" value={typed} onChange={(_, { value }) => onTyped(value)} />
    </Field>
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
