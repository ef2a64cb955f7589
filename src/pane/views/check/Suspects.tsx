import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Finding, Suspect } from "../../../engine/diagnostics";
import { officeNumber } from "../../../engine/diagnostics";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { Fold } from "../common/Fold";

const useStyles = makeStyles({
  suspect: { display: "flex", flexDirection: "column", gap: "4px", alignItems: "flex-start" },
  preview: { display: "flex", flexDirection: "column", gap: "4px", alignSelf: "stretch", background: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium, padding: "8px" },
  actions: { display: "flex", gap: "6px" },
});

/** Where the error may be: the likeliest place, and others folded. */
export function Suspects({ finding }: { readonly finding: Finding }): ReactNode {
  const [first, ...others] = finding.suspects;
  if (!first) return null;
  return (
    <>
      <SuspectRow word="可能：" suspect={first} />
      {others.length > 0 && (
        <Fold label={`还有 ${others.length} 种可能`}>
          {others.map((suspect) => (
            <SuspectRow key={`${suspect.kind} ${suspect.cell}`} word="或：" suspect={suspect} />
          ))}
        </Fold>
      )}
    </>
  );
}

function SuspectRow({ word, suspect }: { readonly word: string; readonly suspect: Suspect }): ReactNode {
  const styles = useStyles();
  const [previewing, setPreviewing] = useState(false);
  return (
    <div className={styles.suspect}>
      <div>
        {word}
        <CellLink place={suspect}>
          {suspect.sheet} {suspect.address}
        </CellLink>{" "}
        {suspect.reason}
      </div>
      {suspect.proposed !== null && !previewing && (
        <Button size="small" appearance="primary" onClick={() => setPreviewing(true)}>
          改为 {suspect.text ?? officeNumber(suspect.proposed, 0)}
        </Button>
      )}
      {previewing && <Preview suspect={suspect} onClose={() => setPreviewing(false)} />}
    </div>
  );
}

/** What a change will do, before it is done. */
function Preview({ suspect, onClose }: { readonly suspect: Suspect; readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  const { before, formula } = session.contentsOf(suspect);
  return (
    <div className={styles.preview} role="group" aria-label="改动预览">
      <div>
        {suspect.sheet} {suspect.address}：{before} → <strong>{suspect.text ?? officeNumber(suspect.proposed ?? "", 0)}</strong>
      </div>
      {formula !== null && <div>这一格原来是公式 ={formula}，改后只剩数字。</div>}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" autoFocus onClick={() => void session.adopt(suspect)}>
          确定修改
        </Button>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
      </div>
    </div>
  );
}
