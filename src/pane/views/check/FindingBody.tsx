import { Button } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { Finding, Suspect } from "../../../engine/diagnostics";
import { isExplained } from "../../../engine/report";
import type { CellPlace } from "../../../hosts/host";
import { usePane } from "../../session-context";
import type { ListedFinding } from "../../state/finding-list";
import { lookAt } from "../../state/findings";
import { useRowStyles } from "./row-styles";
import { Equation } from "./Equation";
import { ExplainForm } from "./ExplainForm";
import { FindingDetails } from "./FindingDetails";
import { ChangePreview, Suspects, changeWord } from "./Suspects";

type Asked = "change" | "reason";

/** Where one can look and what can be mended: nothing in a document beside the workbook. */
function withinReach(
  finding: Finding,
  elsewhere: ReadonlySet<string>,
): { readonly place: CellPlace | null; readonly suspect: Suspect | null } {
  const place = lookAt(finding);
  const [suspect = null] = finding.suspects;
  return {
    place: place !== null && elsewhere.has(place.sheet) ? null : place,
    suspect: suspect !== null && elsewhere.has(suspect.sheet) ? null : suspect,
  };
}

/** All there is to say of a finding: its equation, who is suspected and what can be done. */
export function FindingBody({ row }: { readonly row: ListedFinding }): ReactNode {
  const styles = useRowStyles();
  const { state, session } = usePane();
  const [asking, setAsking] = useState<Asked | null>(null);
  const actions = useRef<HTMLDivElement>(null);
  const { finding } = row;
  const { place, suspect } = withinReach(finding, state.checked?.elsewhere ?? new Set());
  const { accepted } = finding;
  const explained = isExplained(finding);
  const toggle = (what: Asked): void => setAsking(asking === what ? null : what);
  /** Folds the form; the focus goes back to the button that opened it. */
  const close = (): void => {
    actions.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    setAsking(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || asking === null) return;
    event.stopPropagation();
    close();
  };
  return (
    <div className={styles.body} onKeyDown={onKeyDown}>
      <Equation lines={finding.lines} cells={finding.cells} />
      {accepted?.stale && <div className={styles.stale}>数字已变动。原来的说明：{accepted.reason}</div>}
      <Suspects finding={finding} />
      <div className={styles.actions} ref={actions}>
        {place && (
          <Button size="small" onClick={() => void session.reveal(place)}>
            看单元格
          </Button>
        )}
        {suspect && suspect.proposed !== null && !explained && (
          <Button
            size="small"
            appearance="primary"
            aria-expanded={asking === "change"}
            onClick={() => {
              // What is about to be changed is seen in its place.
              if (asking !== "change") void session.reveal(suspect);
              toggle("change");
            }}
          >
            {changeWord(suspect)}
          </Button>
        )}
        {explained ? (
          <Button size="small" onClick={() => void session.withdraw([finding])}>
            取消说明
          </Button>
        ) : (
          <Button size="small" aria-expanded={asking === "reason"} onClick={() => toggle("reason")}>
            已说明…
          </Button>
        )}
      </div>
      {asking === "change" && suspect && <ChangePreview suspect={suspect} row={row} onClose={close} />}
      {asking === "reason" && <ExplainForm rows={[row]} onClose={close} />}
      {explained && <div>理由：{accepted!.reason}</div>}
      <FindingDetails finding={finding} />
    </div>
  );
}
