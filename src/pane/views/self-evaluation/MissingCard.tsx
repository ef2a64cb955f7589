import { Button, Input, Link, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { MissingItem } from "../../../engine/evaluation/self-evaluation";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { Judgement } from "../scoring/Judgement";
import { kindWords } from "./missing-words";

const useStyles = makeStyles({
  form: { display: "flex", gap: "6px" },
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
        (kind === "reason" || asked !== null) && <TextInput item={item} onWrite={onWrite} />
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

/** A value with its unit, or a reason: Enter writes it. */
function TextInput({ item, onWrite }: Pick<MissingCardProps, "item" | "onWrite">): ReactNode {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const { kind, indicator, asked } = item;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    if (text !== "") onWrite(asked ? asked.toWrite(text) : text);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Input
        className={styles.input}
        size="small"
        data-goal=""
        aria-label={`${indicator}的${kind === "reason" ? "原因" : "实际完成值"}`}
        value={typed}
        maxLength={kind === "reason" ? 500 : 60}
        contentAfter={asked && asked.unit !== "" ? asked.unit : undefined}
        onChange={(_, { value }) => setTyped(value)}
      />
      <Button size="small" type="submit" disabled={typed.trim() === ""}>
        写入
      </Button>
    </form>
  );
}
