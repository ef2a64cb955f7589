import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { asApplied } from "../../../engine/criteria";
import type { ScoredRow } from "../../../engine/evaluation/scoring";
import { scoreTarget } from "../../../engine/evaluation/scoring";
import { useCardStyles } from "../common/card-styles";
import { Assumptions } from "./Assumptions";
import { Correction } from "./Correction";
import { CriterionText } from "./CriterionText";
import { Judgement } from "./Judgement";
import { ScorePlot } from "./ScorePlot";
import { useScoringBook } from "./scoring-context";
import { WriteScore } from "./WriteScore";

const useStyles = makeStyles({
  details: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    paddingTop: "4px",
    lineHeight: tokens.lineHeightBase300,
  },
  question: { fontWeight: tokens.fontWeightSemibold },
});

/**
 * A criterion as written, as read, drawn, applied step by step, what it rests on, and a way to put its reading right.
 */
export function CriterionDetails({ row }: { readonly row: ScoredRow }): ReactNode {
  const styles = useStyles();
  const cards = useCardStyles();
  const { practice } = useScoringBook().scorer;
  const { result, evaluated, correction } = row;
  const { given, conventions } = useMemo(() => asApplied(row.given, practice), [row, practice]);
  // Before there is a self-evaluation nobody is asked for its figures.
  const question = result.status === "incomplete" && !evaluated ? null : result.question;
  const problems = result.problems.filter(
    (problem) =>
      (question === null || !question.startsWith(problem)) &&
      (evaluated || result.status !== "incomplete" || !/^缺实际完成值/.test(problem)),
  );
  const target = scoreTarget(row);
  return (
    <div className={styles.details}>
      {row.given.criterion !== "" && (
        <>
          <CriterionText row={row} />
          {result.reading !== "" && <div>{result.reading}</div>}
        </>
      )}
      {correction?.kind !== "judgement" && (
        <ScorePlot row={row} given={given} conventions={conventions} score={result.score} />
      )}
      <Correction row={row} />
      {result.steps.length > 0 && (
        <ol className={cards.list} aria-label="计算步骤">
          {result.steps.map((step, at) => (
            <li key={at}>{step}</li>
          ))}
        </ol>
      )}
      {problems.length > 0 && (
        <ul className={cards.list} aria-label="要注意的">
          {problems.map((problem, at) => (
            <li key={at}>{problem}</li>
          ))}
        </ul>
      )}
      {question !== null && <div className={styles.question}>{question}</div>}
      {result.status === "scored" && target && <WriteScore target={target} score={result.score} />}
      {(result.status === "needs-judgement" || result.status === "unreadable") && (
        <Judgement target={target} choices={result.choices} points={row.given.points} />
      )}
      <Assumptions row={row} />
    </div>
  );
}
