import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { checkCriterion } from "../../../engine/criteria";
import type { ScoredRow } from "../../../engine/evaluation/scoring";
import { CellLink } from "../common/CellLink";
import { markCriterion } from "./marked-criterion";

const useStyles = makeStyles({
  text: {
    margin: 0,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "8px",
    whiteSpace: "pre-line",
  },
  replaced: { color: tokens.colorNeutralForeground2 },
  corrected: { borderLeftColor: tokens.colorBrandStroke1 },
  applied: {
    background: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  doubtful: {
    background: "none",
    color: "inherit",
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorPaletteRedBorderActive,
  },
  small: { fontSize: tokens.fontSizeBase200 },
});

/**
 * The criterion as written, and below it the sentence that a person has put in its place. In the one that counts, the
 * part that was applied stands out.
 */
export function CriterionText({ row }: { readonly row: ScoredRow }): ReactNode {
  const styles = useStyles();
  const { given, criterion, correction, criterionPlace } = row;
  return (
    <>
      <blockquote
        className={mergeClasses(styles.text, correction?.kind === "text" && styles.replaced)}
        aria-label="评分标准"
      >
        {correction?.kind === "text" ? given.criterion : <MarkedText row={row} />}
      </blockquote>
      {criterionPlace && (
        <div className={styles.small}>
          写在{" "}
          <CellLink place={criterionPlace} name="评分标准">
            {criterionPlace.sheet} {criterionPlace.address}
          </CellLink>
        </div>
      )}
      {correction?.kind === "text" && (
        <blockquote className={mergeClasses(styles.text, styles.corrected)} aria-label="更正后的评分标准">
          <MarkedText key={criterion} row={row} />
        </blockquote>
      )}
    </>
  );
}

function MarkedText({ row }: { readonly row: ScoredRow }): ReactNode {
  const styles = useStyles();
  const { given, criterion, applied, correction } = row;
  const pieces = useMemo(() => {
    const faults =
      correction?.kind === "judgement"
        ? []
        : checkCriterion({
            criterion,
            target: given.target,
            unit: given.unit,
            type: given.type,
            points: given.points,
            indicator: given.indicator,
          });
    return markCriterion(criterion, applied, faults);
  }, [given, criterion, applied, correction]);
  return pieces.map(({ text, kind, note }, at) =>
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
  );
}
