import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Finding, FindingCell } from "../../../engine/diagnostics";
import { followersOf } from "../../../engine/report";
import { Exact, officeNumber } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { Fold } from "../common/Fold";
import { Equation } from "./Equation";

const useStyles = makeStyles({
  list: { margin: "2px 0 4px", paddingLeft: "16px", display: "flex", flexDirection: "column", gap: "4px" },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Cells listed one by one; beyond that the sheet itself is the better list. */
const MOST_CELLS = 60;

/** What is folded under a finding: other checks that fail for the same reason, the cells, the rule and its source. */
export function FindingDetails({ finding }: { readonly finding: Finding }): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const { cells } = finding;
  const rule = state.catalogue.rules.find(({ id }) => id === finding.code);
  const filled = cells.filter(({ value }) => value !== null);
  return (
    <div className={styles.small}>
      {followersOf(finding).map(({ words, checks }) => (
        <Fold key={words} label={words}>
          <ul className={styles.list}>
            {checks.map((witness, at) => (
              <li key={at}>
                {witness.title}
                <Equation lines={witness.lines} cells={witness.cells} />
              </li>
            ))}
          </ul>
        </Fold>
      ))}
      {filled.length > 1 && (
        <Fold label={`涉及 ${filled.length} 个单元格`}>
          <ul className={styles.list}>
            {filled.slice(0, MOST_CELLS).map((cell) => (
              <li key={cell.cell}>
                <CellLink place={cell} name={cell.name}>
                  {cell.sheet} {cell.address}
                </CellLink>{" "}
                {shownValue(cell)} {cell.name}
              </li>
            ))}
          </ul>
          {filled.length > MOST_CELLS && `等共 ${filled.length} 个`}
        </Fold>
      )}
      {rule && (
        <Fold label="依据">
          <div>{rule.title}</div>
          <div>{rule.source}</div>
          <div>{rule.explanation}</div>
        </Fold>
      )}
    </div>
  );
}

/** Long texts are cut: the cell shows them whole. */
const MOST_CHARACTERS = 30;

function shownValue({ value }: FindingCell): string {
  if (typeof value === "number") return officeNumber(new Exact(value).toFixed());
  const text = value ?? "";
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
