import { Button, ProgressBar, Select } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import type { ScoredRow, StandingCounts } from "../../../engine/evaluation/scoring";
import { countStandings, openStandings, standingOf } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import type { ScoringState } from "../../state/scoring";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";
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
  const nothingYet = done === 1 && isUnreported(counts);
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
      {!nothingYet && <StandingFilter counts={counts} />}
      {done < 1 && <ProgressBar aria-label="评分进度" value={done} />}
      <ScoringContext.Provider value={book}>
        <Decisions />
        {nothingYet ? (
          <NothingYet rows={ofSubject} />
        ) : listed.length === 0 && done === 1 ? (
          <div>{shown === "open" ? "没有要人处理的指标。" : "没有这样的指标。"}</div>
        ) : (
          <RowList rows={listed} />
        )}
      </ScoringContext.Provider>
    </div>
  );
}

function RowList({ rows }: { readonly rows: readonly ScoredRow[] }): ReactNode {
  return (
    <VirtualList items={rows} idOf={idOf} label={`${rows.length} 条指标`} estimate={92}>
      {card}
    </VirtualList>
  );
}

/** Only targets, of which nobody has reported anything: what to do, and how the criteria are read for those who ask. */
function NothingYet({ rows }: { readonly rows: readonly ScoredRow[] }): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const count = rows.length;
  return (
    <>
      <div className={styles.quiet}>
        <div>这里是绩效目标，共 {count} 条指标，还没有实际完成值，不用评分。</div>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            onClick={() => session.store.dispatch({ type: "view-chosen", view: "self-evaluation" })}
          >
            生成自评表
          </Button>
        </div>
      </div>
      <Fold label={`先看 ${count} 条评分标准怎样读`}>
        <RowList rows={rows} />
      </Fold>
    </>
  );
}

const idOf = ({ id }: ScoredRow): string => id;
const card = (row: ScoredRow): ReactNode => <IndicatorCard row={row} />;

/** Nobody has reported anything: all there is are targets. */
function isUnreported({ all, of }: StandingCounts): boolean {
  return all > 0 && of["not-yet"] === all;
}

function isShown(row: ScoredRow, shown: ScoringState["shown"]): boolean {
  if (shown === "all") return true;
  const standing = standingOf(row);
  return shown === "open" ? openStandings.has(standing) : standing === shown;
}
