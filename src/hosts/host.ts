import type { CellPlace, Edit, Workbook } from "../engine/workbook";

export type { CellPlace } from "../engine/workbook";

/**
 * The port between the engine's data and a place where workbooks live.
 *
 * The pane and the commands get a `LiveHost` from their entry point and know nothing else of Excel:
 *
 *     const workbook = await host.read();                  plain data for the engine
 *     await host.apply([{ type: "clear-marks" }, ...]);    edits of the engine, all or none
 *     await host.undo();                                    takes the latest write of ours back
 *     const stop = await host.watch((change) => ...);       edits of the person, never our own
 *     await host.reveal({ sheet, address });                only when the person asks for it
 *     const xml = await host.recall(); await host.remember(xml);   settings and exceptions in the workbook
 *
 * Everything that goes wrong is thrown as a `HostError` (host-problem.ts): a code with parameters, worded in three
 * parts by `describeHostProblem` (host-wording.ts). After a `HostError` nothing has been done, unless its code is
 * "half-done".
 */
export interface Host {
  /** The whole workbook as plain data. */
  read(): Promise<Workbook>;
  /** The same for a page that has to draw meanwhile; null where it was left off. */
  read(pause: ReadPause): Promise<Workbook | null>;
  /**
   * Applies all edits, or none of them. Marks on sheets that are protected are left out and named in the result: marks
   * are an overlay, and the other sheets should not go without them.
   * @throws HostError
   */
  apply(edits: readonly Edit[]): Promise<Applied>;
}

/**
 * Called and waited for again and again while a workbook is read, with the share that is done (0 to 1): time for a page
 * to draw. False leaves the reading off.
 */
export type ReadPause = (share: number) => Promise<boolean>;

/** What came of applying edits. */
export interface Applied {
  /** Protected sheets on which nothing could be marked, or whose marks could not be taken away. */
  readonly unmarkedSheets: readonly string[];
  /**
   * Sheets on which the application cannot say which marks are ours: nothing new was marked there, and old marks may be
   * left.
   */
  readonly unreadableSheets: readonly string[];
  /** Final names of added sheets, in the order of the edits: a name that was taken got a number. */
  readonly addedSheets: readonly string[];
}

/** A host with a person in front of it: an open workbook in Excel, or in the workbench. */
export interface LiveHost extends Host {
  readonly capabilities: HostCapabilities;
  /** Selects a cell and brings its sheet to the front. */
  reveal(place: CellPlace): Promise<void>;
  /**
   * Calls `changed` for every change that is not ours, and `selected` with the first cell of whatever is selected. The
   * promise resolves to a function that stops both.
   */
  watch(changed: (change: WorkbookChange) => void, selected?: (place: CellPlace) => void): Promise<() => Promise<void>>;
  /** How the file is called; "" where it has no name yet. */
  name(): Promise<string>;
  /** The XML of settings and exceptions that the workbook keeps (root in `urn:hedui:1`); null where it keeps none. */
  recall(): Promise<string | null>;
  /** Keeps that XML in the workbook; null takes it out. */
  remember(settings: string | null): Promise<void>;
  /** What `undo` would take back; null where there is nothing. */
  undoable(): WriteRecord | null;
  /**
   * Takes back the latest write of ours that has not been taken back: values, formulas, added sheets. Marks are taken
   * away by a "clear-marks" edit instead.
   * @throws HostError changed-meanwhile where somebody has written over it since, nothing-to-undo
   */
  undo(): Promise<WriteRecord>;
}

/** What a host can do, so that views offer only that. */
export interface HostCapabilities {
  /** How the application is called in messages. */
  readonly application: string;
  /** False in the workbench: the person saves a copy there, Excel saves by itself. */
  readonly savesItself: boolean;
  /**
   * The person can still take back what she typed before the pane read or wrote. False before ExcelApi 1.19: nothing is
   * to be asked of the workbook then that she did not ask for.
   */
  readonly keepsUndoSteps: boolean;
}

/** A change that somebody made in the workbook. */
export interface WorkbookChange extends Partial<CellPlace> {
  /** "cells": contents changed; "structure": rows, columns, cells or sheets came, went or moved. */
  readonly kind: "cells" | "structure";
  /** A co-author did it. */
  readonly remote: boolean;
}

/** Contents of a cell as a person would type it: a formula begins with "=", null is blank. */
export type CellContents = string | number | boolean | null;

/** One cell that we wrote: what stood there and what stands there now. */
export interface CellChange extends CellPlace {
  readonly before: CellContents;
  readonly after: CellContents;
}

/** One write of ours that can be taken back. */
export interface WriteRecord {
  readonly cells: readonly CellChange[];
  readonly addedSheets: readonly string[];
}
