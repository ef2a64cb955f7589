import { Button, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import { chooseColumn, columnsChosenFor } from "../../../engine/settings";
import type { HeaderColumn, Table, TableTemplate } from "../../../engine/tables";
import { ownTemplate } from "../../../engine/tables";
import { a1, coordinates } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import type { HandedOver } from "../common/hand-over";
import { saveText } from "../common/hand-over";

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

/** How many of a table's columns were read, what the others are called, and a way to say what they are. */
export function ColumnsRead({ table }: { readonly table: Table }): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const [told, setTold] = useState("");
  const { workbook, settings } = state;
  const { headerColumns, template, sheet } = table;
  if (headerColumns === undefined || headerColumns.length === 0 || workbook === null) return null;
  const chosen = columnsChosenFor(settings, workbook, sheet);
  const roles = rolesToChoose(template);
  const isChosen = ({ header }: HeaderColumn): boolean => chosen.some((column) => column.header === header);
  const open = headerColumns.filter((column) => !column.isRead || isChosen(column));
  const read = headerColumns.filter(({ isRead }) => isRead).length;
  const here = (state.recognised?.tables ?? []).filter((one) => one.sheet === sheet);
  const isUsed = (header: string): boolean =>
    here.some((one) => one.headerColumns?.some((column) => column.header === header && column.isRead));
  const dropped = here[0] === table ? chosen.filter(({ header }) => !isUsed(header)) : [];
  const save = async (): Promise<void> => {
    const { name, json } = ownTemplate(template, new Map(chosen.map(({ header, as }) => [header, as])));
    setTold(saved[await saveText(json, name)]);
  };
  return (
    <div className={styles.small}>
      <div>
        认出 {headerColumns.length} 列中的 {read} 列
      </div>
      {roles.length > 0 &&
        open.map((column) => <ColumnChoice key={column.cell} table={table} column={column} roles={roles} />)}
      {dropped.map(({ header }) => (
        <div key={header} role="alert">
          指定的“{header}”没有用上：表里没有这一栏，或者这种表没有指定的用途。
        </div>
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

interface ChoiceProps {
  readonly table: Table;
  readonly column: HeaderColumn;
  readonly roles: readonly { readonly role: string; readonly label: string }[];
}

/** One column and what it is for; the choice is kept in the workbook. */
function ColumnChoice({ table: { sheet }, column: { cell, header }, roles }: ChoiceProps): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { workbook, settings } = state;
  if (workbook === null) return null;
  const { row, column } = coordinates(sheet, cell - sheet.base);
  const value = columnsChosenFor(settings, workbook, sheet).find((one) => one.header === header)?.as ?? "";
  const choose = (role: string): void =>
    void session.changeSettings((kept) => chooseColumn(kept, workbook, sheet, header, role === "" ? null : role), true);
  return (
    <div className={styles.column}>
      <CellLink place={{ sheet: sheet.name, address: a1(row, column) }} name={header}>
        {header}
      </CellLink>
      <Select
        size="small"
        aria-label={`${sheet.name}的“${header}”是什么`}
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
    </div>
  );
}

/** The roles of a template that have a name for people, each once. */
function rolesToChoose({ columns = [] }: TableTemplate): { role: string; label: string }[] {
  const labels = new Map(columns.flatMap(({ role, label }) => (label === undefined ? [] : [[role, label] as const])));
  return [...labels].map(([role, label]) => ({ role, label }));
}
