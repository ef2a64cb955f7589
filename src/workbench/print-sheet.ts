import type { AuthoredCell, AuthoredSheet } from "../engine/workbook";

/** Class of what is printed in place of the page (workbench.css). */
const PRINTED = "printed-sheet";

const money = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Prints a sheet of ours as a table on A4 across, its heading on every page; the page around it is not printed. */
export function printSheet(sheet: AuthoredSheet): void {
  for (const old of document.querySelectorAll(`.${PRINTED}`)) old.remove();
  const section = element("section", PRINTED);
  section.lang = "zh-CN";
  section.append(tableOf(sheet));
  document.body.append(section);
  window.print();
}

function tableOf({ cells, merges = [], widths = [], bordered = [], print }: AuthoredSheet): HTMLElement {
  const rows = new Map<number, AuthoredCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = element("colgroup");
  for (const width of widths) {
    const column = element("col");
    column.style.width = `${(width * 100) / all}%`;
    columns.append(column);
  }
  const table = element("table");
  const above = element("tbody", "printed-head");
  const head = element("thead");
  const body = element("tbody");
  const foot = element("tbody");
  const titleRow = print?.titleRow ?? -1;
  const last = Math.max(titleRow, ...bordered.map(({ bottom }) => bottom));
  const reach = new Map(merges.map(({ top, left, right }) => [`${top} ${left}`, right - left + 1]));
  for (const [row, inRow] of [...rows].sort(([one], [other]) => one - other)) {
    const place = row < titleRow ? above : row === titleRow ? head : row <= last ? body : foot;
    place.append(rowOf(inRow, reach, row === titleRow ? "th" : "td"));
  }
  // A heading is repeated where it comes first in its table: what stands above the list is a table of its own.
  const top = element("table");
  top.append(columns.cloneNode(true), above);
  table.append(columns, head, body, foot);
  const both = element("div");
  both.append(top, table);
  return both;
}

function rowOf(cells: readonly AuthoredCell[], reach: ReadonlyMap<string, number>, tag: "td" | "th"): HTMLElement {
  const line = element("tr");
  let next = 0;
  for (const { row, column, value, style } of [...cells].sort((one, other) => one.column - other.column)) {
    for (; next < column; next++) line.append(element("td"));
    const cell = element(tag, `printed-${style ?? "plain"}`) as HTMLTableCellElement;
    cell.colSpan = reach.get(`${row} ${column}`) ?? 1;
    cell.textContent = typeof value === "number" && style === "amount" ? money.format(value) : String(value ?? "");
    line.append(cell);
    next = column + cell.colSpan;
  }
  return line;
}

function element(tag: string, className = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
