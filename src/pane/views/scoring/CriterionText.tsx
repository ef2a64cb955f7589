import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { checkCriterion } from "../../../engine/criteria";
import type { ScoredRow } from "../../session/scoring";
import { markCriterion } from "./marked-criterion";

const useStyles = makeStyles({
  text: { margin: 0, borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: "8px" },
  applied: { background: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  doubtful: { background: "none", color: "inherit", textDecorationLine: "underline", textDecorationStyle: "wavy", textDecorationColor: tokens.colorPaletteRedBorderActive },
});

/** The criterion as written: the part that was applied stands out, a doubtful place is underlined. */
export function CriterionText({ row }: { readonly row: ScoredRow }): ReactNode {
  const styles = useStyles();
  const { given, result } = row;
  const pieces = useMemo(() => {
    const faults = given.criterion === "" ? [] : checkCriterion({ criterion: given.criterion, target: given.target, unit: String(given.unit ?? ""), type: String(given.type ?? ""), points: given.points, indicator: given.indicator });
    return markCriterion(given.criterion, result.steps, faults);
  }, [given, result]);
  if (given.criterion === "") return <div>没有评分标准。</div>;
  return (
    <blockquote className={styles.text} aria-label="评分标准">
      {pieces.map(({ text, kind, note }, at) =>
        kind === "applied" ? (
          <mark key={at} className={styles.applied} title="这次适用的部分">
            {text}
          </mark>
        ) : kind === "doubtful" ? (
          <mark key={at} className={styles.doubtful} title={note}>
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </blockquote>
  );
}
