import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Finding } from "../../../engine/diagnostics";
import { markLevel, outcomeWord } from "../../../engine/report";
import { usePane } from "../../session-context";
import { lookAt, placeOf } from "../../state/findings";
import { levelSigns, levelWords } from "../../words";
import { Equation } from "./Equation";
import { ExplainForm } from "./ExplainForm";
import { FindingDetails } from "./FindingDetails";
import { useLevelStyles } from "./level-colours";
import { ChangePreview, Suspects, changeWord } from "./Suspects";

const useStyles = makeStyles({
  card: {
    background: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    borderLeftStyle: "solid",
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 10px",
    marginBottom: "8px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    overflowWrap: "anywhere",
  },
  head: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  plain: { color: tokens.colorNeutralForeground1 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  stale: { color: tokens.colorPaletteMarigoldForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** One cause: the fault, its equation, who is suspected and what can be done. */
export function FindingCard({ finding }: { readonly finding: Finding }): ReactNode {
  const styles = useStyles();
  const colours = useLevelStyles();
  const { session } = usePane();
  const [asking, setAsking] = useState<"change" | "reason" | null>(null);
  const level = markLevel(finding);
  const place = lookAt(finding);
  const { accepted } = finding;
  const [suspect] = finding.suspects;
  const explained = accepted !== null && !accepted.stale;
  const toggle = (what: "change" | "reason"): void => setAsking(asking === what ? null : what);
  return (
    <article className={mergeClasses(styles.card, colours[level], styles.plain)} aria-label={finding.title}>
      <FindingHead finding={finding} />
      <h3 className={styles.title}>{finding.title}</h3>
      <Equation lines={finding.lines} cells={finding.cells} />
      {accepted?.stale && <div className={styles.stale}>数字已变动。原来的说明：{accepted.reason}</div>}
      <Suspects finding={finding} />
      <div className={styles.actions}>
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
            onClick={() => toggle("change")}
          >
            {changeWord(suspect)}
          </Button>
        )}
        {explained ? (
          <Button size="small" onClick={() => void session.withdraw(finding)}>
            取消说明
          </Button>
        ) : (
          <Button size="small" aria-expanded={asking === "reason"} onClick={() => toggle("reason")}>
            已说明…
          </Button>
        )}
      </div>
      {asking === "change" && suspect && <ChangePreview suspect={suspect} onClose={() => setAsking(null)} />}
      {asking === "reason" && <ExplainForm finding={finding} onDone={() => setAsking(null)} />}
      {explained && <div>理由：{accepted.reason}</div>}
      <FindingDetails finding={finding} />
    </article>
  );
}

/** How grave it is, and on which sheet. */
function FindingHead({ finding }: { readonly finding: Finding }): ReactNode {
  const styles = useStyles();
  const colours = useLevelStyles();
  const level = markLevel(finding);
  const about = placeOf(finding);
  return (
    <div className={styles.head}>
      <span className={colours[level]}>
        <span aria-hidden="true">{levelSigns[level]}</span> {levelWords[level]}
      </span>
      {finding.outcome !== "fail" && level !== "cannot-tell" && ` · ${outcomeWord(finding.outcome)}`}
      {about && ` · ${about.sheet}`}
    </div>
  );
}
