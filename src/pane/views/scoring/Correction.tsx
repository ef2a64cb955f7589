import { Button, Link } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { criterionKey } from "../../../engine/criteria";
import { correctionOf, withdrawCorrection } from "../../../engine/settings";
import type { ScoredRow } from "../../../engine/evaluation/scoring";
import { rowsAlike } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { CorrectionForm } from "./CorrectionForm";
import { useScoringBook } from "./scoring-context";

/** Says that a reading was corrected, by whom and when, and takes it back; else offers to correct it. */
export function Correction({ row }: { readonly row: ScoredRow }): ReactNode {
  const [open, setOpen] = useState(false);
  // Whoever comes back from the form, or takes a correction back, goes on where they were.
  const [back, setBack] = useState(false);
  const { correction } = row;
  useEffect(() => setBack(false), [correction]);
  if (criterionKey(row.given.criterion) === null) return null;
  const close = (): void => {
    setOpen(false);
    setBack(true);
  };
  if (open) return <CorrectionForm row={row} onClose={close} />;
  if (correction)
    return <Corrected row={row} focused={back} onChange={() => setOpen(true)} onWithdraw={() => setBack(true)} />;
  return (
    <div onBlur={({ relatedTarget }) => relatedTarget && setBack(false)}>
      <Link as="button" inline autoFocus={back} onClick={() => setOpen(true)}>
        {row.result.reading === "" ? "改正读法…" : "这样读不对…"}
      </Link>
    </div>
  );
}

interface CorrectedProps {
  readonly row: ScoredRow;
  readonly focused: boolean;
  readonly onChange: () => void;
  readonly onWithdraw: () => void;
}

function Corrected({ row, focused, onChange, onWithdraw }: CorrectedProps): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { rows } = useScoringBook();
  const { criterion } = row.given;
  const kept = useMemo(() => correctionOf(state.settings, criterion), [state.settings, criterion]);
  const alike = useMemo(() => rowsAlike(rows, criterion).length, [rows, criterion]);
  if (!kept) return null;
  const withdraw = (): void => {
    onWithdraw();
    void session.changeSettings(
      (settings) => withdrawCorrection(settings, criterion),
      state.checked !== null,
      "已取消更正",
    );
  };
  return (
    <div className={styles.quiet} role="group" aria-label="已更正">
      <div className={styles.small}>
        {kept.by === "" ? "" : `${kept.by} `}
        {kept.on} 更正了读法，{alike > 1 ? `本工作簿写着这句话的 ${alike} 条指标都这样读` : "随工作簿保存"}。
      </div>
      <div className={styles.actions}>
        <Button size="small" onClick={withdraw}>
          取消更正
        </Button>
        <Button size="small" autoFocus={focused} onClick={onChange}>
          再改…
        </Button>
      </div>
    </div>
  );
}
