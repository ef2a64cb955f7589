import { useEffect, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { shadeWord } from "../engine/report";
import type { FoundOnSheets, SheetCount } from "../pane";
import { shadeSigns } from "../pane";
import type { SimulatedExcel, SimulatedSheet } from "../hosts/simulated";
import { useWorkbook } from "./grid/use-workbook";

/** The sheets of the workbook; hidden ones can be shown, as in Excel. */
export function SheetTabs({
  excel,
  active,
  counts,
}: {
  readonly excel: SimulatedExcel;
  readonly active: SimulatedSheet;
  /** What each has for a person to see to. */
  readonly counts: FoundOnSheets["counts"];
}): ReactNode {
  const { workbook } = excel;
  useWorkbook(workbook);
  const list = useRef<HTMLDivElement>(null);
  const unhide = useRef<HTMLSelectElement>(null);
  const sheets = workbook.sheets.filter(({ hidden }) => !hidden);
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden);
  const show = (sheet: SimulatedSheet): void => workbook.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
  useEffect(() => {
    // The pane may have gone to a sheet whose tab is out of view.
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  const press = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = sheets.indexOf(active) + step;
    const next = sheets[at];
    if (step === 0 || !next) return;
    event.preventDefault();
    show(next);
    list.current?.querySelectorAll("button")[at]?.focus();
  };
  return (
    <div
      className="sheet-bar"
      onContextMenu={(event) => {
        if (!unhide.current) return;
        event.preventDefault();
        unhide.current.focus();
      }}
    >
      <div ref={list} className="sheet-tabs" role="tablist" aria-label="工作表" onKeyDown={press}>
        {sheets.map((sheet) => (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            aria-selected={sheet === active}
            tabIndex={sheet === active ? 0 : -1}
            className="sheet-tab"
            onClick={() => show(sheet)}
          >
            {sheet.name}
            <TabCount count={counts.get(sheet.name)} />
          </button>
        ))}
      </div>
      {hidden.length > 0 && (
        <select
          ref={unhide}
          className="sheet-unhide"
          aria-label="取消隐藏工作表"
          value=""
          onChange={({ target }) => {
            const sheet = hidden.find(({ id }) => id === target.value);
            if (sheet) workbook.unhide(sheet);
          }}
        >
          <option value="">取消隐藏…（{hidden.length}）</option>
          {hidden.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** How many findings a sheet has, with the sign of the most serious. */
function TabCount({ count }: { readonly count: SheetCount | undefined }): ReactNode {
  if (count === undefined) return null;
  return (
    <span className={`tab-count ${count.shade}`} title={`${count.count} 处，最重的是${shadeWord(count.shade)}`}>
      <span aria-hidden="true">
        {shadeSigns[count.shade]}
        {count.count}
      </span>
      <span className="unseen">，{count.count} 处</span>
    </span>
  );
}
