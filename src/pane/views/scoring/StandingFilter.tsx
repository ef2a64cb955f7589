import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Standing, StandingCounts } from "../../../engine/evaluation/scoring";
import { openStandings, standings } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import type { ScoringState } from "../../state/scoring";
import { useChoiceStyles } from "../common/choice-styles";
import { useStandingColours } from "./standing-colours";
import { standingWords } from "./standing-words";

type Shown = ScoringState["shown"];

const useStyles = makeStyles({
  whole: { display: "flex", flexDirection: "column", gap: "6px" },
  filter: { display: "flex", flexWrap: "wrap", gap: "4px" },
  head: { fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/**
 * How many indicators stand how, each number a filter; 要人处理 is the sum of the kinds that stand behind it, and is left
 * out where there is but one.
 */
export function StandingFilter({ counts }: { readonly counts: StandingCounts }): ReactNode {
  const styles = useStyles();
  const choices = useChoiceStyles();
  const colours = useStandingColours();
  const { state, session } = usePane();
  const { shown } = state.scoring;
  const choose = (chosen: Shown): void =>
    session.store.dispatch({ type: "scoring-changed", change: { shown: chosen === shown ? "all" : chosen } });
  const button = (filter: Shown, content: ReactNode, head = false): ReactNode => (
    <button
      key={filter}
      type="button"
      className={mergeClasses(choices.button, head && styles.head, shown === filter && choices.chosen)}
      aria-pressed={shown === filter}
      onClick={() => choose(filter)}
    >
      {content}
    </button>
  );
  const parts = (open: boolean): ReactNode[] =>
    standings
      .filter((standing) => openStandings.has(standing) === open && (counts.of[standing] > 0 || shown === standing))
      .map((standing) =>
        button(
          standing,
          <>
            <span aria-hidden="true" className={shown === standing ? undefined : colours[standing]}>
              {standingWords[standing].sign}
            </span>{" "}
            {standingWords[standing].word} {counts.of[standing]}
          </>,
        ),
      );
  const toSee = parts(true);
  return (
    <div className={styles.whole}>
      <div role="group" aria-label="按情况筛选" className={styles.filter}>
        {button("all", `全部 ${counts.all}`, true)}
        {(toSee.length !== 1 || shown === "open") && button("open", `要人处理 ${counts.open}`, true)}
        {toSee}
        {parts(false)}
      </div>
      {shown !== "all" && <div className={styles.small}>{meaningOf(shown)}</div>}
      {counts.unwritten > 0 && (
        <div className={styles.small}>
          已计分的有 {counts.unwritten} 条得分栏还空着，可以到
          <Link
            as="button"
            inline
            onClick={() => session.store.dispatch({ type: "view-chosen", view: "self-evaluation" })}
          >
            自评表
          </Link>
          一次填好。
        </div>
      )}
    </div>
  );
}

function meaningOf(shown: Exclude<Shown, "all">): string {
  return shown === "open"
    ? "需判断、缺数据、读不懂和得分不符的指标，都要有人看一看。"
    : standingWords[shown satisfies Standing].meaning;
}
