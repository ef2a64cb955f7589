import { Button, Field, Input, Link, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { Asked, MissingItem } from "../../../engine/evaluation/self-evaluation";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { Judgement } from "../scoring/Judgement";
import { kindWords } from "./missing-words";

const useStyles = makeStyles({
  form: { display: "flex", gap: "6px", alignItems: "start" },
  input: { flexGrow: 1, minWidth: 0 },
});

interface MissingCardProps {
  readonly item: MissingItem;
  readonly current: boolean;
  readonly onCurrent: () => void;
  readonly onWrite: (value: string | number) => void;
}

/** One thing that is missing, with the place to fill it in. */
export function MissingCard({ item, current, onCurrent, onWrite }: MissingCardProps): ReactNode {
  const styles = useCardStyles();
  const { kind, form, indicator, words, place, judged, asked } = item;
  return (
    <article className={styles.card} aria-label={`${indicator}，${kindWords[kind]}`} aria-current={current}>
      <div className={styles.small}>
        {kindWords[kind]} · {form}
      </div>
      <div>
        <CellLink place={place} name={indicator}>
          {indicator}
        </CellLink>
      </div>
      <div>{words}</div>
      {judged === null ? (
        asked && <TextInput asked={asked} indicator={indicator} onWrite={onWrite} />
      ) : current ? (
        <Judgement target={judged.target} choices={judged.choices} points={judged.points} onScore={onWrite} />
      ) : (
        <Link as="button" inline onClick={onCurrent}>
          在这里打分
        </Link>
      )}
    </article>
  );
}

interface TextInputProps extends Pick<MissingCardProps, "onWrite"> {
  readonly asked: Asked;
  readonly indicator: string;
}

/** A value with its unit, or a reason: Enter writes it; what cannot stand there is said. */
function TextInput({ asked, indicator, onWrite }: TextInputProps): ReactNode {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState(false);
  const { what, unit, wanted, toWrite } = asked;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = typed.trim() === "" ? null : toWrite(typed.trim());
    if (value === null) setRefused(true);
    else onWrite(value);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        className={styles.input}
        validationState={refused ? "error" : "none"}
        validationMessage={refused ? wanted || `请先填${what}` : undefined}
      >
        <Input
          size="small"
          data-goal=""
          aria-label={`${indicator}的${what}`}
          value={typed}
          maxLength={unit === "" ? 500 : 60}
          contentAfter={unit === "" ? undefined : unit}
          onChange={(_, { value }) => {
            setTyped(value);
            setRefused(false);
          }}
        />
      </Field>
      <Button size="small" type="submit">
        写入
      </Button>
    </form>
  );
}
