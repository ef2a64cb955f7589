import { ProgressBar, Select, Switch } from "@fluentui/react-components";
import { useEffect } from "react";
import type { ReactNode } from "react";
import type { ScoredRow } from "../../session/scoring";
import { wantsPerson } from "../../session/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { UndoBar } from "../common/UndoBar";
import { VirtualList } from "../common/VirtualList";
import { IndicatorCard } from "./IndicatorCard";
import { statusWords, statuses } from "./status-words";
import { useScoredRows } from "./use-scored-rows";

/** Every indicator with what its criterion gives, and what needs a person. */
export function ScoringView(): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { rows, all, scorer } = useScoredRows();
  const { onlyOpen, subject } = state.scoring;
  useEffect(() => void session.refresh(), [session]);
  if (!state.connected) return <div>工作簿还没有打开。</div>;
  if (all === 0) return <div>这个工作簿里没有认出绩效目标表或绩效自评表，没有可以评分的指标。认得不对的，可以在“表格”里指定。</div>;
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const chosen = subject !== null && subjects.includes(subject) ? subject : null;
  const ofSubject = chosen === null ? rows : rows.filter((row) => row.subject === chosen);
  const open = ofSubject.filter(wantsPerson);
  const shown = onlyOpen ? open : ofSubject;
  const change = (changed: Partial<typeof state.scoring>): void => session.store.dispatch({ type: "scoring-changed", change: changed });
  return (
    <div className={styles.view}>
      <Summary rows={ofSubject} />
      {rows.length < all && <ProgressBar aria-label="评分进度" value={rows.length / all} />}
      <UndoBar />
      {subjects.length > 1 && (
        <Select size="small" aria-label="项目或单位" value={chosen ?? ""} onChange={(_, { value }) => change({ subject: value === "" ? null : value })}>
          <option value="">全部项目和单位</option>
          {subjects.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
      <Switch label={`只看需要人处理的（${open.length}）`} checked={onlyOpen} onChange={(_, { checked }) => change({ onlyOpen: checked })} />
      {shown.length === 0 ? (
        <div>没有需要人处理的指标。</div>
      ) : (
        <VirtualList items={shown} idOf={idOf} label={`${shown.length} 条指标`} estimate={92}>
          {(row) => <IndicatorCard row={row} scorer={scorer} />}
        </VirtualList>
      )}
    </div>
  );
}

const idOf = ({ id }: ScoredRow): string => id;

function Summary({ rows }: { readonly rows: readonly ScoredRow[] }): ReactNode {
  const counts = statuses.map((status) => ({ status, count: rows.filter(({ result }) => result.status === status).length })).filter(({ count }) => count > 0);
  return (
    <div>
      共 {rows.length} 条指标：{counts.map(({ status, count }) => `${statusWords[status]} ${count}`).join("，")}。
    </div>
  );
}
