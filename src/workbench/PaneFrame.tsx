import { useEffect, useRef } from "react";
import type { CSSProperties, ReactNode } from "react";
import type { Catalogue } from "../engine/check-workbook";
import type { LiveHost } from "../hosts/host";
import exercise from "../../seeds/practice-slips.json";
import { openTextFile, openWorkbookFile } from "../hosts/open-workbook-file";
import type { FileBatch, MountedPane, PickedFile, ThemeName } from "../pane";
import { mountPane } from "../pane";

import { printSheet } from "./print-sheet";

const loadCatalogue = async (): Promise<Catalogue> => (await import("../catalogue")).catalogue;

interface PaneFrameProps {
  readonly connect: () => Promise<LiveHost>;
  readonly theme: ThemeName;
  /** Pixels; below a narrow window's sheet the pane takes all there is. */
  readonly width: number;
  readonly batch: FileBatch;
  readonly onOpen: (file: PickedFile) => void;
  readonly onSave: () => void;
  readonly onExercise: () => void;
  /** Told of the pane that stands there, and that none does. */
  readonly onPane: (pane: MountedPane | null) => void;
}

/** The real pane, as Excel would show it beside the sheet. */
export function PaneFrame(props: PaneFrameProps): ReactNode {
  const { connect, theme, width, batch, onOpen, onSave, onExercise, onPane } = props;
  const frame = useRef<HTMLDivElement>(null);
  const pane = useRef<MountedPane | null>(null);
  const first = useRef(theme);
  const told = useRef({ onOpen, onSave, onExercise, onPane });
  told.current = { onOpen, onSave, onExercise, onPane };
  useEffect(() => {
    // React wants a fresh element for every root.
    const place = document.createElement("div");
    place.className = "pane-place";
    frame.current!.append(place);
    const mounted = mountPane(place, {
      connect,
      loadCatalogue,
      openFile: openWorkbookFile,
      openText: openTextFile,
      openWorkbook: (file) => told.current.onOpen(file),
      saveCopy: () => told.current.onSave(),
      exercise: { ...exercise, open: async () => told.current.onExercise() },
      print: printSheet,
      batch,
      theme: first.current,
    });
    pane.current = mounted;
    told.current.onPane(mounted);
    return () => {
      pane.current = null;
      told.current.onPane(null);
      // A root must not be taken out while React is drawing.
      setTimeout(() => {
        mounted.unmount();
        place.remove();
      });
    };
  }, [connect, batch]);
  useEffect(() => {
    first.current = theme;
    pane.current?.setTheme(theme);
  }, [theme]);
  return <div ref={frame} className="pane-frame" style={{ "--pane-width": `${width}px` } as CSSProperties} />;
}
