import { ProgressBar, Select } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import type { ScoredRow } from "../../session/scoring";
import { countStandings, openStandings, standingOf } from "../../session/standing";
import { usePane } from "../../session-context";
import type { ScoringState } from "../../state/scoring";
import { useCardStyles } from "../common/card-styles";
import { UndoBar } from "../common/UndoBar";
import { VirtualList } from "../common/VirtualList";
import { Decisions } from "./Decisions";
import { IndicatorCard } from "./IndicatorCard";
import { ScoringContext } from "./scoring-context";
import { StandingFilter } from "./StandingFilter";
import { useScoredRows } from "./use-scored-rows";

/** Every indicator with what its criterion gives, and what needs a person. */
export function ScoringView(): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { rows, done, scorer } = useScoredRows();
  const { subject, shown } = state.scoring;
  const subjects = useMemo(() => [...new Set(rows.map((row) => row.subject))], [rows]);
  const chosen = subject !== null && subjects.includes(subject) ? subject : null;
  const ofSubject = useMemo(
    () => (chosen === null ? rows : rows.filter((row) => row.subject === chosen)),
    [rows, chosen],
  );
  const counts = useMemo(() => countStandings(ofSubject), [ofSubject]);
  const listed = useMemo(() => ofSubject.filter((row) => isShown(row, shown)), [ofSubject, shown]);
  const book = useMemo(() => ({ scorer, rows }), [scorer, rows]);
  useEffect(() => void session.refresh(), [session]);
  if (!state.connected) return <div>工作簿还没有打开。</div>;
  if (rows.length === 0 && done === 1)
    return <div>这个工作簿里没有认出绩效目标表或绩效自评表，没有可以评分的指标。认得不对的，可以在“表格”里指定。</div>;
  return (
    <div className={styles.view}>
      {subjects.length > 1 && (
        <Select
          size="small"
          aria-label="项目或单位"
          value={chosen ?? ""}
          onChange={(_, { value }) =>
            session.store.dispatch({ type: "scoring-changed", change: { subject: value === "" ? null : value } })
          }
        >
          <option value="">全部 {subjects.length} 个项目和单位</option>
          {subjects.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
      <StandingFilter counts={counts} />
      {done < 1 && <ProgressBar aria-label="评分进度" value={done} />}
      <UndoBar />
      <ScoringContext.Provider value={book}>
        <Decisions />
        {listed.length === 0 && done === 1 ? (
          <div>{shown === "open" ? "没有要人处理的指标。" : "没有这样的指标。"}</div>
        ) : (
          <VirtualList items={listed} idOf={idOf} label={`${listed.length} 条指标`} estimate={92}>
            {card}
          </VirtualList>
        )}
      </ScoringContext.Provider>
    </div>
  );
}

const idOf = ({ id }: ScoredRow): string => id;
const card = (row: ScoredRow): ReactNode => <IndicatorCard row={row} />;

function isShown(row: ScoredRow, shown: ScoringState["shown"]): boolean {
  if (shown === "all") return true;
  const standing = standingOf(row);
  return shown === "open" ? openStandings.has(standing) : standing === shown;
}
