import { useCallback, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { LiveHost } from "../hosts/host";
import { SimulatedExcel } from "../hosts/simulated";
import { WorkbookFileError, describeFileProblem } from "../hosts/file";
import { FileBatch, NOTHING_FOUND } from "../pane";
import type { FoundOnSheets, MountedPane, PickedFile, ThemeName } from "../pane";
import { EditHistory } from "./grid/edit-history";
import type { OfficePage } from "./office-page";
import { openOfficePage } from "./office-page";
import { LEAST_WIDTH, PaneWidth } from "./PaneWidth";
import { PaneFrame } from "./PaneFrame";
import { copyName, saveFile } from "./save-file";
import { PRACTICE, openSeed, seedNames } from "./seed-workbooks";
import { SheetArea } from "./SheetArea";
import { Toolbar } from "./Toolbar";
import { useDrop } from "./use-drop";
import { useLongWork } from "./use-long-work";
import { useRegions } from "./use-regions";
import { useUnsaved } from "./use-unsaved";
import { WorkNotice } from "./WorkNotice";

/** The workbook that is open. */
interface OpenWorkbook {
  /** Tells it from one that was opened before, of the same name perhaps. */
  readonly number: number;
  readonly name: string;
  readonly excel: SimulatedExcel;
  readonly history: EditHistory;
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
  const [zoom, setZoom] = useState(1);
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<Wanted | null>(null);
  const opening = useLongWork();
  const saving = useLongWork();
  const page = useRef<OfficePage | null>(null);
  const pane = useRef<MountedPane | null>(null);
  const [found, setFound] = useState<FoundOnSheets>(NOTHING_FOUND);
  const [width, setWidth] = useState(LEAST_WIDTH);
  const [batch] = useState(() => new FileBatch());
  const changed = useUnsaved(open?.excel ?? null);
  useRegions();

  const { carryOut: openInSlices } = opening;
  const load = useCallback(
    async ({ name, bytes }: Wanted) => {
      setWaiting(null);
      try {
        const opened = await openInSlices(`正在打开 ${name}`, async () => SimulatedExcel.openInSteps(await bytes()));
        if (!opened) return;
        const excel = opened.result;
        excel.workbook.name = name;
        if (page.current) page.current.show(excel);
        else page.current = await openOfficePage(excel);
        const { connect } = page.current;
        setProblem(null);
        setOpen((before) => ({
          number: (before?.number ?? 0) + 1,
          name,
          excel,
          history: new EditHistory(excel.workbook, () => void pane.current?.undo()),
          connect: () => connect(),
        }));
      } catch (error) {
        setProblem(
          error instanceof WorkbookFileError
            ? `${name}：${describeFileProblem(error.problem)}`
            : `${name} 打不开。请确认它是 .xlsx 工作簿。`,
        );
      }
    },
    [openInSlices],
  );
  const want = (wanted: Wanted): void => {
    if (changed.current()) setWaiting(wanted);
    else void load(wanted);
  };
  const openFile = (file: PickedFile): void =>
    want({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
  /** One is opened; several are checked one after the other, and each can be opened from their list. */
  const openFiles = (files: readonly File[]): void => {
    const [file] = files;
    if (files.length > 1 && pane.current) pane.current.checkFiles(files);
    else if (file) openFile(file);
  };
  const { dragging, ...drop } = useDrop(openFiles);
  /** False where nothing was saved: it failed, was stopped, or is being done anew. */
  const save = async (): Promise<boolean> => {
    if (!open) return false;
    const saved = changed.saving();
    try {
      const copy = await saving.carryOut(`正在另存 ${open.name}`, async () => open.excel.saveInSteps());
      if (!copy) return false;
      saveFile(copy.result, copyName(open.name));
      saved();
      return true;
    } catch {
      setProblem("这个工作簿的改动没能另存。原文件没有变化；请刷新网页，重新打开它再改。");
      return false;
    }
  };
  const onLocked = useCallback(
    () => setProblem("这张工作表设有保护，不能改。要改请在 Excel 的“审阅”中撤销工作表保护，再打开；核对不受影响。"),
    [],
  );

  useEffect(() => {
    void load({ name: PRACTICE, bytes: () => openSeed(PRACTICE) });
  }, [load]);

  return (
    <div className={`workbench ${theme}${dragging ? " dragging" : ""}`} {...drop}>
      <Toolbar
        name={open?.name ?? ""}
        theme={theme}
        zoom={zoom}
        seeds={seedNames}
        onTheme={setTheme}
        onZoom={setZoom}
        onSeed={(name) => want({ name, bytes: () => openSeed(name) })}
        onFiles={openFiles}
        onSave={() => void save()}
      />
      {problem !== null && (
        <div className="workbench-notice" role="alert">
          {problem}
          <button type="button" onClick={() => setProblem(null)}>
            知道了
          </button>
        </div>
      )}
      <WorkNotice work={opening} />
      <WorkNotice work={saving} />
      {waiting && (
        <div className="workbench-notice" role="alert">
          现在的工作簿有改动还没有另存。
          <button
            type="button"
            autoFocus
            onClick={() => void save().then((saved) => (saved ? want(waiting) : undefined))}
          >
            另存一份，再打开{waiting.name}
          </button>
          <button type="button" onClick={() => void load(waiting)}>
            不要改动，打开{waiting.name}
          </button>
          <button type="button" onClick={() => setWaiting(null)}>
            先不打开
          </button>
        </div>
      )}
      <div className="workbench-body">
        {open ? (
          <SheetArea
            key={open.number}
            excel={open.excel}
            history={open.history}
            zoom={zoom}
            found={found}
            onLocked={onLocked}
          />
        ) : (
          <div className="sheet-area">正在打开…</div>
        )}
        {open && <PaneWidth width={width} onWidth={setWidth} />}
        {open && (
          <PaneFrame
            width={width}
            connect={open.connect}
            theme={theme}
            batch={batch}
            onOpen={openFile}
            onSave={() => void save()}
            onExercise={() => want({ name: PRACTICE, bytes: () => openSeed(PRACTICE) })}
            onPane={(mounted) => {
              pane.current = mounted;
              setFound(NOTHING_FOUND);
              mounted?.onFound(setFound);
              mounted?.onWrites((writes) => open.history.noteWrites(writes));
            }}
          />
        )}
      </div>
      {dragging && <div className="drop-here">松开鼠标打开；几个一起放，逐个核对；放在右边“对照”一行上，拿来对照</div>}
    </div>
  );
}
