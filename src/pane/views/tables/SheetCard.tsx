import { Select, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { identityOf } from "../../../engine/check-workbook";
import { unrecognisedReason } from "../../../engine/diagnostics";
import { choicesOf, chooseSheet, columnsChosenFor } from "../../../engine/settings";
import type { Table, Unrecognised } from "../../../engine/tables";
import { excluded, hasNothingToCheck } from "../../../engine/tables";
import type { Sheet } from "../../../engine/workbook";
import { areaA1 } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { ColumnsRead } from "./ColumnsRead";
import { DroppedColumn } from "./DroppedColumn";
import { evidenceWords } from "./evidence-words";

/** A sheet with the tables that begin on it. */
export interface SheetEntry {
  readonly sheet: Sheet;
  readonly tables: Table[];
  /** Tables that began on a sheet before and go on here. */
  readonly goingOn: Table[];
  unrecognised: Unrecognised | null;
}

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground1,
    padding: "8px 10px",
    marginBottom: "8px",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    overflowWrap: "anywhere",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  missing: { color: tokens.colorPaletteMarigoldForeground2 },
});

/** What a sheet was taken for, from what evidence, and a way to overrule it. */
export function SheetCard({ entry }: { readonly entry: SheetEntry }): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { sheet, tables, goingOn, unrecognised } = entry;
  const { workbook, settings } = state;
  const choices = useMemo(() => (workbook ? choicesOf(workbook, settings.choices) : {}), [workbook, settings.choices]);
  const chosen = Object.hasOwn(choices, sheet.name) ? choices[sheet.name]! : "";
  const choice = typeof chosen === "string" ? chosen : (chosen.as ?? "");
  const calm = workbook !== null && unrecognised !== null && hasNothingToCheck(workbook, unrecognised);
  const lost =
    workbook === null || tables.length + goingOn.length > 0 || choice === excluded
      ? []
      : columnsChosenFor(settings, workbook, sheet);
  const choose = (value: string): void =>
    void (
      workbook &&
      session.changeSettings((kept) => chooseSheet(kept, workbook, sheet, value === "" ? null : value), true)
    );
  return (
    <article className={styles.card} aria-label={sheet.name}>
      <h3 className={styles.title}>{sheet.name}</h3>
      {tables.map((table, at) => (
        <TableFacts key={at} table={table} />
      ))}
      {unrecognised && (
        <div className={calm || unrecognised.reason === "excluded-by-person" ? styles.small : styles.missing}>
          {calm ? "没有要核对的数字，不参加核对" : `未参加核对：${unrecognisedReason(unrecognised)}`}
        </div>
      )}
      {goingOn.map((table, at) => (
        <div key={at}>
          <div className={styles.small}>接前一张表：{table.sheet.name}</div>
          <ColumnsRead table={table} sheet={sheet} />
        </div>
      ))}
      {lost.map(({ header, as }) => (
        <DroppedColumn key={header} sheet={sheet} template={null} dropped={{ header, role: as, reason: "no-table" }} />
      ))}
      <Select
        size="small"
        aria-label={`${sheet.name}是什么表`}
        value={choice}
        onChange={(_, { value }) => choose(value)}
      >
        <option value="">自动识别</option>
        <option value={excluded}>不参加核对</option>
        <optgroup label="指定为">
          {state.catalogue.templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      </Select>
    </article>
  );
}

function TableFacts({ table }: { readonly table: Table }): ReactNode {
  const styles = useStyles();
  const { recognised } = usePane().state;
  const others = useMemo(() => (recognised === null ? null : identityOf(recognised).year), [recognised]);
  const { title, template, sheet, area, year, unit, body, bodyCode, evidence, sections } = table;
  const address = areaA1(area);
  const facts = [
    year !== null ? `${year} 年` : others !== null ? `${others} 年（这里没写，按其他工作表）` : "年度不明",
    unit !== null ? `单位：${unit}` : sections.length > 0 ? "金额单位未写明" : null,
    body ?? bodyCode,
  ].filter((fact) => fact !== null);
  return (
    <div>
      <div>
        {template.name}{" "}
        <CellLink place={{ sheet: sheet.name, address: address.split(":")[0]! }} name={title}>
          {address}
        </CellLink>
      </div>
      <div className={styles.small}>{facts.join(" · ")}</div>
      <div className={styles.small}>{evidence.map(evidenceWords).join("；")}</div>
      <ColumnsRead table={table} sheet={sheet} />
    </div>
  );
}
