import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { DEFAULT_CONVENTIONS, criterionKey, isConventionName, sayConvention } from "../../../engine/criteria";
import type { NamedConvention } from "../../../engine/criteria";
import { chooseConvention, withdrawCorrection } from "../../../engine/settings";
import type { Correction, Settings } from "../../../engine/settings";
import { countByCriterion } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";
import { useScoringBook } from "./scoring-context";

/**
 * What was decided about criteria in this workbook, all in one place, each with a way back; nothing where nothing was.
 */
export function Decisions(): ReactNode {
  const { conventions, corrections } = usePane().state.settings;
  const chosen = Object.entries(conventions).flatMap(([name, value]) =>
    isConventionName(name) ? [{ name, value }] : [],
  );
  if (chosen.length + corrections.length === 0) return null;
  return (
    <Fold label={`本工作簿选定的理解和更正 ${chosen.length + corrections.length} 条`}>
      <DecisionList chosen={chosen} corrections={corrections} />
    </Fold>
  );
}

interface DecisionListProps {
  readonly chosen: readonly NamedConvention[];
  readonly corrections: readonly Correction[];
}

function DecisionList({ chosen, corrections }: DecisionListProps): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { rows } = useScoringBook();
  const counts = useMemo(() => countByCriterion(rows), [rows]);
  const change = (changed: (settings: Settings) => Settings, announcement: string): void =>
    void session.changeSettings(changed, state.checked !== null, announcement);
  return (
    <ul className={styles.list} aria-label="选定的理解和更正">
      {chosen.map(({ name, value }) => (
        <li key={name}>
          {sayConvention(name, value)}
          <div className={styles.actions}>
            <Button
              size="small"
              onClick={() =>
                change((settings) => chooseConvention(settings, name, DEFAULT_CONVENTIONS[name]), "已恢复通常的理解")
              }
            >
              恢复通常的理解
            </Button>
          </div>
        </li>
      ))}
      {corrections.map(({ criterion, reading, by, on }) => (
        <li key={criterion}>
          <div>
            “{criterion}”：{readingWords(reading)}
          </div>
          <div className={styles.small}>
            {by === "" ? "" : `${by} `}
            {on} 更正，{countWords(counts.get(criterionKey(criterion) ?? "") ?? 0)}。
          </div>
          <div className={styles.actions}>
            <Button
              size="small"
              onClick={() => change((settings) => withdrawCorrection(settings, criterion), "已取消更正")}
            >
              取消更正
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function countWords(count: number): string {
  return count === 0 ? "现在没有指标写着这句话" : `${count} 条指标写着这句话`;
}

function readingWords(reading: Correction["reading"]): string {
  switch (reading.kind) {
    case "text":
      return `读作“${reading.text}”`;
    case "judgement":
      return "由人判断";
    case "conventions":
      return Object.entries(reading.conventions)
        .map(([name, value]) => (isConventionName(name) ? sayConvention(name, value) : ""))
        .filter((words) => words !== "")
        .join("；");
  }
}
