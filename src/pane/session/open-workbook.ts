import type { Catalogue, CheckedWorkbook, CheckProgress } from "../../engine/check-workbook";
import { markEdits } from "../../engine/report";
import type { Settings } from "../../engine/settings";
import { choicesFor, isDefault } from "../../engine/settings";
import type { Finding } from "../../engine/diagnostics";
import type { Steps } from "../../engine/steps";
import type { Recognition } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { CellPlace, LiveHost } from "../../hosts/host";
import { HostError } from "../../hosts/host-problem";
import { comparedOf } from "../state/beside";
import type { PaneAction } from "../state/reducer";
import type { PaneState, StageProgress } from "../state/state";
import type { Store } from "../state/store";
import type * as checkingPart from "./checking";
import { paced, pausesOf } from "./paced";
import type { Pace } from "./paced";
import type { Surroundings } from "./surroundings";

type Checking = typeof checkingPart;

/**
 * The workbook that the pane stands beside: connected to, read, checked and marked. Tells the store of all that it
 * finds.
 */
export class OpenWorkbook {
  private connection: { readonly host: LiveHost; readonly checking: Checking } | null = null;
  private workbook: Workbook | null = null;
  /** Counts checks that were begun or stopped: one that is not the latest is dropped. */
  private run = 0;
  /** Edits that were seen, and those that the workbook as we have it knows of. */
  private edits = 0;
  private knownEdits = 0;
  private stopWatching: (() => Promise<void>) | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly store: Store<PaneState, PaneAction>,
    private readonly onEdit: () => void,
    private readonly onSelect: (place: CellPlace) => void,
  ) {}

  get connected(): boolean {
    return this.connection !== null;
  }

  /** @throws HostError where the workbook has not answered yet */
  get host(): LiveHost {
    return (this.connection ?? missingHost()).host;
  }

  /** What reads, checks and writes. @throws HostError where the workbook has not answered yet */
  get checking(): Checking {
    return (this.connection ?? missingHost()).checking;
  }

  /** As it was last read. */
  get latest(): Workbook | null {
    return this.workbook;
  }

  /**
   * Connects and looks what is in the workbook, without checking; false where it was stopped meanwhile. Settings that
   * cannot be read are said so; the usual ones hold.
   */
  async connect(run = ++this.run): Promise<boolean> {
    const host = await this.around.connect();
    const [checking, catalogue] = await Promise.all([import("./checking"), this.around.loadCatalogue()]);
    const name = await host.name();
    const kept = await host.recall();
    const settings = kept === null ? this.state.settings : checking.settingsFromXml(kept);
    const used = settings ?? this.state.settings;
    const workbook = await host.read(pausesOf(this.pace(run, "read", false)));
    if (workbook === null) return false;
    const recognised = await this.recognisePaced(
      checking,
      workbook,
      catalogue,
      used,
      this.pace(run, "recognise", false),
    );
    if (recognised === null) return false;
    this.connection = { host, checking };
    this.workbook = workbook;
    this.store.dispatch({
      type: "connected",
      name,
      catalogue,
      settings: used,
      workbook,
      recognised,
    });
    this.stopWatching = await host.watch(() => {
      this.edits++;
      this.onEdit();
    }, this.onSelect);
    if (settings === null) throw new HostError({ code: "bad-settings" });
    return true;
  }

  /** Edits are no longer followed. The workbook may have gone by then, which is no matter. */
  async leave(): Promise<void> {
    await this.stopWatching?.().catch(() => undefined);
  }

  /** Somebody has edited since the workbook was read. */
  get outdated(): boolean {
    return this.edits !== this.knownEdits;
  }

  /**
   * Reads the workbook without checking it; what is in it is recognised in slices, for there may be hundreds of sheets.
   */
  async lookAgain(): Promise<void> {
    const { edits } = this;
    const run = ++this.run;
    const workbook = await this.host.read(pausesOf(this.pace(run, "read", true)));
    if (workbook === null) return;
    const { catalogue, settings } = this.state;
    const { checking } = this;
    const pace = this.pace(run, "recognise", true);
    const recognised = await this.recognisePaced(checking, workbook, catalogue, settings, pace);
    if (recognised === null) return;
    this.knownEdits = edits;
    this.workbook = workbook;
    this.store.dispatch({ type: "read-again", workbook, recognised });
  }

  /** What is recognised in a workbook, in slices: there may be hundreds of sheets. */
  private async recognisePaced(
    { recogniseInSteps }: Checking,
    workbook: Workbook,
    { templates }: Catalogue,
    { choices }: Settings,
    pace: Pace<number>,
  ): Promise<Recognition | null> {
    const steps = recogniseInSteps(workbook, templates, choicesFor(workbook, choices));
    return (await paced(steps, pace))?.result ?? null;
  }

  /** What is recognised in another workbook, in steps: this one's choices are for this one's sheets. */
  recognising(workbook: Workbook): Steps<Recognition> {
    return this.checking.recogniseInSteps(workbook, this.state.catalogue.templates, {});
  }

  /** A check that a person asked for: shows how far it is, then marks. */
  async check(): Promise<void> {
    const run = ++this.run;
    if (!this.connected && !(await this.connect(run))) return;
    if (await this.readAndCheck(run, "asked")) await this.mark(run);
  }

  /**
   * A check that nobody pressed its button for: the list follows, the marks where asked for. After something that was
   * asked for it shows how far it is, for on a large workbook one waits for it; after an edit it does not.
   */
  async checkAgain(marks: boolean, manner: "shown" | "quiet" = "shown"): Promise<void> {
    if (!this.state.checked) return this.lookAgain();
    const run = ++this.run;
    if (!(await this.readAndCheck(run, manner))) return;
    if ((marks || this.state.settings.liveMarks) && this.state.marks !== "none") await this.mark(run);
    else this.store.dispatch({ type: "marks-outdated" });
  }

  /** Ends a check that is going on; the list stays as it was. */
  stop(): void {
    this.run++;
  }

  /** What agrees, in steps; nothing before the workbook is read. */
  *passing(): Steps<readonly Finding[]> {
    if (this.workbook === null) return [];
    const { checkStages } = this.checking;
    const steps = this.steps(this.workbook, true);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value.findings.filter(({ outcome }) => outcome === "pass");
      yield (checkStages.indexOf(value.stage) + value.share) / checkStages.length;
    }
  }

  /** Marks what the list says, in place of what was marked before; nothing where `run` is not the latest check. */
  async mark(run = this.run): Promise<void> {
    const { checked } = this.state;
    if (!checked || run !== this.run) return;
    const { unmarkedSheets, unreadableSheets } = await this.host.apply([
      { type: "clear-marks" },
      ...markEdits(checked.findings, this.sheetNames()),
    ]);
    this.store.dispatch({ type: "marked", unmarked: unmarkedSheets, unreadable: unreadableSheets });
  }

  /** Keeps settings in the workbook; the usual ones leave no trace. */
  async keep(settings: Settings, announcement: string): Promise<void> {
    await this.host.remember(isDefault(settings) ? null : this.checking.settingsToXml(settings));
    this.store.dispatch({ type: "settings-changed", settings, announcement });
  }

  /** Names of the sheets as they were last read. */
  sheetNames(): ReadonlySet<string> {
    return new Set((this.workbook?.sheets ?? []).map(({ name }) => name));
  }

  /** Slices of work that belong to a check; a quiet one shows no progress. */
  private pace(run: number, stage: StageProgress["stage"], quiet: boolean): Pace<number> {
    return {
      now: () => this.around.now(),
      painted: () => this.around.painted(),
      progressed: (share) => {
        if (!quiet) this.store.dispatch({ type: "progressed", progress: { stage, share } });
      },
      goesOn: () => run === this.run,
    };
  }

  private get state(): PaneState {
    return this.store.getState();
  }

  /** Reads and checks; false where it was stopped meanwhile. A quiet one shows no progress. */
  private async readAndCheck(run: number, manner: "asked" | "shown" | "quiet"): Promise<boolean> {
    const begun = this.around.now();
    const quiet = manner === "quiet";
    const progressed = (progress: StageProgress): void => {
      if (!quiet) this.store.dispatch({ type: "progressed", progress });
    };
    progressed({ stage: "read", share: 0 });
    const { edits } = this;
    const reading = this.pace(run, "read", quiet);
    const workbook = await this.host.read(pausesOf(reading));
    if (workbook === null || !reading.goesOn()) return false;
    progressed({ stage: "recognise", share: 0 });
    const checked = await paced(this.steps(workbook, false), { ...reading, progressed });
    if (!checked || !reading.goesOn()) return false;
    this.workbook = workbook;
    this.knownEdits = edits;
    const milliseconds = this.around.now() - begun;
    this.store.dispatch({ type: "checked", workbook, result: checked.result, milliseconds, manner });
    return true;
  }

  private steps(workbook: Workbook, all: boolean): Generator<CheckProgress, CheckedWorkbook, void> {
    const { settings, catalogue, beside } = this.state;
    const { checkInSteps, allChecks } = this.checking;
    return checkInSteps(this.state.name, workbook, catalogue, allChecks, {
      all,
      settings,
      compared: comparedOf(beside),
    });
  }
}

function missingHost(): never {
  throw new HostError({ code: "no-excel" });
}
