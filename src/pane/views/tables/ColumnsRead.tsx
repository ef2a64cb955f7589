import { Button, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import type { Settings } from "../../../engine/settings";
import { chooseColumn, columnsChosenFor } from "../../../engine/settings";
import type { DroppedChoice, HeaderColumn, Table, TableTemplate } from "../../../engine/tables";
import { ownTemplate, sheetsOf } from "../../../engine/tables";
import type { Sheet, Workbook } from "../../../engine/workbook";
import { a1, coordinates } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import type { HandedOver } from "../common/hand-over";
import { saveText } from "../common/hand-over";
import { DroppedColumn, withoutColumn } from "./DroppedColumn";

const useStyles = makeStyles({
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  column: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px", marginTop: "2px" },
});

const saved: Readonly<Record<HandedOver, string>> = {
  saved: "已存成表样文件；命令行核对时用 --catalogue 带上它所在的目录。",
  copied: "",
  cancelled: "",
  refused: "没有存成，请再试一次。",
};

interface ReadProps {
  readonly table: Table;
  /** The sheet that it is shown for: where the table begins, or goes on. */
  readonly sheet: Sheet;
}

/** How many of a table's columns were read, what the others are called, and a way to say what they are. */
export function ColumnsRead({ table, sheet }: ReadProps): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const [told, setTold] = useState("");
  const { workbook, settings } = state;
  const { headerColumns = [], template, dropped = [] } = table;
  if ((headerColumns.length === 0 && dropped.length === 0) || workbook === null) return null;
  const chosen = chosenFor(table, settings, workbook);
  const roles = rolesToChoose(template);
  const isChosen = ({ header }: HeaderColumn): boolean => chosen.some((column) => column.header === header);
  const open = roles.length === 0 ? [] : headerColumns.filter((column) => !column.isRead || isChosen(column));
  const read = headerColumns.filter(({ isRead }) => isRead).length;
  const droppedOf = ({ header }: HeaderColumn): DroppedChoice | undefined =>
    dropped.find((one) => one.header === header);
  const elsewhere = dropped.filter(({ header }) => !open.some((column) => column.header === header));
  const save = async (): Promise<void> => {
    const { name, json } = ownTemplate(template, new Map(chosen.map(({ header, as }) => [header, as])));
    setTold(saved[await saveText(json, name)]);
  };
  return (
    <div className={styles.small}>
      {headerColumns.length > 0 && (
        <div>
          认出 {headerColumns.length} 列中的 {read} 列
        </div>
      )}
      {open.map((column) => (
        <ColumnChoice
          key={column.cell}
          table={table}
          sheet={sheet}
          column={column}
          roles={roles}
          dropped={droppedOf(column)}
        />
      ))}
      {elsewhere.map((one) => (
        <DroppedColumn key={one.header} sheet={sheet} from={sheetsOf(table)} template={template} dropped={one} />
      ))}
      {chosen.length > 0 && (
        <Button size="small" onClick={() => void save()}>
          存成表样文件
        </Button>
      )}
      {told !== "" && <div role="status">{told}</div>}
    </div>
  );
}

interface ChoiceProps extends ReadProps {
  readonly column: HeaderColumn;
  readonly roles: readonly { readonly role: string; readonly label: string }[];
  /** What was chosen for it, where that was not used. */
  readonly dropped: DroppedChoice | undefined;
}

/**
 * One column and what it is for; the choice is kept in the workbook, for the sheet that the table begins on. Below it,
 * why a choice was not used.
 */
function ColumnChoice({ table, sheet, column: { cell, header }, roles, dropped }: ChoiceProps): ReactNode {
  const styles = useStyles();
  const why = useId();
  const { template } = table;
  const { state, session } = usePane();
  const { workbook, settings } = state;
  if (workbook === null) return null;
  const { row, column } = coordinates(table.sheet, cell - table.sheet.base);
  const value = chosenFor(table, settings, workbook).find((one) => one.header === header)?.as ?? "";
  const choose = (role: string): void =>
    void session.changeSettings((kept) => {
      const without = withoutColumn(kept, workbook, sheetsOf(table), header);
      return role === "" ? without : chooseColumn(without, workbook, table.sheet, header, role);
    }, true);
  return (
    <div className={styles.column}>
      <CellLink place={{ sheet: table.sheet.name, address: a1(row, column) }} name={header}>
        {header}
      </CellLink>
      <Select
        size="small"
        aria-label={`${sheet.name}的“${header}”是什么`}
        aria-invalid={dropped !== undefined}
        aria-describedby={dropped === undefined ? undefined : why}
        value={value}
        onChange={(_, { value: role }) => choose(role)}
      >
        <option value="">没有认出</option>
        {roles.map(({ role, label }) => (
          <option key={role} value={role}>
            {label}
          </option>
        ))}
      </Select>
      {dropped !== undefined && (
        <DroppedColumn id={why} sheet={sheet} from={sheetsOf(table)} template={template} dropped={dropped} />
      )}
    </div>
  );
}

/** What was chosen for the columns of a table, on whichever of its sheets. */
function chosenFor(
  table: Table,
  settings: Pick<Settings, "choices">,
  workbook: Workbook,
): ReturnType<typeof columnsChosenFor> {
  const chosen = sheetsOf(table).flatMap((sheet) => columnsChosenFor(settings, workbook, sheet));
  return [...new Map([...chosen].reverse().map((one) => [one.header, one])).values()].reverse();
}

/** The roles of a template that have a name for people, each once. */
function rolesToChoose({ columns = [] }: TableTemplate): { role: string; label: string }[] {
  const labels = new Map(columns.flatMap(({ role, label }) => (label === undefined ? [] : [[role, label] as const])));
  return [...labels].map(([role, label]) => ({ role, label }));
}
