import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { Catalogue } from "../engine/check-workbook";
import type { LiveHost } from "../hosts/host";
import exercise from "../../seeds/practice-slips.json";
import { openWorkbookFile } from "../hosts/open-workbook-file";
import type { MountedPane, ThemeName } from "../pane";
import { mountPane } from "../pane";

import { printSheet } from "./print-sheet";

const loadCatalogue = async (): Promise<Catalogue> => (await import("../catalogue")).catalogue;

interface PaneFrameProps {
  readonly connect: () => Promise<LiveHost>;
  readonly workbookName: string;
  readonly theme: ThemeName;
  readonly onExercise: () => void;
}

/** The real pane, as Excel would show it beside the sheet. */
export function PaneFrame({ connect, workbookName, theme, onExercise }: PaneFrameProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const pane = useRef<MountedPane | null>(null);
  const first = useRef(theme);
  const openExercise = useRef(onExercise);
  useEffect(() => {
    openExercise.current = onExercise;
  });
  useEffect(() => {
    // React wants a fresh element for every root.
    const place = document.createElement("div");
    place.className = "pane-place";
    frame.current!.append(place);
    const mounted = mountPane(place, {
      connect,
      workbookName,
      loadCatalogue,
      openFile: openWorkbookFile,
      exercise: { ...exercise, open: async () => openExercise.current() },
      print: printSheet,
      theme: first.current,
    });
    pane.current = mounted;
    return () => {
      pane.current = null;
      // A root must not be taken out while React is drawing.
      setTimeout(() => {
        mounted.unmount();
        place.remove();
      });
    };
  }, [connect, workbookName]);
  useEffect(() => {
    first.current = theme;
    pane.current?.setTheme(theme);
  }, [theme]);
  return <div ref={frame} className="pane-frame" />;
}
