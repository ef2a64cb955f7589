import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Finding, Suspect } from "../../../engine/diagnostics";
import { officeNumber } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import type { ListedFinding } from "../../state/finding-list";
import { CellLink } from "../common/CellLink";
import { Fold } from "../common/Fold";

const useStyles = makeStyles({
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

/**
 * Where the error may be. Where the figures force a repair, that place, and others folded; else the places to look at,
 * the likeliest first.
 */
export function Suspects({ finding }: { readonly finding: Finding }): ReactNode {
  const [first, ...others] = finding.suspects;
  if (!first) return null;
  const likely = first.proposed === null ? finding.suspects.slice(0, MOST_TO_CHECK) : [first];
  const rest = first.proposed === null ? finding.suspects.slice(MOST_TO_CHECK) : others;
  return (
    <>
      {likely.map((suspect, place) => (
        <SuspectLine
          key={`${suspect.kind} ${suspect.cell}`}
          word={place > 0 ? "或：" : suspect.proposed === null ? "请核对：" : "可能："}
          suspect={suspect}
        />
      ))}
      {rest.length > 0 && (
        <Fold label={`还有 ${rest.length} 种可能`}>
          {rest.map((suspect) => (
            <SuspectLine key={`${suspect.kind} ${suspect.cell}`} word="或：" suspect={suspect} />
          ))}
        </Fold>
      )}
    </>
  );
}

/** So many cells are looked at without unfolding: more are no help. */
const MOST_TO_CHECK = 3;

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

/** What a change will do, before it is done. */
export function ChangePreview({
  suspect,
  row,
  onClose,
}: {
  readonly suspect: Suspect;
  readonly row: ListedFinding;
  readonly onClose: () => void;
}): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  const { before, formula } = session.contentsOf(suspect);
  const change = (): void => {
    session.leave([row]);
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
