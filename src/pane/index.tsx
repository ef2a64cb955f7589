import { createRoot } from "react-dom/client";
import type { Settings } from "../engine/settings";
import { painted } from "./painted";
import { foundOnSheets } from "./state/found-on-sheets";
import type { FoundOnSheets } from "./state/found-on-sheets";
import { FileBatch } from "./session/file-batch";
import type { PickedFile } from "./session/picked-file";
import { Session } from "./session/session";
import type { Surroundings } from "./session/surroundings";
import type { ThemeName } from "./theme";
import { paneTheme } from "./theme";
import { Pane } from "./views/Pane";

export type { ThemeName } from "./theme";
export { NOTHING_FOUND } from "./state/found-on-sheets";
export type { FoundOnSheets, Phrase, SheetCount } from "./state/found-on-sheets";
export { shadeSigns } from "./words";
export { FileBatch } from "./session/file-batch";
export type { PickedFile } from "./session/picked-file";
export { themeFor, themeNames } from "./theme";
export { painted } from "./painted";
export { paced } from "./session/paced";
export type { Exercise } from "./state/exercise";

/** A pane in a page: what the ribbon may ask of it, and what the page may change. */
export interface MountedPane {
  /** 一键核对. */
  check(): Promise<void>;
  clearMarks(): Promise<void>;
  /** Checks several workbooks one after the other and shows them in a list. */
  checkFiles(files: readonly PickedFile[]): void;
  setTheme(name: ThemeName): void;
  /**
   * Tells what people have decided about the workbook: once it is known (the usual where no workbook can be opened),
   * and when it changes.
   */
  onSettings(listener: (settings: Settings) => void): void;
  /** Tells what the sheets have for a person to see to, after every check and whatever changes it. */
  onFound(listener: (found: FoundOnSheets) => void): void;
  /** Takes the pane's latest write back. */
  undo(): Promise<void>;
  /** Tells how many writes of the pane can be taken back, whenever that changes. */
  onWrites(listener: (writes: number) => void): void;
  /** Takes the pane out of the page. */
  unmount(): void;
}

/** What the page gives to the pane; time and drawing are the page's own. */
export type PanePlace = Pick<
  Surroundings,
  "connect" | "loadCatalogue" | "openFile" | "openText" | "openWorkbook" | "saveCopy" | "exercise" | "print"
> & {
  /** Where the page outlives the pane, its several workbooks do as well. */
  readonly batch?: FileBatch;
  readonly theme: ThemeName;
};

/** Puts a pane into an element and connects it to its workbook. */
export function mountPane(element: HTMLElement, { theme, batch = new FileBatch(), ...place }: PanePlace): MountedPane {
  const session = new Session({ ...place, batch, now: () => performance.now(), today, painted });
  const root = createRoot(element);
  const render = (name: ThemeName): void => root.render(<Pane session={session} theme={paneTheme(name)} />);
  const unmount = (): void => {
    root.unmount();
    void session.close();
  };
  render(theme);
  void session.start();
  const onSettings = (listener: (settings: Settings) => void): void => {
    const tell = (): void => {
      const { connected, problem, settings } = session.store.getState();
      if (connected || problem) listener(settings);
    };
    session.store.subscribe(tell);
    tell();
  };
  const onWrites = (listener: (writes: number) => void): void => {
    let told = 0;
    session.store.subscribe(() => {
      const { length } = session.store.getState().history;
      if (length !== told) listener((told = length));
    });
  };
  const onFound = (listener: (found: FoundOnSheets) => void): void => {
    let { checked, marks } = session.store.getState();
    session.store.subscribe(() => {
      const now = session.store.getState();
      if (now.checked === checked && now.marks === marks) return;
      ({ checked, marks } = now);
      listener(foundOnSheets(now));
    });
  };
  return {
    onSettings,
    onFound,
    onWrites,
    undo: () => session.undo(),
    check: () => session.check(),
    clearMarks: () => session.clearMarks(),
    checkFiles: (files) => session.checkFiles(files),
    setTheme: render,
    unmount,
  };
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
