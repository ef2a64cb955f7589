import type { Catalogue } from "../../engine/check-workbook";
import type { Overview } from "../../engine/overview";
import type { Steps } from "../../engine/steps";
import { within } from "../../engine/steps";
import type { WorkbookFile } from "../../hosts/open-workbook-file";
import type { Store } from "../state/store";
import { createStore } from "../state/store";
import { paced } from "./paced";
import type { PickedFile } from "./picked-file";
import { refusal } from "./picked-file";

/** How one of several files stands: waiting, being checked (with the share that is done), checked, or refused. */
export type BatchStanding =
  | { readonly kind: "waiting" }
  | { readonly kind: "checking"; readonly share: number }
  | { readonly kind: "checked"; readonly overview: Overview }
  | { readonly kind: "refused"; readonly words: string };

export interface BatchFile {
  readonly id: number;
  readonly file: PickedFile;
  readonly standing: BatchStanding;
}

export interface BatchState {
  readonly files: readonly BatchFile[];
  readonly running: boolean;
}

type BatchAction =
  | { readonly type: "added"; readonly files: readonly PickedFile[] }
  | { readonly type: "stood"; readonly id: number; readonly standing: BatchStanding }
  | { readonly type: "running"; readonly running: boolean }
  | { readonly type: "emptied" };

/** What checking several workbooks needs of the page. */
export interface BatchNeeds {
  /** In steps that throw UnreadableFile. */
  openFile(bytes: Uint8Array): Promise<Steps<WorkbookFile>>;
  loadCatalogue(): Promise<Catalogue>;
  /** Milliseconds that pass. */
  now(): number;
  /** Resolves when the page has had time to draw. */
  painted(): Promise<void>;
}

/**
 * Several workbooks that are checked one after the other, each with the settings that it keeps. Lives as long as the
 * page: opening one of them leaves the others where they are.
 */
export class FileBatch {
  readonly store: Store<BatchState, BatchAction> = createStore(reduce, { files: [], running: false });
  private run = 0;

  /** Adds files and checks what waits; a second call while that goes on is carried along. */
  async check(files: readonly PickedFile[], around: BatchNeeds): Promise<void> {
    this.store.dispatch({ type: "added", files });
    if (this.store.getState().running) return;
    const run = ++this.run;
    const goesOn = (): boolean => run === this.run;
    this.store.dispatch({ type: "running", running: true });
    for (;;) {
      const next = this.store.getState().files.find(({ standing }) => standing.kind === "waiting");
      if (next === undefined) break;
      const standing = await this.checkOne(next, around, goesOn);
      if (!goesOn()) return;
      this.stand(next, standing);
    }
    this.store.dispatch({ type: "running", running: false });
  }

  /** Leaves off; what is checked stays, what is not waits. */
  stop(): void {
    this.run++;
    for (const file of this.store.getState().files)
      if (file.standing.kind === "checking") this.stand(file, { kind: "waiting" });
    this.store.dispatch({ type: "running", running: false });
  }

  /** Takes all files off the list. */
  empty(): void {
    this.run++;
    this.store.dispatch({ type: "emptied" });
  }

  private stand({ id }: BatchFile, standing: BatchStanding): void {
    this.store.dispatch({ type: "stood", id, standing });
  }

  private async checkOne(file: BatchFile, around: BatchNeeds, goesOn: () => boolean): Promise<BatchStanding> {
    try {
      this.stand(file, { kind: "checking", share: 0 });
      await around.painted();
      const [{ allChecks, checkInSteps, checkStages, overviewOf, settingsFromXml }, catalogue, opening] =
        await Promise.all([
          import("./checking"),
          around.loadCatalogue(),
          file.file.arrayBuffer().then((bytes) => around.openFile(new Uint8Array(bytes))),
        ]);
      const pace = {
        now: () => around.now(),
        painted: () => around.painted(),
        goesOn,
        progressed: (share: number) => {
          if (goesOn()) this.stand(file, { kind: "checking", share });
        },
      };
      const opened = await paced(within(0, READ, opening), pace);
      if (!opened) return { kind: "waiting" };
      const { workbook, settings } = opened.result;
      const kept = settings === null ? null : settingsFromXml(settings);
      const options = kept === null ? {} : { settings: kept };
      const done = await paced(checkInSteps(file.file.name, workbook, catalogue, allChecks, options), {
        ...pace,
        progressed: ({ stage, share }) => {
          const whole = (checkStages.indexOf(stage) + share) / checkStages.length;
          pace.progressed(READ + (1 - READ) * whole);
        },
      });
      if (!done) return { kind: "waiting" };
      const overview = overviewOf(done.result);
      return overview.tables === 0
        ? { kind: "refused", words: "没有认出任何一张预算表或绩效表，没有核对。" }
        : { kind: "checked", overview };
    } catch (error) {
      return { kind: "refused", words: refusal(error) };
    }
  }
}

/** The share of the work that is done when a file is read. */
const READ = 0.5;

function reduce(state: BatchState, action: BatchAction): BatchState {
  switch (action.type) {
    case "added": {
      const first = state.files.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
      const added = action.files.map((file, at): BatchFile => ({
        id: first + at,
        file,
        standing: { kind: "waiting" },
      }));
      return { ...state, files: [...state.files, ...added] };
    }
    case "stood":
      return {
        ...state,
        files: state.files.map((file) => (file.id === action.id ? { ...file, standing: action.standing } : file)),
      };
    case "running":
      return { ...state, running: action.running };
    case "emptied":
      return { files: [], running: false };
  }
}
