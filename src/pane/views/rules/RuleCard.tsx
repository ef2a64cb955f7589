import { Switch, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import { switchRule } from "../../../engine/settings";
import type { Rule } from "../../../engine/reconcile";
import { severityWord } from "../../../engine/report";
import { usePane } from "../../session-context";
import { ReasonForm } from "../common/ReasonForm";

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground1,
    padding: "8px 10px",
    marginBottom: "8px",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    overflowWrap: "anywhere",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** A rule in words, with its source and a switch. */
export function RuleCard({ rule }: { readonly rule: Rule }): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const [asking, setAsking] = useState(false);
  const off = state.settings.rulesOff.find((one) => one.rule === rule.id);
  const turn = (reason: string | null): void =>
    void session.changeSettings((settings) => switchRule(settings, rule.id, reason), true);
  return (
    <article className={styles.card} aria-label={rule.title}>
      <h3 className={styles.title}>{rule.title}</h3>
      <div className={styles.small}>
        {severityWord(rule.severity)} · {rule.source}
      </div>
      <div className={styles.small}>{rule.explanation}</div>
      <Switch
        label={off ? "已停用" : "启用"}
        checked={!off && !asking}
        aria-label={`启用：${rule.title}`}
        onChange={(_, { checked }) => (checked ? (setAsking(false), turn(null)) : setAsking(true))}
      />
      {off && <div>停用理由：{off.reason}</div>}
      {asking && !off && (
        <ReasonForm
          label="为什么不用这条规则"
          hint="只对本工作簿停用，理由保存在工作簿里。"
          button="停用"
          onDone={(reason) => {
            setAsking(false);
            if (reason !== null) turn(reason);
          }}
        />
      )}
    </article>
  );
}
