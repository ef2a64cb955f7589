import { useCallback, useEffect, useRef, useState } from "react";
import type { DragEvent, ReactNode } from "react";
import type { LiveHost } from "../hosts/host";
import { SimulatedExcel } from "../hosts/simulated";
import { WorkbookFileError, describeFileProblem } from "../hosts/file";
import type { ThemeName } from "../pane";
import { FormulaBar } from "./FormulaBar";
import { Grid } from "./grid/Grid";
import { useWorkbook } from "./grid/use-workbook";
import type { OfficePage } from "./office-page";
import { openOfficePage } from "./office-page";
import { PaneFrame } from "./PaneFrame";
import { copyName, saveFile } from "./save-file";
import { openSeed, seedNames } from "./seed-workbooks";
import { SheetTabs } from "./SheetTabs";
import { Toolbar } from "./Toolbar";

/** The workbook that is open. */
interface OpenWorkbook {
  readonly name: string;
  readonly excel: SimulatedExcel;
  readonly connect: () => Promise<LiveHost>;
}

/** A workbook that somebody wants to open. */
interface Wanted {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** A sheet beside the pane: the way in for those without a suitable Excel. */
export function Workbench({ initialTheme }: { readonly initialTheme: ThemeName }): ReactNode {
  const [theme, setTheme] = useState(initialTheme);
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<Wanted | null>(null);
  const page = useRef<OfficePage | null>(null);
  const changed = useUnsaved(open);

  const load = useCallback(async ({ name, bytes }: Wanted) => {
    setWaiting(null);
    try {
      const excel = SimulatedExcel.open(await bytes());
      if (page.current) page.current.show(excel);
      else page.current = await openOfficePage(excel);
      const { connect } = page.current;
      setProblem(null);
      setOpen({ name, excel, connect: () => connect() });
    } catch (error) {
      setProblem(error instanceof WorkbookFileError ? `${name}：${describeFileProblem(error.problem)}` : `${name} 打不开。请确认它是 .xlsx 工作簿。`);
    }
  }, []);
  const want = (wanted: Wanted): void => {
    if (changed.current()) setWaiting(wanted);
    else void load(wanted);
  };
  const openFile = (file: File): void => want({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) openFile(file);
  };
  const save = (): void => {
    if (!open) return;
    try {
      saveFile(open.excel.save(), copyName(open.name));
      changed.saved();
    } catch {
      setProblem("这个工作簿的改动没能另存。原文件没有变化；请刷新网页，重新打开它再改。");
    }
  };

  const [firstSeed] = seedNames;
  useEffect(() => {
    if (firstSeed) void load({ name: firstSeed, bytes: () => openSeed(firstSeed) });
  }, [load, firstSeed]);

  return (
    <div className={`workbench ${theme}`} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Toolbar name={open?.name ?? ""} theme={theme} seeds={seedNames} onTheme={setTheme} onSeed={(name) => want({ name, bytes: () => openSeed(name) })} onFile={openFile} onSave={save} />
      {problem !== null && (
        <div className="workbench-notice" role="alert">
          {problem}
        </div>
      )}
      {waiting && (
        <div className="workbench-notice" role="alert">
          现在的工作簿有改动还没有另存。
          <button type="button" onClick={() => void load(waiting)}>
            不要了，打开{waiting.name}
          </button>
          <button type="button" onClick={() => setWaiting(null)}>
            先不打开
          </button>
        </div>
      )}
      <div className="workbench-body">
        {open ? <SheetArea key={open.name} excel={open.excel} /> : <div className="sheet-area">正在打开…</div>}
        {open && <PaneFrame connect={open.connect} workbookName={open.name} theme={theme} />}
      </div>
    </div>
  );
}

function SheetArea({ excel }: { readonly excel: SimulatedExcel }): ReactNode {
  useWorkbook(excel.workbook);
  const sheet = excel.workbook.activeSheet;
  if (!sheet) return <div className="sheet-area">这个工作簿没有可以显示的工作表。</div>;
  return (
    <section className="sheet-area" aria-label="工作簿">
      <FormulaBar excel={excel} sheet={sheet} />
      <Grid key={sheet.id} excel={excel} sheet={sheet} />
      <SheetTabs excel={excel} active={sheet} />
    </section>
  );
}

/** Whether the open workbook has changes that have not been saved; the browser asks before it closes such a page. */
function useUnsaved(open: OpenWorkbook | null): { current: () => boolean; saved: () => void } {
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = false;
    return open?.excel.workbook.listen(({ type }) => {
      if (type === "changed" || type === "sheet-added" || type === "sheet-deleted") unsaved.current = true;
    });
  }, [open]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  return { current: () => unsaved.current, saved: () => void (unsaved.current = false) };
}
