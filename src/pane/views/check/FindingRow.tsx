import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Finding } from "../../../engine/diagnostics";
import { amountsOf, consequencesOf, shadeOf } from "../../../engine/report";
import { officeNumber } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { isOpen } from "../../state/finding-list";
import type { ListedFinding } from "../../state/finding-list";
import { lookAt } from "../../state/findings";
import { FindingBody } from "./FindingBody";
import { RowHead, escapeToHead } from "./RowHead";
import { useRowStyles } from "./row-styles";
import { useShadeStyles } from "./shade-colours";
import { MEMBER_INDENT } from "./use-title-room";

/** One cause: a line with its place; opened, the equation, who is suspected and what can be done. */
export function FindingRow({ row, room }: { readonly row: ListedFinding; readonly room: number }): ReactNode {
  const styles = useRowStyles();
  const colours = useShadeStyles();
  const { state, session } = usePane();
  const { finding, id, group } = row;
  const shade = shadeOf(finding);
  const open = isOpen(row, state.list);
  return (
    <article
      className={mergeClasses(
        styles.row,
        colours[shade],
        group !== null && styles.member,
        state.list.current?.id === id && styles.current,
      )}
      aria-label={finding.title}
      aria-current={state.list.current?.id === id ? "true" : undefined}
      onKeyDown={escapeToHead}
    >
      <RowHead
        shade={shade}
        title={finding.title}
        room={group === null ? room : room - MEMBER_INDENT}
        where={whereOf(finding)}
        difference={differenceOf(finding)}
        open={open}
        onToggle={() => session.store.dispatch({ type: "row-toggled", id, open: !open })}
      />
      {open && <FindingBody row={row} />}
    </article>
  );
}

/** By how much an amount is off, as the report says it; nothing where the figures are no amounts. */
function differenceOf(finding: Finding): string | null {
  const difference = finding.unit === null ? null : amountsOf(finding)[2];
  return difference ? officeNumber(difference) : null;
}

/** "收入总表 C12 · 另有 3 项核对因此不符". */
function whereOf(finding: Finding): string {
  const place = lookAt(finding);
  const consequences = consequencesOf([finding]);
  return [
    ...(place ? [`${place.sheet} ${place.address}`] : []),
    ...(finding.accepted?.stale === true ? ["说明后数字已变动"] : []),
    ...(consequences.checks.length > 0 ? [consequences.words] : []),
  ].join(" · ");
}
