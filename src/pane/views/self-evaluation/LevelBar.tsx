import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { LevelPoints } from "../../../engine/evaluation/self-evaluation";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";

const useStyles = makeStyles({
  head: { display: "flex", justifyContent: "space-between", fontVariantNumeric: "tabular-nums" },
  track: {
    height: "10px",
    borderRadius: tokens.borderRadiusSmall,
    background: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    overflow: "hidden",
  },
  bar: { height: "100%", background: tokens.colorBrandBackground, forcedColorAdjust: "none" },
});

/** Indicators named where points were lost. */
const MOST_NAMED = 3;

/** A first level: its points as a bar against their maximum, and where they were lost. */
export function LevelBar({ level }: { readonly level: LevelPoints }): ReactNode {
  const styles = useStyles();
  const cards = useCardStyles();
  const { name, points, score, open, lost } = level;
  const share = points.isZero() ? 0 : Math.min(1, Math.max(0, score.dividedBy(points).toNumber()));
  return (
    <div>
      <div className={styles.head}>
        <span>{name}</span>
        <span>
          {score.toDecimalPlaces(2).toString()}/{points.toDecimalPlaces(2).toString()}
        </span>
      </div>
      <div
        className={styles.track}
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={points.toNumber()}
        aria-valuenow={score.toNumber()}
      >
        <div className={styles.bar} style={{ width: `${share * 100}%` }} />
      </div>
      {(lost.length > 0 || open > 0) && (
        <div className={cards.small}>
          {lost.length > 0 && "失分："}
          {lost.slice(0, MOST_NAMED).map(({ indicator, lost: by, place }, at) => (
            <span key={at}>
              {at > 0 && "、"}
              <CellLink place={place} name={indicator}>
                {indicator}
              </CellLink>{" "}
              −{by.toDecimalPlaces(2).toString()}
            </span>
          ))}
          {lost.length > MOST_NAMED && `等 ${lost.length} 条`}
          {open > 0 && `${lost.length > 0 ? "；" : ""}${open} 条没有得分`}
        </div>
      )}
    </div>
  );
}
