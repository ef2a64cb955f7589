import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Finding, Suspect } from "../../../engine/diagnostics";
import { officeNumber } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { Fold } from "../common/Fold";

const useStyles = makeStyles({
  suspect: { display: "flex", flexDirection: "column", gap: "4px", alignItems: "flex-start" },
  preview: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    alignSelf: "stretch",
    background: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px",
  },
  actions: { display: "flex", gap: "6px" },
});

/** Where the error may be: the likeliest place, and others folded. */
export function Suspects({ finding }: { readonly finding: Finding }): ReactNode {
  const [first, ...others] = finding.suspects;
  if (!first) return null;
  return (
    <>
      <SuspectLine word="可能：" suspect={first} />
      {others.length > 0 && (
        <Fold label={`还有 ${others.length} 种可能`}>
          {others.map((suspect) => (
            <OtherSuspect key={`${suspect.kind} ${suspect.cell}`} suspect={suspect} />
          ))}
        </Fold>
      )}
    </>
  );
}

/** "改为 234.56": what the button says that repairs a suspected cell. */
export function changeWord({ text, proposed }: Suspect): string {
  return `改为 ${text ?? officeNumber(proposed ?? "", 0)}`;
}

function SuspectLine({ word, suspect }: { readonly word: string; readonly suspect: Suspect }): ReactNode {
  return (
    <div>
      {word}
      <CellLink place={suspect}>
        {suspect.sheet} {suspect.address}
      </CellLink>{" "}
      {suspect.reason}
    </div>
  );
}

function OtherSuspect({ suspect }: { readonly suspect: Suspect }): ReactNode {
  const styles = useStyles();
  const [previewing, setPreviewing] = useState(false);
  return (
    <div className={styles.suspect}>
      <SuspectLine word="或：" suspect={suspect} />
      {suspect.proposed !== null && !previewing && (
        <Button size="small" onClick={() => setPreviewing(true)}>
          {changeWord(suspect)}
        </Button>
      )}
      {previewing && <ChangePreview suspect={suspect} onClose={() => setPreviewing(false)} />}
    </div>
  );
}

/** What a change will do, before it is done. */
export function ChangePreview({
  suspect,
  onClose,
}: {
  readonly suspect: Suspect;
  readonly onClose: () => void;
}): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  const { before, formula } = session.contentsOf(suspect);
  const change = (): void => {
    onClose();
    void session.adopt(suspect);
  };
  return (
    <div className={styles.preview} role="group" aria-label="改动预览">
      <div>
        {suspect.sheet} {suspect.address}：{before} →{" "}
        <strong>{suspect.text ?? officeNumber(suspect.proposed ?? "", 0)}</strong>
      </div>
      {formula !== null && <div>这一格原来是公式 ={formula}，改后只剩数字。</div>}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" autoFocus onClick={change}>
          确定修改
        </Button>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
      </div>
    </div>
  );
}
