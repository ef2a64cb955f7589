import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Settings } from "../../../engine/settings";
import { chooseColumn } from "../../../engine/settings";
import type { DroppedChoice, TableTemplate } from "../../../engine/tables";
import type { Sheet, Workbook } from "../../../engine/workbook";
import { usePane } from "../../session-context";

const useStyles = makeStyles({
  dropped: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
    overflowWrap: "anywhere",
  },
  takeBack: { display: "block", marginTop: "2px" },
});

/** A choice for a column that was not used. A sheet on which no table begins has nothing to choose for. */
export type UnusedChoice = Omit<DroppedChoice, "reason"> & { readonly reason: DroppedChoice["reason"] | "no-table" };

interface Props {
  readonly id?: string;
  readonly sheet: Sheet;
  /** The sheets whose choices are meant: of a table that goes on, all that it stands on. */
  readonly from?: readonly Sheet[];
  /** Of the table that should have taken it; null where there is none. */
  readonly template: TableTemplate | null;
  readonly dropped: UnusedChoice;
}

/** Says which column was meant for what, why that was not used and what to do, and takes the choice back. */
export function DroppedColumn({ id, sheet, from = [sheet], template, dropped }: Props): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { workbook, catalogue } = state;
  const { header, role } = dropped;
  const known = template === null ? catalogue.templates : [template, ...catalogue.templates];
  const label = known.flatMap(({ columns = [] }) => columns).find((own) => own.role === role && own.label)?.label;
  const takeBack = (): void =>
    void (workbook && session.changeSettings((kept) => withoutColumn(kept, workbook, from, header), true));
  return (
    <div className={styles.dropped}>
      <div id={id} role="alert">
        “{header}”{label === undefined ? "的指定" : `指定为“${label}”，`}没有用上：{reasonOf(dropped, template)}
      </div>
      <Button
        className={styles.takeBack}
        size="small"
        aria-label={`取消指定：${sheet.name}的“${header}”`}
        onClick={takeBack}
      >
        取消指定
      </Button>
    </div>
  );
}

/** Settings without a choice for a column on any of these sheets. */
export function withoutColumn(
  settings: Settings,
  workbook: Workbook,
  sheets: readonly Sheet[],
  header: string,
): Settings {
  return sheets.reduce((kept, sheet) => chooseColumn(kept, workbook, sheet, header, null), settings);
}

/** Why, what it means for the figures, and what to do. */
function reasonOf({ reason }: UnusedChoice, template: TableTemplate | null): string {
  switch (reason) {
    case "no-column":
      return "表里没有叫这个名字的栏，可能改了栏名或删了栏，指定的用途没有参加核对。请把栏名改回来，或给改名后的栏重新指定，再取消这一项。";
    case "no-role":
      return `${template?.name ?? "这张表"}没有这种用途，这一栏没有按指定核对。请另选一种用途，或者在下面改这是什么表。`;
    case "not-read":
      return "这一栏照这种用途读不出数，没有按指定核对。请看这一栏填的是不是金额，或另选一种用途。";
    case "no-table":
      return "这张工作表没有单独认成一张表，这一栏没有按指定核对。请在下面指定这是什么表，或取消这一项。";
  }
}
