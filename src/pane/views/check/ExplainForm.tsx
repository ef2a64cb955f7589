import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { Finding } from "../../../engine/diagnostics";
import { usePane } from "../../session-context";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "6px" },
  actions: { display: "flex", gap: "6px" },
});

/** How many earlier reasons are offered. */
const MOST_OFFERED = 5;

/** Why a finding is right after all. */
export function ExplainForm({
  finding,
  onDone,
}: {
  readonly finding: Finding;
  readonly onDone: () => void;
}): ReactNode {
  const styles = useStyles();
  const list = useId();
  const { state, session } = usePane();
  const [reason, setReason] = useState(finding.accepted?.reason ?? "");
  const earlier = [...new Set(state.settings.exceptions.map((exception) => exception.reason).reverse())].slice(
    0,
    MOST_OFFERED,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === "") return;
    onDone();
    void session.explain(finding, reason.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label="为什么这样是对的" hint="理由会保存在工作簿里；数字一变，这一条会重新列出。">
        <Input value={reason} autoFocus list={list} maxLength={300} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <datalist id={list}>
        {earlier.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" type="submit" disabled={reason.trim() === ""}>
          保存说明
        </Button>
        <Button size="small" onClick={onDone}>
          取消
        </Button>
      </div>
    </form>
  );
}
