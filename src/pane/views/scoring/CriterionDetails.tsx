import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RowScorer, ScoredRow } from "../../session/scoring";
import { scoreTarget } from "../../session/scoring";
import { useCardStyles } from "../common/card-styles";
import { Assumptions } from "./Assumptions";
import { CriterionText } from "./CriterionText";
import { Judgement } from "./Judgement";
import { MisreadForm } from "./MisreadForm";
import { ScorePlot } from "./ScorePlot";
import { WriteScore } from "./WriteScore";

const useStyles = makeStyles({
  details: { display: "flex", flexDirection: "column", gap: "8px", paddingTop: "4px", lineHeight: tokens.lineHeightBase300 },
  question: { fontWeight: tokens.fontWeightSemibold },
});

/** A criterion as written, as read, drawn, applied step by step, and what it rests on. */
export function CriterionDetails({ row, scorer }: { readonly row: ScoredRow; readonly scorer: RowScorer }): ReactNode {
  const styles = useStyles();
  const cards = useCardStyles();
  const { result, evaluated } = row;
  // Before there is a self-evaluation nobody is asked for its figures.
  const question = result.status === "incomplete" && !evaluated ? null : result.question;
  const problems = result.problems.filter((problem) => question === null || !question.startsWith(problem));
  const target = scoreTarget(row);
  return (
    <div className={styles.details}>
      <CriterionText row={row} />
      {result.reading !== "" && <div>{result.reading}</div>}
      <ScorePlot row={row} conventions={scorer.conventions} />
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
      {(result.status === "needs-judgement" || result.status === "unreadable") && <Judgement target={target} choices={result.choices} points={row.given.points} />}
      <Assumptions row={row} conventions={scorer.conventions} />
      {row.given.criterion !== "" && <MisreadForm row={row} />}
    </div>
  );
}
