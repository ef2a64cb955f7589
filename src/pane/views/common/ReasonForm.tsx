import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { FormEvent, ReactNode } from "react";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "6px" },
  actions: { display: "flex", gap: "6px" },
});

interface ReasonFormProps {
  readonly label: string;
  readonly hint: string;
  /** What the button says that keeps the reason. */
  readonly button: string;
  /** Reasons to choose from. */
  readonly offered?: readonly string[];
  readonly initial?: string;
  /** The reason, trimmed and not empty; null where the person would rather not. */
  readonly onDone: (reason: string | null) => void;
}

/** Asks for a reason, which is kept in the workbook. */
export function ReasonForm({ label, hint, button, offered = [], initial = "", onDone }: ReasonFormProps): ReactNode {
  const styles = useStyles();
  const list = useId();
  const [reason, setReason] = useState(initial);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== "") onDone(reason.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={label} hint={hint}>
        <Input autoFocus value={reason} list={list} maxLength={300} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <datalist id={list}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" type="submit" disabled={reason.trim() === ""}>
          {button}
        </Button>
        <Button size="small" onClick={() => onDone(null)}>
          取消
        </Button>
      </div>
    </form>
  );
}
