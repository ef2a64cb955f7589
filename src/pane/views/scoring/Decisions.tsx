import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { DEFAULT_CONVENTIONS, isConventionName, sayConvention } from "../../../engine/criteria";
import { chooseConvention, withdrawCorrection } from "../../../engine/settings";
import type { Correction, Settings } from "../../../engine/settings";
import { rowsAlike } from "../../session/understanding";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { Fold } from "../common/Fold";
import { useScoringBook } from "./scoring-context";

/** What was decided about criteria in this workbook, all in one place, each with a way back; nothing where nothing was. */
export function Decisions(): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { conventions, corrections } = state.settings;
  const chosen = Object.entries(conventions).flatMap(([name, value]) => (isConventionName(name) ? [{ name, value }] : []));
  if (chosen.length + corrections.length === 0) return null;
  const change = (changed: (settings: Settings) => Settings, announcement: string): void => void session.changeSettings(changed, state.checked !== null, announcement);
  return (
    <Fold label={`本工作簿选定的理解和更正 ${chosen.length + corrections.length} 条`}>
      <ul className={styles.list} aria-label="选定的理解和更正">
        {chosen.map(({ name, value }) => (
          <li key={name}>
            {sayConvention(name, value)}
            <div className={styles.actions}>
              <Button size="small" onClick={() => change((settings) => chooseConvention(settings, name, DEFAULT_CONVENTIONS[name]), "已恢复通常的理解")}>
                恢复通常的理解
              </Button>
            </div>
          </li>
        ))}
        {corrections.map((correction) => (
          <li key={correction.criterion}>
            <CorrectionWords correction={correction} />
            <div className={styles.actions}>
              <Button size="small" onClick={() => change((settings) => withdrawCorrection(settings, correction.criterion), "已取消更正")}>
                取消更正
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function CorrectionWords({ correction: { criterion, reading, by, on } }: { readonly correction: Correction }): ReactNode {
  const styles = useCardStyles();
  const { rows } = useScoringBook();
  const count = rowsAlike(rows, criterion).length;
  return (
    <>
      <div>
        “{criterion}”：{readingWords(reading)}
      </div>
      <div className={styles.small}>
        {by === "" ? "" : `${by} `}
        {on} 更正，{count === 0 ? "现在没有指标写着这句话" : `${count} 条指标写着这句话`}。
      </div>
    </>
  );
}

function readingWords(reading: Correction["reading"]): string {
  switch (reading.kind) {
    case "text": return `读作“${reading.text}”`;
    case "judgement": return "由人判断";
    case "conventions": return Object.entries(reading.conventions).map(([name, value]) => (isConventionName(name) ? sayConvention(name, value) : "")).filter((words) => words !== "").join("；");
  }
}
