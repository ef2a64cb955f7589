import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SlipState } from "../../state/exercise";
import { CellLink } from "../common/CellLink";
import { Fold } from "../common/Fold";

const useStyles = makeStyles({
  list: { margin: "0 0 4px", paddingLeft: "22px", display: "flex", flexDirection: "column", gap: "3px" },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What is planted in the practice workbook; where it is, for those who ask. */
export function ExerciseList({ slips }: { readonly slips: readonly SlipState[] }): ReactNode {
  const styles = useStyles();
  const mended = slips.filter(({ stands }) => !stands).length;
  return (
    <section aria-label="练习">
      <div>
        练习工作簿：单位和数字是编的，故意放了 {slips.length} 处差错，已改 {mended} 处。
      </div>
      <Fold label={`看是哪 ${slips.length} 处`}>
        <ol className={styles.list}>
          {slips.map(({ slip, stands }) => (
            <li key={slip.title}>
              <div>
                {stands ? "" : "✓ "}
                {slip.title} <CellLink place={slip}>{`${slip.sheet} ${slip.address}`}</CellLink>
              </div>
              <div className={styles.hint}>{stands ? slip.hint : "已改"}</div>
            </li>
          ))}
        </ol>
      </Fold>
    </section>
  );
}
