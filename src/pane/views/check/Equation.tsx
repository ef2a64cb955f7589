import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { FindingCell } from "../../../engine/diagnostics";
import { CellLink } from "../common/CellLink";
import { linkNumbers } from "./number-links";

const useStyles = makeStyles({
  lines: { fontVariantNumeric: "tabular-nums", lineHeight: tokens.lineHeightBase300 },
});

/** The lines of a check; a click on a number goes to its cell. */
export function Equation({
  lines,
  cells,
}: {
  readonly lines: readonly string[];
  readonly cells: readonly FindingCell[];
}): ReactNode {
  const styles = useStyles();
  const linked = useMemo(() => linkNumbers(lines, cells), [lines, cells]);
  return (
    <div className={styles.lines}>
      {linked.map((pieces, line) => (
        <div key={line}>
          {pieces.map(({ text, cell }, at) =>
            cell ? (
              <CellLink key={at} place={cell} name={cell.name}>
                {text}
              </CellLink>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
        </div>
      ))}
    </div>
  );
}
