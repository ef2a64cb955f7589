import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { ReactNode } from "react";
import type { AuthoredCell, AuthoredSheet } from "../engine/workbook";
import { officeNumber } from "../engine/workbook";

/**
 * What the page prints: the sheet 核对结果 on A4, however the person asked for it; where nothing has been checked yet, a
 * sentence that says so. Drawn only for the printer.
 */
export function PrintedReport({ report }: { readonly report: () => AuthoredSheet | null }): ReactNode {
  const [printing, setPrinting] = useState<{ readonly sheet: AuthoredSheet | null } | null>(null);
  useEffect(() => {
    // The browser prints what stands there when the listeners return.
    const begin = (): void => flushSync(() => setPrinting({ sheet: report() }));
    const end = (): void => setPrinting(null);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, [report]);
  if (printing === null) return null;
  return (
    <div className="printed">
      {printing.sheet ? <PrintedSheet sheet={printing.sheet} /> : "还没有核对，没有可以打印的核对结果。"}
    </div>
  );
}

function PrintedSheet({ sheet }: { readonly sheet: AuthoredSheet }): ReactNode {
  const { widths = [], cells, freezeRows = 0 } = sheet;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const rows = new Map<number, AuthoredCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const order = [...rows.keys()].sort((a, b) => a - b);
  const row = (at: number): ReactNode => <PrintedRow key={at} cells={rows.get(at)!} columns={widths.length} />;
  return (
    <table>
      <colgroup>
        {widths.map((width, at) => (
          <col key={at} style={{ width: `${(100 * width) / whole}%` }} />
        ))}
      </colgroup>
      <thead>{order.filter((at) => at < freezeRows).map(row)}</thead>
      <tbody>{order.filter((at) => at >= freezeRows).map(row)}</tbody>
    </table>
  );
}

/** A row of a sheet; what stands alone in it goes over the whole width, and a gap goes to the cell before it. */
function PrintedRow({
  cells,
  columns,
}: {
  readonly cells: readonly AuthoredCell[];
  readonly columns: number;
}): ReactNode {
  const ordered = [...cells].sort((a, b) => a.column - b.column);
  return (
    <tr>
      {ordered.map((cell, place) => {
        const next = ordered[place + 1]?.column ?? columns;
        const Cell = cell.style === "header" ? "th" : "td";
        return (
          <Cell key={cell.column} colSpan={next - cell.column} className={`printed-${cell.style ?? "plain"}`}>
            {textOf(cell)}
          </Cell>
        );
      })}
    </tr>
  );
}

function textOf({ value, style }: AuthoredCell): string {
  if (value === null || value === undefined) return "";
  return typeof value === "number" && style === "amount" ? officeNumber(String(value), 2) : String(value);
}
